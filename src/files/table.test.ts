import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import { cellsOf } from './table.ts';

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

test('a workbook gives its cells as text, dates as days, and nothing where a merged cell lies', async () => {
  const rows = [
    [{ value: 'OPL' }, { value: 'Fecha' }],
    [{ value: 'IEC', rowSpan: 2 }, { value: '5/10/2020' }],
    [null, { value: 12.5 }],
  ];
  const bytes = await writeWorkbook(rows as never).toBuffer();
  expect(await cellsOf(new Uint8Array(bytes), workbook)).toEqual({
    ok: true,
    value: [
      ['OPL', 'Fecha'],
      ['IEC', '5/10/2020'],
      ['', '12.5'],
    ],
  });
});

test.each([
  ['OPL,Fecha\nIEC,"5 de octubre, 2020"\n', '5 de octubre, 2020'],
  ['\ufeffOPL;Fecha\r\nIEC;2020-10-05\r\n', '2020-10-05'],
  ['OPL\tFecha\nIEC\t2020-10-05', '2020-10-05'],
])('a CSV is read with the mark it is written with', async (text, cell) => {
  expect(await cellsOf(strToU8(text), 'text/csv')).toEqual({
    ok: true,
    value: [
      ['OPL', 'Fecha'],
      ['IEC', cell],
    ],
  });
});

test('what is no sheet, is broken or too large is told apart', async () => {
  expect(await cellsOf(strToU8('x'), 'application/pdf')).toEqual({ ok: false, error: 'no-table' });
  expect(await cellsOf(zipSync({ 'a.xml': strToU8('<a/>') }), workbook)).toEqual({ ok: false, error: 'unreadable' });
  expect(await cellsOf(strToU8('a,"b\nc'), 'text/csv')).toEqual({ ok: false, error: 'unreadable' });
  expect(await cellsOf(strToU8('a\n'.repeat(5001)), 'text/csv')).toEqual({ ok: false, error: 'too-large' });
});
