select row, 'CODIGO_INTEGRIDAD —' as saw, 'CODIGO_INTEGRIDAD' as expected
from measured
where cut = $cut and (
  status = 'counted' and hash is null
)
