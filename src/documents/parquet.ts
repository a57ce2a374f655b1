import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A column of open data: its name for programs, its kind, and what it says for people. */
export type DataColumn = { readonly name: string; readonly kind: 'text' | 'day' | 'integer'; readonly about: string };
export type DataValue = string | number | null;

const sqlKinds = { text: 'VARCHAR', day: 'DATE', integer: 'BIGINT' } as const;
/** Names come from our own tables and are checked all the same: they stand in the statement. */
const namePattern = /^[a-z][a-z0-9_]{0,40}$/;

/** Rows as a Parquet file, days as dates and counts as numbers. DuckDB is loaded by the first who asks. */
export async function rowsToParquet(
  columns: readonly DataColumn[],
  rows: readonly (readonly DataValue[])[],
): Promise<Uint8Array<ArrayBuffer>> {
  for (const { name } of columns) if (!namePattern.test(name)) throw new RangeError(`${name} is no name of a column`);
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const folder = await mkdtemp(join(tmpdir(), 'atalaya-parquet-'));
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  try {
    const connection = await instance.connect();
    await connection.run(`CREATE TABLE data (${columns.map(({ name, kind }) => `${name} ${sqlKinds[kind]}`).join(', ')})`);
    // As one JSON text and not row by row: a table of two thousand rows is one statement.
    const shaped = rows.map((row) => Object.fromEntries(columns.map(({ name }, i) => [name, row[i] ?? null])));
    const structure = JSON.stringify([Object.fromEntries(columns.map(({ name, kind }) => [name, sqlKinds[kind]]))]);
    if (rows.length > 0)
      await connection.run(`INSERT INTO data SELECT unnest(from_json($1::JSON, '${structure}'), max_depth := 2)`, [JSON.stringify(shaped)]);
    const file = join(folder, 'data.parquet');
    await connection.run(`COPY data TO '${file.replaceAll("'", "''")}' (FORMAT parquet, COMPRESSION zstd)`);
    connection.closeSync();
    return new Uint8Array(await readFile(file));
  } finally {
    instance.closeSync();
    await rm(folder, { recursive: true, force: true });
  }
}
