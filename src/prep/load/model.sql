create type prep_vote_status as enum ('illegible', 'no-data', 'no-acta', 'not-applicable', 'dash', 'blank', 'other');
create type prep_acta_status as enum ('counted', 'not-counted', 'not-captured', 'out-of-catalogue');

create table total (cut integer, name varchar, label varchar, text varchar, value double);

-- A cut's own table; this one stands for all while none is loaded. The views `acta`, `measured` and `ragged` are made of them (load-cut.ts).
create table acta_0 (
  key varchar, acta_key varchar, state_id varchar, state varchar, district_id varchar, district varchar, municipality_id varchar,
  municipality varchar, section integer, casilla_id integer, ext integer, casilla_type varchar, acta_type varchar, votes bigint[],
  vote_status prep_vote_status[], leftover bigint, voters bigint, reps_voted bigint, drawn bigint, entered bigint, calculated bigint,
  list bigint, reps bigint, status prep_acta_status, flags varchar[], observations varchar, collected_at timestamp, captured_at timestamp,
  verified_at timestamp, origin varchar, digitised varchar, document varchar, collated varchar, hash varchar, fields usmallint,
  votes_sum hugeint, legible bigint, least_vote bigint, remarks bigint
);

-- The rows of a cut as read: `from raw(3) where row = 17`. The file is read again, so nothing is held in memory twice.
create macro raw(of_cut) as table select of_cut as cut, * from query_table('raw_' || of_cut);
