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

const row = z.object({ name: z.string(), before: maybeAmount, after: maybeAmount });

export async function compareTotals(connection: DuckDBConnection, from: number, to: number): Promise<TotalsCompared> {
  const totals = await select(
    connection,
    row,
    `select coalesce(a.name, b.name) as name, a.value as before, b.value as after
       from (from total where cut = ${from} and name is not null) a full join (from total where cut = ${to} and name is not null) b using (name)
       order by 1`,
  );
  const fell = totals.flatMap(({ name, before, after }) =>
    growing.includes(name) && before !== null && after !== null && after < before ? [{ name, before, after }] : [],
  );
  const expected = totals.find(({ name }) => name === 'expected');
  const changed = expected !== undefined && expected.before !== null && expected.after !== null && expected.before !== expected.after;
  return {
    equal: totals.every(({ before, after }) => before === after),
    fell,
    expectedChanged: changed ? { before: expected.before, after: expected.after } : null,
  };
}
