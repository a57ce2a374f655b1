import type { DuckDBValue } from '@duckdb/node-api';
import { totalNames } from '../detect/total-names.ts';
import type { LoadedCut, Prep } from '../load/prep.ts';
import { compareTotals, type Published } from './compare-totals.ts';
import countsSql from './counts.sql?raw';
import type { Recomputation } from './recomputation.ts';
import { type CountName, countNames, type RowCounts } from './row-counts.ts';

/**
 * Every published total of a cut recomputed from its rows, by the definitions on which the published readme files agree (2018–2024):
 * only CONTABILIZADA = 1 adds votes and list; percentages are over ACTAS_ESPERADAS, four decimals, truncated; participation is
 * over the list of the counted actas. Which published numbers reconcile is `comparisons`; nothing here is a finding yet.
 */
export async function recompute(
  prep: Pick<Prep, 'connection'>,
  cut: Pick<LoadedCut, 'cut' | 'rows'>,
  options: { readonly final?: boolean } = {},
): Promise<Recomputation> {
  const published = await publishedTotals(prep, cut.cut);
  const counts = cut.rows > 0 ? await rowCounts(prep, cut.cut) : null;
  return compareTotals(published, counts, options.final === true);
}

async function publishedTotals(prep: Pick<Prep, 'connection'>, cut: number): Promise<readonly Published[]> {
  const reader = await prep.connection.runAndReadAll(`select name, label, value from total where cut = ${cut}`);
  return reader.getRowObjects().flatMap(({ name, label, value }) => {
    const known = totalNames.find((one) => one === name);
    return known ? [{ name: known, label: String(label), value: value === null ? null : Number(value) }] : [];
  });
}

async function rowCounts(prep: Pick<Prep, 'connection'>, cut: number): Promise<RowCounts> {
  const reader = await prep.connection.runAndReadAll(countsSql.replace('$cut', `${cut}`));
  const row: Readonly<Record<string, DuckDBValue>> = reader.getRowObjects()[0] ?? {};
  const count = (name: CountName) => BigInt(String(row[name]));
  // One entry a name of countNames, so it has every key of RowCounts.
  return Object.fromEntries(countNames.map((name) => [name, count(name)])) as RowCounts;
}
