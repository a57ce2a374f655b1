import { expect, test } from 'vitest';
import type { Table } from '../core/document.ts';
import { csvFromRows, tableToCsv } from './csv.ts';
import { status } from './test/samples.ts';

const table: Table = {
  kind: 'table',
  id: 'plan',
  caption: 'Plan',
  columns: [{ title: 'Código', head: true }, { title: 'Estado' }, { title: 'Días' }],
  rows: [
    ['E01', [status('late'), ' (', { mark: 'strong', text: '32 días' }, ')'], 32],
    ['E02', 'dice «"sí"», dos\nrenglones', null],
  ],
};

test('a table is its titles and its rows, with accents, quotes and line breaks kept', () => {
  expect(tableToCsv(table)).toBe('\ufeffCódigo,Estado,Días\r\nE01,Fuera de plazo (32 días),32\r\nE02,"dice «""sí""», dos\nrenglones",\r\n');
});

test('a text that a spreadsheet would run as a formula becomes plain text', () => {
  for (const formula of ['=1+1', '+cmd|calc', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '+52 55 1234']) {
    expect(csvFromRows([[formula]]).replaceAll('"', '')).toBe(`\ufeff'${formula}\r\n`);
  }
});

test('a signed number stays a number, whether it comes as text or as number', () => {
  expect(csvFromRows([['-3', '+4.5', -7, '-']])).toBe("\ufeff-3,+4.5,-7,'-\r\n");
});

test('an empty table is its titles', () => {
  expect(tableToCsv({ ...table, rows: [], empty: 'Aquí estará el plan.' })).toBe('\ufeffCódigo,Estado,Días\r\n');
});
