select row,
  array_to_string([$vote_names[i] for i in range(1, len(vote_status) + 1) if vote_status[i] in ('illegible', 'no-data')], ' · ') as saw,
  'OBSERVACIONES' as expected
from measured
where cut = $cut and (
  if(
    status in ('counted', 'not-counted') and remarks = 0 and legible < len(vote_status),
    list_contains(vote_status, 'illegible') or list_contains(vote_status, 'no-data'),
    false
  )
)
