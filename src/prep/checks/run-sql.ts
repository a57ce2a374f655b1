import { DuckDBListValue, type DuckDBValue } from '@duckdb/node-api';
import { type Offence, type RowCheck, type SetCheck, shownRows } from './check.ts';
import { ask, type CutContext } from './context.ts';
import { conditionOf, queryOf } from './queries.ts';
import truncatedRow from './truncated-row.sql?raw';

/** What the queries of one check gave: how often, and the first offences. */
export type Found = { readonly count: number; readonly offences: readonly Offence[] };

/** Makes what several checks share, for one cut. */
export const prepareViews = async (context: CutContext): Promise<void> => void (await ask(context, truncatedRow));

/** All row checks in one scan; then, for those with offenders only, the first of them. Keyed by check id; ids with none are absent. */
export async function runRowChecks(
  context: CutContext,
  checks: readonly RowCheck[],
  most: number = shownRows,
): Promise<ReadonlyMap<string, Found>> {
  if (checks.length === 0) return new Map();
  const conditions = checks.map((check) => `(${conditionOf(check.id)})`);
  const broken = conditions.map((condition, i) => `if(${condition}, ${i}, null)`);
  // Only rows that break some rule are looked at twice: once to be found, once to say which.
  const counted = await ask(
    context,
    `select rule, count(*) as n, min(row, ${most}) as first
     from (select row, unnest([${broken.join(', ')}]) as rule from measured where cut = $cut and (${conditions.join(' or ')}))
     where rule is not null group by rule`,
  );
  const byRule = new Map(counted.map((one) => [Number(one.rule), one]));
  const rows = new Set(counted.flatMap((one) => numbersOf(one.first)));
  if (rows.size > 0)
    await ask(context, `create or replace temp table suspect as from measured where cut = $cut and row in (${[...rows].join(', ')})`);
  // One query tells them all: planning is what each costs, since the rows are few.
  const queries = [...byRule].flatMap(([rule, one]) => {
    const check = checks[rule];
    const few = `and row in (${numbersOf(one.first).join(', ')})`;
    return check ? [`select ${rule} as rule, row, subject, saw, expected from (${rowQuery(check.id, 'suspect', few)})`] : [];
  });
  const told = queries.length === 0 ? [] : await ask(context, `${queries.join(' union all ')} order by rule, row`);
  const offences = Map.groupBy(told, (one) => Number(one.rule));
  return new Map(
    checks.flatMap((check, rule) => {
      const one = byRule.get(rule);
      return one ? [[check.id, { count: Number(one.n), offences: (offences.get(rule) ?? []).map(toOffence) }] as const] : [];
    }),
  );
}

/** A whole query; its first offences and how many there are. */
export async function runSetCheck(context: CutContext, check: SetCheck, most: number = shownRows): Promise<Found> {
  const limit = check.eachSubject ? '' : `limit ${most}`;
  const found = await ask(
    context,
    `select row, subject, saw, expected, count(*) over () as n from (${queryOf(check.id)}) order by row, subject ${limit}`,
  );
  return { count: Number(found[0]?.n ?? 0), offences: found.map(toOffence) };
}

/** A page of all the offences of a check, in the order of the file. */
export async function offencesPage(
  context: CutContext,
  check: RowCheck | SetCheck,
  page: { readonly limit: number; readonly offset: number },
): Promise<readonly Offence[]> {
  const query = check.kind === 'row' ? rowQuery(check.id, 'measured') : queryOf(check.id);
  const found = await ask(
    context,
    `select row, subject, saw, expected from (${query}) order by row, subject limit ${Math.trunc(page.limit)} offset ${Math.trunc(page.offset)}`,
  );
  return found.map(toOffence);
}

/** A row check's query with the acta's key as its subject; `suspect` holds the rows of `measured` that are to be told one by one. */
const rowQuery = (id: string, table: 'measured' | 'suspect', more = ''): string =>
  `select row, coalesce(acta_key, key) as subject, saw, expected
   from (${queryOf(id).replace('from measured', `from ${table}`)} ${more})
   join (select row, key, acta_key from ${table} where cut = $cut ${more}) using (row) order by row`;

const toOffence = (found: Readonly<Record<string, DuckDBValue>>): Offence => ({
  row: textOf(found.row) === null ? null : Number(found.row),
  subject: textOf(found.subject),
  saw: textOf(found.saw) ?? '—',
  expected: textOf(found.expected) ?? '—',
});
const numbersOf = (value: DuckDBValue | undefined): readonly number[] =>
  value instanceof DuckDBListValue ? value.items.map((item) => Number(item)) : [];
const textOf = (value: DuckDBValue | undefined): string | null => (value === null || value === undefined ? null : String(value));
