select row, coalesce(acta_key, key) as subject,
  times || ' × ' || 'ID_CASILLA ' || lpad(truncated_row.casilla_id::varchar, 2, '0') as saw,
  '1 – ' || n as expected
from truncated_row
join acta using (row)
where cut = $cut
