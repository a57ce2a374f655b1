import { describe, expect, test } from 'vitest';
import { decideGoLive, decideRollback, meetCondition, meetRequirement, openGate, waiveRequirement } from './decide-gate.ts';
import type { NewSystemsEvent } from './events.ts';
import { gateOf } from './gate.ts';
import { goLiveChecklist } from './gate-checklist.ts';
import { base, by, contextOf, decided, goLivePlanned, on, reached, registered } from './test-systems.ts';

const system = 'sije';
const decider = 'deoe';
const asDecider = { office: decider };
const items = goLiveChecklist.items;
const opened = { type: 'GateOpened', on, by, data: { system, checklist: goLiveChecklist.id, decider, items } } as const;
const evidence = { text: 'Oficio 7' };
const figures = [{ name: 'usuarios', value: '3000' }];
const metOf = (item: string, day = '2020-02-01'): NewSystemsEvent => ({
  type: 'RequirementMet',
  on: day,
  by,
  data: { system, item, evidence, ...(items.find(({ id }) => id === item)?.figures ? { figures } : {}) },
});
const obligatory = items.filter((item) => item.obligatory).map(({ id }) => id);
const allMet = obligatory.map((id) => metOf(id));
const waived = (item: string, until: string) =>
  ({ type: 'RequirementWaived', on: '2020-02-01', by: asDecider, data: { system, item, reason: 'Sin cambios', until } }) as const;
const condition = { id: 'c1', text: 'Repetir la prueba de carga', due: '2020-03-01' };
const decision = (verdict: 'yes' | 'conditional' | 'no', more: object = {}) =>
  ({
    type: 'GoLiveDecided',
    on: '2020-02-10',
    by: asDecider,
    data: {
      system,
      verdict,
      office: decider,
      conditions: verdict === 'conditional' ? [condition] : [],
      ...(verdict === 'no' ? { reason: 'Falta' } : {}),
      ...more,
    },
  }) as const;
const commandOf = <E extends { on: string; by: typeof asDecider; data: object }>({ on: day, by: who, data }: E) =>
  ({ on: day, by: who, ...data }) as E['data'] & { on: string; by: typeof asDecider };

describe('opening a gate', () => {
  const command = { on, by, system, checklist: goLiveChecklist.id, decider, items };
  test('keeps the list as it stands that day, and names the office that decides', () => {
    decided(openGate)
      .given(...base)
      .when(command)
      .thenRecords(opened);
  });
  test('is done once, until the system is rolled back', () => {
    const { given } = decided(openGate);
    given(...base, opened)
      .when(command)
      .thenRefuses({ kind: 'gate-open-already', since: on });
    const rolled = {
      type: 'RollbackDecided',
      on: '2020-02-20',
      by: asDecider,
      data: { system, verdict: 'roll-back', office: decider, reason: 'Lento' },
    } as const;
    given(...base, opened, ...allMet, decision('yes'), rolled)
      .when({ ...command, on: '2020-02-19' })
      .thenRefuses({ kind: 'before-last', on: '2020-02-19', last: '2020-02-20' });
    given(...base, opened, ...allMet, decision('yes'), rolled)
      .when({ ...command, on: '2020-02-21' })
      .thenRecords({ ...opened, on: '2020-02-21' });
  });
});

describe('meeting and waiving what is asked', () => {
  test('a requirement is met with its evidence', () => {
    const command = { on: '2020-02-01', by, system, item: 'data-loaded', evidence };
    decided(meetRequirement)
      .given(...base, opened)
      .when(command)
      .thenRecords(metOf('data-loaded'));
    decided(meetRequirement)
      .given(...base)
      .when(command)
      .thenRefuses({ kind: 'gate-not-open' });
    decided(meetRequirement)
      .given(...base, opened)
      .when({ ...command, item: 'xyz' })
      .thenRefuses({ kind: 'requirement-unknown', item: 'xyz' });
    decided(meetRequirement)
      .given(...base, opened)
      .when({ ...command, on: '2019-10-14' })
      .thenRefuses({ kind: 'before-last', on: '2019-10-14', last: on });
  });
  test('a test without figures is not met', () => {
    const item = items.find(({ id }) => id === 'load-tests');
    if (!item) throw new Error('the list has a load test');
    const command = { on: '2020-02-01', by, system, item: item.id, evidence };
    decided(meetRequirement)
      .given(...base, opened)
      .when(command)
      .thenRefuses({ kind: 'figures-missing', item });
    decided(meetRequirement)
      .given(...base, opened)
      .when({ ...command, figures })
      .thenRecords(metOf('load-tests'));
  });
  test('training is asked of each entity that uses the system', () => {
    const known = [...base.slice(0, -1), registered({ entities: ['iec', 'ieeh'] }), opened];
    const command = { on: '2020-02-01', by, system, item: 'training', evidence };
    decided(meetRequirement)
      .given(...known)
      .when(command)
      .thenRefuses({ kind: 'requirement-unknown', item: 'training' });
    decided(meetRequirement)
      .given(...known)
      .when({ ...command, entity: 'iec' })
      .thenRecords({ type: 'RequirementMet', on: '2020-02-01', by, data: { system, item: 'training', entity: 'iec', evidence } });
    decided(meetRequirement)
      .given(...known)
      .when({ ...command, entity: 'xyz' })
      .thenRefuses({ kind: 'requirement-unknown', item: 'training', entity: 'xyz' });
  });
  test('only whoever decides waives, with a reason and until a day', () => {
    const event = waived('drill', '2020-03-01');
    const command = { on: event.on, by: asDecider, ...event.data };
    const { given } = decided(waiveRequirement);
    given(...base, opened)
      .when(command)
      .thenRecords(event);
    given(...base, opened)
      .when({ ...command, by })
      .thenRefuses({ kind: 'not-the-named-office', office: 'utsi', decider });
    given(...base, opened)
      .when({ ...command, reason: ' ' })
      .thenRefuses({ kind: 'reason-missing' });
    given(...base, opened)
      .when({ ...command, until: '2020-01-31' })
      .thenRefuses({ kind: 'waiver-past', until: '2020-01-31', on: '2020-02-01' });
  });
  test('nothing is met or waived after the decision', () => {
    const after = [...base, opened, ...allMet, decision('yes')];
    decided(meetRequirement)
      .given(...after)
      .when({ on: '2020-02-11', by, system, item: 'drill', evidence })
      .thenRefuses({ kind: 'gate-decided', status: 'approved' });
    decided(waiveRequirement)
      .given(...after)
      .when({ on: '2020-02-11', by: asDecider, system, item: 'drill', reason: 'x', until: '2020-03-01' })
      .thenRefuses({ kind: 'gate-decided', status: 'approved' });
  });
});

describe('deciding that a system goes live', () => {
  const { given } = decided(decideGoLive);
  test.each(obligatory)('is refused while «%s» has neither evidence nor a waiver', (missing) => {
    const without = allMet.filter(({ data }) => !('item' in data) || data.item !== missing);
    const item = items.find(({ id }) => id === missing);
    if (!item) throw new Error('it is in the list');
    for (const verdict of ['yes', 'conditional'] as const)
      given(...base, opened, ...without)
        .when(commandOf(decision(verdict)))
        .thenRefuses({ kind: 'requirements-lacking', items: [{ item }] });
    given(...base, opened, ...without, waived(missing, '2020-02-10'))
      .when(commandOf(decision('yes')))
      .thenRecords(decision('yes'));
  });
  test('a waiver that has expired counts for nothing', () => {
    const without = allMet.slice(1);
    const [item] = items;
    given(...base, opened, ...without, waived(item.id, '2020-02-09'))
      .when(commandOf(decision('yes')))
      .thenRefuses({ kind: 'requirements-lacking', items: [{ item }] });
  });
  test('what is not obligatory does not hold it back', () => {
    given(...base, opened, ...allMet)
      .when(commandOf(decision('yes')))
      .thenRecords(decision('yes'));
  });
  test('«no» may be said at any time, with its reason, and decided again later', () => {
    given(...base, opened)
      .when(commandOf(decision('no')))
      .thenRecords(decision('no'));
    given(...base, opened)
      .when({ ...commandOf(decision('no')), reason: ' ' })
      .thenRefuses({ kind: 'reason-missing' });
    given(...base, opened, ...allMet, decision('no'))
      .when({ ...commandOf(decision('yes')), on: '2020-02-20' })
      .thenRecords({ ...decision('yes'), on: '2020-02-20' });
  });
  test('conditions have dates ahead, and only a conditional decision has them', () => {
    const ready = [...base, opened, ...allMet];
    given(...ready)
      .when(commandOf(decision('conditional')))
      .thenRecords(decision('conditional'));
    given(...ready)
      .when({ ...commandOf(decision('conditional')), conditions: [] })
      .thenRefuses({ kind: 'conditions-missing' });
    given(...ready)
      .when({ ...commandOf(decision('yes')), conditions: [condition] })
      .thenRefuses({ kind: 'conditions-not-expected', verdict: 'yes' });
    given(...ready)
      .when({ ...commandOf(decision('conditional')), conditions: [{ ...condition, due: '2020-02-09' }] })
      .thenRefuses({ kind: 'condition-past', due: '2020-02-09', on: '2020-02-10' });
    given(...ready)
      .when({ ...commandOf(decision('yes')), observeUntil: '2020-02-09' })
      .thenRefuses({ kind: 'window-past', until: '2020-02-09', on: '2020-02-10' });
  });
  test('it is that of the office the gate names; somebody else records it only with the document', () => {
    const ready = [...base, opened, ...allMet];
    given(...ready)
      .when({ ...commandOf(decision('yes')), office: 'utsi' })
      .thenRefuses({ kind: 'not-the-named-office', office: 'utsi', decider });
    given(...ready)
      .when({ ...commandOf(decision('yes')), by })
      .thenRefuses({ kind: 'transcribed-without-document', office: decider });
    given(...ready)
      .when({ ...commandOf(decision('yes')), by, document: evidence })
      .thenRecords({ ...decision('yes', { document: evidence }), by });
  });
  test('it is not decided twice', () => {
    given(...base, opened, ...allMet, decision('yes'))
      .when(commandOf(decision('no')))
      .thenRefuses({ kind: 'gate-decided', status: 'approved' });
  });
});

describe('after the decision', () => {
  const conditional = [...base, opened, ...allMet, decision('conditional', { observeUntil: '2020-03-10' })];
  const met = { type: 'ConditionMet', on: '2020-02-20', by, data: { system, condition: 'c1', evidence } } as const;
  test('a condition is met once; with the last of them the go-live is approved', () => {
    const command = { on: '2020-02-20', by, system, condition: 'c1', evidence };
    const state = decided(meetCondition)
      .given(...conditional)
      .when(command)
      .thenRecords(met);
    expect(gateOf(state.systems.systems.get(system) as never, '2020-02-20')?.status).toBe('approved');
    decided(meetCondition)
      .given(...conditional)
      .when({ ...command, condition: 'c2' })
      .thenRefuses({ kind: 'condition-unknown', condition: 'c2' });
    decided(meetCondition)
      .given(...conditional, met)
      .when(command)
      .thenRefuses({ kind: 'not-approved', status: 'approved' });
    const two = decision('conditional', { conditions: [condition, { ...condition, id: 'c2' }] });
    decided(meetCondition)
      .given(...base, opened, ...allMet, two, met)
      .when(command)
      .thenRefuses({ kind: 'condition-met-already', on: '2020-02-20' });
  });
  test('a condition whose date passes unmet is overdue, and the window is observed until its last day', () => {
    const { systems } = contextOf(...conditional);
    const seen = (day: string) => gateOf(systems.systems.get(system) as never, day);
    expect(seen('2020-03-01')?.conditions[0]?.overdue).toBe(false);
    expect(seen('2020-03-02')?.conditions[0]?.overdue).toBe(true);
    expect([seen('2020-03-10')?.observing, seen('2020-03-11')?.observing]).toEqual([true, false]);
  });
  test('the same office keeps it or rolls it back; rolling back takes it out of production', () => {
    const data = { system, verdict: 'roll-back', office: decider, reason: 'Lentitud' } as const;
    const command = { on: '2020-02-25', by: asDecider, ...data };
    const rolled = { type: 'RollbackDecided', on: '2020-02-25', by: asDecider, data } as const;
    const { given } = decided(decideRollback);
    given(...conditional)
      .when(command)
      .thenRecords(rolled);
    const reopened = {
      type: 'MilestoneReopened',
      on: '2020-02-25',
      by: asDecider,
      data: { system, milestone: 'go-live', reason: 'Lentitud' },
    } as const;
    given(...conditional, goLivePlanned(), reached('2020-02-12'))
      .when(command)
      .thenRecords(rolled, reopened);
    given(...conditional, goLivePlanned(), reached('2020-02-12'))
      .when({ ...command, verdict: 'keep' })
      .thenRecords({ ...rolled, data: { ...data, verdict: 'keep' } });
    given(...conditional, goLivePlanned(), reached('2020-02-26'))
      .when(command)
      .thenRefuses({ kind: 'before-last', on: '2020-02-25', last: '2020-02-26' });
    given(...conditional)
      .when({ ...command, reason: '' })
      .thenRefuses({ kind: 'reason-missing' });
    given(...conditional)
      .when({ ...command, office: 'utsi' })
      .thenRefuses({ kind: 'not-the-named-office', office: 'utsi', decider });
    given(...base, opened)
      .when({ ...command, on: '2020-02-25' })
      .thenRefuses({ kind: 'not-approved', status: 'open' });
  });
});

describe('a gate of a system that each entity uses for itself', () => {
  const items = goLiveChecklist.items.filter((item) => item.obligatory).map((item) => ({ ...item, perEntity: true }));
  const gate = { ...opened, data: { ...opened.data, items } } as NewSystemsEvent;
  const known = [...base.slice(0, -1), registered({ entities: ['iec'] }), gate];
  const { given } = decided(decideGoLive);
  test('names the entity of each line that is lacking', () => {
    given(...known)
      .when(commandOf(decision('yes')))
      .thenRefuses({ kind: 'requirements-lacking', items: items.map((item) => ({ item, entity: 'iec' })) });
  });
  test('is not decided against without a reason', () => {
    given(...known)
      .when({ on: '2020-02-10', by: asDecider, system, verdict: 'no', office: decider, conditions: [] })
      .thenRefuses({ kind: 'reason-missing' });
  });
});
