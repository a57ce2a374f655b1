import { describe, expect, test } from 'vitest';
import { stateAfter } from '../../../test/given.ts';
import { must } from '../../core/result.ts';
import type { NewProcessEvent } from '../process/events.ts';
import { moved, under } from '../process/test-process.ts';
import type { PlanContext } from './decide.ts';
import type { NewPlanEvent } from './events.ts';
import { type AnyEvent, adopted, adoption, contextFold, firstPlan, june, reporting, secondPlan, step } from './test-plan.ts';
import {
  atRisk,
  changesBetween,
  dueSoon,
  type Item,
  isOpen,
  itemsOf,
  matrixOf,
  type PlanState,
  planInForce,
  type Status,
  statuses,
  tally,
  worstOf,
} from './views.ts';

const events = (told: readonly (NewProcessEvent | NewPlanEvent)[]) => [...under, ...told];
/** Both OPLs, as of `day`. */
function matrix(day: string, ...told: readonly (NewProcessEvent | NewPlanEvent)[]) {
  const { process, plan } = stateAfter<PlanContext, AnyEvent>(
    contextFold,
    events(told).filter((event) => event.on <= day),
  );
  if (process.kind === 'absent') throw new Error('the process was opened');
  return matrixOf(process, plan, day);
}
const items = (day: string, ...told: readonly (NewProcessEvent | NewPlanEvent)[]) => matrix(day, ...told).flatMap((row) => row.items);
const named = (list: readonly Item[]) => list.map((item) => `${item.opl.id} ${item.obligation.key}`);

describe('the matrix', () => {
  test('has a row for each OPL, in the order they joined, and a column for each obligation, in that of the norm', () => {
    expect(matrix('2020-01-10', adopted()).map((row) => row.items.map((item) => `${item.opl.id} ${item.obligation.key}`))).toEqual([
      ['iec E14', 'iec E15b', 'iec E03@2020-04', 'iec M02'],
      ['ieeh E14', 'ieeh E15b', 'ieeh E03@2020-04', 'ieeh M02'],
    ]);
  });
  test('is empty before the first plan is adopted', () => {
    expect(items('2019-10-10')).toEqual([]);
    expect(planInForce(stateAfter<PlanContext, AnyEvent>(contextFold, under).plan)).toBeUndefined();
  });
  test('tells the former date beside the one in force, and what was recorded', () => {
    const told = [adopted(), step('start', 'M02', '2020-03-01'), moved(), adopted(secondPlan, '2020-07-30')];
    const drill = must(
      items('2020-08-01', ...told).find((item) => item.obligation.key === 'M02'),
      'the plan has M02',
    );
    expect(drill).toMatchObject({ formerDue: '2020-05-17', obligation: { due: '2020-09-27' }, status: 'in-progress', omitted: false });
    expect(drill.progress.map((one) => one.step)).toEqual(['start']);
  });
});

describe('what is due soon', () => {
  const soon = (day: string, days: number, ...told: readonly (NewProcessEvent | NewPlanEvent)[]) =>
    named(dueSoon(items(day, ...told), day, days).filter((item) => item.opl.id === 'iec'));
  test('is what falls from the day itself to the last day of the span, soonest first', () => {
    expect(soon('2020-02-07', 29, adopted())).toEqual(['iec E14', 'iec E15b']);
    expect(soon('2020-02-07', 28, adopted())).toEqual(['iec E14']);
    expect(soon('2020-02-08', 29, adopted())).toEqual(['iec E15b']);
    const [a, b, c, d] = june;
    const shuffled = adoption(
      [d, b, c, a].filter((one) => one !== undefined),
      '2020-06-07',
      'X',
    );
    expect(soon('2020-01-01', 200, adopted(shuffled))).toEqual(['iec E14', 'iec E15b', 'iec E03@2020-04', 'iec M02']);
  });
  test('keeps the order of the norm among those of one day', () => {
    const [a, b] = [must(june[0], 'E14'), must(june[1], 'E15b')];
    expect(soon('2020-01-01', 200, adopted(adoption([b, { ...a, due: b.due }], '2020-06-07', 'X')))).toEqual(['iec E15b', 'iec E14']);
  });
  test('leaves out what was handed in, and keeps what came back with observations', () => {
    const delivered = step('deliver', 'E14', '2020-01-20');
    expect(soon('2020-02-01', 10, adopted(), delivered)).toEqual([]);
    expect(soon('2020-02-01', 10, adopted(), delivered, step('observe', 'E14', '2020-01-25'))).toEqual(['iec E14']);
    expect(soon('2020-02-01', 10, adopted(), step('start', 'E14', '2020-01-20'))).toEqual(['iec E14']);
  });
  test('leaves out what has no date in force: suspended, or left out of the plan', () => {
    expect(soon('2020-02-01', 10, adopted(), moved('2020-10-18', '2020-01-31'))).toEqual([]);
    expect(soon('2020-02-01', 10, adopted(adoption(june, '2020-06-07', 'X', [{ opl: 'iec', codes: ['E14'] }])))).toEqual([]);
  });
});

describe('what needs attention', () => {
  const told = [
    adopted(adoption(june, '2020-06-07', 'X', [{ opl: 'ieeh', codes: ['E14', 'E15b'] }])),
    reporting(),
    step('deliver', 'M02', '2020-02-10'),
    step('observe', 'M02', '2020-02-11'),
    step('conclude', 'E15b', '2020-02-12', { opl: 'ieeh' }),
  ];
  test('is what is overdue, observed, or open and left out of the plan; not what was concluded all the same', () => {
    expect(named(atRisk(items('2020-02-20', ...told)))).toEqual(['iec E14', 'iec M02', 'ieeh E14']);
  });
  test('is nothing when nobody can be late', () => {
    expect(atRisk(items('2020-05-01', adopted()))).toEqual([]);
  });
});

describe('what changed between two readings', () => {
  const told = [adopted(), reporting()];
  const change = (from: string, to: string, ...more: readonly (NewProcessEvent | NewPlanEvent)[]) =>
    changesBetween(items(from, ...told, ...more), items(to, ...told, ...more))
      .filter(({ item }) => item.opl.id === 'iec')
      .map(({ item, before, formerDue, gone }) => `${item.obligation.key}: ${before} ${formerDue ?? '='} → ${gone ? 'gone' : item.status}`);
  test('is nothing between a reading and itself', () => {
    expect(change('2020-05-01', '2020-05-01')).toEqual([]);
  });
  test('is the status, of one OPL and not of the other', () => {
    expect(change('2020-02-01', '2020-02-08')).toEqual(['E14: not-started = → overdue']);
    expect(changesBetween(items('2020-02-01', ...told), items('2020-02-08', ...told))).toHaveLength(1);
  });
  test('is not that a date passed in silence', () => {
    expect(changesBetween(items('2020-02-01', adopted()), items('2020-05-01', adopted()))).toEqual([]);
  });
  test('is every date that a new plan moved, what only it has, and what it no longer has', () => {
    expect(change('2020-07-01', '2020-08-01', moved(), adopted(secondPlan, '2020-07-30'))).toEqual([
      'E14: overdue 2020-02-07 → unknown',
      'E15b: overdue 2020-03-07 → rescheduled',
      'E03@2020-08: undefined = → not-started',
      'M02: overdue 2020-05-17 → rescheduled',
      'E03@2020-04: overdue = → gone',
    ]);
  });
  test('is what a new plan left out, though its date and status are the same', () => {
    const again = adopted(adoption(june, '2020-06-14', 'X', [{ opl: 'iec', codes: ['E14'] }]), '2020-03-01');
    const late = [adopted(), moved('2020-06-14', '2020-02-28')];
    const read = (...more: readonly NewPlanEvent[]) => items('2020-03-01', ...late, ...more);
    expect(changesBetween(read(), read(again)).map(({ item }) => item.obligation.key)).toContain('E14');
  });
  test('is everything when there was no plan before', () => {
    const now = items('2019-10-01', ...told);
    expect(changesBetween(items('2019-09-30'), now).map(({ before }) => before)).toEqual(now.map(() => undefined));
  });
});

describe('counting', () => {
  test('gives every status its number, in the fixed order', () => {
    const counts = tally(items('2020-02-08', adopted(), reporting()));
    expect(Object.keys(counts)).toEqual(statuses);
    expect(counts).toMatchObject({ overdue: 1, unknown: 1, 'not-started': 6 });
  });
  const group = (...of: readonly Status[]): readonly Item[] =>
    of.map((status) => ({ ...must(items('2020-01-01', adopted())[0], 'a first item'), status }));
  test.each<[readonly Status[], Status]>([
    [['concluded', 'unknown'], 'unknown'],
    [['concluded', 'not-started'], 'not-started'],
    [['concluded', 'concluded-late', 'not-applicable'], 'concluded-late'],
    [['concluded', 'not-applicable'], 'concluded'],
    [['unknown', 'observed', 'overdue'], 'overdue'],
    [['observed', 'delivered'], 'observed'],
    [[], 'not-applicable'],
  ])('%j together are %s: a group is concluded only when nothing in it is open or unknown', (of, status) => {
    expect(worstOf(group(...of))).toBe(status);
  });
  test('every status speaks for a group of its own', () => {
    for (const status of statuses) expect(worstOf(group(status))).toBe(status);
  });
  test('open is all but concluded, concluded late and not applicable', () => {
    expect(statuses.filter((status) => !isOpen(status))).toEqual(['concluded', 'concluded-late', 'not-applicable']);
  });
});

test('a view is a picture: steps recorded afterwards do not change it', () => {
  const log = [...under, adopted(firstPlan), step('start', 'E14', '2020-02-01')];
  const { process, plan } = stateAfter<PlanContext, AnyEvent>(contextFold, log);
  if (process.kind === 'absent') throw new Error('the process was opened');
  const read = (state: PlanState) => itemsOf(process, state, must(process.opls[0], 'an OPL'), '2020-02-03');
  const before = read(plan);
  const said = JSON.stringify(before);
  const event = { ...step('deliver', 'E14', '2020-02-02'), seq: 99, stream: 'pel-2019-2020', at: '2026-01-01T00:00:00.000Z' };
  contextFold.evolve({ process, plan }, event);
  expect(JSON.stringify(before)).toBe(said);
  expect(JSON.stringify(read(plan))).not.toBe(said);
});
