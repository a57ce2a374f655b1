import type { DuckDBConnection } from '@duckdb/node-api';
import { z } from 'zod';
import { cellRow, cellsSql, columnChange, columnRow, columnsSql, emptyCells, makeCells } from './cells.ts';
import { ballot, calculated, capturedNumbers, capturedTexts, catalogueColumns, placeName, subject } from './columns.ts';
import type { Cut, CutChange } from './cut.ts';
import { makePairs } from './pair.ts';
import { actas, amount, run, select, selectOne } from './query.ts';
import { compareTotals } from './totals-fell.ts';
import { inOrder, pairVoteColumns, type VoteColumns, votesDiffer } from './vote-columns.ts';

const distinct = (columns: readonly string[]): string =>
  columns.map((column) => `a."${column}" is distinct from b."${column}"`).join(' or ');

/**
 * Compares two cuts whose sides are made. When they have rows it leaves `changed` (pairs that differ), `lone` (rows of one cut alone) and `cell`
 * for what keeps findings on record.
 */
export async function compareTwo(connection: DuckDBConnection, from: Cut, to: Cut): Promise<CutChange> {
  const votes = pairVoteColumns(from.voteColumns, to.voteColumns);
  const totals = await compareTotals(connection, from.cut, to.cut);
  const rows = from.rows + to.rows === 0 ? noRowChange : await compareRows(connection, from, to, votes);
  const { listed, capturedAppeared, countedAppeared, differs, ...counts } = rows;
  return {
    electionKey: to.electionKey,
    from: from.cut,
    to: to.cut,
    ...counts,
    newInCatalogue: listed ? counts.newInCatalogue : 0,
    newlyCaptured: counts.newlyCaptured + (listed ? 0 : capturedAppeared),
    newlyCounted: counts.newlyCounted + (listed ? 0 : countedAppeared),
    voteColumnsAdded: votes.added,
    voteColumnsGone: votes.gone,
    equalContent: differs + counts.newRows + counts.goneRows + votes.added.length + votes.gone.length === 0 && totals.equal,
    totalsFell: totals.fell,
    expectedChanged: totals.expectedChanged,
  };
}

type RowChange = z.infer<typeof loneCounts> &
  z.infer<typeof changedCounts> &
  Pick<CutChange, 'uncertainMatches' | 'columns' | 'places' | 'rows'>;

/** National aggregates have totals and no rows. */
const noRowChange: RowChange = {
  newRows: 0,
  goneRows: 0,
  newInCatalogue: 0,
  capturedAppeared: 0,
  countedAppeared: 0,
  listed: true,
  differs: 0,
  newlyCaptured: 0,
  newlyCounted: 0,
  changedAfterCapture: 0,
  calculatedFell: 0,
  votesDelta: 0,
  statusBack: 0,
  catalogueChanged: 0,
  uncertainMatches: 0,
  columns: [],
  places: [],
  rows: [],
};

async function compareRows(connection: DuckDBConnection, from: Cut, to: Cut, votes: VoteColumns): Promise<RowChange> {
  const paired = await makePairs(connection, from, to);
  await makeLone(connection, from, to, paired);
  await makeChanged(connection, from.cut, to.cut, votes);
  const { uncertain } = await selectOne(
    connection,
    z.object({ uncertain: amount }),
    'select count(*) filter (uncertain) as uncertain from pair',
  );
  const changed = await selectOne(connection, changedCounts, changedSql);
  await emptyCells(connection);
  const some = changed.changedAfterCapture + changed.catalogueChanged > 0;
  if (some) await makeCells(connection, from.cut, to.cut, votes);
  return {
    ...(await selectOne(connection, loneCounts, loneSql(from, to))),
    ...changed,
    uncertainMatches: uncertain,
    columns: some ? (await select(connection, columnRow, columnsSql)).map(columnChange) : [],
    places: some ? await select(connection, placeRow, placesSql(to.cut)) : [],
    rows: some ? await select(connection, cellRow, cellsSql) : [],
  };
}

/** Makes `lone`: the rows of one cut without a partner in the other. */
export async function makeLone(connection: DuckDBConnection, from: Cut, to: Cut, paired: number): Promise<void> {
  const alone = (kind: 'gone' | 'new', cut: number, row: 'a_row' | 'b_row') =>
    `insert into lone
       select '${kind}', a."row", a.status, s.ident, ${subject('a')}, ${ballot('a')}, ${calculated('a')}
       from ${actas(cut)} a join side_${cut} s using ("row") anti join pair p on p.${row} = a."row"`;
  await run(
    connection,
    `create or replace temp table lone
       (kind varchar, "row" bigint, status varchar, ident varchar, subject varchar, ballot varchar, votes hugeint)`,
    ...(paired < from.rows ? [alone('gone', from.cut, 'a_row')] : []),
    ...(paired < to.rows ? [alone('new', to.cut, 'b_row')] : []),
  );
}

/** Makes `changed`: the pairs of which any column differs. */
export const makeChanged = (connection: DuckDBConnection, from: number, to: number, votes: VoteColumns): Promise<void> =>
  run(
    connection,
    `create or replace temp table changed as
       select p.a_row, p.b_row, ${subject('b')} as subject, a.status as a_status, b.status as b_status,
         ${calculated('a')} as a_votes, ${calculated('b')} as b_votes, ${ballot('a')} as a_ballot, ${ballot('b')} as b_ballot,
         ${distinct(catalogueColumns)} as catalogue
       from pair p join ${actas(from)} a on a."row" = p.a_row join ${actas(to)} b on b."row" = p.b_row
       where ${inOrder(votes) ? 'not p.alike' : 'true'} and (${votesDiffer(votes)} or ${distinct([...catalogueColumns, ...capturedNumbers, ...capturedTexts])})`,
  );

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

const inBoth = "a_status <> 'not-captured' and b_status <> 'not-captured'";
const placeRow = z.object({ place: z.string(), changed: amount, votesDelta: amount });
const placesSql = (
  to: number,
) => `select ${placeName} as place, count(*) as changed, coalesce(sum(b_votes - a_votes) filter (${inBoth}), 0) as "votesDelta"
  from changed join ${actas(to)} on "row" = b_row where a_status <> 'not-captured' group by place order by place`;

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
