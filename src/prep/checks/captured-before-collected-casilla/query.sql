select row,
  'FECHA_HORA_CAPTURA ' || strftime(captured_at, '%Y-%m-%d %H:%M:%S') as saw,
  '≥ ' || strftime(collected_at, '%Y-%m-%d %H:%M:%S') as expected
from measured
where cut = $cut and (
  if(captured_at < collected_at, coalesce(list_has_any([upper(strip_accents(origin)), upper(strip_accents(digitised))], ['CASILLA', 'MOVIL']), false), false)
)
