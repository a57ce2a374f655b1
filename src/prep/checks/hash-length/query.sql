-- Expected is the length most codes of the cut have; 64 when they are even.
with usual as (
  select strlen(hash) as size
  from acta
  where cut = $cut and hash is not null
  group by size
  order by count(*) desc, size = 64 desc
  limit 1
)
select row, coalesce(acta_key, key) as subject, strlen(hash) || ' · ' || hash as saw, size || ' hex' as expected
from acta, usual
where cut = $cut and if(strlen(hash) = size, not regexp_full_match(hash, '[0-9A-Fa-f]+'), true) and hash is not null
