select row,
  'FECHA_HORA_VERIFICACION ' || strftime(verified_at, '%Y-%m-%d %H:%M:%S') as saw,
  '≥ ' || strftime(captured_at, '%Y-%m-%d %H:%M:%S') as expected
from measured
where cut = $cut and (
  verified_at < captured_at
)
