select row, observations || ' · CONTABILIZADA = 1' as saw, 'CONTABILIZADA = 0' as expected
from measured
where cut = $cut and (
  if(status = 'counted' and remarks > 0, list_contains(flags, 'over-list'), false)
)
