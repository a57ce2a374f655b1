-- Rows whose casilla number the publisher cut to its first digit: a section with n > 9 contiguas of which every published number is 1 to 9,
-- each number as often as it is the first digit of a number up to n (1 for 1, 10 … 19; 2 for 2, 20 … 29). Only the numbers that repeat are given.
create or replace temp table truncated_row as
with series as (
  select state_id, district_id, municipality_id, section, acta_type, count(*) as n
  from acta
  where cut = $cut and casilla_type = 'C'
    and section in (select section from acta where cut = $cut and casilla_type = 'C' and casilla_id = 9)
  group by all
  having count(*) > 9 and count(distinct casilla_id) = 9 and min(casilla_id) = 1 and max(casilla_id) = 9
),
numbered as (
  select series.*, casilla_id, count(*) as times, list(row) as numbered_rows
  from series
  join acta on acta.cut = $cut and acta.section = series.section and acta.casilla_type = 'C'
    and acta.state_id is not distinct from series.state_id
    and acta.district_id is not distinct from series.district_id
    and acta.municipality_id is not distinct from series.municipality_id
    and acta.acta_type is not distinct from series.acta_type
  group by all
),
judged as (
  select *, bool_and(times = 1 + least(10, greatest(0, n - (10 * casilla_id - 1))))
    over (partition by state_id, district_id, municipality_id, section, acta_type) as explained
  from numbered
)
select unnest(numbered_rows) as row, casilla_id, times, n
from judged
where explained and times > 1;
