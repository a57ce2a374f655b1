select row, coalesce(observations, '—') as saw, 'CLAVE_CASILLA' as expected
from measured
where cut = $cut and (
  status = 'out-of-catalogue'
)
