import { type DuckDBConnection, type DuckDBValue, LIST, listValue, VARCHAR } from '@duckdb/node-api';
import type { Role } from '../detect/detected.ts';
import type { LoadedCut } from '../load/prep.ts';

/** What the queries of one cut may ask for. */
export type CutContext = {
  readonly connection: DuckDBConnection;
  readonly cut: number;
  /** Local time of the publisher, `2024-06-03 20:00:00`; null when the file does not say. */
  readonly cutAt: string | null;
  readonly voteNames: readonly string[];
  readonly has: (role: Role) => boolean;
};

/** The offset is dropped: stamps of actas are published in the same local time, without one. */
export const localTime = (cutAt: string | null): string | null => cutAt?.replace('T', ' ').replace(/(?:Z|[+-]\d{2}:?\d{2})$/, '') ?? null;

export function contextOf(connection: DuckDBConnection, cut: LoadedCut): CutContext {
  const roles = new Set(cut.detected.columns.map((column) => column.role));
  return { connection, cut: cut.cut, cutAt: localTime(cut.cutAt), voteNames: cut.voteColumns, has: (role) => roles.has(role) };
}

/**
 * Runs a query that may mention `$cut`, `$cut_at` and `$vote_names`. The number of the cut is written into the text: the tables of all
 * other cuts then fall away before the query runs, which they do not for a bound value.
 */
export async function ask(context: CutContext, sql: string): Promise<readonly Record<string, DuckDBValue>[]> {
  const values: Record<string, DuckDBValue> = { cut_at: context.cutAt, vote_names: listValue([...context.voteNames]) };
  const types = { cut_at: VARCHAR, vote_names: LIST(VARCHAR) };
  const mentioned = <T>(all: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(all).filter(([name]) => new RegExp(`\\$${name}\\b`).test(sql)));
  const reader = await context.connection.runAndReadAll(sql.replace(/\$cut\b/g, `${context.cut}`), mentioned(values), mentioned(types));
  return reader.getRowObjects();
}
