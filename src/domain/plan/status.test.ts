import { describe, expect, test } from 'vitest';
import { stateAfter } from '../../../test/given.ts';
import { must } from '../../core/result.ts';
import type { NewProcessEvent } from '../process/events.ts';
import { moved, said, suspended, under } from '../process/test-process.ts';
import { type Deadline, haltsOf } from './deadline.ts';
import type { PlanContext } from './decide.ts';
import type { NewPlanEvent } from './events.ts';
import { standingOf } from './status.ts';
import {
  type AnyEvent,
  adopted,
  adoption,
  contextFold,
  firstPlan,
  june,
  obligation,
  october,
  reporting,
  secondPlan,
  step,
} from './test-plan.ts';
import { itemsOf } from './views.ts';

type Told = NewProcessEvent | NewPlanEvent;

/** Where the IEC's obligation stands on `day`, read from what had happened by then: `status`, and how many days late. */
function on(day: string, key: string, told: readonly Told[], opl = 'iec'): string {
  const events = [...under, ...told].filter((event) => event.on <= day);
  const { process, plan } = stateAfter<PlanContext, AnyEvent>(contextFold, events);
  if (process.kind === 'absent') throw new Error('the process was opened');
  const of = must(
    process.opls.find((one) => one.id === opl),
    'both OPLs joined',
  );
  const { status, daysLate } = must(
    itemsOf(process, plan, of, day).find((one) => one.obligation.key === key),
    `the plan has ${key}`,
  );
  return daysLate === 0 ? status : `${status} ${daysLate}`;
}
const first = [adopted(), reporting()];
const replanned = [...first, suspended(), moved(), adopted(secondPlan, '2020-07-30')];

describe('silence', () => {
  test.each([
    ['2020-02-06', 'not-started'],
    ['2020-02-07', 'not-started'],
    ['2020-02-08', 'unknown'],
    ['2020-06-01', 'unknown'],
  ])('of an OPL that does not deliver through Atalaya is never lateness: %s, %s', (day, status) => {
    expect(on(day, 'E14', [adopted()])).toBe(status);
  });
  test.each([
    ['2020-02-07', 'not-started'],
    ['2020-02-08', 'overdue 1'],
    ['2020-03-31', 'overdue 53'],
  ])('of an OPL that does is lateness from the day after: %s, %s', (day, status) => {
    expect(on(day, 'E14', first)).toBe(status);
  });
  test.each([
    ['2020-03-07', 'not-started'],
    ['2020-03-08', 'unknown'],
    ['2020-03-12', 'unknown'],
    ['2020-03-13', 'overdue 1'],
  ])('says nothing between the due date and the day to send it: %s, %s', (day, status) => {
    expect(on(day, 'E15b', first)).toBe(status);
  });
  test('is the OPL’s own: that the other one delivers through Atalaya says nothing of it', () => {
    expect(on('2020-02-08', 'E14', first, 'ieeh')).toBe('unknown');
  });
  test('about a date that came before the OPL delivered here is no lateness', () => {
    expect(on('2020-03-01', 'E14', [adopted(), reporting('2020-02-08')])).toBe('unknown');
    expect(on('2020-03-01', 'E14', [adopted(), reporting('2020-02-07')])).toBe('overdue 23');
  });
  test('about a date that had passed when the plan was adopted is no lateness', () => {
    expect(on('2020-03-01', 'E14', [adopted(firstPlan, '2020-02-08'), reporting()])).toBe('unknown');
    expect(on('2020-03-01', 'E14', [adopted(firstPlan, '2020-02-07'), reporting()])).toBe('overdue 23');
  });
});

describe('each step', () => {
  test.each([
    ['start', 'in-progress'],
    ['deliver', 'delivered'],
    ['conclude', 'concluded'],
    ['exempt', 'not-applicable'],
  ] as const)('%s gives %s', (verb, status) => {
    expect(on('2020-02-06', 'E14', [...first, step(verb, 'E14', '2020-02-05')])).toBe(status);
  });
  test.each([
    ['review', 'in-review'],
    ['observe', 'observed'],
  ] as const)('%s after a delivery gives %s, however long it takes', (verb, status) => {
    const told = [...first, step('deliver', 'E14', '2020-02-05'), step(verb, 'E14', '2020-02-06')];
    expect(on('2020-02-06', 'E14', told)).toBe(status);
    expect(on('2020-03-20', 'E14', told)).toBe(status);
  });
  test('counts from the day on which it happened, not from that on which it was recorded', () => {
    const told = [...first, step('deliver', 'E14', '2020-02-05')];
    expect(on('2020-02-04', 'E14', told)).toBe('not-started');
    expect(on('2020-02-05', 'E14', told)).toBe('delivered');
  });
  test('begun and not handed in is overdue once its date has passed', () => {
    const told = [...first, step('start', 'E14', '2020-02-05')];
    expect(on('2020-02-08', 'E14', told)).toBe('overdue 1');
    expect(on('2020-02-08', 'E14', [adopted(), step('start', 'E14', '2020-02-05')])).toBe('in-progress');
  });
});

describe('what was handed in is judged by its own dates', () => {
  const concluded = (key: string, delivered: string, effectiveDate?: string) => [
    ...first,
    step('deliver', key, delivered, effectiveDate === undefined ? {} : { effectiveDate }),
    step('conclude', key, '2020-03-31'),
  ];
  test.each([
    ['on its last day', concluded('E14', '2020-02-07'), 'E14', 'concluded'],
    ['a day after', concluded('E14', '2020-02-08'), 'E14', 'concluded-late 1'],
    [
      'late, though the document is dated in time, when the norm gives no other day to send it',
      concluded('E14', '2020-02-09', '2020-02-07'),
      'E14',
      'concluded-late 2',
    ],
    ['approved in time and sent in time', concluded('E15b', '2020-03-12', '2020-03-07'), 'E15b', 'concluded'],
    ['sent in time, its own date not known', concluded('E15b', '2020-03-12'), 'E15b', 'concluded'],
    ['approved late, though sent in time', concluded('E15b', '2020-03-12', '2020-03-10'), 'E15b', 'concluded-late 3'],
    ['approved in time and sent late', concluded('E15b', '2020-03-14', '2020-03-07'), 'E15b', 'concluded-late 2'],
  ])('%s', (_, told, key, status) => {
    expect(on('2020-03-31', key, told)).toBe(status);
  });
  test('a drill is in time when it was held in time, whenever its report came', () => {
    const drill = (effectiveDate: string) => [...first, step('conclude', 'M02', '2020-05-30', { effectiveDate })];
    expect(on('2020-05-30', 'M02', drill('2020-05-17'))).toBe('concluded');
    expect(on('2020-05-30', 'M02', drill('2020-05-20'))).toBe('concluded-late 3');
    expect(on('2020-05-30', 'M02', [...first, step('conclude', 'M02', '2020-05-18')])).toBe('concluded-late 1');
  });
  test('the first delivery counts, not the resubmission that answered the observations', () => {
    const told = [
      ...first,
      step('deliver', 'E14', '2020-02-07'),
      step('observe', 'E14', '2020-02-10'),
      step('deliver', 'E14', '2020-02-20'),
      step('conclude', 'E14', '2020-02-21'),
    ];
    expect(on('2020-03-01', 'E14', told)).toBe('concluded');
  });
  test('a conclusion known from a public source is judged by its day, also of an OPL that does not deliver here', () => {
    expect(on('2020-03-31', 'E14', [adopted(), step('conclude', 'E14', '2020-02-10')])).toBe('concluded-late 3');
  });
  test('a conclusion for a date that had passed when the plan was adopted is not late', () => {
    expect(on('2020-03-31', 'E14', [adopted(firstPlan, '2020-02-08'), step('conclude', 'E14', '2020-02-20')])).toBe('concluded');
  });
});

describe('a suspended process', () => {
  const stopped = [...first, suspended()];
  test('suspends what is open and was still to come', () => {
    expect(on('2020-03-31', 'M02', stopped)).toBe('not-started');
    for (const day of ['2020-04-01', '2020-05-18', '2020-07-29']) expect(on(day, 'M02', stopped)).toBe('suspended');
  });
  test('suspends what had begun, and shows as under way what begins all the same', () => {
    expect(on('2020-05-01', 'M02', [...stopped, step('start', 'M02', '2020-03-01')])).toBe('suspended');
    expect(on('2020-05-20', 'M02', [...stopped, step('start', 'M02', '2020-05-19')])).toBe('in-progress');
  });
  test('has nothing overdue: what was overdue waits as well', () => {
    expect(on('2020-03-31', 'E14', stopped)).toBe('overdue 53');
    expect(on('2020-04-01', 'E14', stopped)).toBe('suspended');
    expect(on('2020-04-01', 'E14', [...stopped, step('start', 'E14', '2020-02-01')])).toBe('suspended');
  });
  test('leaves without information what nobody could know before', () => {
    expect(on('2020-05-01', 'E14', [adopted(), suspended()])).toBe('unknown');
  });
  test('changes nothing of what was handed in', () => {
    expect(on('2020-05-01', 'E14', [...stopped, step('conclude', 'E14', '2020-02-07')])).toBe('concluded');
    expect(on('2020-05-01', 'E14', [...stopped, step('deliver', 'E14', '2020-02-07')])).toBe('delivered');
  });
  test('does not make late what is handed in while dates do not run', () => {
    expect(on('2020-05-30', 'M02', [...stopped, step('conclude', 'M02', '2020-05-25')])).toBe('concluded');
  });
  test('stops the days to send it, too', () => {
    const early = [...first, suspended('2020-03-10')];
    expect(on('2020-03-20', 'E15b', early)).toBe('suspended');
    expect(on('2020-03-20', 'E15b', [...early, step('conclude', 'E15b', '2020-03-20', { effectiveDate: '2020-03-06' })])).toBe('concluded');
  });
  test('resumed on the same day invents no lateness for dates that fell meanwhile', () => {
    const resumed = [...first, suspended(), moved('2020-06-07', '2020-05-10')];
    expect(on('2020-05-11', 'E03@2020-04', resumed)).toBe('suspended');
    expect(on('2020-05-18', 'M02', resumed)).toBe('overdue 1');
  });
});

describe('a new election day', () => {
  const awaiting = [...first, suspended(), moved()];
  test('stops the old dates until a plan is adopted for it', () => {
    for (const key of ['M02', 'E03@2020-04']) expect(on('2020-08-01', key, awaiting)).toBe('suspended');
    expect(on('2020-06-01', 'M02', [...first, moved('2020-10-18', '2020-05-10')])).toBe('suspended');
  });
  test('moves what is open: rescheduled, and overdue only by the new date', () => {
    expect(on('2020-07-30', 'M02', replanned)).toBe('rescheduled');
    expect(on('2020-09-27', 'M02', replanned)).toBe('rescheduled');
    expect(on('2020-09-28', 'M02', replanned)).toBe('overdue 1');
  });
  test('gives no lateness to a date that had passed when the new plan was adopted', () => {
    expect(on('2020-07-30', 'E14', replanned)).toBe('unknown');
    expect(on('2020-12-01', 'E14', replanned)).toBe('unknown');
  });
  test('leaves as it was what keeps its date, and begins what is new', () => {
    const same = adoption([obligation('E14', { due: '2020-02-07' }), ...october.slice(1)], '2020-10-18', 'INE/CG170/2020');
    const early = [...first, moved('2020-10-18', '2020-01-10'), adopted(same, '2020-01-10')];
    expect(on('2020-01-11', 'E14', early)).toBe('not-started');
    expect(on('2020-01-11', 'E03@2020-08', early)).toBe('not-started');
    expect(on('2020-01-11', 'E15b', early)).toBe('rescheduled');
  });
  test('does not judge again what was concluded: in time stays in time, late stays late', () => {
    const earlier = adoption([obligation('E14', { due: '2020-01-20' })], '2020-05-17', 'INE/CG1/2020');
    const brought = [...first, step('conclude', 'E14', '2020-01-15'), moved('2020-05-17', '2020-01-16'), adopted(earlier, '2020-01-16')];
    expect(on('2020-03-01', 'E14', brought)).toBe('concluded');
    const inTime = [...first, step('conclude', 'E14', '2020-02-05'), moved('2020-05-17', '2020-02-06'), adopted(earlier, '2020-02-06')];
    expect(on('2020-03-01', 'E14', inTime)).toBe('concluded');
    expect(on('2020-12-01', 'E14', [...replanned, step('conclude', 'E14', '2020-02-10')])).toBe('concluded-late 3');
  });
  test('judges by the first plan what had been handed in before there was any, and by the new one what only it has', () => {
    const old = [adopted(firstPlan, '2020-01-15'), step('conclude', 'E14', '2020-01-10')];
    expect(on('2020-02-20', 'E14', old)).toBe('concluded');
    expect(on('2020-10-01', 'E03@2020-08', [...replanned, step('conclude', 'E03@2020-08', '2020-07-01')])).toBe('concluded');
  });
});

describe('what the act that adopted the plan left out', () => {
  const leftOut = adoption(june, '2020-06-07', 'INE/CG433/2019', [{ opl: 'iec', codes: ['E14', 'E15b'] }]);
  const told = [adopted(leftOut), reporting()];
  test('has no date in force, so nobody is late for it', () => {
    for (const day of ['2020-01-10', '2020-03-20']) expect(on(day, 'E14', told)).toBe('unknown');
    expect(on('2020-03-20', 'E14', [...told, step('start', 'E14', '2020-02-01')])).toBe('in-progress');
    expect(on('2020-03-31', 'E14', [...told, step('conclude', 'E14', '2020-03-20')])).toBe('concluded');
  });
  test('binds the other OPL as ever', () => {
    expect(on('2020-02-07', 'E14', told, 'ieeh')).toBe('not-started');
    expect(on('2020-03-20', 'M02', told)).toBe('not-started');
  });
});

test('a plan for a day that was never fixed, as in a question of what would be, stops at no change of day', () => {
  const { process, plan } = stateAfter<PlanContext, AnyEvent>(contextFold, [...under, adopted(), moved()]);
  if (process.kind === 'absent') throw new Error('the process was opened');
  const inForce = must(plan.plans[0], 'a plan was adopted');
  expect(haltsOf(process, inForce)).toEqual([{ from: '2020-07-30' }]);
  expect(haltsOf(process, { ...inForce, jornada: '2021-06-06' })).toEqual([]);
});

test('a step this version does not know has no status', () => {
  const deadline: Deadline = { obligation: obligation('E14', { due: '2020-02-07' }), adoptedOn: '2019-09-30', omitted: false, halts: [] };
  const told = { step: 'forget', on: '2020-01-01', note: said('') } as never; // no such step: that is the test
  const inputs = { deadline, judgedBy: deadline, formerDue: undefined, progress: [told], day: '2020-01-02', reportingSince: undefined };
  expect(() => standingOf(inputs)).toThrow('unreachable case');
});
