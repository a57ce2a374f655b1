import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { scenario, stateAfter } from '../../../test/given.ts';
import { type AgendaContext, type AgendaRefusal, addItem, changeItem, convene, dropItem, moveItem } from './decide.ts';
import { added, agendaContextFold, by, calendar, convened, type NewAny, on, point } from './test-agenda.ts';
import { agendaOf, copiesOf, timedItems, totalMinutes } from './views.ts';
import { agendaRefusalText } from './words.ts';

const act = { on, by, meeting: 2 };
const adding = scenario(agendaContextFold, addItem);
const changing = scenario(agendaContextFold, changeItem);
const moving = scenario(agendaContextFold, moveItem);
const dropping = scenario(agendaContextFold, dropItem);
const convening = scenario(agendaContextFold, convene);
const session = { type: 'MeetingOpened', on: '2019-11-12', by, data: { number: 2, time: '2019-11-12T23:30' } } as const;
const held = { type: 'MeetingHeld', on: '2019-11-13', by, data: { number: 2 } } as const;
const moved = { type: 'MeetingRescheduled', on, by, data: { number: 2, date: '2019-11-14', reason: 'Motivo' } } as const;
const called = ['presidencia', 'utsi'];

describe('the agenda of a meeting', () => {
  test('takes a point under a number of its own', () => {
    const data = { meeting: 2, item: 2, ...point('Informe') };
    adding
      .given(...calendar, added(1, 'Minuta'))
      .when({ ...act, ...point('Informe') })
      .thenRecords({ type: 'AgendaItemAdded', on, by, data });
  });
  test('never uses the number of a point that was dropped again', () => {
    const drop = { type: 'AgendaItemDropped', on, by, data: { meeting: 2, item: 1, reason: 'Repetido' } } as const;
    const data = { meeting: 2, item: 2, ...point('Otro') };
    const state = adding
      .given(...calendar, added(1, 'Uno'), drop)
      .when({ ...act, ...point('Otro') })
      .thenRecords({ type: 'AgendaItemAdded', on, by, data });
    expect(agendaOf(state.agenda, 2).dropped.map((one) => [one.title, one.reason])).toEqual([['Uno', 'Repetido']]);
  });
  test('carries a point over as a copy that names its origin; the origin stays where it was', () => {
    const carriedFrom = { meeting: 1, item: 1 };
    const data = { meeting: 2, item: 1, ...point('Pendiente'), carriedFrom };
    const state = adding
      .given(...calendar, added(1, 'Pendiente', 1))
      .when({ ...act, ...point('Pendiente'), carriedFrom })
      .thenRecords({ type: 'AgendaItemAdded', on, by, data });
    expect(agendaOf(state.agenda, 1).items.map((one) => one.title)).toEqual(['Pendiente']);
    expect(copiesOf(state.agenda, 1, 1)).toEqual([{ meeting: 2, item: 1 }]);
  });
  test('does not carry the same point over twice, nor backwards, nor one there is not', () => {
    const carriedFrom = { meeting: 1, item: 1 };
    const copy = { type: 'AgendaItemAdded', on, by, data: { meeting: 2, item: 1, ...point('Pendiente'), carriedFrom } } as const;
    adding
      .given(...calendar, added(1, 'Pendiente', 1), copy)
      .when({ ...act, ...point('Pendiente'), carriedFrom })
      .thenRefuses({ kind: 'carried-already', meeting: 2, item: 1 });
    adding
      .given(...calendar, added(1, 'Uno'))
      .when({ ...act, meeting: 1, ...point('Uno'), carriedFrom: { meeting: 2, item: 1 } })
      .thenRefuses({ kind: 'not-carried-forward', meeting: 1, from: 2 });
    adding
      .given(...calendar)
      .when({ ...act, ...point('Uno'), carriedFrom })
      .thenRefuses({ kind: 'item-unknown', ...carriedFrom });
  });
  test('puts a point elsewhere in the order, and nowhere that is not', () => {
    const state = moving
      .given(...calendar, added(1, 'Uno'), added(2, 'Dos'), added(3, 'Tres'))
      .when({ ...act, item: 3, to: 1 })
      .thenRecords({ type: 'AgendaItemMoved', on, by, data: { meeting: 2, item: 3, to: 1 } });
    expect(agendaOf(state.agenda, 2).items.map((one) => one.title)).toEqual(['Tres', 'Uno', 'Dos']);
    moving
      .given(...calendar, added(1, 'Uno'))
      .when({ ...act, item: 1, to: 2 })
      .thenRefuses({ kind: 'place-unknown', to: 2, places: 1 });
    moving
      .given(...calendar, added(1, 'Uno'))
      .when({ ...act, item: 1, to: 1 })
      .thenRefuses({ kind: 'nothing-changed' });
  });
  test('is not changed into what it is', () => {
    changing
      .given(...calendar, added(1, 'Uno'))
      .when({ ...act, item: 1, ...point('Uno', 20) })
      .thenRefuses({ kind: 'nothing-changed' });
    changing
      .given(...calendar)
      .when({ ...act, item: 1, ...point('Uno') })
      .thenRefuses({ kind: 'item-unknown', meeting: 2, item: 1 });
  });
  test('in session takes further points, and keeps those that were convened', () => {
    const data = { meeting: 2, item: 2, ...point('Urgente') };
    adding
      .given(...calendar, added(1, 'Uno'), session)
      .when({ ...act, ...point('Urgente') })
      .thenRecords({ type: 'AgendaItemAdded', on, by, data });
    dropping
      .given(...calendar, added(1, 'Uno'), session)
      .when({ ...act, item: 1, reason: 'x' })
      .thenRefuses({ kind: 'in-session', number: 2 });
  });
  test('of a meeting that was held, cancelled or never scheduled takes nothing', () => {
    adding
      .given(...calendar, held)
      .when({ ...act, ...point('Uno') })
      .thenRefuses({ kind: 'meeting-over', number: 2, how: 'held' });
    const cancelled = { type: 'MeetingCancelled', on, by, data: { number: 2, reason: 'x' } } as const;
    adding
      .given(...calendar, cancelled)
      .when({ ...act, ...point('Uno') })
      .thenRefuses({ kind: 'meeting-over', number: 2, how: 'cancelled' });
    adding
      .given()
      .when({ ...act, ...point('Uno') })
      .thenRefuses({ kind: 'meeting-unknown', number: 2 });
  });
});

describe('the convocation', () => {
  test('says day, hour, place and agenda as they stand, and whom it calls', () => {
    const data = { meeting: 2, edition: 1, date: '2019-11-12', called, time: '23:30' };
    const state = convening
      .given(...calendar, added(1, 'Uno'))
      .when({ ...act, called })
      .thenRecords({ type: 'MeetingConvened', on, by, data });
    expect(agendaOf(state.agenda, 2).convocations[0]?.items.map((one) => one.title)).toEqual(['Uno']);
  });
  test('keeps its agenda when that changes afterwards', () => {
    const state = stateAfter(agendaContextFold, [...calendar, added(1, 'Uno'), convened(), added(2, 'Dos')]);
    const { convocations, amended } = agendaOf(state.agenda, 2);
    expect([convocations[0]?.items.length, amended]).toEqual([1, true]);
  });
  test('needs a point; a further one a change and its reason', () => {
    convening
      .given(...calendar)
      .when({ ...act, called })
      .thenRefuses({ kind: 'no-items', number: 2 });
    convening
      .given(...calendar, added(1, 'Uno'), convened())
      .when({ ...act, called, reason: 'x' })
      .thenRefuses({ kind: 'nothing-changed' });
    convening
      .given(...calendar, added(1, 'Uno'), convened(), added(2, 'Dos'))
      .when({ ...act, called, reason: ' ' })
      .thenRefuses({ kind: 'edition-needs-reason', edition: 2 });
    const data = { meeting: 2, edition: 2, date: '2019-11-14', called, reason: 'Cambió el día.' };
    convening
      .given(...calendar, added(1, 'Uno'), convened(), moved)
      .when({ ...act, called, reason: 'Cambió el día.' })
      .thenRecords({ type: 'MeetingConvened', on, by, data });
  });
});

describe('the hours of the points', () => {
  const items = [point('Uno', 20), point('Dos', 15), point('Tres'), point('Cuatro', 5)].map((one, i) => ({
    ...one,
    item: i + 1,
    addedOn: on,
  }));
  test('follow from the meeting’s hour and the minutes before, past midnight too, and stop where minutes are not known', () => {
    expect(timedItems(items, '23:30').map((one) => one.from)).toEqual(['23:30', '23:50', '00:05 (+1)', undefined]);
    expect(timedItems(items, undefined).map((one) => one.from)).toEqual([undefined, undefined, undefined, undefined]);
    expect([totalMinutes(items), totalMinutes(items.slice(0, 2)), totalMinutes([])]).toEqual([undefined, 35, undefined]);
  });
});

describe('the diagram of the README', () => {
  const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8');
  const edges = [...readme.matchAll(/^ {2}(\S+) --> (\S+): (\S+)$/gm)].map(([, from, to, verb]) => `${from} --> ${to}: ${verb}`);
  const base: readonly NewAny[] = [...calendar, added(1, 'Uno'), added(2, 'Dos')];
  const worlds: Readonly<Record<string, readonly NewAny[]>> = {
    '[*]': calendar,
    preparing: base,
    convened: [...base, convened(), moved],
    amended: [...base, convened(), added(3, 'Tres')],
  };
  const reason = 'Motivo';
  const verbs = {
    addItem: (state: AgendaContext) => addItem(state, { ...act, ...point('Nuevo') }),
    changeItem: (state: AgendaContext) => changeItem(state, { ...act, item: 1, ...point('Cambiado') }),
    moveItem: (state: AgendaContext) => moveItem(state, { ...act, item: 1, to: 2 }),
    dropItem: (state: AgendaContext) => dropItem(state, { ...act, item: 1, reason }),
    convene: (state: AgendaContext) => convene(state, { ...act, called, reason }),
  };
  const stateOf = ({ agenda }: AgendaContext): string => {
    const { convocations, amended } = agendaOf(agenda, 2);
    return convocations.length === 0 ? 'preparing' : amended ? 'amended' : 'convened';
  };
  test('draws exactly the changes that are allowed, each verb tried from each state', () => {
    const allowed = Object.entries(worlds).flatMap(([from, events]) =>
      Object.entries(verbs).flatMap(([verb, decide]) => {
        const decision = decide(stateAfter(agendaContextFold, events));
        return decision.ok ? [`${from} --> ${stateOf(stateAfter(agendaContextFold, [...events, ...decision.value]))}: ${verb}`] : [];
      }),
    );
    expect(allowed.toSorted()).toEqual(edges.toSorted());
  });
});

describe('what is refused', () => {
  const samples: { readonly [K in AgendaRefusal['kind']]: Extract<AgendaRefusal, { kind: K }> } = {
    'meeting-unknown': { kind: 'meeting-unknown', number: 11 },
    'meeting-over': { kind: 'meeting-over', number: 2, how: 'held' },
    'in-session': { kind: 'in-session', number: 2 },
    'item-unknown': { kind: 'item-unknown', meeting: 2, item: 9 },
    'carried-already': { kind: 'carried-already', meeting: 2, item: 1 },
    'not-carried-forward': { kind: 'not-carried-forward', meeting: 1, from: 2 },
    'place-unknown': { kind: 'place-unknown', to: 9, places: 3 },
    'nothing-changed': { kind: 'nothing-changed' },
    'no-items': { kind: 'no-items', number: 2 },
    'edition-needs-reason': { kind: 'edition-needs-reason', edition: 2 },
  };
  test.each(Object.values(samples))('$kind: what and what to do, in both languages', (refusal) => {
    const { es, en } = agendaRefusalText(refusal);
    for (const text of [es, en]) expect(text).toMatch(/^\p{Lu}.+\.$/u);
    expect(es).not.toBe(en);
  });
});

describe('a convocation', () => {
  test('names the place when the calendar has one', () => {
    const [, second] = calendar;
    const placed = { ...second, data: { number: 2, date: '2019-11-12', ...second?.data, place: 'Sala 2' } } as NewAny;
    convening
      .given(placed, added(1, 'Uno'))
      .when({ ...act, called })
      .thenRecords({
        type: 'MeetingConvened',
        on,
        by,
        data: { meeting: 2, edition: 1, date: '2019-11-12', time: '23:30', place: 'Sala 2', called },
      });
  });
  test('calls to no meeting that was held already', () => {
    convening
      .given(...calendar, added(1, 'Uno'), held)
      .when({ ...act, on: '2019-11-14', called })
      .thenRefuses({ kind: 'meeting-over', number: 2, how: 'held' });
  });
});
