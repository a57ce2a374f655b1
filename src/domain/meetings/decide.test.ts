import { describe, expect, test } from 'vitest';
import { scenario } from '../../../test/given.ts';
import {
  cancelMeeting,
  closeMeeting,
  holdMeeting,
  linkSession,
  openMeeting,
  recordSession,
  rescheduleMeeting,
  scheduleMeeting,
  setOffsets,
} from './decide.ts';
import type { NewMeetingsEvent } from './events.ts';
import { defaultOffsets, meetingsFold } from './state.ts';
import { by, charterMeetings, decidedOn, scheduled } from './test-charter.ts';

const reason = 'Coincide con una sesión del Consejo General';
const held = { type: 'MeetingHeld', on: '2020-03-17', by, data: { number: 6 } } satisfies NewMeetingsEvent;
const cancelled = { type: 'MeetingCancelled', on: '2020-03-10', by, data: { number: 6, reason } } satisfies NewMeetingsEvent;
const linked = {
  type: 'CommissionSessionLinked',
  on: '2020-03-02',
  by,
  data: { number: 6, date: '2020-03-20' },
} satisfies NewMeetingsEvent;
const moved = {
  type: 'MeetingRescheduled',
  on: '2020-03-10',
  by,
  data: { number: 6, date: '2020-03-19', reason },
} satisfies NewMeetingsEvent;

describe('scheduling a meeting', () => {
  const { given } = scenario(meetingsFold, scheduleMeeting);
  const command = { on: '2020-07-20', by, number: 11, date: '2020-08-18' };

  test('takes a free number and a free day, with only what is known', () => {
    given(...charterMeetings)
      .when(command)
      .thenRecords({ type: 'MeetingScheduled', on: '2020-07-20', by, data: { number: 11, date: '2020-08-18' } });
  });
  test('keeps hour, place, session and source when they are known', () => {
    const more = {
      time: '10:00',
      place: 'Sala de usos múltiples',
      session: { date: '2020-08-25' },
      source: { text: 'Convocatoria', confirmation: 'seen' as const },
    };
    given()
      .when({ ...command, ...more })
      .thenRecords({ type: 'MeetingScheduled', on: '2020-07-20', by, data: { number: 11, date: '2020-08-18', ...more } });
  });
  test('may name a session that is still to be convened', () => {
    given()
      .when({ ...command, session: {} })
      .thenRecords({ type: 'MeetingScheduled', on: '2020-07-20', by, data: { number: 11, date: '2020-08-18', session: {} } });
  });
  test('may be decided on the day itself', () => {
    given()
      .when({ on: '2020-08-18', by, number: 11, date: '2020-08-18' })
      .thenRecords({ type: 'MeetingScheduled', on: '2020-08-18', by, data: { number: 11, date: '2020-08-18' } });
  });
  test('never uses a number twice', () => {
    given(...charterMeetings)
      .when({ ...command, number: 6 })
      .thenRefuses({ kind: 'number-taken', number: 6 });
  });
  test('does not use the number of a cancelled meeting either', () => {
    given(...charterMeetings, cancelled)
      .when({ ...command, number: 6 })
      .thenRefuses({ kind: 'number-taken', number: 6 });
  });
  test('does not put two meetings on one day', () => {
    given(...charterMeetings)
      .when({ ...command, on: '2020-07-01', date: '2020-07-14' })
      .thenRefuses({ kind: 'day-taken', date: '2020-07-14', number: 10 });
  });
  test('may take the day a cancelled meeting left free', () => {
    given(...charterMeetings, cancelled)
      .when({ on: '2020-03-11', by, number: 11, date: '2020-03-17' })
      .thenRecords({ type: 'MeetingScheduled', on: '2020-03-11', by, data: { number: 11, date: '2020-03-17' } });
  });
  test('is not decided after the day it is for', () => {
    given()
      .when({ ...command, date: '2020-07-19' })
      .thenRefuses({ kind: 'before-decision', date: '2020-07-19', on: '2020-07-20' });
  });
  test('comes before the session it prepares', () => {
    given()
      .when({ ...command, session: { date: '2020-08-18' } })
      .thenRefuses({ kind: 'not-before-session', date: '2020-08-18', session: '2020-08-18' });
  });
});

describe('rescheduling a meeting', () => {
  const { given } = scenario(meetingsFold, rescheduleMeeting);
  const command = { on: '2020-03-10', by, number: 6, date: '2020-03-19', reason };

  test('states the new day and the reason', () => {
    given(...charterMeetings)
      .when(command)
      .thenRecords(moved);
  });
  test('may fix the hour and the place of the same day', () => {
    given(...charterMeetings)
      .when({ ...command, date: '2020-03-17', time: '10:00', place: 'Sala 2' })
      .thenRecords({ ...moved, data: { number: 6, date: '2020-03-17', time: '10:00', place: 'Sala 2', reason } });
  });
  test('may be done more than once', () => {
    given(...charterMeetings, moved)
      .when({ ...command, date: '2020-03-24' })
      .thenRecords({ ...moved, data: { number: 6, date: '2020-03-24', reason } });
  });
  test('is allowed when the day has passed and nobody recorded that the meeting took place', () => {
    given(...charterMeetings)
      .when({ ...command, on: '2020-03-18' })
      .thenRecords({ ...moved, on: '2020-03-18' });
  });
  test('needs a reason, and blanks are none', () => {
    given(...charterMeetings)
      .when({ ...command, reason: '  ' })
      .thenRefuses({ kind: 'reason-missing' });
  });
  test('does not move a meeting that was held', () => {
    given(...charterMeetings, held)
      .when({ ...command, on: '2020-03-18' })
      .thenRefuses({ kind: 'held-already', number: 6 });
  });
  test('does not move a cancelled meeting', () => {
    given(...charterMeetings, cancelled)
      .when(command)
      .thenRefuses({ kind: 'cancelled-already', number: 6 });
  });
  test('does not move a meeting nobody scheduled', () => {
    given(...charterMeetings)
      .when({ ...command, number: 11 })
      .thenRefuses({ kind: 'meeting-unknown', number: 11 });
  });
  test('does not move a meeting onto the day of another', () => {
    given(...charterMeetings)
      .when({ ...command, date: '2020-04-14' })
      .thenRefuses({ kind: 'day-taken', date: '2020-04-14', number: 7 });
  });
  test.each(['2020-03-20', '2020-03-24'])('to %s is refused: the session it prepares is on 20 March', (date) => {
    given(...charterMeetings, linked)
      .when({ ...command, date })
      .thenRefuses({ kind: 'not-before-session', date, session: '2020-03-20' });
  });
  test('past its session is refused when the justification is blank', () => {
    given(...charterMeetings, linked)
      .when({ ...command, date: '2020-03-24', justification: ' ' })
      .thenRefuses({ kind: 'not-before-session', date: '2020-03-24', session: '2020-03-20' });
  });
  test('past its session is allowed when justified, and the justification is kept', () => {
    const justification = 'La Comisión sesionó con urgencia';
    given(...charterMeetings, linked)
      .when({ ...command, date: '2020-03-24', justification })
      .thenRecords({ ...moved, data: { number: 6, date: '2020-03-24', reason, justification } });
  });
  test('is not decided after the day it moves to', () => {
    given(...charterMeetings)
      .when({ ...command, date: '2020-03-09' })
      .thenRefuses({ kind: 'before-decision', date: '2020-03-09', on: '2020-03-10' });
  });
  test('cannot be dated before the decision it replaces', () => {
    given(...charterMeetings, moved)
      .when({ ...command, on: '2020-03-09', date: '2020-03-24' })
      .thenRefuses({ kind: 'before-last-decision', on: '2020-03-09', last: '2020-03-10' });
  });
  test('changes something', () => {
    given(...charterMeetings)
      .when({ ...command, date: '2020-03-17' })
      .thenRefuses({ kind: 'nothing-changed' });
  });
});

describe('cancelling a meeting', () => {
  const { given } = scenario(meetingsFold, cancelMeeting);
  const command = { on: '2020-03-10', by, number: 6, reason };

  test('states the reason', () => {
    given(...charterMeetings)
      .when(command)
      .thenRecords(cancelled);
  });
  test('needs a reason', () => {
    given(...charterMeetings)
      .when({ ...command, reason: '' })
      .thenRefuses({ kind: 'reason-missing' });
  });
  test('does not undo a meeting that was held', () => {
    given(...charterMeetings, held)
      .when({ ...command, on: '2020-03-18' })
      .thenRefuses({ kind: 'held-already', number: 6 });
  });
  test('happens once', () => {
    given(...charterMeetings, cancelled)
      .when(command)
      .thenRefuses({ kind: 'cancelled-already', number: 6 });
  });
  test('needs a meeting', () => {
    given().when(command).thenRefuses({ kind: 'meeting-unknown', number: 6 });
  });
  test('cannot be dated before the meeting was scheduled', () => {
    given(...charterMeetings)
      .when({ ...command, on: '2019-09-30' })
      .thenRefuses({ kind: 'before-last-decision', on: '2019-09-30', last: decidedOn });
  });
});

describe('recording a meeting as held', () => {
  const { given } = scenario(meetingsFold, holdMeeting);

  test('is possible on its day', () => {
    given(...charterMeetings)
      .when({ on: '2020-03-17', by, number: 6 })
      .thenRecords(held);
  });
  test('is possible later, with the day from which it is known', () => {
    given(...charterMeetings)
      .when({ on: '2020-03-20', by, number: 6 })
      .thenRecords({ ...held, on: '2020-03-20' });
  });
  test('is not possible before its day', () => {
    given(...charterMeetings)
      .when({ on: '2020-03-16', by, number: 6 })
      .thenRefuses({ kind: 'not-yet-held', date: '2020-03-17', on: '2020-03-16' });
  });
  test('looks at the day it was moved to', () => {
    given(...charterMeetings, moved)
      .when({ on: '2020-03-17', by, number: 6 })
      .thenRefuses({ kind: 'not-yet-held', date: '2020-03-19', on: '2020-03-17' });
  });
  test('happens once', () => {
    given(...charterMeetings, held)
      .when({ on: '2020-03-18', by, number: 6 })
      .thenRefuses({ kind: 'held-already', number: 6 });
  });
  test('is not possible for a cancelled meeting', () => {
    given(...charterMeetings, cancelled)
      .when({ on: '2020-03-17', by, number: 6 })
      .thenRefuses({ kind: 'cancelled-already', number: 6 });
  });
  test('needs a meeting', () => {
    given().when({ on: '2020-03-17', by, number: 6 }).thenRefuses({ kind: 'meeting-unknown', number: 6 });
  });
});

describe('linking the commission session', () => {
  const { given } = scenario(meetingsFold, linkSession);
  const command = { on: '2020-03-02', by, number: 6, date: '2020-03-20' };

  test('ties the meeting to the session it prepares', () => {
    given(...charterMeetings)
      .when(command)
      .thenRecords(linked);
  });
  test('follows the session to a new date', () => {
    given(...charterMeetings, linked)
      .when({ ...command, date: '2020-03-23' })
      .thenRecords({ ...linked, data: { number: 6, date: '2020-03-23' } });
  });
  test('gives its date to a session that was still to be convened', () => {
    given(scheduled(6, '2020-03-17', { session: {} }))
      .when(command)
      .thenRecords(linked);
  });
  test('is possible after the meeting was held, even with an earlier decision', () => {
    given(...charterMeetings, held)
      .when({ ...command, on: '2020-03-16' })
      .thenRecords({ ...linked, on: '2020-03-16' });
  });
  test('is not possible for a cancelled meeting', () => {
    given(...charterMeetings, cancelled)
      .when(command)
      .thenRefuses({ kind: 'cancelled-already', number: 6 });
  });
  test('needs a meeting', () => {
    given().when(command).thenRefuses({ kind: 'meeting-unknown', number: 6 });
  });
  test('refuses a session on or before the meeting', () => {
    given(...charterMeetings)
      .when({ ...command, date: '2020-03-17' })
      .thenRefuses({ kind: 'not-before-session', date: '2020-03-17', session: '2020-03-17' });
  });
  test('accepts such a session when justified', () => {
    const justification = 'La sesión se adelantó';
    given(...charterMeetings)
      .when({ ...command, date: '2020-03-16', justification })
      .thenRecords({ ...linked, data: { number: 6, date: '2020-03-16', justification } });
  });
  test('cannot be dated before the link it replaces', () => {
    given(...charterMeetings, linked)
      .when({ ...command, on: '2020-03-01', date: '2020-03-23' })
      .thenRefuses({ kind: 'before-last-decision', on: '2020-03-01', last: '2020-03-02' });
  });
  test('cannot be dated before the meeting was scheduled', () => {
    given(...charterMeetings)
      .when({ ...command, on: '2019-09-30' })
      .thenRefuses({ kind: 'before-last-decision', on: '2019-09-30', last: decidedOn });
  });
  test('changes something', () => {
    given(...charterMeetings, linked)
      .when(command)
      .thenRefuses({ kind: 'nothing-changed' });
  });
});

describe('setting the offsets of the cycle', () => {
  const { given } = scenario(meetingsFold, setOffsets);
  const command = { on: '2020-01-20', by, ...defaultOffsets };

  test('records all six', () => {
    given()
      .when({ ...command, cutoffDays: -10, minutesDays: 0 })
      .thenRecords({ type: 'CycleOffsetsSet', on: '2020-01-20', by, data: { ...defaultOffsets, cutoffDays: -10, minutesDays: 0 } });
  });
  test('changes something', () => {
    given().when(command).thenRefuses({ kind: 'nothing-changed' });
  });
  test.each([
    ['the informe cannot be frozen before the cut-off', { freezeDays: -8 }, 'cutoffDays', 'freezeDays'],
    ['nor circulated before it is frozen', { circulateDays: -6 }, 'freezeDays', 'circulateDays'],
    ['nor observed before it is circulated', { observeFromDays: -6 }, 'circulateDays', 'observeFromDays'],
    ['observations do not end before they begin', { observeUntilDays: -6 }, 'observeFromDays', 'observeUntilDays'],
    ['observations end before the meeting, not on its day', { observeUntilDays: 0 }, 'observeUntilDays', 'meeting'],
    ['the minutes do not come before the meeting', { minutesDays: -1 }, 'meeting', 'minutesDays'],
  ] as const)('%s', (_, change, earlier, later) => {
    given()
      .when({ ...command, ...change })
      .thenRefuses({ kind: 'offsets-out-of-order', earlier, later });
  });
});

describe('the session of the commission', () => {
  const linked = [scheduled(6, '2020-03-17', { session: { date: '2020-03-20' } })];
  const asked = { by, number: 6, received: ['prep-2020-03-10'], outcome: 'Se dio por recibido.' };
  const recording = scenario(meetingsFold, recordSession);
  test('is recorded once its day has come: what it received from the group, and what it decided', () => {
    const { by: _, ...data } = asked;
    const state = recording
      .given(...linked)
      .when({ on: '2020-03-21', ...asked })
      .thenRecords({ type: 'CommissionSessionRecorded', on: '2020-03-21', by, data });
    expect(state.meetings.get(6)?.session?.held).toEqual({
      on: '2020-03-21',
      received: ['prep-2020-03-10'],
      outcome: 'Se dio por recibido.',
    });
    recording
      .given(...linked)
      .when({ on: '2020-03-19', ...asked })
      .thenRefuses({ kind: 'session-to-come', date: '2020-03-20', on: '2020-03-19' });
  });
  test('of a meeting that is tied to none is not', () => {
    recording
      .given(scheduled(6, '2020-03-17'))
      .when({ on: '2020-03-21', ...asked })
      .thenRefuses({ kind: 'no-session', number: 6 });
    recording
      .given()
      .when({ on: '2020-03-21', ...asked })
      .thenRefuses({ kind: 'meeting-unknown', number: 6 });
  });
});

describe('a meeting that is opened and closed', () => {
  const opened = { type: 'MeetingOpened', on: '2020-03-17', by, data: { number: 6, time: '2020-03-17T23:30' } } as const;
  test('ends after it began, past midnight if need be', () => {
    const closing = scenario(meetingsFold, closeMeeting);
    const data = { number: 6, time: '2020-03-18T00:40' };
    closing
      .given(scheduled(6, '2020-03-17'), opened)
      .when({ on: '2020-03-18', by, ...data })
      .thenRecords({ type: 'MeetingClosed', on: '2020-03-18', by, data });
    closing
      .given(scheduled(6, '2020-03-17'), opened)
      .when({ on: '2020-03-18', by, number: 6, time: '2020-03-17T23:00' })
      .thenRefuses({ kind: 'time-out-of-order', time: '2020-03-17T23:00', after: '2020-03-17T23:30' });
    closing
      .given(scheduled(6, '2020-03-17'))
      .when({ on: '2020-03-18', by, ...data })
      .thenRefuses({ kind: 'not-open', number: 6 });
  });
  test('is not opened before its day, and not rescheduled while it goes on', () => {
    const opening = scenario(meetingsFold, openMeeting);
    opening
      .given(scheduled(6, '2020-03-17'))
      .when({ on: '2020-03-16', by, number: 6, time: '2020-03-16T10:00' })
      .thenRefuses({ kind: 'not-yet-held', date: '2020-03-17', on: '2020-03-16' });
    opening
      .given(scheduled(6, '2020-03-17'))
      .when({ on: '2020-03-17', by, number: 6, time: '2020-03-16T23:00' })
      .thenRefuses({ kind: 'time-out-of-order', time: '2020-03-16T23:00', after: '2020-03-17' });
    scenario(meetingsFold, rescheduleMeeting)
      .given(scheduled(6, '2020-03-17'), opened)
      .when({ on: '2020-03-17', by, number: 6, date: '2020-03-20', reason: 'x' })
      .thenRefuses({ kind: 'open-already', number: 6 });
  });
});
