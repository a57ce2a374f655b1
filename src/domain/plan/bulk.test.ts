import { describe, expect, test } from 'vitest';
import { stateAfter } from '../../../test/given.ts';
import { by, under } from '../process/test-process.ts';
import { columnsOf, dayIn, planRows } from './bulk.ts';
import { adopted, contextFold, step } from './test-plan.ts';

const head = ['OPL', 'Clave', 'Paso', 'Fecha', 'Nota'];
const columns = columnsOf(head);
const today = '2020-05-20';

function load(...rows: readonly (readonly string[])[]) {
  const { process, plan } = stateAfter(contextFold, [...under, adopted()]);
  if (process.kind !== 'open' || 'missing' in columns) throw new Error('the process is open and the columns are there');
  const planned = planRows({ process, plan }, [head, ...rows], columns, { by, today, may: (opl) => opl !== 'ieeh' });
  return { ...planned, told: planned.rows.map((one) => (one.ok ? 'right' : one.faults.map(({ es }) => es).join(' | '))), plan };
}

describe('a spreadsheet of steps', () => {
  test('is what the same steps would be, one by one', () => {
    const { told, events } = load(
      ['IEC', 'E14', 'Entregada', '2020-02-01', ''],
      ['iec', 'e14', 'concluida', '2020-02-03', 'Sin observaciones.'],
    );
    expect(told).toEqual(['right', 'right']);
    const note = { es: 'Sin observaciones.', en: 'Sin observaciones.' };
    expect(events).toEqual([step('deliver', 'E14', '2020-02-01'), step('conclude', 'E14', '2020-02-03', { note })]);
  });

  test('each row is decided on what those before it would leave, and nothing of the plan changes', () => {
    const { told, plan } = load(['IEC', 'E14', 'Concluida', '2020-02-01', ''], ['IEC', 'E14', 'Entregada', '2020-02-02', '']);
    expect(told[0]).toBe('right');
    expect(told[1]).toContain('No es posible «Registrar entrega» en el estado actual (Concluida)');
    expect(plan.progress.size).toBe(0);
  });

  test('a row that says again what is recorded is told as such: a sheet loaded twice records nothing', () => {
    const row = ['IEC', 'E14', 'Entregada', '2020-02-01', ''];
    const { told, events } = load(row, row);
    expect(told).toEqual(['right', 'Ese paso ya está registrado, con la misma fecha. Quite el renglón.']);
    expect(events).toEqual([]);
  });

  test('one row that is wrong leaves nothing to record', () => {
    expect(load(['IEC', 'E14', 'Entregada', '2020-02-01', ''], ['IEC', 'E99', 'Entregada', '2020-02-01', '']).events).toEqual([]);
  });

  test('a cell that a merged one covers is empty, and that is said with what to do', () => {
    const { told } = load(['IEC', 'E14', 'Entregada', '2020-02-01', ''], ['', 'E15b', 'Entregada', '2020-02-01', '']);
    expect(told[1]).toBe('La celda de «OPL» está vacía. Si está combinada con otra, sepárela y repita el dato en cada renglón.');
  });

  test('an OPL that is not of the process is told with those that are; accents and case are no error', () => {
    const { told } = load(['IEEM', 'E14', 'Entregada', '2020-02-01', ''], ['COAHUILA', 'E14', 'entregada', '2020-02-01', '']);
    expect(told[0]).toMatch(/«IEEM» no es un OPL de este proceso. Los que hay: .*IEC/);
    expect(told[1]).toBe('right');
  });

  test('all that is wrong with a row is said at once; rows of nothing are passed over', () => {
    const { told, rows } = load(['', '', '', '', ''], ['IEEM', 'E14', 'Mandada', 'ayer', '']);
    expect(rows.map(({ line }) => line)).toEqual([3]);
    expect(told[0]).toContain('no es un OPL');
    expect(told[0]).toContain('«Mandada» no es un paso');
    expect(told[0]).toContain('«ayer» no es una fecha que se entienda');
  });

  test('a step of an OPL for which the office has no right, or on a day to come, is refused', () => {
    expect(load(['IEEH', 'E14', 'Entregada', '2020-02-01', '']).told[0]).toBe('Su cargo no registra pasos de ese OPL.');
    expect(load(['IEC', 'E14', 'Entregada', '2020-05-21', '']).told[0]).toContain('está en el futuro');
  });
});

test.each([
  ['2020-10-05', '2020-10-05'],
  ['5/10/2020', '2020-10-05'],
  ['05-10-2020', '2020-10-05'],
  ['5 de octubre de 2020', '2020-10-05'],
  ['31 de febrero de 2020', undefined],
  ['13/13/2020', undefined],
  ['44109', undefined],
  ['5 de october de 2020', undefined],
])('a date written as text: «%s»', (text, day) => {
  expect(dayIn(text)).toBe(day);
});

test('headings are told apart from one another, and those that are missing are named', () => {
  expect(columnsOf(['Clave', 'Obligación', 'PASO ', 'fecha'])).toEqual({ missing: ['opl'] });
  expect(columnsOf(['Entidad', 'Código'])).toEqual({ missing: ['key', 'step', 'on'] });
});
