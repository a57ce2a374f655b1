select row, 'FECHA_HORA_VERIFICACION —' as saw,
  'FECHA_HORA_VERIFICACION' || coalesce(' ≥ ' || strftime(captured_at, '%Y-%m-%d %H:%M:%S'), '') as expected
from measured
where cut = $cut and (
  status = 'counted' and verified_at is null
)
