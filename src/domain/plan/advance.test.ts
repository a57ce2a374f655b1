import { describe, expect, test } from 'vitest';
import type { NewEvent } from '../../core/event.ts';
import { worldOn } from '../alerts/test-alerts.ts';
import { said, under } from '../process/test-process.ts';
import { advanceRows, comparisonOf, latenessOf, planAgainstDeliveries } from './advance.ts';
import { filterOf, narrow } from './matrix-filter.ts';
import { adopted, adoption, june, reporting, step } from './test-plan.ts';
import { matrixOf } from './views.ts';

const planned: readonly NewEvent[] = [...under, adopted(adoption(june, '2020-06-07', 'INE/CG433/2019'))];
const delivering = [...planned, reporting('2020-01-01', 'iec')];
const rowsOn = (day: string, events: readonly NewEvent[]) => {
  const { process, plan } = worldOn(events, day);
  return advanceRows(process, plan, day);
};
const keys = june.map(({ key, due }) => `${key} ${due}`);

describe('what was planned against what was handed in', () => {
  test('speaks of the OPLs that deliver here and of no other', () => {
    expect(rowsOn('2020-03-20', planned)).toEqual([]);
    expect(rowsOn('2020-03-20', delivering).map(({ opl }) => opl.id)).toEqual(['iec']);
  });
  test('counts up by the days of the plan, and knows nothing handed in after the day it speaks of', () => {
    const rows = rowsOn('2020-02-20', [...delivering, step('deliver', 'E14', '2020-02-10')]);
    const days = planAgainstDeliveries(rows, '2020-02-20');
    expect(days.map(({ day }) => day)).toEqual([...days.map(({ day }) => day)].sort());
    expect(days.at(-1)).toMatchObject({ planned: keys.length, handedIn: null });
    expect(days.find(({ day }) => day === '2020-02-07')).toEqual({ day: '2020-02-07', planned: 1, handedIn: 0 });
    expect(days.find(({ day }) => day === '2020-02-20')).toEqual({ day: '2020-02-20', planned: 1, handedIn: 1 });
  });
  test('leaves out what does not apply', () => {
    const [row] = rowsOn('2020-02-20', [...delivering, step('exempt', 'E14', '2020-02-01', { note: said('No habrá') })]);
    expect(row?.items).toHaveLength(june.length - 1);
  });
});

describe('how late', () => {
  const days = (events: readonly NewEvent[], day = '2020-02-29') =>
    latenessOf(rowsOn(day, events)).map((one) => [one.handedIn, one.overdue]);
  test('what came by its day is in time; what came later stands in its range, whatever became of it since', () => {
    expect(days([...delivering, step('deliver', 'E14', '2020-02-07')])[0]).toEqual([1, 0]);
    const late = [...delivering, step('deliver', 'E14', '2020-02-17')];
    expect(days(late)[2]).toEqual([1, 0]);
    expect(days([...late, step('observe', 'E14', '2020-02-18')])[2]).toEqual([1, 0]);
  });
  test('what was not handed in counts by the days so far', () => {
    expect(days(delivering, '2020-02-08')[1]).toEqual([0, 1]);
    expect(days(delivering)[3]).toEqual([0, 1]);
  });
});

test('OPLs are compared line by line, those with most overdue first, with the median of their late days', () => {
  const both = [
    ...delivering,
    reporting('2020-01-01', 'ieeh'),
    step('deliver', 'E14', '2020-02-17'),
    step('conclude', 'E14', '2020-02-18'),
  ];
  const [first, second] = comparisonOf(rowsOn('2020-02-29', both));
  expect(first).toMatchObject({ opl: { id: 'ieeh' }, overdue: 1, concluded: 0, medianLate: null });
  expect(second).toMatchObject({ opl: { id: 'iec' }, overdue: 0, concluded: 1, late: 1, medianLate: 10 });
});

describe('the matrix narrowed', () => {
  const { process, plan } = worldOn([...delivering, step('observe', 'M02', '2020-02-20', { opl: 'ieeh' })], '2020-02-29');
  const rows = matrixOf(process, plan, '2020-02-29');
  const asked = (query: string, risk?: (opl: { readonly id: string }) => string | undefined) =>
    narrow(rows, filterOf(new URLSearchParams(query)), risk).map(({ opl, items }) => [opl.id, items.map((item) => item.obligation.key)]);
  test('by nothing, or by what is no status, is whole', () => {
    expect(asked('')).toEqual(asked('estado=nada'));
    expect(asked('')).toHaveLength(2);
  });
  test('by a status keeps the rows and columns where it occurs, and all their cells', () => {
    expect(asked('estado=observed')).toEqual([['ieeh', ['M02']]]);
    expect(asked('estado=overdue')).toEqual([['iec', ['E14']]]);
  });
  test('by risk keeps the OPLs that stand so', () => {
    expect(asked('riesgo=red', ({ id }) => (id === 'iec' ? 'red' : 'quiet')).map(([id]) => id)).toEqual(['iec']);
  });
  test('by a topic keeps its obligations', () => {
    const topic = june[0]?.topic ?? '';
    expect(asked(`tema=${topic}`).every(([, own]) => own?.length === june.filter((one) => one.topic === topic).length)).toBe(true);
    expect(asked('tema=ninguno').every(([, own]) => own?.length === 0)).toBe(true);
  });
});
