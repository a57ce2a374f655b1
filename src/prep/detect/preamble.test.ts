import { describe, expect, test } from 'vitest';
import { numberOf } from './number.ts';
import { preambleOf } from './preamble.ts';
import { totalNameOf, totalNames } from './total-names.ts';

const published =
  'ACTAS_ESPERADAS,ACTAS_REGISTRADAS,ACTAS_FUERA_CATALOGO,ACTAS_CAPTURADAS,PORCENTAJE_ACTAS_CAPTURADAS,ACTAS_CONTABILIZADAS,PORCENTAJE_ACTAS_CONTABILIZADAS,PORCENTAJE_ACTAS_INCONSISTENCIAS,ACTAS_NO_CONTABILIZADAS,LISTA_NOMINAL_ACTAS_CONTABILIZADAS,TOTAL_VOTOS_C_CS,TOTAL_VOTOS_S_CS,PORCENTAJE_PARTICIPACION_CIUDADANA';

describe('figures as they are published', () => {
  test.each([
    ['7770', 7770],
    ['7,672', 7672],
    ['1,234,567', 1234567],
    ['2619742.0', 2619742],
    ["'97.1604", 97.1604],
    ["'99.5698%", 99.5698],
    ['"99.5698%"', 99.5698],
    ['2.5', 2.5],
    ['0', 0],
    ['0.0119', 0.0119],
    ['-3', -3],
    ['.5', 0.5],
    ['', null],
    ['-', null],
    ['N/A', null],
    ['66,6666', 66.6666],
    ['99,57 %', 99.57],
    ['1 500', 1500],
    ['2 619 742,0', 2619742],
    ['1.234,5', 1234.5],
    ['1,234,56', null],
    ['1 23', null],
  ])('%s', (text, value) => {
    expect(numberOf(text)).toBe(value);
  });
});

describe('names of totals', () => {
  test('the thirteen, as published', () => {
    expect(published.split(',').map((label) => totalNameOf(label))).toEqual(totalNames);
  });

  test.each([
    ['ACTAS_FUERA_DE_CATALOGO', 'outOfCatalogue'],
    ['ACTAS_FUERA_DE_CATÁLOGO', 'outOfCatalogue'],
    ['Actas fuera de catálogo', 'outOfCatalogue'],
    ['PORCENTAJE_ACTAS_CON_INCONSISTENCIAS', 'inconsistentPercent'],
    ['PORCENTAJE_DE_PARTICIPACION_CIUDADANA', 'participationPercent'],
    ['% PARTICIPACION CIUDADANA', 'participationPercent'],
    ['ACTAS_COMPUTADAS', 'counted'],
    ['TOTAL_VOTOS', 'votesWithSpecials'],
    ['ACTAS_ENMENDADAS', null],
  ])('%s', (label, name) => {
    expect(totalNameOf(label)).toBe(name);
  });
});

describe('above the table', () => {
  const values = '8423,8252,12,8240,97.8273,6944,82.4409,17.0366,1296,4143315,2676439.0,2659244.0,64.5965';
  const named = (lines: readonly string[], delimiter = ',') =>
    Object.fromEntries(preambleOf(lines, delimiter).totals.map(({ name, value }) => [name, value]));

  test('title, time, names and values, in this order, with or without blank lines', () => {
    const read = preambleOf(['DIPUTACIONES LOCALES', '', '03/06/2024 20:00 (UTC-6)', published, '', values, ''], ',');
    expect(read).toMatchObject({ title: 'DIPUTACIONES LOCALES', cut: { iso: '2024-06-03T20:00:00-06:00' }, totalsShape: null });
    expect(read.totals.map((total) => total.name)).toEqual(totalNames);
    expect(read.totals.at(-3)).toEqual({ name: 'votesWithSpecials', label: 'TOTAL_VOTOS_C_CS', text: '2676439.0', value: 2676439 });
  });

  test('a title may hold the delimiter, and a date', () => {
    expect(preambleOf(['Elección del 2 de junio, ordinaria', '03/06/2024 20:00'], ',')).toMatchObject({
      title: 'Elección del 2 de junio, ordinaria',
      cut: { text: '03/06/2024 20:00' },
    });
  });

  test('the date and the hour may have a line each', () => {
    expect(preambleOf(['GUBERNATURA', 'Fecha: 03/06/2024', 'Hora de corte: 20:00 (UTC-6)'], ',').cut?.iso).toBe(
      '2024-06-03T20:00:00-06:00',
    );
  });

  test('ten totals are read as ten', () => {
    const ten = published.split(',').slice(3).join('|');
    expect(Object.keys(named(['x', ten, values.split(',').slice(3).join('|')], '|'))).toHaveLength(10);
  });

  test('thousands commas left unquoted are joined where there is one way to', () => {
    expect(named(['ACTAS_ESPERADAS,ACTAS_CAPTURADAS,ACTAS_CONTABILIZADAS', '4,778,4,770,45'])).toEqual({
      expected: 4778,
      captured: 4770,
      counted: 45,
    });
  });

  test('where there are several ways, the fault says so and nothing is guessed', () => {
    expect(preambleOf(['ACTAS_ESPERADAS,ACTAS_CAPTURADAS,ACTAS_CONTABILIZADAS', '4,778,770,770'], ',').totalsShape).toBe('3 ≠ 4');
  });

  test('what is no number is kept as text', () => {
    const read = preambleOf(['ACTAS_ESPERADAS,ACTAS_CAPTURADAS,PORCENTAJE_ACTAS_CAPTURADAS', '10,,N/D'], ',');
    expect(read.totals.map(({ text, value }) => [text, value])).toEqual([
      ['10', 10],
      ['', null],
      ['N/D', null],
    ]);
  });

  test('totals may stand one under another, each beside its name', () => {
    const upright = [
      'GUBERNATURA',
      '02/06/2024 20:00 (UTC-6)',
      'ACTAS_ESPERADAS,8435',
      'ACTAS_CAPTURADAS,"8,425"',
      'ACTAS_CONTABILIZADAS,8000',
    ];
    const { title, cut, totals } = preambleOf(upright, ',');
    expect([title, cut?.iso]).toEqual(['GUBERNATURA', '2024-06-02T20:00:00-06:00']);
    expect(totals.map(({ name, value }) => [name, value])).toEqual([
      ['expected', 8435],
      ['captured', 8425],
      ['counted', 8000],
    ]);
  });
});
