import type { DuckDBConnection } from '@duckdb/node-api';
import { z } from 'zod';

/** A count or an amount: DuckDB hands 64-bit integers over as text. */
export const amount = z.coerce.number();
/** The same where there may be no number. */
export const maybeAmount = z.union([z.null(), amount]);

export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** The rows of a query, each checked against `schema`: only what will be shown should be asked for. */
export async function select<T>(connection: DuckDBConnection, schema: z.ZodType<T>, sql: string): Promise<readonly T[]> {
  const reader = await connection.runAndReadAll(sql);
  return reader.getRowObjectsJson().map((row) => schema.parse(row));
}

/** The one row of a query that always has one. */
export async function selectOne<T>(connection: DuckDBConnection, schema: z.ZodType<T>, sql: string): Promise<T> {
  const [row] = await select(connection, schema, sql);
  if (row === undefined) throw new Error('a query of one row gave none');
  return row;
}

/** One statement after another. */
export async function run(connection: DuckDBConnection, ...statements: readonly string[]): Promise<void> {
  for (const statement of statements) await connection.run(statement);
}

/** Runs `create table … as` or `insert`; gives the number of rows made. */
export async function make(connection: DuckDBConnection, sql: string): Promise<number> {
  const reader = await connection.runAndReadAll(sql);
  return Number(reader.getRows()[0]?.[0] ?? 0);
}

/** The rows of one cut. */
export const actas = (cut: number): string => `(from acta where cut = ${cut})`;
