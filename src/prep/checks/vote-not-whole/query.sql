select row,
  array_to_string([$vote_names[i] for i in range(1, len(vote_status) + 1) if vote_status[i] = 'other'], ' · ') as saw,
  '0, 1, 2 … · ILEGIBLE · SIN DATO · SIN ACTA' as expected
from measured
where cut = $cut and (
  if(legible < len(vote_status), list_contains(vote_status, 'other'), false)
)
