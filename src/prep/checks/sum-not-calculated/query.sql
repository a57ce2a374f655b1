select row, 'TOTAL_VOTOS_CALCULADO = ' || calculated as saw, 'Σ = ' || votes_sum as expected
from measured
where cut = $cut and (
  votes_sum <> calculated
)
