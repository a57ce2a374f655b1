select row, 'CONTABILIZADA = 0 · OBSERVACIONES —' as saw, 'OBSERVACIONES' as expected
from measured
where cut = $cut and (
  status = 'not-counted' and remarks = 0
)
