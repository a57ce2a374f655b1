import type { DuckDBConnection } from '@duckdb/node-api';
import { z } from 'zod';
import type { Facet } from './cells.ts';
import type { Cut, CutChange } from './cut.ts';
import type { KindId } from './kinds.ts';
import { literal, run, selectOne } from './query.ts';

/**
 * What was found about actas stays on record: `standing` has one row for each acta and kind, with the cut that put it right, if one did.
 * `parked` holds the votes of captured actas that went away or back to not captured, to know them again when they return.
 */
export const openStanding = (connection: DuckDBConnection): Promise<void> =>
  run(
    connection,
    `create temp table if not exists standing (election varchar, kind varchar, a integer, b integer, ident varchar, "row" bigint,
       subject varchar, saw varchar, expected varchar, corrected integer)`,
    'create temp table if not exists parked (election varchar, ident varchar, ballot varchar, votes hugeint)',
  );

const kindOf: Readonly<Record<Facet, KindId>> = {
  votes: 'vote-changed',
  status: 'status-back',
  detail: 'detail-changed',
  catalogue: 'catalogue-changed',
};
const facetKind = `case facet ${Object.entries(kindOf)
  .map(([facet, kind]) => `when '${facet}' then '${kind}'`)
  .join(' ')} end`;

/** Each changed acta and facet in words; an earlier finding whose `expected` a later `saw` repeats has been put right. */
const altered = `create or replace temp table altered as
  select c.ident, c.b_row as "row", c.subject, ${facetKind} as kind,
    string_agg(name || ' = ' || coalesce(after, '—'), ', ' order by ord) as saw,
    string_agg(name || ' = ' || coalesce(before, '—'), ', ' order by ord) as expected,
    bool_or(facet = 'status' and not (c.b_status = 'not-captured' or c.a_status = 'counted')) as forward
  from cell join known c using (b_row)
  where facet in ('catalogue', 'status') or c.b_status <> 'not-captured'
  group by c.ident, c.b_row, c.subject, facet`;

/** Actas that are captured in the later cut and were not, or were not there, in the earlier one. */
const arrived = `create or replace temp table arrived as
  select ident, "row", subject, status, ballot, votes from lone where kind = 'new'
  union all select ident, b_row, subject, b_status, b_ballot, b_votes from known where a_status = 'not-captured' and b_status <> 'not-captured'`;

/** Takes into the record what `compareTwo` left: first what the later cut puts right, then what it brings. */
export async function record(connection: DuckDBConnection, from: Cut, to: Cut, change: CutChange): Promise<void> {
  const election = literal(to.electionKey);
  const correct = (found: string, where: string) =>
    `update standing s set corrected = ${to.cut} from (${found}) f
     where s.election = ${election} and s.corrected is null and s.ident = f.ident and ${where}`;
  const enter = (kind: string, found: string) =>
    `insert into standing select ${election}, ${kind}, ${from.cut}, ${to.cut}, ident, "row", subject, saw, expected, null from (${found})`;
  await run(
    connection,
    `create or replace temp table known as select c.*, s.ident from changed c join side_${to.cut} s on s."row" = c.b_row`,
    altered,
    arrived,
  );
  await run(
    connection,
    `create or replace temp table restoring as
       select distinct a.ident, a.kind, a.saw from altered a join standing s on s.election = ${election} and s.corrected is null
         and s.ident = a.ident and s.kind = a.kind and s.expected = a.saw`,
    correct('from restoring', 's.kind = f.kind and s.expected = f.saw'),
    correct(
      'from arrived',
      `(s.kind = 'acta-gone' or s.kind = 'status-back' and (f.status = 'counted' or s.expected = 'status = ' || f.status))`,
    ),
    correct(`select ident from lone where kind = 'gone'`, `s.kind = 'acta-new'`),
    enter(
      `'acta-returned-changed'`,
      `select a.ident, a."row", a.subject, 'votes = ' || a.votes as saw, 'votes = ' || p.votes as expected
       from arrived a join parked p on p.election = ${election} and p.ident = a.ident
       where a.status <> 'not-captured'
       qualify bool_and(a.ballot <> p.ballot) over (partition by a.ident) and row_number() over (partition by a."row") = 1`,
    ),
    enter(
      `'acta-new'`,
      `select ident, "row", subject, 'status = ' || status as saw, '—' as expected from lone l
       where kind = 'new' and status <> 'out-of-catalogue' and ${change.newInCatalogue > 0}
         and not exists (select 1 from standing s where s.election = ${election} and s.ident = l.ident and s.kind = 'acta-gone')`,
    ),
    `delete from parked where election = ${election} and ident in (select ident from arrived where status <> 'not-captured')`,
    enter('kind', 'from altered a anti join restoring r using (ident, kind, saw) where forward is not true'),
    enter(`'acta-gone'`, `select ident, "row", subject, '—' as saw, 'status = ' || status as expected from lone where kind = 'gone'`),
    `insert into parked
       select ${election}, ident, ballot, votes from lone where kind = 'gone' and status <> 'not-captured'
       union all
       select ${election}, ident, a_ballot, a_votes from known where a_status <> 'not-captured' and b_status = 'not-captured'`,
  );
}

/** Whether some acta of the election went away, or back to not captured, and has not returned. */
export async function awaits(connection: DuckDBConnection, electionKey: string): Promise<boolean> {
  const election = `election = ${literal(electionKey)}`;
  const { waiting } = await selectOne(
    connection,
    z.object({ waiting: z.boolean() }),
    `select exists (from parked where ${election}) or exists (from standing
       where ${election} and corrected is null and kind in ('acta-gone', 'acta-new', 'status-back')) as waiting`,
  );
  return waiting;
}
