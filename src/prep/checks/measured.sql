-- acta with what many checks ask of its lists, worked out once a row. `remarks` is 0 when OBSERVACIONES says nothing.
create or replace temp view measured as
select *, list_sum(votes) as votes_sum, list_count(votes) as legible, list_min(votes) as least_vote, coalesce(len(flags), 0) as remarks
from acta
