-- The noise that is normal, counted in one scan: `*_of` is what each count is a part of.
select
  count(*) filter (where entered <> calculated) as entered,
  count(*) filter (where entered is not null and calculated is not null) as entered_of,
  count(*) filter (where drawn <> calculated) as drawn,
  count(*) filter (where drawn is not null and calculated is not null) as drawn_of,
  count(*) filter (where stamped and not near) as days_off,
  count(*) filter (where stamped) as days_off_of,
  count(*) filter (where remarked and legible = vote_cells) as zeroed,
  count(*) filter (where remarked) as zeroed_of,
  count(*) filter (where acta_type is not null and not regexp_full_match(acta_type, '[0-9]{1,2}[A-Z]{0,4}|-|')) as acta_types,
  count(acta_type) as acta_types_of
from (
  select
    entered, calculated, drawn, acta_type, legible,
    len(votes) as vote_cells,
    status in ('counted', 'not-counted') and if(remarks > 0, list_has_any(flags, ['illegible', 'no-data']), false) as remarked,
    coalesce(collected_at, captured_at, verified_at) is not null as stamped,
    -- Within a day and a half of the cut, or of the middle stamp of the acts themselves when the cut has no time.
    least(collected_at, captured_at, verified_at) >= around - interval 36 hour
      and greatest(collected_at, captured_at, verified_at) <= around + interval 36 hour as near
  from measured, (select coalesce($cut_at::timestamp, (select median(captured_at) from acta where cut = $cut)) as around)
  where cut = $cut
)
