with repeated as (
  select hash, count(*) as times
  from acta
  where cut = $cut and hash is not null
  group by hash
  having count(*) > 1
)
select row, coalesce(acta_key, key) as subject, times || ' × ' || hash as saw, '1 × ' || hash as expected
from acta
join repeated using (hash)
where cut = $cut
