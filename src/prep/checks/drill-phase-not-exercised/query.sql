with done as (
  select count(*) as captured, count(collected_at) as collected, count(captured_at) as keyed, count(verified_at) as verified, count(hash) as digitised
  from acta
  where cut = $cut and status in ('counted', 'not-counted')
),
phases as (
  select captured, unnest([
    {'phase': 'FECHA_HORA_ACOPIO', 'times': collected},
    {'phase': 'FECHA_HORA_CAPTURA', 'times': keyed},
    {'phase': 'FECHA_HORA_VERIFICACION', 'times': verified},
    {'phase': 'CODIGO_INTEGRIDAD', 'times': digitised}
  ]) as one
  from done
)
select null::bigint as row, one.phase as subject, one.phase || ' 0 / ' || captured as saw, '> 0' as expected
from phases
where one.times = 0
