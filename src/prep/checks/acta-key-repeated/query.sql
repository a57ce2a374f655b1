-- Numbers made of the keys are grouped first, which is cheaper than the keys; what they show is then counted by the keys.
with suspected as (
  select hash(acta_key) as number
  from acta
  where cut = $cut and acta_key is not null and coalesce(casilla_type, '') not in ('S', 'A', 'P', 'V', 'M')
  group by number
  having count(*) > 1
),
repeated as (
  select acta_key, count(*) as times
  from acta
  where cut = $cut and hash(acta_key) in (from suspected) and coalesce(casilla_type, '') not in ('S', 'A', 'P', 'V', 'M')
  group by acta_key
  having count(*) > 1
)
select row, acta_key as subject, times || ' × ' || acta_key as saw, '1 × ' || acta_key as expected
from acta
join repeated using (acta_key)
where cut = $cut and row not in (select row from truncated_row)
