-- Leading zeros do not count: some publishers drop them. Without section it is 0; without a number (abroad, early vote) that of the key is
-- taken. Most keys are settled by their numbers alone; only the rest are composed and compared as text.
select row,
  key as saw,
  coalesce(try_cast(state_id as integer)::varchar, '') || lpad(coalesce(section, 0)::varchar, 4, '0') || casilla_type
    || coalesce(if(casilla_id < 10, '0', '') || casilla_id, substr(key, length(key) - 3, 2))
    || coalesce(if(ext < 10, '0', '') || ext, right(key, 2)) as expected
from measured
where cut = $cut and (
  case
    when casilla_type is null or key is null then false
    when try_cast(substring(key, 1, length(key) - 5) as integer) = try_cast(state_id as integer) * 10000 + section
      and substring(key, -5, 1) = casilla_type and try_cast(substring(key, -4, 4) as integer) = casilla_id * 100 + ext then false
    else upper(ltrim(key, '0')) <>
      coalesce(try_cast(state_id as integer)::varchar, '') || lpad(coalesce(section, 0)::varchar, 4, '0') || casilla_type
        || coalesce(if(casilla_id < 10, '0', '') || casilla_id, substr(key, length(key) - 3, 2))
        || coalesce(if(ext < 10, '0', '') || ext, right(key, 2))
  end
)
