import type { DuckDBConnection } from '@duckdb/node-api';
import { z } from 'zod';
import { placeName } from './columns.ts';
import type { ColumnChange, Cut } from './cut.ts';
import { partyName } from './party-name.ts';
import { amount, literal, maybeAmount, run, select, selectOne } from './query.ts';
import { pairVoteColumns, type VotePair } from './vote-columns.ts';

/** A casilla whose votes differ; only the columns that do. null: a special value or nothing, which counts as zero. */
export type CasillaDifference = {
  readonly key: string;
  readonly column: string;
  readonly left: number | null;
  readonly right: number | null;
};

export type PlaceDifference = { readonly place: string; readonly matched: number; readonly different: number; readonly delta: number };

/** Two sources of one election, casilla by casilla. Counts are actas; `delta` is right minus left, in votes. */
export type SourcesCompared = {
  readonly matched: number;
  readonly equal: number;
  readonly different: number;
  readonly onlyLeft: number;
  readonly onlyRight: number;
  /** Rows without a key (out of catalogue): nothing to match them by. */
  readonly withoutKeyLeft: number;
  readonly withoutKeyRight: number;
  /** Matches under a repeated key that only their order made. */
  readonly uncertainMatches: number;
  /** Vote columns matched by name; `left` and `right` as published. */
  readonly parties: readonly { readonly left: string; readonly right: string }[];
  /** Vote columns without a partner: their votes were not compared. */
  readonly columnsOnlyLeft: readonly string[];
  readonly columnsOnlyRight: readonly string[];
  readonly columns: readonly ColumnChange[];
  /** By district or municipality of the left source. */
  readonly places: readonly PlaceDifference[];
  /** The first 200 differing votes, in the order of the left file. */
  readonly rows: readonly CasillaDifference[];
  /** Keys on one side alone, the first 50. */
  readonly keysOnlyLeft: readonly string[];
  readonly keysOnlyRight: readonly string[];
};

const key = `nullif(upper(ltrim(trim("key"), '0')), '')`;
/** Under one key: rows of equal votes first, then of one geography, then of one lista nominal, then in order. */
const evidence = ['ballot', `coalesce(district_id, '') || '/' || coalesce(municipality_id, '')`, 'list', `''`];

/** PREP against cómputos, or any two sources of one election: matched by CLAVE_CASILLA, votes compared by party. */
export async function compareSources(connection: DuckDBConnection, left: Cut, right: Cut): Promise<SourcesCompared> {
  const { pairs, gone, added } = pairVoteColumns(left.voteColumns, right.voteColumns, partyName);
  await match(connection, left.cut, right.cut, pairs);
  const counts = await selectOne(connection, countsSchema, countsSql);
  const columns = await select(connection, columnSchema, columnsSql);
  const places = await select(connection, placeSchema, placesSql);
  const rows = await select(connection, rowSchema, rowsSql);
  const [keysOnlyLeft, keysOnlyRight] = [await aloneKeys(connection, 'l'), await aloneKeys(connection, 'r')];
  for (const table of ['l', 'r', 'repeated', 'pair', 'cell']) await run(connection, `drop table source_${table}`);
  return {
    ...counts,
    equal: counts.matched - counts.different,
    parties: pairs.map(({ name, to }) => ({ left: name, right: right.voteColumns[to - 1] ?? name })),
    columnsOnlyLeft: gone,
    columnsOnlyRight: added,
    columns,
    places,
    rows,
    keysOnlyLeft,
    keysOnlyRight,
  };
}

async function match(connection: DuckDBConnection, left: number, right: number, pairs: readonly VotePair[]): Promise<void> {
  const ballot = (side: 'from' | 'to') => `[${pairs.map((pair) => `coalesce(votes[${pair[side]}], 0)`).join(', ')}]::bigint[]`;
  const source = (cut: number, side: 'from' | 'to') =>
    `select "row", ${key} as k, "key", district_id, municipality_id, list, votes, ${ballot(side)} as ballot,
       ${placeName} as place
     from acta where cut = ${cut}`;
  await run(
    connection,
    `create or replace temp table source_l as ${source(left, 'from')}`,
    `create or replace temp table source_r as ${source(right, 'to')}`,
    `create or replace temp table source_repeated as
       select k from source_l where k is not null group by k having count(*) > 1
       union select k from source_r where k is not null group by k having count(*) > 1`,
    `create or replace temp table source_pair as select l."row" as l_row, r."row" as r_row, false as uncertain
       from source_l l join source_r r using (k) where k not in (from source_repeated)`,
  );
  const [repeated] = await select(connection, z.object({ k: z.string() }), 'from source_repeated limit 1');
  if (repeated) for (const shared of evidence) await matchRepeated(connection, shared);
  await run(connection, `create or replace temp table source_cell as ${cellSql(pairs)}`);
}

async function matchRepeated(connection: DuckDBConnection, shared: string): Promise<void> {
  const ranked = (side: 'l' | 'r') =>
    `select "row", k, ${shared} as shared, row_number() over (partition by k, ${shared} order by list, ballot, "row") as ordinal,
       count(*) over (partition by k, ${shared}) as many
     from source_${side} where k in (from source_repeated) and ${shared} is not null and "row" not in (select ${side}_row from source_pair)`;
  const uncertain = shared === 'ballot' ? 'false' : 'l.many > 1 or r.many > 1';
  await run(
    connection,
    `insert into source_pair select l."row", r."row", ${uncertain} from (${ranked('l')}) l join (${ranked('r')}) r using (k, shared, ordinal)`,
  );
}

const cellSql = (pairs: readonly VotePair[]): string => {
  const cells = pairs.map(
    ({ name, from, to }, i) =>
      `{ord: ${i}, name: ${literal(name)}, l: l.votes[${from}], r: r.votes[${to}], differs: l.ballot[${i + 1}] <> r.ballot[${i + 1}]}`,
  );
  return `select l_row, "key", unnest(cells, recursive := true) from (
    select l_row, l."key", list_filter([${cells.join(', ')}]${cells.length === 0 ? '::struct(ord integer, name varchar, l bigint, r bigint, differs boolean)[]' : ''},
      lambda x: x.differs) as cells
    from source_pair join source_l l on l."row" = l_row join source_r r on r."row" = r_row where l.ballot <> r.ballot)`;
};

const countsSchema = z.object({
  matched: amount,
  different: amount,
  onlyLeft: amount,
  onlyRight: amount,
  withoutKeyLeft: amount,
  withoutKeyRight: amount,
  uncertainMatches: amount,
});
const alone = (side: 'l' | 'r') => `from source_${side} where k is not null and "row" not in (select ${side}_row from source_pair)`;
const countsSql = `select (select count(*) from source_pair) as matched,
  (select count(distinct l_row) from source_cell) as different,
  (select count(*) ${alone('l')}) as "onlyLeft",
  (select count(*) ${alone('r')}) as "onlyRight",
  (select count(*) from source_l where k is null) as "withoutKeyLeft",
  (select count(*) from source_r where k is null) as "withoutKeyRight",
  (select count(*) from source_pair where uncertain) as "uncertainMatches"`;

const columnSchema = z.object({ name: z.string(), count: amount, delta: amount });
const columnsSql = `select name, count(*) as "count", sum(coalesce(r, 0)::hugeint - coalesce(l, 0)) as delta
  from source_cell group by name, ord order by ord`;

const placeSchema = z.object({ place: z.string(), matched: amount, different: amount, delta: amount });
const placesSql = `select place, count(*) as matched, count(c.l_row) as different, coalesce(sum(c.delta), 0) as delta
  from source_pair p join source_l l on l."row" = p.l_row
  left join (select l_row, sum(coalesce(r, 0)::hugeint - coalesce(l, 0)) as delta from source_cell group by l_row) c on c.l_row = p.l_row
  group by place order by place`;

const rowSchema = z.object({ key: z.string(), column: z.string(), left: maybeAmount, right: maybeAmount });
const rowsSql = `select "key", name as "column", l as "left", r as "right" from source_cell order by l_row, ord limit 200`;

const aloneKeys = async (connection: DuckDBConnection, side: 'l' | 'r'): Promise<readonly string[]> =>
  (await select(connection, z.object({ key: z.string() }), `select "key" ${alone(side)} order by "row" limit 50`)).map((row) => row.key);
