import type { DuckDBConnection } from '@duckdb/node-api';
import { z } from 'zod';
import type { CutChange, TotalFall } from './cut.ts';
import { maybeAmount, select } from './query.ts';

/** Published totals that can only grow while actas arrive. Percentages of participation and of inconsistency may move both ways. */
const growing: readonly string[] = [
  'registered',
  'outOfCatalogue',
  'captured',
  'capturedPercent',
  'counted',
  'countedPercent',
  'list',
  'votesWithSpecials',
  'votesWithoutSpecials',
];

export type TotalsCompared = { readonly equal: boolean } & Pick<CutChange, 'expectedChanged'> & { readonly fell: readonly TotalFall[] };

/** A published total of one cut beside that of another; null where a cut does not publish it or it is no number. */
export type TotalDifference = { readonly name: string; readonly before: number | null; readonly after: number | null };

const row = z.object({ name: z.string(), before: maybeAmount, after: maybeAmount });

/** The published totals that differ, by canonical name. */
export const totalDifferences = (connection: DuckDBConnection, from: number, to: number): Promise<readonly TotalDifference[]> =>
  select(
    connection,
    row,
    `select coalesce(a.name, b.name) as name, a.value as before, b.value as after
       from (from total where cut = ${from} and name is not null) a full join (from total where cut = ${to} and name is not null) b using (name)
       where a.value is distinct from b.value order by 1`,
  );

export async function compareTotals(connection: DuckDBConnection, from: number, to: number): Promise<TotalsCompared> {
  const different = await totalDifferences(connection, from, to);
  const numbers = different.flatMap(({ name, before, after }) => (before === null || after === null ? [] : [{ name, before, after }]));
  const expected = numbers.find(({ name }) => name === 'expected');
  return {
    equal: different.length === 0,
    fell: numbers.filter(({ name, before, after }) => growing.includes(name) && after < before),
    expectedChanged: expected ? { before: expected.before, after: expected.after } : null,
  };
}
