import type { DuckDBConnection } from '@duckdb/node-api';
import { z } from 'zod';
import { maybeAmount, select } from './query.ts';

export type Totals = ReadonlyMap<string, number>;

/** The published totals of a cut that are numbers, by canonical name. */
export async function totalsOf(connection: DuckDBConnection, cut: number): Promise<Totals> {
  const schema = z.object({ name: z.string(), value: maybeAmount });
  const found = await select(connection, schema, `select name, value from total where cut = ${cut} and name is not null`);
  return new Map(found.flatMap(({ name, value }) => (value === null ? [] : [[name, value] as const])));
}

/** Which sum of votes the published participation stands on; null when neither gives it, or both do. */
export function participationBasis(totals: Totals): 'with-specials' | 'without-specials' | null {
  const [published, list] = [totals.get('participationPercent'), totals.get('list')];
  if (published === undefined || !list) return null;
  const gives = (votes: number | undefined) => votes !== undefined && Math.abs((100 * votes) / list - published) < 0.0003;
  const [withSpecials, without] = [gives(totals.get('votesWithSpecials')), gives(totals.get('votesWithoutSpecials'))];
  if (withSpecials === without) return null;
  return withSpecials ? 'with-specials' : 'without-specials';
}
