import { describe, expect, test } from 'vitest';
import { scenario, stateAfter } from '../../../test/given.ts';
import { agreed, by, coahuila, fixed, joined, moved, opened, said, suspended, under } from '../process/test-process.ts';
import { adoptPlan, advanceObligation, openReporting, planAdoption, possibleSteps } from './decide.ts';
import { planEvents } from './events.ts';
import { planFold, type Step } from './state.ts';
import { adopted, adoption, contextFold, firstPlan, june, reporting, secondPlan, step } from './test-plan.ts';

const on = '2019-09-30';

describe('adopting a plan', () => {
  const { given } = scenario(contextFold, planAdoption);
  const command = { on, by, ...firstPlan };

  test('keeps every date with its reason, for the election day in force', () => {
    const state = given(...under)
      .when(command)
      .thenRecords(adopted());
    expect(state.plan.plans.map((plan) => [plan.jornada, plan.byKey.size])).toEqual([['2020-06-07', 4]]);
    expect(planEvents.PlanAdopted.safeParse(firstPlan).success).toBe(true);
  });
  test('for another election day leaves the first plan visible beside it', () => {
    const state = given(...under, adopted(), suspended(), moved())
      .when({ ...secondPlan, on: '2020-07-30', by })
      .thenRecords(adopted(secondPlan, '2020-07-30'));
    expect(state.plan.plans.map((plan) => plan.jornada)).toEqual(['2020-06-07', '2020-10-18']);
  });
  test('is done once: for another election day each date is decided by re-planning', () => {
    scenario(contextFold, adoptPlan)
      .given(...under, adopted(), suspended(), moved())
      .when({ ...secondPlan, on: '2020-07-30', by })
      .thenRefuses({ kind: 'replan-needed', jornada: '2020-06-07' });
    scenario(contextFold, adoptPlan)
      .given(...under)
      .when(command)
      .thenRecords(adopted());
  });
  test('may leave obligations of an OPL out, and says which', () => {
    const omitted = adoption(june, '2020-06-07', 'INE/CG433/2019', [{ opl: 'ieeh', codes: ['E14', 'E15b'] }]);
    given(...under)
      .when({ ...omitted, on, by })
      .thenRecords(adopted(omitted));
  });
  test('needs an open process', () => {
    given().when(command).thenRefuses({ kind: 'process-unknown' });
  });
  test('needs an election day', () => {
    given(opened, joined(coahuila)).when(command).thenRefuses({ kind: 'election-day-missing' });
  });
  test('computed for a day that is not the one in force is refused', () => {
    given(...under, suspended(), moved())
      .when({ ...command, on: '2020-07-30' })
      .thenRefuses({ kind: 'plan-for-another-day', jornada: '2020-06-07', expected: '2020-10-18' });
  });
  test('for the day of the plan in force is refused', () => {
    given(...under, adopted())
      .when({ ...command, on: '2019-10-10' })
      .thenRefuses({ kind: 'plan-in-force', jornada: '2020-06-07', on });
  });
  test('is not dated before election day was fixed', () => {
    given(...under, adopted(), suspended(), moved())
      .when({ ...secondPlan, on: '2020-07-29', by })
      .thenRefuses({ kind: 'before-last-decision', on: '2020-07-29', last: '2020-07-30' });
  });
  test('is not dated before the plan it replaces', () => {
    given(...under, adopted(firstPlan, '2020-08-02'), moved())
      .when({ ...secondPlan, on: '2020-08-01', by })
      .thenRefuses({ kind: 'before-last-decision', on: '2020-08-01', last: '2020-08-02' });
  });
  test('leaves nothing out for an OPL that is not in the process', () => {
    given(...under)
      .when({ ...adoption(june, '2020-06-07', 'X', [{ opl: 'iecm', codes: ['E14'] }]), on, by })
      .thenRefuses({ kind: 'opl-unknown', opl: 'iecm' });
  });
  test('leaves out only what the norm has', () => {
    given(...under)
      .when({ ...adoption(june, '2020-06-07', 'X', [{ opl: 'iec', codes: ['E14', 'E99'] }]), on, by })
      .thenRefuses({ kind: 'code-unknown', code: 'E99' });
  });
});

describe('opening reporting', () => {
  const { given } = scenario(contextFold, openReporting);
  const command = { on: '2020-01-01', by, opl: 'iec' };
  test('is done once for each OPL', () => {
    given(...under, reporting('2020-01-01', 'ieeh'))
      .when(command)
      .thenRecords(reporting());
  });
  test('a second time is refused, with the day of the first', () => {
    given(...under, reporting('2019-12-01'))
      .when(command)
      .thenRefuses({ kind: 'reporting-open', opl: 'iec', since: '2019-12-01' });
  });
  test('for an OPL that is not in the process is refused', () => {
    given(opened).when(command).thenRefuses({ kind: 'opl-unknown', opl: 'iec' });
  });
  test('of a process that does not exist is refused', () => {
    given().when(command).thenRefuses({ kind: 'process-unknown' });
  });
});

describe('advancing an obligation', () => {
  const { given } = scenario(contextFold, advanceObligation);
  const world = [...under, adopted()];
  const deliver = { on: '2020-02-05', by, step: 'deliver', opl: 'iec', key: 'E14' } as const;

  test('records the step with what is known of it', () => {
    const more = { effectiveDate: '2020-02-01', note: said('Acuerdo IEC/CG/1/2020'), source: agreed('X').source };
    given(...world)
      .when({ ...deliver, ...more })
      .thenRecords({ type: 'ObligationDelivered', on: '2020-02-05', by, data: { opl: 'iec', key: 'E14', ...more } });
  });
  test('concerns one month of a monthly report', () => {
    given(...world)
      .when({ ...deliver, key: 'E03@2020-04' })
      .thenRecords(step('deliver', 'E03@2020-04', '2020-02-05'));
  });
  test('one OPL’s step is not another’s', () => {
    given(...world, step('conclude', 'E14', '2020-02-05', { opl: 'ieeh' }))
      .when(deliver)
      .thenRecords(step('deliver', 'E14', '2020-02-05'));
  });
  test('may follow on the same day', () => {
    given(...world, step('start', 'E14', '2020-02-05'))
      .when(deliver)
      .thenRecords(step('deliver', 'E14', '2020-02-05'));
  });
  test('is not dated before the step it follows', () => {
    given(...world, step('start', 'E14', '2020-02-06'))
      .when(deliver)
      .thenRefuses({ kind: 'before-last-step', on: '2020-02-05', last: '2020-02-06' });
  });
  test('a document is not dated after the day on which it was handed in', () => {
    given(...world)
      .when({ ...deliver, effectiveDate: '2020-02-06' })
      .thenRefuses({ kind: 'document-dated-later', effectiveDate: '2020-02-06', on: '2020-02-05' });
  });
  test('an obligation is marked as not applicable with a reason', () => {
    const note = said('El PREP no tiene tercero');
    given(...world)
      .when({ ...deliver, step: 'exempt', note })
      .thenRecords(step('exempt', 'E14', '2020-02-05', { note }));
  });
  test.each([undefined, { es: '  ', en: '  ' }])('without a reason it is not (%o)', (note) => {
    given(...world)
      .when({ ...deliver, step: 'exempt', ...(note ? { note } : {}) })
      .thenRefuses({ kind: 'reason-missing' });
  });
  test('needs a plan', () => {
    given(...under)
      .when(deliver)
      .thenRefuses({ kind: 'no-plan' });
  });
  test('needs an open process', () => {
    given().when(deliver).thenRefuses({ kind: 'process-unknown' });
  });
  test('of an OPL that is not in the process is refused', () => {
    given(opened, fixed(), adopted()).when(deliver).thenRefuses({ kind: 'opl-unknown', opl: 'iec' });
  });
  test('of an obligation that the plan in force does not have is refused', () => {
    given(...world, suspended(), moved(), adopted(secondPlan, '2020-07-30'))
      .when({ ...deliver, key: 'E03@2020-04', on: '2020-08-01' })
      .thenRefuses({ kind: 'obligation-unknown', key: 'E03@2020-04' });
  });
  test('a step that does not follow from the last one is refused, with both', () => {
    given(...world)
      .when({ ...deliver, step: 'review' })
      .thenRefuses({ kind: 'step-not-possible', step: 'review', after: 'nothing' });
    given(...world, step('conclude', 'E14', '2020-02-05'))
      .when(deliver)
      .thenRefuses({ kind: 'step-not-possible', step: 'deliver', after: 'conclude' });
  });
  test('only an exemption has a last day', () => {
    given(...world)
      .when({ ...deliver, until: '2020-12-31' })
      .thenRefuses({ kind: 'until-elsewhere', step: 'deliver' });
  });
});

describe('the steps offered to people', () => {
  test.each<[string, readonly Step[], readonly Step[]]>([
    ['nothing', [], ['start', 'deliver', 'conclude', 'exempt']],
    ['start', ['start'], ['deliver', 'conclude', 'exempt']],
    ['deliver', ['deliver'], ['deliver', 'review', 'observe', 'conclude']],
    ['conclude', ['conclude'], []],
  ])('after %s are those that would be accepted', (_, done, offered) => {
    const { plan } = stateAfter(contextFold, [...under, adopted(), ...done.map((verb) => step(verb, 'E14', '2020-02-05'))]);
    expect(possibleSteps(plan, 'iec', 'E14')).toEqual(offered);
  });
});

test('reporting opened twice in the log counts from the first time', () => {
  const { plan } = stateAfter(contextFold, [...under, reporting('2020-01-01'), reporting('2020-05-05')]);
  expect(plan.reportingSince.get('iec')).toBe('2020-01-01');
});

test('an event this version does not know stops the fold: a log is never half understood', () => {
  expect(() => planFold.evolve(planFold.initial(), { type: 'PlanDropped' } as never)).toThrow('unreachable case'); // no such event: that is the test
});
