-- Numbers made of the codes are grouped first, since grouping texts of 64 letters is dear; what they show is then counted by the codes.
with suspected as (
  select hash(hash) as number
  from acta
  where cut = $cut and hash is not null
  group by number
  having count(*) > 1
),
repeated as (
  select hash, count(*) as times
  from acta
  where cut = $cut and hash(hash) in (from suspected)
  group by hash
  having count(*) > 1
)
select row, coalesce(acta_key, key) as subject, times || ' × ' || hash as saw, '1 × ' || hash as expected
from acta
join repeated using (hash)
where cut = $cut
