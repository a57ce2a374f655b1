select row, observations || ' · Σ = ' || votes_sum as saw, 'Σ = 0' as expected
from measured
where cut = $cut and (
  if(votes_sum > 0 and remarks > 0, list_contains(flags, 'no-acta'), false)
)
