-- A list of 0 or none says nothing (special casillas, some publishers' early vote). Representatives not published count as none.
select row, 'Σ = ' || votes_sum as saw, '≤ ' || list || ' + ' || coalesce(reps, 0) as expected
from measured
where cut = $cut and (
  status = 'counted' and list > 0 and coalesce(casilla_type, '') <> 'S' and votes_sum > list + coalesce(reps, 0)
)
