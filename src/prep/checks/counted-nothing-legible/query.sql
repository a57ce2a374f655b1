select row, 'CONTABILIZADA = 1 · ' || coalesce(nullif(trim(observations, ' -'), ''), '—') as saw, 'CONTABILIZADA = 0' as expected
from measured
where cut = $cut and (
  status = 'counted' and len(votes) > 0 and legible = 0
)
