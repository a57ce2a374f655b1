import type { DuckDBConnection } from '@duckdb/node-api';
import { z } from 'zod';
import { cellRow, cellsSql, columnChange, columnRow, columnsSql, emptyCells, makeCells } from './cells.ts';
import { makeChanged, makeLone } from './change.ts';
import type { CellChange, ColumnChange, Cut } from './cut.ts';
import { type CutsFinding, cutsFinding } from './finding.ts';
import { dropSide, makePairs, makeSide } from './pair.ts';
import { amount, select, selectOne } from './query.ts';
import { type TotalDifference, totalDifferences } from './totals-fell.ts';
import { pairVoteColumns } from './vote-columns.ts';

/** Two copies of one cut. `onlyLeft`, `onlyRight` and `different` are rows; everything is zero or empty when the bytes are equal. */
export type MirrorsCompared = {
  readonly equalBytes: boolean;
  readonly equalContent: boolean;
  readonly onlyLeft: number;
  readonly onlyRight: number;
  readonly different: number;
  readonly columnsOnlyLeft: readonly string[];
  readonly columnsOnlyRight: readonly string[];
  readonly totals: readonly TotalDifference[];
  readonly columns: readonly ColumnChange[];
  /** The first 50 cells that differ: `before` of the left copy, `after` of the right one. */
  readonly rows: readonly CellChange[];
  readonly findings: readonly CutsFinding[];
};

const counts = z.object({ onlyLeft: amount, onlyRight: amount, different: amount });
const countsSql = `select (select count(*) from lone where kind = 'gone') as "onlyLeft", (select count(*) from lone where kind = 'new') as "onlyRight",
  (select count(*) from changed) as different`;

/** Compares two published copies of one cut: first the bytes, then the content, row by row and total by total. */
export async function compareMirrors(connection: DuckDBConnection, left: Cut, right: Cut): Promise<MirrorsCompared> {
  const none = { onlyLeft: 0, onlyRight: 0, different: 0, columnsOnlyLeft: [], columnsOnlyRight: [], totals: [], columns: [], rows: [] };
  if (left.sha256 === right.sha256) return { equalBytes: true, equalContent: true, ...none, findings: [] };
  const votes = pairVoteColumns(left.voteColumns, right.voteColumns);
  for (const { cut } of [left, right]) await makeSide(connection, cut);
  await makeLone(connection, left, right, await makePairs(connection, left, right));
  await makeChanged(connection, left.cut, right.cut, votes);
  await emptyCells(connection);
  await makeCells(connection, left.cut, right.cut, votes, 'all');
  const found = await selectOne(connection, counts, countsSql);
  const totals = await totalDifferences(connection, left.cut, right.cut);
  const columns = await select(connection, columnRow, columnsSql);
  const rows = await select(connection, cellRow, cellsSql);
  for (const { cut } of [left, right]) await dropSide(connection, cut);
  const differences = found.onlyLeft + found.onlyRight + found.different + totals.length + votes.added.length + votes.gone.length;
  const place = { electionKey: right.electionKey, from: left.cut, cut: right.cut };
  return {
    equalBytes: false,
    equalContent: differences === 0,
    ...found,
    columnsOnlyLeft: votes.gone,
    columnsOnlyRight: votes.added,
    totals,
    columns: columns.map(columnChange),
    rows,
    findings: [
      differences === 0
        ? cutsFinding({ check: 'mirror-bytes-differ', ...place }, [
            { row: null, subject: right.file, saw: right.sha256, expected: left.sha256, correctedIn: null },
          ])
        : cutsFinding(
            { check: 'mirror-differs', ...place },
            [
              ...totals.map(({ name, before, after }) => ({
                row: null,
                subject: name,
                saw: text(after),
                expected: text(before),
                correctedIn: null,
              })),
              ...rows.map(({ key, row, column, before, after }) => ({
                row,
                subject: key,
                saw: `${column} = ${text(after)}`,
                expected: `${column} = ${text(before)}`,
                correctedIn: null,
              })),
            ],
            { count: differences, corrected: 0, last: null },
          ),
    ],
  };
}

const text = (value: string | number | null): string => (value === null ? '—' : `${value}`);
