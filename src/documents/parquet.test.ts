import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { type DataColumn, rowsToParquet } from './parquet.ts';

const columns: readonly DataColumn[] = [
  { name: 'clave', kind: 'text', about: '' },
  { name: 'vence', kind: 'day', about: '' },
  { name: 'dias', kind: 'integer', about: '' },
];

test('a Parquet file is read back with its kinds: days are dates, counts numbers, absence null', async () => {
  const rows = [
    ['E14 «ñ»', '2020-03-10', 3],
    ["O'Higgins", null, null],
  ] as const;
  const folder = await mkdtemp(join(tmpdir(), 'atalaya-test-'));
  const file = join(folder, 'x.parquet');
  writeFileSync(file, await rowsToParquet(columns, rows));
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const read = await connection.runAndReadAll(
    `SELECT clave, vence::VARCHAR AS vence, dias::INTEGER AS dias, typeof(vence) AS kind FROM '${file}'`,
  );
  expect(read.getRowObjectsJson()).toEqual([
    { clave: 'E14 «ñ»', vence: '2020-03-10', dias: 3, kind: 'DATE' },
    { clave: "O'Higgins", vence: null, dias: null, kind: 'DATE' },
  ]);
  await rm(folder, { recursive: true });
});
test('an empty table is a file too, and a name that is none is refused', async () => {
  expect(
    Buffer.from(await rowsToParquet(columns, []))
      .subarray(0, 4)
      .toString(),
  ).toBe('PAR1');
  await expect(rowsToParquet([{ name: 'a; DROP', kind: 'text', about: '' }], [])).rejects.toThrow(RangeError);
});
