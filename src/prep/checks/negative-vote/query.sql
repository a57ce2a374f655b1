select row,
  array_to_string([$vote_names[i] || ' = ' || votes[i] for i in range(1, len(votes) + 1) if votes[i] < 0], ' · ') as saw,
  '≥ 0' as expected
from measured
where cut = $cut and (
  least_vote < 0
)
