import type { DuckDBConnection } from '@duckdb/node-api';
import { z } from 'zod';
import { must } from '../../core/result.ts';
import { shownRows } from '../checks/check.ts';
import { type CutsFinding, cutsFinding } from './finding.ts';
import { type KindId, kinds } from './kinds.ts';
import { amount, literal, maybeAmount, select } from './query.ts';

const kind = z.string().refine((id): id is KindId => id in kinds);
const group = z.object({ kind, a: amount, b: amount, count: amount, corrected: amount, last: maybeAmount });
const offence = z.object({
  kind,
  b: amount,
  row: amount,
  subject: z.string().nullable(),
  saw: z.string(),
  expected: z.string(),
  correctedIn: maybeAmount,
});

/** The record of one election as findings: one for each kind and pair of cuts. */
export async function standingFindings(
  connection: DuckDBConnection,
  electionKey: string,
  most: number = shownRows,
): Promise<readonly CutsFinding[]> {
  const election = `election = ${literal(electionKey)}`;
  const groups = await select(
    connection,
    group,
    `select kind, a, b, count(*) as "count", count(corrected) as corrected, max(corrected) as last
       from standing where ${election} group by all order by b, kind`,
  );
  const offences = await select(
    connection,
    offence,
    `select kind, b, "row", nullif(subject, '') as subject, saw, expected, corrected as "correctedIn" from standing where ${election}
       qualify row_number() over (partition by kind, b order by "row") <= ${most} order by b, kind, "row"`,
  );
  const shown = Map.groupBy(offences, ({ kind, b }) => `${b} ${kind}`);
  return groups.map(({ kind, a, b, ...all }) =>
    cutsFinding(
      { check: kind, electionKey, from: a, cut: b },
      must(shown.get(`${b} ${kind}`), 'each group has rows').map(({ kind: _kind, b: _b, ...one }) => one),
      all,
      most,
    ),
  );
}
