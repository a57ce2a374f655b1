import type { DuckDBConnection } from '@duckdb/node-api';
import { z } from 'zod';
import { calculated, captured, capturedNumbers, capturedTexts, catalogueColumns, digest } from './columns.ts';
import type { CellChange, ColumnChange, Cut, CutChange } from './cut.ts';
import { makePairs } from './pair.ts';
import { amount, literal, maybeAmount, run, select, selectOne } from './query.ts';
import { compareTotals } from './totals-fell.ts';
import { pairVoteColumns, type VoteColumns, votesDiffer } from './vote-columns.ts';

const shown = 50;

const distinct = (columns: readonly string[]): string =>
  columns.map((column) => `a."${column}" is distinct from b."${column}"`).join(' or ');

/**
 * Compares two cuts whose sides are made. Leaves `pair`, `changed` (pairs that differ) and `lone` (rows of one cut alone) for what
 * keeps findings on record.
 */
export async function compareTwo(connection: DuckDBConnection, from: Cut, to: Cut): Promise<CutChange> {
  const votes = pairVoteColumns(from.voteColumns, to.voteColumns);
  await makePairs(connection, from.cut, to.cut);
  await makeChanged(connection, from.cut, to.cut, votes);
  await makeCells(connection, from.cut, to.cut, votes);
  const [paired, lone, change, columns, rows, totals] = [
    await selectOne(connection, z.object({ uncertain: amount }), 'select count(*) filter (uncertain) as uncertain from pair'),
    await selectOne(connection, loneCounts, loneSql(from, to)),
    await selectOne(connection, changedCounts, changedSql),
    await select(connection, columnRow, columnsSql),
    await select(connection, cellRow, cellsSql),
    await compareTotals(connection, from.cut, to.cut),
  ];
  const { listed, capturedAppeared, countedAppeared, differs, ...counts } = { ...lone, ...change };
  return {
    electionKey: to.electionKey,
    from: from.cut,
    to: to.cut,
    ...counts,
    newInCatalogue: listed ? counts.newInCatalogue : 0,
    newlyCaptured: counts.newlyCaptured + (listed ? 0 : capturedAppeared),
    newlyCounted: counts.newlyCounted + (listed ? 0 : countedAppeared),
    uncertainMatches: paired.uncertain,
    voteColumnsAdded: votes.added,
    voteColumnsGone: votes.gone,
    equalContent:
      differs + lone.newRows + lone.goneRows + votes.added.length + votes.gone.length === 0 && totals.equal && from.rows === to.rows,
    totalsFell: totals.fell,
    expectedChanged: totals.expectedChanged,
    columns: columns.map(({ name, count, delta }): ColumnChange => (delta === null ? { name, count } : { name, count, delta })),
    rows,
  };
}

async function makeChanged(connection: DuckDBConnection, from: number, to: number, votes: VoteColumns): Promise<void> {
  await run(
    connection,
    `create or replace temp table changed as
       select p.a_row, p.b_row, p.uncertain, a.status as a_status, b.status as b_status,
         ${calculated('a')} as a_votes, ${calculated('b')} as b_votes, ${distinct(catalogueColumns)} as catalogue
       from pair p join acta a on a.cut = ${from} and a."row" = p.a_row join acta b on b.cut = ${to} and b."row" = p.b_row
       where ${votesDiffer(votes)} or ${distinct([...catalogueColumns, ...capturedNumbers, ...capturedTexts])}`,
    `create or replace temp table lone as
       select 'gone' as kind, a."row", a.status, s.ident, ${digest} as digest
         from acta a join side_${from} s using ("row") anti join pair p on p.a_row = a."row" where a.cut = ${from}
       union all
       select 'new', a."row", a.status, s.ident, ${digest}
         from acta a join side_${to} s using ("row") anti join pair p on p.b_row = a."row" where a.cut = ${to}`,
  );
}

/** Makes `cell`: each changed cell of the actas captured in the earlier cut. */
async function makeCells(connection: DuckDBConnection, from: number, to: number, votes: VoteColumns): Promise<void> {
  const cell = (name: string, before: string, after: string, delta: string) =>
    `{name: ${literal(name)}, before: ${before}, after: ${after}, delta: ${delta}}`;
  const number = (name: string) =>
    cell(name, `a."${name}"::varchar`, `b."${name}"::varchar`, `coalesce(b."${name}", 0) - coalesce(a."${name}", 0)`);
  const text = (name: string) => cell(name, `a."${name}"::varchar`, `b."${name}"::varchar`, 'null::bigint');
  const vote = (at: string) => `coalesce(${at.replace('$', 'votes')}::varchar, ${at.replace('$', 'vote_status')})`;
  const cells = [
    ...votes.pairs.map(({ name, from: i, to: j }) =>
      cell(name, vote(`a.$[${i}]`), vote(`b.$[${j}]`), `coalesce(b.votes[${j}], 0) - coalesce(a.votes[${i}], 0)`),
    ),
    ...capturedNumbers.map(number),
    ...capturedTexts.map(text),
    ...catalogueColumns.map((name) => (name === 'list' ? number(name) : text(name))),
  ];
  await run(
    connection,
    `create or replace temp table cell as
       select b_row, "key", generate_subscripts(cells, 1) as ord, unnest(cells, recursive := true) from (
         select c.b_row, coalesce(b."key", '') as "key", list_filter([${cells.join(', ')}], lambda x: x.before is distinct from x.after) as cells
         from changed c join acta a on a.cut = ${from} and a."row" = c.a_row join acta b on b.cut = ${to} and b."row" = c.b_row
         where c.a_status <> 'not-captured')`,
  );
}

const loneCounts = z.object({
  newRows: amount,
  goneRows: amount,
  newInCatalogue: amount,
  capturedAppeared: amount,
  countedAppeared: amount,
  listed: z.boolean(),
});
/** A publisher that lists only what is captured has no catalogue to compare: there, what appears is newly captured. */
const loneSql = (from: Cut, to: Cut) => `select
    count(*) filter (kind = 'new') as "newRows",
    count(*) filter (kind = 'gone') as "goneRows",
    count(*) filter (kind = 'new' and status <> 'out-of-catalogue') as "newInCatalogue",
    count(*) filter (kind = 'new' and status in ('counted', 'not-counted')) as "capturedAppeared",
    count(*) filter (kind = 'new' and status = 'counted') as "countedAppeared",
    exists (select 1 from acta where cut in (${from.cut}, ${to.cut}) and status = 'not-captured')
      or coalesce((select count(*) from acta where cut = ${from.cut} and status <> 'out-of-catalogue') >=
           (select max(value) from total where cut = ${from.cut} and name = 'expected'), true) as listed
  from lone`;

const changedCounts = z.object({
  differs: amount,
  newlyCaptured: amount,
  newlyCounted: amount,
  changedAfterCapture: amount,
  calculatedFell: amount,
  votesDelta: amount,
  statusBack: amount,
  catalogueChanged: amount,
});
const inBoth = `${captured('x').replaceAll('x.status', 'a_status')} and ${captured('x').replaceAll('x.status', 'b_status')}`;
const changedSql = `select
    count(*) as differs,
    count(*) filter (a_status = 'not-captured' and b_status in ('counted', 'not-counted')) as "newlyCaptured",
    count(*) filter (a_status = 'not-captured' and b_status = 'counted') as "newlyCounted",
    count(*) filter (a_status <> 'not-captured') as "changedAfterCapture",
    count(*) filter (${inBoth} and b_votes < a_votes) as "calculatedFell",
    coalesce(sum(b_votes - a_votes) filter (${inBoth}), 0) as "votesDelta",
    count(*) filter (b_status = 'not-captured' and a_status <> 'not-captured' or a_status = 'counted' and b_status <> 'counted') as "statusBack",
    count(*) filter (catalogue) as "catalogueChanged"
  from changed`;

const columnRow = z.object({ name: z.string(), count: amount, delta: maybeAmount });
const columnsSql = `select name, count(*) as "count", sum(delta) as delta from cell group by name order by count(*) desc, name`;
const cellRow: z.ZodType<CellChange> = z.object({
  key: z.string(),
  row: amount,
  column: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
const cellsSql = `select "key", b_row as "row", name as "column", before, after from cell order by b_row, ord limit ${shown}`;
