import { strFromU8, unzipSync } from 'fflate';
import readWorkbook from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import type { Cell, Table } from '../core/document.ts';
import { tableToXlsx } from './xlsx.ts';

const tableOf = (rows: readonly (readonly Cell[])[], more: Partial<Table> = {}): Table => ({
  kind: 'table',
  id: 't',
  caption: 'Obligaciones',
  columns: (rows[0] ?? ['']).map((_, i) => ({ title: `Columna ${i + 1}` })),
  rows,
  ...more,
});
const about = { sheet: 'Acerca de', facts: [['Estado al', '12 de marzo de 2020']] } as const;
const made = (rows: readonly (readonly Cell[])[], more?: Partial<Table>) => tableToXlsx({ table: tableOf(rows, more), about });
const sheetsOf = async (...asked: Parameters<typeof made>) => readWorkbook(Buffer.from(await made(...asked)));
const rowsOf = async (...asked: Parameters<typeof made>) => (await sheetsOf(...asked))[0]?.data.slice(1);
const xmlOf = (bytes: Uint8Array, part: string) => strFromU8(unzipSync(bytes)[part] ?? new Uint8Array());

describe('a table as a workbook', () => {
  test('numbers are numbers, days and instants are dates, absence is an empty cell', async () => {
    const [row = []] = (await rowsOf([[-3.5, '2020-03-10', '2020-03-10T18:00:30.000Z', null, 'IEEH']])) ?? [];
    const [number, day, instant, absent, text] = row;
    expect(number).toBe(-3.5);
    expect(day).toBeInstanceOf(globalThis.Date);
    expect(JSON.stringify([day, instant])).toBe('["2020-03-10T00:00:00.000Z","2020-03-10T18:00:30.000Z"]');
    expect([absent, text]).toEqual([null, 'IEEH']);
  });

  test.each(['2020-02-31', '2020-3-1', '1899-12-31', '10/03/2020', 'INE/CG83/2020'])(
    '«%s» is no date: it stays the text it is',
    async (text) => {
      expect(await rowsOf([[text]])).toEqual([[text]]);
    },
  );

  test.each(['=1+1', '+52 55', '@SUMA(A1)', '-', '=HYPERLINK("http://x")'])('«%s» is text and never a formula', async (text) => {
    expect(await rowsOf([[text]])).toEqual([[text]]);
    expect(xmlOf(await made([[text]]), 'xl/worksheets/sheet1.xml')).not.toContain('<f>');
  });

  test('what a cell cannot hold is left out or cut, and the file still opens', async () => {
    const [[control, whole, long] = []] = (await rowsOf([['a\u0000b<c>&', 'Sí, 🗳', 'x'.repeat(40_000)]])) ?? [];
    expect([control, whole]).toEqual(['ab<c>&', 'Sí, 🗳']);
    expect(String(long)).toHaveLength(32_767);
    expect(String(long).endsWith('x…')).toBe(true);
  });

  test('the heading is bold, stays in sight, and is there when there are no rows', async () => {
    const bytes = await made([], { columns: [{ title: 'Código' }] });
    expect(xmlOf(bytes, 'xl/worksheets/sheet1.xml')).toMatch(/<pane [^>]*state="frozen"/);
    expect(xmlOf(bytes, 'xl/styles.xml')).toContain('<b/>');
    expect((await readWorkbook(Buffer.from(bytes)))[0]?.data).toEqual([['Código']]);
  });

  test('the sheet bears the title of the table as far as a sheet may, the second one says where it comes from', async () => {
    const names = async (caption: string) => (await sheetsOf([['a']], { caption })).map((sheet) => sheet.sheet);
    expect(await names('Obligaciones')).toEqual(['Obligaciones', 'Acerca de']);
    expect(await names('Avance: [PREP] / OPL que tienen más de treinta y un caracteres')).toEqual([
      'Avance   PREP    OPL que tienen',
      'Acerca de',
    ]);
    expect(await names('acerca DE')).toEqual(['acerca DE', 'Acerca de 2']);
    expect(await names('???')).toEqual(['1', 'Acerca de']);
    expect((await sheetsOf([['a']]))[1]?.data).toEqual([['Estado al', '12 de marzo de 2020']]);
  });
});
