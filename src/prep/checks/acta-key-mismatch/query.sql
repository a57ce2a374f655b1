select row, acta_key as saw, key || '…' as expected
from measured
where cut = $cut and (
  if(starts_with(acta_key, key), false, not starts_with(ltrim(acta_key, '0'), ltrim(key, '0')))
)
