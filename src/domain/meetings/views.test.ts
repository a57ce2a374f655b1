import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { stateAfter } from '../../../test/given.ts';
import type { NewMeetingsEvent } from './events.ts';
import { defaultOffsets, meetingsFold } from './state.ts';
import { by, charterDates, charterMeetings, plain, scheduled } from './test-charter.ts';
import {
  type Cycle,
  calendarOf,
  cutoffs,
  cycleOf,
  cycleOfMeeting,
  meetingForCutoff,
  meetingOf,
  numberingWarnings,
  offsetsOf,
  outcomeOn,
  previousCutoff,
} from './views.ts';

const stateOf = (...events: readonly NewMeetingsEvent[]) => stateAfter(meetingsFold, events);
const charter = stateOf(...charterMeetings);
const reason = 'Por acuerdo de la presidencia';
const moved = (date: string, on: string): NewMeetingsEvent => ({ type: 'MeetingRescheduled', on, by, data: { number: 6, date, reason } });
const cancelled: NewMeetingsEvent = { type: 'MeetingCancelled', on: '2020-03-05', by, data: { number: 6, reason } };
const held: NewMeetingsEvent = { type: 'MeetingHeld', on: '2020-03-17', by, data: { number: 6 } };
const states = (cycle: Cycle | undefined) => cycle && Object.fromEntries(cycle.steps.map((step) => [step.id, step.state]));
const iso = (date: Temporal.PlainDate | undefined) => date?.toString();

describe('the calendar of the charter', () => {
  test('has ten meetings, all on a Tuesday, with no hour, place or session invented', () => {
    const rows = calendarOf(charter);
    expect(rows.map((row) => row.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(rows.map((row) => row.dates.meeting.dayOfWeek)).toEqual(Array(10).fill(2));
    expect(rows.every((row) => Object.keys(row.appointment).join() === 'date' && row.session === undefined)).toBe(true);
  });

  const path = new URL('../../../../shared/charter.txt', import.meta.url);
  test.skipIf(!existsSync(path))('is the one of the charter itself (skipped where ../shared/charter.txt is missing)', () => {
    const months = 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' ');
    const rows = [...readFileSync(path, 'utf8').matchAll(/^(\d+)\t(\d+) de (\p{L}+) de (\d{4})$/gmu)];
    const dates = rows.map(([, , day, month = '', year]) =>
      plain(`${year}-01-01`).with({ month: months.indexOf(month) + 1, day: Number(day) }),
    );
    expect(rows.map((row) => Number(row[1]))).toEqual(calendarOf(charter).map((row) => row.number));
    expect(dates.map(String)).toEqual([...charterDates]);
  });

  test('keeps the former date and its reason when a meeting moves, and stays in date order', () => {
    const rows = calendarOf(stateOf(...charterMeetings, moved('2020-04-21', '2020-03-10')));
    expect(rows.map((row) => row.number)).toEqual([1, 2, 3, 4, 5, 7, 6, 8, 9, 10]);
    expect(rows[6]?.former).toEqual([{ date: '2020-03-17', replacedOn: '2020-03-10', reason }]);
  });

  test('says only what was last stated: an hour and place not repeated are no longer known', () => {
    const state = stateOf(scheduled(6, '2020-03-17', { time: '10:00', place: 'Sala 2' }), moved('2020-03-19', '2020-03-10'));
    expect(meetingOf(state, 6)?.appointment).toEqual({ date: '2020-03-19' });
    expect(meetingOf(state, 6)?.former[0]).toMatchObject({ time: '10:00', place: 'Sala 2' });
  });

  test('lists a cancelled meeting beside the one that took its day', () => {
    const rows = calendarOf(stateOf(scheduled(11, '2020-03-17'), scheduled(6, '2020-03-17'), cancelled));
    expect(rows.map((row) => [row.number, row.status.kind])).toEqual([
      [6, 'cancelled'],
      [11, 'scheduled'],
    ]);
  });

  test('keeps the source of the date', () => {
    const source = { text: 'Tabla 1', confirmation: 'seen' as const };
    const event = scheduled(6, '2020-03-17');
    expect(meetingOf(stateOf({ ...event, data: { ...event.data, source } }), 6)?.appointment.source).toEqual(source);
  });

  test('has no row for a meeting never scheduled', () => {
    expect(meetingOf(charter, 11)).toBeUndefined();
  });

  test('tells when the numbers do not follow the dates, and not otherwise', () => {
    expect(numberingWarnings(charter)).toEqual([]);
    const state = stateOf(...charterMeetings, moved('2020-04-21', '2020-03-10'));
    expect(numberingWarnings(state)).toEqual([{ kind: 'number-out-of-order', earlier: 7, later: 6 }]);
  });
});

describe('whether a meeting took place', () => {
  const outcome = (today: string, ...events: NewMeetingsEvent[]) => {
    const row = meetingOf(stateOf(...charterMeetings, ...events), 6);
    return row && outcomeOn(row, plain(today));
  };
  test('is not asked before its day is over', () => {
    expect(outcome('2020-03-16')).toBe('upcoming');
    expect(outcome('2020-03-17')).toBe('upcoming');
  });
  test('is sin información on a past day, never taken for granted', () => expect(outcome('2020-03-18')).toBe('unknown'));
  test('is known once recorded', () => expect(outcome('2020-03-17', held)).toBe('held'));
  test('is known to be no once cancelled', () => expect(outcome('2020-03-18', cancelled)).toBe('cancelled'));
});

describe('where the group is in its cycle', () => {
  test('on 10 March 2020: meeting 6, whose cut-off is that day', () => {
    const cycle = cycleOf(charter, plain('2020-03-10'));
    expect(cycle).toMatchObject({ number: 6, concluded: false, appointment: { date: '2020-03-17' } });
    expect(iso(cycle?.cutoff)).toBe('2020-03-10');
    expect(cycle?.steps.map(({ id, date, until, state }) => [id, iso(date), iso(until), state])).toEqual([
      ['cutoff', '2020-03-10', undefined, 'now'],
      ['freeze', '2020-03-12', undefined, 'next'],
      ['circulate', '2020-03-12', undefined, 'next'],
      ['observe', '2020-03-12', '2020-03-16', 'next'],
      ['meeting', '2020-03-17', undefined, 'next'],
      ['minutes', '2020-03-20', undefined, 'next'],
      ['session', undefined, undefined, 'next'],
    ]);
  });

  test('the cut-off is done once its day has passed, and the informe is what everybody works towards', () => {
    expect(states(cycleOf(charter, plain('2020-03-11')))).toMatchObject({ cutoff: 'done', freeze: 'now', circulate: 'next' });
  });

  test('an informe nobody froze is sin información the day after, and never done', () => {
    expect(states(cycleOf(charter, plain('2020-03-13')))).toMatchObject({ freeze: 'unknown', circulate: 'unknown', observe: 'now' });
  });

  test('a frozen and circulated informe is done, on the day it was, early or late', () => {
    const proof = { frozenOn: plain('2020-03-11'), circulatedOn: plain('2020-03-13') };
    const asked: string[] = [];
    const cycle = cycleOf(charter, plain('2020-03-13'), (cutoff) => {
      asked.push(cutoff.toString());
      return proof;
    });
    expect(asked).toEqual(['2020-03-10']);
    expect(states(cycle)).toMatchObject({ freeze: 'done', circulate: 'done', observe: 'now', meeting: 'next' });
    expect(cycle?.steps.slice(1, 3).map((step) => iso(step.doneOn))).toEqual(['2020-03-11', '2020-03-13']);
  });

  test('what is proved later proves nothing on an earlier day', () => {
    const proof = () => ({ frozenOn: plain('2020-03-12') });
    expect(states(cycleOf(charter, plain('2020-03-11'), proof))?.freeze).toBe('now');
    expect(states(cycleOf(charter, plain('2020-03-12'), proof))?.freeze).toBe('done');
  });

  test('on the meeting day the meeting is now; once held, the minutes are', () => {
    expect(states(cycleOf(charter, plain('2020-03-17')))).toMatchObject({ observe: 'unknown', meeting: 'now', minutes: 'next' });
    expect(states(cycleOf(stateOf(...charterMeetings, held), plain('2020-03-17')))).toMatchObject({ meeting: 'done', minutes: 'now' });
  });

  test('the day after a meeting, the next cycle is the current one', () => {
    expect(cycleOf(charter, plain('2020-03-18'))?.number).toBe(7);
  });

  test('a cancelled meeting has no cycle: the group is in the next one', () => {
    const state = stateOf(...charterMeetings, cancelled);
    expect(cycleOf(state, plain('2020-03-10'))?.number).toBe(7);
    expect(cycleOfMeeting(state, 6, plain('2020-03-10'))).toBeUndefined();
  });

  test('after the last meeting its cycle is shown as concluded, with nothing claimed', () => {
    const cycle = cycleOf(charter, plain('2020-08-01'));
    expect(cycle).toMatchObject({ number: 10, concluded: true });
    expect(states(cycle)).toEqual({
      cutoff: 'done',
      freeze: 'unknown',
      circulate: 'unknown',
      observe: 'unknown',
      meeting: 'unknown',
      minutes: 'unknown',
      session: 'unknown',
    });
  });

  test('without a meeting there is no cycle', () => {
    expect(cycleOf(stateOf(), plain('2020-03-10'))).toBeUndefined();
    expect(cycleOfMeeting(charter, 11, plain('2020-03-10'))).toBeUndefined();
  });

  test('a linked session is a date of the cycle: to come, today, and then sin información', () => {
    const state = stateOf(scheduled(6, '2020-03-17', { session: { date: '2020-03-20' } }), held);
    const session = (today: string) => cycleOfMeeting(state, 6, plain(today))?.steps.at(-1);
    expect(session('2020-03-19')).toMatchObject({ state: 'next', date: plain('2020-03-20') });
    expect(session('2020-03-20')?.state).toBe('next');
    expect(session('2020-03-21')?.state).toBe('unknown');
  });

  test('the session is now when it is the only step still open', () => {
    const state = stateOf(scheduled(6, '2020-03-17', { session: { date: '2020-03-27' } }), held);
    expect(states(cycleOfMeeting(state, 6, plain('2020-03-25')))).toMatchObject({ minutes: 'unknown', session: 'now' });
  });

  test('any past cycle can be looked at, with its proof', () => {
    const cycle = cycleOfMeeting(charter, 2, plain('2020-03-10'), { frozenOn: plain('2019-11-07') });
    expect(states(cycle)).toMatchObject({ cutoff: 'done', freeze: 'done', circulate: 'unknown', meeting: 'unknown' });
  });
});

describe('cut-offs', () => {
  test('are seven days before each meeting that stands', () => {
    expect(cutoffs(charter).map(String).slice(0, 3)).toEqual(['2019-10-08', '2019-11-05', '2019-12-10']);
    expect(cutoffs(stateOf(...charterMeetings, cancelled)).map(String)).not.toContain('2020-03-10');
  });
  test('know the one before, and the first has none', () => {
    expect(iso(previousCutoff(charter, plain('2020-03-10')))).toBe('2020-02-11');
    expect(iso(previousCutoff(charter, plain('2020-03-11')))).toBe('2020-03-10');
    expect(previousCutoff(charter, plain('2019-10-08'))).toBeUndefined();
  });
  test('name their meeting, and a day that is no cut-off names none', () => {
    expect(meetingForCutoff(charter, plain('2020-03-10'))?.number).toBe(6);
    expect(meetingForCutoff(charter, plain('2020-03-11'))).toBeUndefined();
  });
  test('of a meeting moved after its cut-off still name it, so that an informe already frozen keeps its meeting', () => {
    const state = stateOf(...charterMeetings, moved('2020-03-24', '2020-03-16'));
    expect(meetingForCutoff(state, plain('2020-03-10'))?.number).toBe(6);
    expect(meetingForCutoff(state, plain('2020-03-17'))?.number).toBe(6);
  });
  test('of a meeting moved before its cut-off name nothing', () => {
    const state = stateOf(...charterMeetings, moved('2020-03-24', '2020-03-09'));
    expect(meetingForCutoff(state, plain('2020-03-10'))).toBeUndefined();
  });
});

describe('the offsets', () => {
  const offsets = { ...defaultOffsets, cutoffDays: -10 };
  const set = (on: string): NewMeetingsEvent => ({ type: 'CycleOffsetsSet', on, by, data: offsets });
  const cutoffOf = (number: number, ...events: NewMeetingsEvent[]) => iso(meetingOf(stateOf(...events), number)?.dates.cutoff);

  test('are the documented ones until an event sets them', () => {
    expect(offsetsOf(charter)).toEqual(defaultOffsets);
    expect(offsetsOf(stateOf(set('2020-01-20')))).toEqual(offsets);
  });
  test('reach the cycles that have not begun, and leave past cut-offs where they were', () => {
    const events = [...charterMeetings, set('2020-03-06')];
    expect(cutoffOf(5, ...events)).toBe('2020-02-11');
    expect(cutoffOf(6, ...events)).toBe('2020-03-07');
    expect(cutoffOf(7, ...events)).toBe('2020-04-04');
  });
  test('do not reach a cycle that would have begun already under them', () => {
    expect(cutoffOf(6, ...charterMeetings, set('2020-03-07'))).toBe('2020-03-10');
  });
  test('do not reach a cancelled meeting, and serve those scheduled later', () => {
    expect(cutoffOf(6, ...charterMeetings, cancelled, set('2020-03-06'))).toBe('2020-03-10');
    expect(cutoffOf(11, set('2019-10-01'), scheduled(11, '2020-08-18'))).toBe('2020-08-08');
  });
});

test('an event about a meeting never scheduled is a fault of the log and is said to be', () => {
  expect(() => stateOf(held)).toThrow('event 1 (MeetingHeld) speaks of meeting 6, never scheduled');
});
