import type { DuckDBConnection } from '@duckdb/node-api';
import { z } from 'zod';
import { capturedNumbers, capturedTexts, catalogueColumns } from './columns.ts';
import type { CellChange, ColumnChange } from './cut.ts';
import { actas, amount, literal, maybeAmount, run } from './query.ts';
import type { VoteColumns } from './vote-columns.ts';

/** What a cell speaks of: a change of votes weighs otherwise than one of a time stamp. */
export type Facet = 'votes' | 'status' | 'detail' | 'catalogue';

export const emptyCells = (connection: DuckDBConnection): Promise<void> =>
  run(
    connection,
    `create or replace temp table cell (b_row bigint, held boolean, "key" varchar, ord bigint, facet varchar, name varchar, before varchar,
       after varchar, delta hugeint)`,
  );

/**
 * Fills `cell` from `changed`: each changed cell of the actas captured in the earlier cut (`held`), and for the others those of the
 * catalogue; with `all`, each changed cell of every acta. `before` and `after` are text, a special value its status; `delta` is null for what is no number.
 */
export async function makeCells(
  connection: DuckDBConnection,
  from: number,
  to: number,
  votes: VoteColumns,
  which: 'held' | 'all' = 'held',
): Promise<void> {
  const held = which === 'all' ? 'true' : `c.a_status <> 'not-captured'`;
  const cells = [
    ...votes.pairs.map(({ name, from: i, to: j }) =>
      cell('votes', name, vote('a', i), vote('b', j), difference(`a.votes[${i}]`, `b.votes[${j}]`)),
    ),
    ...capturedNumbers.map((name) => number(name === 'calculated' ? 'votes' : 'detail', name)),
    ...capturedTexts.map((name) => text(name === 'status' ? 'status' : 'detail', name)),
    ...catalogueColumns.map((name) => (name === 'list' ? number('catalogue', name) : text('catalogue', name))),
  ];
  await run(
    connection,
    `insert into cell
       select b_row, held, "key", generate_subscripts(cells, 1) as ord, unnest(cells, recursive := true) from (
         select c.b_row, ${held} as held, c.subject as "key",
           list_filter([${cells.join(', ')}],
             lambda x: x.before is distinct from x.after and (x.facet = 'catalogue' or ${held})) as cells
         from changed c join ${actas(from)} a on a."row" = c.a_row join ${actas(to)} b on b."row" = c.b_row
         where ${held} or c.catalogue)`,
  );
}

const cell = (facet: Facet, name: string, before: string, after: string, delta: string): string =>
  `{facet: '${facet}', name: ${literal(name)}, before: ${before}, after: ${after}, delta: ${delta}}`;
/** Wide enough for any two published numbers, absurd ones included. */
const difference = (before: string, after: string): string => `coalesce(${after}, 0)::hugeint - coalesce(${before}, 0)`;
const number = (facet: Facet, name: string): string =>
  cell(facet, name, `a."${name}"::varchar`, `b."${name}"::varchar`, difference(`a."${name}"`, `b."${name}"`));
const text = (facet: Facet, name: string): string => cell(facet, name, `a."${name}"::varchar`, `b."${name}"::varchar`, 'null::hugeint');
const vote = (table: string, place: number): string =>
  `coalesce(${table}.votes[${place}]::varchar, ${table}.vote_status[${place}]::varchar)`;

export const columnRow = z.object({ name: z.string(), count: amount, delta: maybeAmount });
export const columnsSql = `select name, count(*) as "count", sum(delta) as delta from cell where held group by name order by count(*) desc, name`;

export const columnChange = ({ name, count, delta }: z.infer<typeof columnRow>): ColumnChange =>
  delta === null ? { name, count } : { name, count, delta };

export const cellRow: z.ZodType<CellChange> = z.object({
  key: z.string(),
  row: amount,
  column: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export const cellsSql = `select "key", b_row as "row", name as "column", before, after from cell where held order by b_row, ord limit 50`;
