import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rowsWithKey } from './acta-history.ts';
import { bytesOf, forms } from './load/test-forms.ts';

const sample = readFileSync('src/prep/samples/campeche-2021-juntas/20210607_2000_PREP_JUNTAS_CAMP/CAMP_JUNTAS_2021.csv');
const plain = { encoding: 'ascii', delimiter: ',', lineEnd: 'lf' };

describe('the rows of one key', () => {
  test('are given as published, under the names of their columns', () => {
    const { columns, rows } = rowsWithKey(sample, plain, '040118B010007');
    expect(rows).toHaveLength(1);
    expect(rows[0]?.[columns.indexOf('SECCION')]).toBe('0118');
  });

  test('are all those that share a repeated key', () => {
    expect(rowsWithKey(sample, plain, "'040405B010007").rows).toHaveLength(2);
  });

  test('are none for a key that only begins like one, or for none at all', () => {
    expect(rowsWithKey(sample, plain, '040118B').rows).toEqual([]);
    expect(rowsWithKey(sample, plain, ' ').rows).toEqual([]);
    expect(rowsWithKey(Buffer.from('una carta'), plain, '040118B010007').rows).toEqual([]);
  });

  test.each([
    ['utf-16le', '\n', 'lf'],
    ['utf-8-bom', '\r', 'cr'],
    ['windows-1252', '\r\n', 'crlf'],
  ] as const)('are found in %s with any line end, letters as they are', (encoding, lineEnd, name) => {
    const bytes = bytesOf({ ...forms.plain, encoding, lineEnd, quoting: 'all', keys: 'equals-escaped' });
    const { columns, rows } = rowsWithKey(bytes, { encoding: encoding.replace('-bom', ''), delimiter: ',', lineEnd: name }, '210085C1000');
    expect(rows.map((row) => row[columns.indexOf('ENTIDAD')])).toEqual(['PUEBLA DE LA PEÑA']);
  });
});
