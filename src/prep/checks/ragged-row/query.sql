select row, coalesce(acta.acta_key, acta.key) as subject, ragged.fields::varchar as saw, ragged.expected::varchar as expected
from ragged
join acta using (cut, row)
where cut = $cut
