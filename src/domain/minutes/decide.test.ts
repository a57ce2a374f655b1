import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { scenario, stateAfter } from '../../../test/given.ts';
import { differenceOf } from '../../core/difference.ts';
import { momentOf } from '../meetings/moment.ts';
import { meetingOf } from '../meetings/views.ts';
import {
  addAddendum,
  approveMinutes,
  circulateMinutes,
  correctMinutes,
  draftMinutes,
  type MinutesContext,
  type MinutesRefusal,
  publishMinutes,
  sealMinutes,
} from './decide.ts';
import { arrive, askFloor, giveFloor, leave, recordOutcome, strikeOutcome, takeNote, takeUp, withdrawFloor } from './live.ts';
import {
  approved,
  by,
  circulated,
  convened,
  drafted,
  held,
  minutesContextFold,
  type NewAny,
  next,
  on,
  open,
  published,
  root,
  sealed,
} from './test-minutes.ts';
import { timeStampRequest } from './time-stamp.ts';
import { currentItem, presentAt, recordOf, standing } from './views.ts';
import { minutesRefusalText } from './words.ts';

const act = { on, by, meeting: 2 };
const came = (office: string, time: string, more: object = {}) =>
  ({ type: 'AttendeeArrived', on, by, data: { meeting: 2, office, how: 'titular', remote: false, time, ...more } }) as const;

describe('attendance', () => {
  const arriving = scenario(minutesContextFold, arrive);
  const leaving = scenario(minutesContextFold, leave);
  const titular = { how: 'titular', remote: false } as const;
  test('is by the hour: somebody leaves past midnight and is not there afterwards', () => {
    const state = leaving
      .given(...open, came('utsi', '2019-11-12T23:30'), came('deoe', '2019-11-12T23:35'))
      .when({ ...act, office: 'utsi', time: '2019-11-13T00:05' })
      .thenRecords({ type: 'AttendeeLeft', on, by, data: { meeting: 2, office: 'utsi', time: '2019-11-13T00:05' } });
    const there = (moment: string) => presentAt(recordOf(state.minutes, 2), moment).map((one) => one.office);
    expect([there('2019-11-12T23:32'), there('2019-11-12T23:59'), there('2019-11-13T00:05')]).toEqual([
      ['utsi'],
      ['utsi', 'deoe'],
      ['deoe'],
    ]);
  });
  test('says by whom an office is represented, and by nobody when its titular or suplente is there', () => {
    const time = '2019-11-12T23:31';
    arriving
      .given(...open)
      .when({ ...act, office: 'consejeria', how: 'represented', from: 'asesoria', remote: true, time })
      .thenRecords(came('consejeria', time, { how: 'represented', from: 'asesoria', remote: true }));
    for (const wrong of [
      { how: 'represented' as const, remote: false },
      { ...titular, from: 'asesoria' },
      { how: 'represented' as const, remote: false, from: 'consejeria' },
    ])
      arriving
        .given(...open)
        .when({ ...act, office: 'consejeria', time, ...wrong })
        .thenRefuses({ kind: 'representative-unclear' });
  });
  test('is noted before the meeting opens; nobody arrives twice, nor leaves before arriving', () => {
    const time = '2019-11-12T23:20';
    arriving
      .given(...convened)
      .when({ ...act, office: 'utsi', ...titular, time })
      .thenRecords(came('utsi', time));
    arriving
      .given(...open, came('utsi', time))
      .when({ ...act, office: 'utsi', ...titular, time })
      .thenRefuses({ kind: 'present-already', office: 'utsi' });
    leaving
      .given(...open)
      .when({ ...act, office: 'utsi', time })
      .thenRefuses({ kind: 'not-present', office: 'utsi' });
    leaving
      .given(...open, came('utsi', time))
      .when({ ...act, office: 'utsi', time: '2019-11-12T23:00' })
      .thenRefuses({ kind: 'time-out-of-order', time: '2019-11-12T23:00', after: time });
  });
});

describe('while the meeting goes on', () => {
  const asked = { type: 'FloorAsked', on, by, data: { meeting: 2, office: 'utsi', turn: 1 } } as const;
  test('the floor is asked for once, given or withdrawn, and only in session', () => {
    scenario(minutesContextFold, askFloor)
      .given(...open)
      .when({ ...act, office: 'utsi' })
      .thenRecords(asked);
    scenario(minutesContextFold, askFloor)
      .given(...open, asked)
      .when({ ...act, office: 'utsi' })
      .thenRefuses({ kind: 'waiting-already', office: 'utsi' });
    scenario(minutesContextFold, askFloor)
      .given(...held)
      .when({ ...act, office: 'utsi' })
      .thenRefuses({ kind: 'not-in-session', number: 2 });
    const given = { type: 'FloorGiven', on, by, data: { meeting: 2, turn: 1, time: '2019-11-12T23:40' } } as const;
    scenario(minutesContextFold, giveFloor)
      .given(...open, asked)
      .when({ ...act, turn: 1, time: '2019-11-12T23:40' })
      .thenRecords(given);
    scenario(minutesContextFold, withdrawFloor)
      .given(...open, asked, given)
      .when({ ...act, turn: 1 })
      .thenRefuses({ kind: 'turn-unknown', turn: 1 });
  });
  test('points are taken up in any order, with notes and outcomes; one that does not stand keeps its text and its reason', () => {
    const taken = { type: 'ItemTakenUp', on, by, data: { meeting: 2, item: 2, time: '2019-11-12T23:40' } } as const;
    const state = scenario(minutesContextFold, takeUp)
      .given(...open)
      .when({ ...act, item: 2, time: '2019-11-12T23:40' })
      .thenRecords(taken);
    expect(currentItem(recordOf(state.minutes, 2))).toBe(2);
    scenario(minutesContextFold, takeUp)
      .given(...open, taken)
      .when({ ...act, item: 2, time: '2019-11-12T23:50' })
      .thenRefuses({ kind: 'taken-up-already', item: 2 });
    const outcome = {
      type: 'OutcomeRecorded',
      on,
      by,
      data: { meeting: 2, item: 2, kind: 'agreement', text: 'Se acuerda', outcome: 1 },
    } as const;
    scenario(minutesContextFold, recordOutcome)
      .given(...open)
      .when({ ...act, item: 2, kind: 'agreement', text: 'Se acuerda' })
      .thenRecords(outcome);
    const struck = { type: 'OutcomeStruck', on, by, data: { meeting: 2, outcome: 1, reason: 'Se repite' } } as const;
    const after = scenario(minutesContextFold, strikeOutcome)
      .given(...open, outcome)
      .when({ ...act, outcome: 1, reason: 'Se repite' })
      .thenRecords(struck);
    expect([standing(recordOf(after.minutes, 2)), recordOf(after.minutes, 2).outcomes[0]?.text]).toEqual([[], 'Se acuerda']);
    scenario(minutesContextFold, strikeOutcome)
      .given(...open, outcome, struck)
      .when({ ...act, outcome: 1, reason: 'x' })
      .thenRefuses({ kind: 'outcome-unknown', outcome: 1 });
    scenario(minutesContextFold, takeNote)
      .given(...open)
      .when({ ...act, item: 9, text: 'x' })
      .thenRefuses({ kind: 'item-unknown', meeting: 2, item: 9 });
    scenario(minutesContextFold, takeNote)
      .given(...convened)
      .when({ ...act, item: 1, text: 'x' })
      .thenRefuses({ kind: 'not-in-session', number: 2 });
  });
  test('nothing of it changes once its minutes are approved', () => {
    const all = [...held, next, drafted, circulated, approved];
    scenario(minutesContextFold, takeNote)
      .given(...all)
      .when({ ...act, item: 1, text: 'x' })
      .thenRefuses({ kind: 'minutes-approved', number: 2 });
    scenario(minutesContextFold, arrive)
      .given(...all, sealed)
      .when({ ...act, office: 'utsi', how: 'titular', remote: false, time: '2019-11-12T23:30' })
      .thenRefuses({ kind: 'minutes-approved', number: 2 });
  });
  test('an hour is that of the evening before when it has not come yet today, and of the meeting’s own day afterwards', () => {
    const [going, over] = [open, held].map((events) => meetingOf(stateAfter(minutesContextFold, events).meetings, 2));
    if (!going || !over) throw new Error('meeting 2 is in the calendar');
    const now = { day: '2019-11-13', hour: '00:10' };
    expect([momentOf('23:50', now, going), momentOf('00:05', now, going)]).toEqual(['2019-11-12T23:50', '2019-11-13T00:05']);
    const later = { day: '2019-11-20', hour: '09:00' };
    expect([momentOf('23:50', later, over), momentOf('00:05', later, over)]).toEqual(['2019-11-12T23:50', '2019-11-13T00:05']);
  });
});

describe('the text of the minutes', () => {
  const drafting = scenario(minutesContextFold, draftMinutes);
  test('that somebody else changed meanwhile is not overwritten unseen', () => {
    drafting
      .given(...held, drafted)
      .when({ ...act, base: 0, text: 'Otro.' })
      .thenRefuses({ kind: 'revised-meanwhile', revision: 1 });
    drafting
      .given(...held, drafted)
      .when({ ...act, base: 1, text: 'Uno.' })
      .thenRefuses({ kind: 'nothing-changed' });
  });
  test('of two megabytes is refused with the limit, and nothing is recorded', () => {
    const text = 'a'.repeat(2_000_000);
    drafting
      .given(...held)
      .when({ ...act, base: 0, text })
      .thenRefuses({ kind: 'prose', fault: { kind: 'too-long', characters: 2_000_000 } });
  });
  test('is drafted for a meeting that was held, and approved by a later one that took place', () => {
    drafting
      .given(...open)
      .when({ ...act, base: 0, text: 'x' })
      .thenRefuses({ kind: 'not-held', number: 2 });
    const approving = scenario(minutesContextFold, approveMinutes);
    approving
      .given(...held, drafted, circulated)
      .when({ ...act, in: 1 })
      .thenRefuses({ kind: 'not-later', number: 2, in: 1 });
    approving
      .given(...held, drafted, circulated)
      .when({ ...act, in: 3 })
      .thenRefuses({ kind: 'not-in-session', number: 3 });
  });
  test('shows what a correction took away and what it added', () => {
    expect(differenceOf('Se acuerda enviar el plan.', 'Se acuerda entregar el plan.')).toEqual([
      { kind: 'same', text: 'Se acuerda ' },
      { kind: 'removed', text: 'enviar' },
      { kind: 'added', text: 'entregar' },
      { kind: 'same', text: ' el plan.' },
    ]);
  });
});

test('the time-stamp request is that of RFC 3161 for SHA-256, 59 bytes long, with the digest inside', () => {
  const bytes = timeStampRequest('0123456789abcdef'.repeat(4));
  expect(bytes).toHaveLength(59);
  expect(Buffer.from(bytes).toString('hex')).toBe(`30390201013031300d060960864801650304020105000420${'0123456789abcdef'.repeat(4)}0101ff`);
});

describe('the diagram of the README', () => {
  const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8');
  const edges = [...readme.matchAll(/^ {2}(\S+) --> (\S+): (\S+)$/gm)].map(([, from, to, verb]) => `${from} --> ${to}: ${verb}`);
  const base: readonly NewAny[] = [...held, next];
  const worlds: Readonly<Record<string, readonly NewAny[]>> = {
    '[*]': base,
    drafted: [...base, drafted],
    circulated: [...base, drafted, circulated],
    approved: [...base, drafted, circulated, approved],
    sealed: [...base, drafted, circulated, approved, sealed],
    published: [...base, drafted, circulated, approved, sealed, published],
  };
  const { meeting: _, ...seal } = sealed.data;
  const written = (state: MinutesContext): number => recordOf(state.minutes, 2).revisions.length;
  const verbs = {
    draftMinutes: (state: MinutesContext) => draftMinutes(state, { ...act, base: written(state), text: 'Dos.' }),
    correctMinutes: (state: MinutesContext) => correctMinutes(state, { ...act, base: written(state), text: 'Dos.', reason: 'Motivo' }),
    circulateMinutes: (state: MinutesContext) => circulateMinutes(state, { ...act, position: 9, root }),
    approveMinutes: (state: MinutesContext) => approveMinutes(state, { ...act, in: 3 }),
    sealMinutes: (state: MinutesContext) => sealMinutes(state, { ...act, ...seal }),
    addAddendum: (state: MinutesContext) => addAddendum(state, { ...act, text: 'Se aclara.', reason: 'Motivo' }),
    publishMinutes: (state: MinutesContext) => publishMinutes(state, act),
  };
  test('draws exactly the changes that are allowed, each verb tried from each state', () => {
    const allowed = Object.entries(worlds).flatMap(([from, events]) =>
      Object.entries(verbs).flatMap(([verb, decide]) => {
        const decision = decide(stateAfter(minutesContextFold, events));
        if (!decision.ok) return [];
        return [`${from} --> ${recordOf(stateAfter(minutesContextFold, [...events, ...decision.value]).minutes, 2).stage}: ${verb}`];
      }),
    );
    expect(allowed.toSorted()).toEqual(edges.toSorted());
  });
});

const samples: { readonly [K in MinutesRefusal['kind']]: Extract<MinutesRefusal, { kind: K }> } = {
  'meeting-unknown': { kind: 'meeting-unknown', number: 11 },
  'not-in-session': { kind: 'not-in-session', number: 2 },
  'not-held': { kind: 'not-held', number: 2 },
  'minutes-approved': { kind: 'minutes-approved', number: 2 },
  'item-unknown': { kind: 'item-unknown', meeting: 2, item: 9 },
  'outcome-unknown': { kind: 'outcome-unknown', outcome: 9 },
  'turn-unknown': { kind: 'turn-unknown', turn: 9 },
  'present-already': { kind: 'present-already', office: 'utsi' },
  'not-present': { kind: 'not-present', office: 'utsi' },
  'waiting-already': { kind: 'waiting-already', office: 'utsi' },
  'representative-unclear': { kind: 'representative-unclear' },
  'taken-up-already': { kind: 'taken-up-already', item: 1 },
  'time-out-of-order': { kind: 'time-out-of-order', time: '2019-11-12T10:00', after: '2019-11-12T10:30' },
  'wrong-stage': { kind: 'wrong-stage', stage: 'drafted' },
  'revised-meanwhile': { kind: 'revised-meanwhile', revision: 2 },
  'nothing-changed': { kind: 'nothing-changed' },
  'not-later': { kind: 'not-later', number: 2, in: 1 },
  prose: { kind: 'prose', fault: { kind: 'too-deep', line: 3 } },
};
test.each(Object.values(samples))('refused, $kind: what and what to do, in both languages', (refusal) => {
  const { es, en } = minutesRefusalText(refusal);
  for (const text of [es, en]) expect(text).toMatch(/^\p{Lu}.+\.$/u);
  expect(es).not.toBe(en);
});

describe('minutes that somebody else has changed, or of no meeting', () => {
  test('are not corrected over another correction', () => {
    scenario(minutesContextFold, correctMinutes)
      .given(...held, drafted, circulated)
      .when({ ...act, base: 0, text: 'Dos.', reason: 'Faltaba' })
      .thenRefuses({ kind: 'revised-meanwhile', revision: 1 });
  });
  test('are not drafted of a meeting that is not in the calendar', () => {
    scenario(minutesContextFold, draftMinutes)
      .given(...held)
      .when({ ...act, meeting: 11, base: 0, text: 'Uno.' })
      .thenRefuses({ kind: 'meeting-unknown', number: 11 });
  });
  test('take no addendum that cannot be set as it was written', () => {
    const refused = addAddendum(stateAfter(minutesContextFold, [...held, drafted, circulated, next, approved, sealed]), {
      on: '2019-12-18',
      by,
      meeting: 2,
      text: 'x'.repeat(300_000),
      reason: 'Se omitió',
    });
    expect(refused).toMatchObject({ ok: false, error: { kind: 'prose', fault: { kind: 'too-long' } } });
  });
});
