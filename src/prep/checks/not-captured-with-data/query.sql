select row, 'CONTABILIZADA — · Σ = ' || votes_sum as saw, 'CONTABILIZADA = 1 · 0' as expected
from measured
where cut = $cut and (
  status = 'not-captured' and legible > 0
)
