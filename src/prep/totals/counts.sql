-- What the rows of one cut say, in one scan. A final count (cómputos) has no CONTABILIZADA: every acta in it counts.
select
  count(*) filter (where not stray) as expected,
  count(*) filter (where status in ('counted', 'not-counted') or stray) as registered,
  count(*) filter (where stray) as out_of_catalogue,
  count(*) filter (where status in ('counted', 'not-counted')) as captured,
  count(*) filter (where counts) as counted,
  count(*) filter (where status = 'not-counted') as not_counted,
  count(*) filter (where status in ('counted', 'not-counted') and inconsistent) as any_field,
  count(*) filter (where status = 'not-counted' and whole) as whole_acta,
  coalesce(sum(list) filter (where counts), 0)::bigint as list,
  coalesce(sum(votes_sum) filter (where counts), 0)::bigint as with_specials,
  coalesce(sum(votes_sum) filter (where counts and coalesce(casilla_type, '') <> 'S'), 0)::bigint as without_specials
from (
  select
    status, list, casilla_type, votes_sum,
    coalesce(status = 'out-of-catalogue', false) as stray,
    coalesce(status = 'counted', false) as counts,
    if(remarks > 0, list_has_any(flags, ['over-list', 'illegible', 'no-data', 'all-illegible', 'all-blank']), false) as inconsistent,
    if(remarks > 0, list_has_any(flags, ['over-list', 'all-illegible', 'all-blank']), false) as whole
  from measured
  where cut = $cut
)
