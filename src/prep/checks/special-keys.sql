-- Rows whose acta key repeats for casillas that publishers do not number apart: special, early vote, prison, abroad.
select coalesce(sum(times) filter (where times > 1), 0) as repeated, coalesce(sum(times), 0) as repeated_of
from (
  select count(*) as times
  from acta
  where cut = $cut and acta_key is not null and casilla_type in ('S', 'A', 'P', 'V', 'M')
  group by acta_key
)
