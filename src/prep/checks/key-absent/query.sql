select row,
  'CLAVE_CASILLA ' || coalesce(key, '—') || ' · CLAVE_ACTA ' || coalesce(acta_key, '—') as saw,
  'CLAVE_CASILLA · CLAVE_ACTA' as expected
from measured
where cut = $cut and (
  (key is null or acta_key is null) and status <> 'out-of-catalogue'
)
