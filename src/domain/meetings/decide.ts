import type { Act, IsoDate } from '../../core/event.ts';
import { ok, type Result, refuse } from '../../core/result.ts';
import type { CycleOffsets, MeetingsEvent, NewMeetingsEvent } from './events.ts';
import type { Meeting, MeetingsState } from './state.ts';

type Command<Type extends MeetingsEvent['type']> = Act & Extract<NewMeetingsEvent, { type: Type }>['data'];

/** The marks of a cycle in the order they must keep; `meeting` is D itself. */
export type OffsetMark = keyof CycleOffsets | 'meeting';

export type MeetingsRefusal =
  | { readonly kind: 'meeting-unknown'; readonly number: number }
  | { readonly kind: 'number-taken'; readonly number: number }
  | { readonly kind: 'day-taken'; readonly date: IsoDate; readonly number: number }
  | { readonly kind: 'held-already'; readonly number: number }
  | { readonly kind: 'open-already'; readonly number: number }
  | { readonly kind: 'not-open'; readonly number: number }
  | { readonly kind: 'time-out-of-order'; readonly time: string; readonly after: string }
  | { readonly kind: 'cancelled-already'; readonly number: number }
  | { readonly kind: 'reason-missing' }
  | { readonly kind: 'not-before-session'; readonly date: IsoDate; readonly session: IsoDate }
  | { readonly kind: 'before-decision'; readonly date: IsoDate; readonly on: IsoDate }
  | { readonly kind: 'before-last-decision'; readonly on: IsoDate; readonly last: IsoDate }
  | { readonly kind: 'not-yet-held'; readonly date: IsoDate; readonly on: IsoDate }
  | { readonly kind: 'no-session'; readonly number: number }
  | { readonly kind: 'session-to-come'; readonly date: IsoDate; readonly on: IsoDate }
  | { readonly kind: 'nothing-changed' }
  | { readonly kind: 'offsets-out-of-order'; readonly earlier: OffsetMark; readonly later: OffsetMark };

type Decision = Result<readonly NewMeetingsEvent[], MeetingsRefusal>;

export function scheduleMeeting(state: MeetingsState, command: Command<'MeetingScheduled'>): Decision {
  const { on, by, ...data } = command;
  if (state.meetings.has(data.number)) return refuse({ kind: 'number-taken', number: data.number });
  const wrong = misplaced(state, command, data.session?.date);
  return wrong ? refuse(wrong) : ok([{ type: 'MeetingScheduled', on, by, data: stated(data) }]);
}

/** Moves the whole cycle: every date of it is an offset from the meeting. The linked session stays where it is. */
export function rescheduleMeeting(state: MeetingsState, command: Command<'MeetingRescheduled'>): Decision {
  const { on, by, ...data } = command;
  return whenScheduled(state, data.number, (meeting) => {
    const { date, time, place } = meeting.appointment;
    if (blank(data.reason)) return refuse({ kind: 'reason-missing' });
    if (on < meeting.placedOn) return refuse({ kind: 'before-last-decision', on, last: meeting.placedOn });
    if (data.date === date && data.time === time && data.place === place) return refuse({ kind: 'nothing-changed' });
    const wrong = misplaced(state, command, meeting.session?.date);
    return wrong ? refuse(wrong) : ok([{ type: 'MeetingRescheduled', on, by, data: stated(data) }]);
  });
}

export function cancelMeeting(state: MeetingsState, command: Command<'MeetingCancelled'>): Decision {
  const { on, by, ...data } = command;
  return whenScheduled(state, data.number, (meeting) => {
    if (blank(data.reason)) return refuse({ kind: 'reason-missing' });
    if (on < meeting.placedOn) return refuse({ kind: 'before-last-decision', on, last: meeting.placedOn });
    return ok([{ type: 'MeetingCancelled', on, by, data }]);
  });
}

/** Records that it took place on its day. `on` may be later than that day, never earlier. */
export function holdMeeting(state: MeetingsState, command: Command<'MeetingHeld'>): Decision {
  const { on, by, ...data } = command;
  return whenScheduled(state, data.number, (meeting) => {
    const { date } = meeting.appointment;
    return on < date ? refuse({ kind: 'not-yet-held', date, on }) : ok([{ type: 'MeetingHeld', on, by, data }]);
  });
}

/** It begins, on its day or (one that begins late in the night) after it. */
export function openMeeting(state: MeetingsState, command: Command<'MeetingOpened'>): Decision {
  const { on, by, ...data } = command;
  return whenScheduled(state, data.number, ({ appointment: { date } }) => {
    if (on < date) return refuse({ kind: 'not-yet-held', date, on });
    if (data.time < date) return refuse({ kind: 'time-out-of-order', time: data.time, after: date });
    return ok([{ type: 'MeetingOpened', on, by, data }]);
  });
}

export function closeMeeting(state: MeetingsState, command: Command<'MeetingClosed'>): Decision {
  const { on, by, ...data } = command;
  const meeting = state.meetings.get(data.number);
  if (!meeting) return refuse({ kind: 'meeting-unknown', number: data.number });
  if (meeting.status.kind !== 'open') return refuse({ kind: 'not-open', number: data.number });
  const { from } = meeting.status;
  if (data.time < from) return refuse({ kind: 'time-out-of-order', time: data.time, after: from });
  return ok([{ type: 'MeetingClosed', on, by, data }]);
}

/** Ties the meeting to the commission session it prepares, or to its new date. A held meeting may still be tied. */
export function linkSession(state: MeetingsState, command: Command<'CommissionSessionLinked'>): Decision {
  const { on, by, ...data } = command;
  const meeting = state.meetings.get(data.number);
  if (!meeting) return refuse({ kind: 'meeting-unknown', number: data.number });
  if (meeting.status.kind === 'cancelled') return refuse({ kind: 'cancelled-already', number: data.number });
  const last = meeting.session?.linkedOn ?? meeting.scheduledOn;
  if (on < last) return refuse({ kind: 'before-last-decision', on, last });
  if (meeting.session?.date === data.date) return refuse({ kind: 'nothing-changed' });
  const wrong = notBefore(meeting.appointment.date, data.date, data.justification);
  return wrong ? refuse(wrong) : ok([{ type: 'CommissionSessionLinked', on, by, data: stated(data) }]);
}

/** What the commission did in the session this meeting prepared: once its day has come. Recorded again, it replaces what was recorded. */
export function recordSession(state: MeetingsState, command: Command<'CommissionSessionRecorded'>): Decision {
  const { on, by, ...data } = command;
  const meeting = state.meetings.get(data.number);
  if (!meeting) return refuse({ kind: 'meeting-unknown', number: data.number });
  const date = meeting.session?.date;
  if (date === undefined) return refuse({ kind: 'no-session', number: data.number });
  if (on < date) return refuse({ kind: 'session-to-come', date, on });
  return ok([{ type: 'CommissionSessionRecorded', on, by, data }]);
}

/** From this day on, for every cycle that has not begun. */
export function setOffsets(state: MeetingsState, command: Command<'CycleOffsetsSet'>): Decision {
  const { on, by, ...data } = command;
  const marks = [
    ...beforeMeeting.map((mark) => [mark, data[mark]] as const),
    ['meeting', 0] as const,
    ['minutesDays', data.minutesDays] as const,
  ];
  for (const [index, [later, day]] of marks.entries()) {
    const [earlier, dayBefore] = marks[index - 1] ?? [later, day];
    if (dayBefore > day || (later === 'meeting' && dayBefore === day)) return refuse({ kind: 'offsets-out-of-order', earlier, later });
  }
  if (offsetNames.every((name) => data[name] === state.offsets[name])) return refuse({ kind: 'nothing-changed' });
  return ok([{ type: 'CycleOffsetsSet', on, by, data }]);
}

const beforeMeeting = ['cutoffDays', 'freezeDays', 'circulateDays', 'observeFromDays', 'observeUntilDays'] as const;
const offsetNames = [...beforeMeeting, 'minutesDays'] as const;

/** A justification of blanks is none, and is not kept. */
function stated<D extends { readonly justification?: string }>(data: D): D {
  if (!blank(data.justification)) return data;
  const { justification: _, ...rest } = data;
  return rest as D; // D's only optional part left out is `justification`
}

const blank = (text: string | undefined): boolean => text === undefined || text.trim() === '';

type Placing = Act & { readonly number: number; readonly date: IsoDate; readonly justification?: string };

function misplaced(
  state: MeetingsState,
  { number, date, on, justification }: Placing,
  session: IsoDate | undefined,
): MeetingsRefusal | undefined {
  if (date < on) return { kind: 'before-decision', date, on };
  const other = [...state.meetings.values()].find(
    (one) => one.number !== number && one.appointment.date === date && one.status.kind !== 'cancelled',
  );
  if (other) return { kind: 'day-taken', date, number: other.number };
  return session === undefined ? undefined : notBefore(date, session, justification);
}

/** The group meets «previo a las sesiones» (charter, I): otherwise somebody says why. */
function notBefore(date: IsoDate, session: IsoDate, justification: string | undefined): MeetingsRefusal | undefined {
  return date >= session && blank(justification) ? { kind: 'not-before-session', date, session } : undefined;
}

function whenScheduled(state: MeetingsState, number: number, then: (meeting: Meeting) => Decision): Decision {
  const meeting = state.meetings.get(number);
  if (!meeting) return refuse({ kind: 'meeting-unknown', number });
  if (meeting.status.kind === 'open') return refuse({ kind: 'open-already', number });
  if (meeting.status.kind === 'held') return refuse({ kind: 'held-already', number });
  if (meeting.status.kind === 'cancelled') return refuse({ kind: 'cancelled-already', number });
  return then(meeting);
}
