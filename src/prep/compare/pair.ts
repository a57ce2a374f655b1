import type { DuckDBConnection } from '@duckdb/node-api';
import { digest, identity, imprint } from './columns.ts';
import { actas, make, run } from './query.ts';

/** Makes `side_<cut>`: row, identity and imprint of every acta of a cut, so that a cut in the middle of a night is prepared once. */
export const makeSide = (connection: DuckDBConnection, cut: number): Promise<void> =>
  run(
    connection,
    `create or replace temp table side_${cut} as select "row", ${identity} as ident, ${imprint} as imprint from acta where cut = ${cut}`,
  );

export const dropSide = (connection: DuckDBConnection, cut: number): Promise<void> => run(connection, `drop table if exists side_${cut}`);

/** What rows of one identity may share, the strongest evidence first; rows where it is null are left for the next. */
const evidence = ['digest', 'coalesce(hash, captured_at::varchar, collected_at::varchar)', 'list', "''"];

/** What a row that found no partner may share with another, if only one row on each side bears it: its place was changed, not the acta. */
const place = `concat_ws(chr(31), ltrim(coalesce(state_id, ''), '0'), section, casilla_type, casilla_id, ext, acta_type)`;
const elsewhere = [
  `acta_key || chr(31) || coalesce(acta_type, '')`,
  `"key" || chr(31) || coalesce(acta_type, '')`,
  `case when section is null then null else ${place} end`,
];

type Rows = { readonly cut: number; readonly rows: number };

/**
 * Makes `pair`: which row of cut `from` is which row of cut `to`, by identity; among equals by what they share, content first; at last by
 * order among equals. `uncertain` marks pairs that only that order made, of rows that differ; `alike` pairs of equal content. Nothing depends
 * on the order of the file. Gives the number of pairs.
 */
export async function makePairs(connection: DuckDBConnection, from: Rows, to: Rows): Promise<number> {
  const repeated = await make(
    connection,
    `create or replace temp table repeated as
       select ident from side_${from.cut} group by ident having count(*) > 1
       union select ident from side_${to.cut} group by ident having count(*) > 1`,
  );
  let paired = await make(
    connection,
    `create or replace temp table pair as
       select a."row" as a_row, b."row" as b_row, false as uncertain, a.imprint = b.imprint as alike
       from side_${from.cut} a join side_${to.cut} b using (ident) where ident not in (from repeated)`,
  );
  const alone = () => Math.min(from.rows, to.rows) - paired;
  if (repeated > 0) paired += await pairRepeated(connection, from.cut, to.cut);
  if (alone() > 0) {
    await leaveOver(connection, from.cut, to.cut);
    for (const shared of elsewhere) if (alone() > 0) paired += await pairElsewhere(connection, shared);
  }
  return paired;
}

async function pairRepeated(connection: DuckDBConnection, from: number, to: number): Promise<number> {
  let left = Number.POSITIVE_INFINITY;
  let paired = 0;
  for (const [side, cut] of sides(from, to)) {
    const twins = await make(
      connection,
      `create or replace temp table twins_${side} as
         select s.ident, "row", list, hash, captured_at, collected_at, ${digest} as digest
         from side_${cut} s join ${actas(cut)} a using ("row") where s.ident in (from repeated)`,
    );
    left = Math.min(left, twins);
  }
  for (const shared of evidence) if (left > paired) paired += await pairTwins(connection, shared);
  return paired;
}

const sides = (from: number, to: number) =>
  [
    ['a', from],
    ['b', to],
  ] as const;

/** Pairs the rows of equal identity and equal `shared`, in the order of their content, and takes them out. */
async function pairTwins(connection: DuckDBConnection, shared: string): Promise<number> {
  const ranked = (table: string) =>
    `select "row", ident, ${shared} as shared, row_number() over equals as ordinal, count(*) over wide as many,
       min(digest) over wide = max(digest) over wide as alike
     from ${table} where ${shared} is not null
     window wide as (partition by ident, ${shared}), equals as (partition by ident, ${shared} order by list, captured_at, collected_at, digest, "row")`;
  const ambiguous = shared === 'digest' ? 'false' : '(a.many > 1 or b.many > 1) and not (a.alike or b.alike)';
  return takeOut(
    connection,
    'twins',
    `select a."row" as a_row, b."row" as b_row, ${ambiguous} as uncertain
     from (${ranked('twins_a')}) a join (${ranked('twins_b')}) b using (ident, shared, ordinal)`,
  );
}

/** Adds pairs, and takes their rows out of those without a partner. */
async function takeOut(connection: DuckDBConnection, from: 'twins' | 'alone', pairs: string): Promise<number> {
  const found = await make(connection, `create or replace temp table found as ${pairs}`);
  if (found === 0) return 0;
  await run(
    connection,
    'insert into pair select a_row, b_row, uncertain, false from found',
    `delete from ${from}_a where "row" in (select a_row from found)`,
    `delete from ${from}_b where "row" in (select b_row from found)`,
  );
  return found;
}

/** Makes `alone_a` and `alone_b`: the rows that no identity paired. */
async function leaveOver(connection: DuckDBConnection, from: number, to: number): Promise<void> {
  for (const [side, cut] of sides(from, to))
    await run(
      connection,
      `create or replace temp table alone_${side} as
         select a.* from ${actas(cut)} a anti join pair p on p.${side}_row = a."row"`,
    );
}

/** Pairs rows left alone that share `shared` with exactly one row of the other cut. */
async function pairElsewhere(connection: DuckDBConnection, shared: string): Promise<number> {
  const single = (side: string) =>
    `select any_value("row") as "row", ${shared} as shared from alone_${side} where ${shared} is not null group by ${shared} having count(*) = 1`;
  return takeOut(
    connection,
    'alone',
    `select a."row" as a_row, b."row" as b_row, false as uncertain from (${single('a')}) a join (${single('b')}) b using (shared)`,
  );
}
