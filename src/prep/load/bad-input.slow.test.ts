import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { describe, expect, test } from 'vitest';
import { readSources } from '../source/read.ts';
import { codesOf, header, loaded, names, row, rowsOf, small, withPrep } from './test-files.ts';

const html = '<!DOCTYPE html>\n<html><head><title>404</title></head><body>CLAVE_CASILLA no encontrada</body></html>';
const wide = `${header},${Array.from({ length: 10_000 }, (_, i) => `P${i}`).join(',')}`;

describe('what cannot be read is told, and nothing breaks', () => {
  test.each<[string, string | Uint8Array, readonly string[]]>([
    ['an empty file', '', ['empty']],
    ['a page saved as CSV', html, ['html']],
    ['a PDF', '%PDF-1.7\n%âãÏÓ\n1 0 obj', ['pdf']],
    ['an old workbook', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), ['spreadsheet']],
    ['a 7z package', Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c), ['binary']],
    ['a header and no rows', small({ rows: [] }), ['no-rows']],
    ['totals and no table', ['GUBERNATURA', '03/06/2024 20:00 (UTC-6)', names, '1,1,0,1,1,30'].join('\n'), ['totals-only']],
    ['words', 'una carta\ncualquiera\n', ['no-header']],
    ['10,000 columns', small({ header: wide, rows: [] }), ['too-many-columns']],
    ['blanks only', '\n\n   \n', ['no-header']],
    ['a line of commas', ',,,,,,,,\n', ['no-header']],
  ])('%s', async (_, content, codes) => {
    await withPrep(async (prep) => {
      const cut = await loaded(prep, content);
      expect(codesOf(cut)).toEqual(expect.arrayContaining([...codes]));
      expect(cut.faults.some((one) => one.severity === 'error')).toBe(true);
      expect(cut.rows).toBe(0);
      for (const one of cut.faults) {
        expect(one.what.es).not.toBe('');
        expect(one.what.en).not.toBe('');
        expect(one.todo.es).not.toBe('');
        expect(one.todo.en).not.toBe('');
      }
      expect((await loaded(prep, small())).rows).toBe(1);
    });
  });

  test('totals without a table are still read', async () => {
    await withPrep(async (prep) => {
      await loaded(prep, ['GUBERNATURA', '03/06/2024 20:00 (UTC-6)', names, '8,8,0,8,7,30'].join('\n'));
      expect(await rowsOf(prep, `select value from total where name = 'counted'`)).toEqual([[7]]);
    });
  });

  test('NUL bytes are left out, and reported', async () => {
    await withPrep(async (prep) => {
      const cut = await loaded(prep, small({ rows: [row.replace('PUEBLA', 'PUE\0BLA')] }));
      expect(codesOf(cut)).toContain('nul-bytes');
      expect(await rowsOf(prep, 'select state, status from acta')).toEqual([['PUEBLA', 'counted']]);
    });
  });

  test('what is missing above the table is told, and the actas are read', async () => {
    await withPrep(async (prep) => {
      const cut = await loaded(prep, `${header}\n${row}\n`, 'datos.csv');
      expect(cut.rows).toBe(1);
      expect(cut.cutAt).toBeNull();
      expect(codesOf(cut)).toEqual(expect.arrayContaining(['no-totals', 'no-cut-time']));
    });
  });

  test('names and values of totals that do not match in number are told', async () => {
    await withPrep(async (prep) => {
      expect(codesOf(await loaded(prep, small({ values: '1,1,0' })))).toContain('totals-shape');
      expect(codesOf(await loaded(prep, small({ values: '1,1,0,1,1,30,9,9' })))).toContain('totals-shape');
    });
  });

  test('columns of one name are told, and both are counted', async () => {
    await withPrep(async (prep) => {
      const cut = await loaded(prep, small({ header: header.replace(',PRI,', ',PAN,') }));
      expect(codesOf(cut)).toContain('duplicate-columns');
      expect(cut.voteColumns).toEqual(['PAN', 'PAN', 'C_PAN_PRI', 'NO_REGISTRADOS', 'NULOS']);
      expect(await rowsOf(prep, 'select votes from acta')).toEqual([[['10', '12', '3', '0', '5']]]);
    });
  });

  test('an acta with an endless field is cut off there, and the next ones are read', async () => {
    await withPrep(async (prep) => {
      const cut = await loaded(prep, small({ rows: [row, row.replace('PUEBLA', 'X'.repeat(3_000_000)), row] }));
      expect(cut.rows).toBe(3);
      expect(cut.faults.find((one) => one.code === 'long-line')?.where?.es).toBe('filas 2');
      expect(await rowsOf(prep, 'select "row", key from acta order by 1')).toEqual([
        ['1', '210001B0100'],
        ['2', '210001B0100'],
        ['3', '210001B0100'],
      ]);
    });
  });
});

test('a line of 100 MB is read no further than its begin', async () => {
  await withPrep(async (prep) => {
    const file = join(prep.temp, 'long.csv');
    const out = createWriteStream(file);
    const megabyte = Buffer.alloc(2 ** 20, 'x');
    for (let i = 0; i < 100; i++) out.write(megabyte);
    out.end();
    await finished(out);
    const before = process.memoryUsage().rss;
    const [source] = await readSources([file], prep.temp);
    const cut = await prep.load(source ?? expect.fail());
    expect(codesOf(cut)).toContain('long-line');
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 2 ** 20);
  });
});
