import type { DuckDBConnection } from '@duckdb/node-api';
import { digest, identity } from './columns.ts';
import { run } from './query.ts';

/** Makes `side_<cut>`: row and identity of every acta of a cut, so that a cut in the middle of a night is read once. */
export const makeSide = (connection: DuckDBConnection, cut: number): Promise<void> =>
  run(connection, `create or replace temp table side_${cut} as select "row", ${identity} as ident from acta where cut = ${cut}`);

export const dropSide = (connection: DuckDBConnection, cut: number): Promise<void> => run(connection, `drop table if exists side_${cut}`);

/** What rows of one identity may share, the strongest evidence first; rows where it is null are left for the next. */
const evidence = ['digest', 'hash', 'captured_at', 'collected_at', 'list', "''"];

/** What a row that found no partner may share with another, if only one row on each side bears it: its place was changed, not the acta. */
const place = `concat_ws(chr(31), ltrim(coalesce(state_id, ''), '0'), section, casilla_type, casilla_id, ext, acta_type)`;
const elsewhere = [
  `acta_key || chr(31) || coalesce(acta_type, '')`,
  `"key" || chr(31) || coalesce(acta_type, '')`,
  `case when section is null then null else ${place} end`,
];

/**
 * Makes `pair`: which row of cut `from` is which row of cut `to`, by identity; among equals by what they share, content first; at last by
 * order among equals. `uncertain` marks pairs that only that order made, of rows that differ. Nothing depends on the order of the file.
 */
export async function makePairs(connection: DuckDBConnection, from: number, to: number): Promise<void> {
  await run(
    connection,
    `create or replace temp table repeated as
       select ident from side_${from} group by ident having count(*) > 1 union select ident from side_${to} group by ident having count(*) > 1`,
    `create or replace temp table pair as
       select a."row" as a_row, b."row" as b_row, false as uncertain
       from side_${from} a join side_${to} b using (ident) where ident not in (from repeated)`,
  );
  for (const cut of [from, to])
    await run(
      connection,
      `create or replace temp table twins_${cut === from ? 'a' : 'b'} as
         select s.ident, a.*, ${digest} as digest from side_${cut} s join acta a on a.cut = ${cut} and a."row" = s."row"
         where s.ident in (from repeated)`,
    );
  for (const shared of evidence) await pairTwins(connection, shared);
  await leaveOver(connection, from, to);
  for (const shared of elsewhere) await pairElsewhere(connection, shared);
  await run(connection, 'drop table twins_a', 'drop table twins_b', 'drop table repeated');
}

/** Pairs the rows of equal identity and equal `shared`, in the order of their content, and takes them out. */
async function pairTwins(connection: DuckDBConnection, shared: string): Promise<void> {
  const ranked = (table: string) =>
    `select "row", ident, ${shared} as shared, row_number() over equals as ordinal, count(*) over wide as many,
       min(digest) over wide = max(digest) over wide as alike
     from ${table} where ${shared} is not null
     window wide as (partition by ident, ${shared}), equals as (partition by ident, ${shared} order by list, captured_at, collected_at, digest, "row")`;
  const ambiguous = shared === 'digest' ? 'false' : '(a.many > 1 or b.many > 1) and not (a.alike or b.alike)';
  await run(
    connection,
    `create or replace temp table found as
       select a."row" as a_row, b."row" as b_row, ${ambiguous} as uncertain
       from (${ranked('twins_a')}) a join (${ranked('twins_b')}) b using (ident, shared, ordinal)`,
    'insert into pair from found',
    'delete from twins_a where "row" in (select a_row from found)',
    'delete from twins_b where "row" in (select b_row from found)',
  );
}

/** Makes `alone_a` and `alone_b`: the rows that no identity paired. */
async function leaveOver(connection: DuckDBConnection, from: number, to: number): Promise<void> {
  for (const [side, cut] of [
    ['a', from],
    ['b', to],
  ] as const)
    await run(
      connection,
      `create or replace temp table alone_${side} as
         select a.* from acta a anti join pair p on p.${side}_row = a."row" where a.cut = ${cut}`,
    );
}

/** Pairs rows left alone that share `shared` with exactly one row of the other cut. */
async function pairElsewhere(connection: DuckDBConnection, shared: string): Promise<void> {
  const single = (side: string) =>
    `select any_value("row") as "row", ${shared} as shared from alone_${side} where ${shared} is not null group by ${shared} having count(*) = 1`;
  await run(
    connection,
    `create or replace temp table found as
       select a."row" as a_row, b."row" as b_row, false as uncertain from (${single('a')}) a join (${single('b')}) b using (shared)`,
    'insert into pair from found',
    'delete from alone_a where "row" in (select a_row from found)',
    'delete from alone_b where "row" in (select b_row from found)',
  );
}
