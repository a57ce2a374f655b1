-- The cut's time has minutes and stamps have seconds, so the minute of the cut still belongs to it.
select row,
  strftime(greatest(collected_at, captured_at, verified_at), '%Y-%m-%d %H:%M:%S') as saw,
  '≤ ' || strftime($cut_at::timestamp, '%Y-%m-%d %H:%M') as expected
from measured
where cut = $cut and (
  greatest(collected_at, captured_at, verified_at) >= $cut_at::timestamp + interval 1 minute
)
