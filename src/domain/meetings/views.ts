import type { IsoDate, IsoInstant } from '../../core/event.ts';
import { rememberedOf } from '../../core/remembered.ts';
import type { CycleOffsets } from './events.ts';
import type { Appointment, FormerAppointment, HeldSession, Meeting, MeetingStatus, MeetingsState } from './state.ts';

export type { Appointment, FormerAppointment, HeldSession, MeetingStatus, MeetingsState };

type Day = Temporal.PlainDate;
const day = (iso: string): Day => Temporal.PlainDate.from(iso);
const compare = (a: Day, b: Day): number => Temporal.PlainDate.compare(a, b);

/** The dates of one cycle: offsets from the meeting. The session is known or not; it is no offset. */
export type CycleDates = {
  readonly cutoff: Day;
  readonly freeze: Day;
  readonly circulate: Day;
  readonly observeFrom: Day;
  readonly observeUntil: Day;
  readonly meeting: Day;
  readonly minutes: Day;
  readonly session?: Day;
};

/** One row of the calendar. `session` absent: none is tied to the meeting; without a date: still to be convened. */
export type CalendarRow = {
  readonly number: number;
  readonly appointment: Appointment;
  readonly status: MeetingStatus;
  readonly dates: CycleDates;
  readonly session?: { readonly date?: Day; readonly linkedOn: IsoDate; readonly held?: HeldSession };
  readonly former: readonly FormerAppointment[];
  readonly changes: number;
  readonly stampedAt: IsoInstant;
};

/** Every meeting, cancelled ones included, by date and then by number. */
export const calendarOf = (state: MeetingsState): readonly CalendarRow[] => inDateOrder(state).map(rowOf);

export const meetingOf = (state: MeetingsState, number: number): CalendarRow | undefined => {
  const meeting = state.meetings.get(number);
  return meeting && rowOf(meeting);
};

/** What is known on `today`: a past day nobody has vouched for is `unknown` (sin información), never held. */
export type Outcome = 'open' | 'held' | 'cancelled' | 'upcoming' | 'unknown';
export function outcomeOn(row: CalendarRow, today: Day): Outcome {
  if (row.status.kind !== 'scheduled') return row.status.kind;
  return compare(row.dates.meeting, today) < 0 ? 'unknown' : 'upcoming';
}

export type StepId = 'cutoff' | 'freeze' | 'circulate' | 'observe' | 'meeting' | 'minutes' | 'session';
/**
 * `done`: an event proves it, or the cut-off's day has passed. `now`: the first step still open, what everybody works
 * towards. `next`: open, after that one. `unknown`: its day has passed and nothing proves it (sin información).
 */
export type StepState = 'done' | 'now' | 'next' | 'unknown';
export type Step = {
  readonly id: StepId;
  /** Absent: not known (a session still to be convened). */
  readonly date?: Day;
  /** Last day of a step that lasts. */
  readonly until?: Day;
  readonly state: StepState;
  /** When it was done, which may be later than `date`. */
  readonly doneOn?: Day;
};

/** What other slices prove about a cycle: when its informes were frozen and circulated, and its minutes circulated. */
export type CycleProof = { readonly frozenOn?: Day; readonly circulatedOn?: Day; readonly minutesOn?: Day };
export type Cycle = {
  readonly number: number;
  readonly appointment: Appointment;
  readonly cutoff: Day;
  /** Its meeting day has passed, whether or not it is known to have taken place. */
  readonly concluded: boolean;
  readonly steps: readonly Step[];
};

/**
 * The cycle the group is in: that of the next meeting not yet past, or of the last one once all are past.
 * Absent when no meeting stands. `proof` is asked for the cut-off of the cycle found.
 */
export function cycleOf(
  state: MeetingsState,
  today: Day,
  proof: (cutoff: Day, number: number) => CycleProof = () => ({}),
): Cycle | undefined {
  const meetings = standing(state);
  const current = meetings.find((meeting) => compare(day(meeting.appointment.date), today) >= 0) ?? meetings.at(-1);
  return current && cycle(current, today, proof(datesOf(current).cutoff, current.number));
}

/** The cycle of one meeting, past or to come; absent when it was never scheduled or was cancelled. */
export function cycleOfMeeting(state: MeetingsState, number: number, today: Day, proof: CycleProof = {}): Cycle | undefined {
  const meeting = standing(state).find((one) => one.number === number);
  return meeting && cycle(meeting, today, proof);
}

function cycle(meeting: Meeting, today: Day, proof: CycleProof): Cycle {
  const dates = datesOf(meeting);
  const { status } = meeting;
  const passed = (each: Day): boolean => compare(each, today) < 0;
  /** `provenOn` after `today` proves nothing yet: the page speaks of `today`. */
  const step = (id: StepId, date: Day, provenOn?: Day, until: Day = date): Undecided => {
    const lasts = until.equals(date) ? {} : { until };
    if (provenOn && compare(provenOn, today) <= 0) return { id, date, ...lasts, state: 'done', doneOn: provenOn };
    return { id, date, ...lasts, state: passed(until) ? 'unknown' : 'open' };
  };
  const steps: readonly Undecided[] = [
    { id: 'cutoff', date: dates.cutoff, state: passed(dates.cutoff) ? 'done' : 'open' },
    step('freeze', dates.freeze, proof.frozenOn),
    step('circulate', dates.circulate, proof.circulatedOn),
    step('observe', dates.observeFrom, undefined, dates.observeUntil),
    step('meeting', dates.meeting, status.kind === 'held' || status.kind === 'open' ? day(status.on) : undefined),
    step('minutes', dates.minutes, proof.minutesOn),
    // A session without a date comes after the meeting; once the meeting is past, nobody can say whether it has been.
    dates.session
      ? step('session', dates.session, meeting.session?.held && day(meeting.session.held.on))
      : { id: 'session', state: passed(dates.meeting) ? 'unknown' : 'open' },
  ];
  const now = steps.findIndex((each) => each.state === 'open');
  return {
    number: meeting.number,
    appointment: meeting.appointment,
    cutoff: dates.cutoff,
    concluded: passed(dates.meeting),
    steps: steps.map((each, index) => ({ ...each, state: each.state !== 'open' ? each.state : index === now ? 'now' : 'next' })),
  };
}

type Undecided = Omit<Step, 'state'> & { readonly state: 'done' | 'unknown' | 'open' };

/** Cut-offs of the meetings that stand, oldest first. */
export const cutoffs = (state: MeetingsState): readonly Day[] =>
  standing(state)
    .map((meeting) => datesOf(meeting).cutoff)
    .sort(compare);

/** The last cut-off before `cutoff`: what an informe compares itself with. Absent: it is the first. */
export const previousCutoff = (state: MeetingsState, cutoff: Day): Day | undefined =>
  cutoffs(state).findLast((each) => compare(each, cutoff) < 0);

/**
 * The meeting an informe with this cut-off was made for. One already frozen when its meeting moved still belongs to it,
 * so a former cut-off answers too once it had come; a cut-off in force answers first.
 */
export function meetingForCutoff(state: MeetingsState, cutoff: Day): CalendarRow | undefined {
  const meetings = standing(state);
  const found =
    meetings.find((meeting) => datesOf(meeting).cutoff.equals(cutoff)) ?? meetings.find((meeting) => hadCutoff(meeting, cutoff));
  return found && rowOf(found);
}

const hadCutoff = (meeting: Meeting, cutoff: Day): boolean =>
  meeting.former.some(
    (one) => day(one.date).add({ days: meeting.offsets.cutoffDays }).equals(cutoff) && compare(cutoff, day(one.replacedOn)) <= 0,
  );

/** Numbers are expected to follow the dates; where they do not, people are told, not stopped. Each pair stands next to each other in time. */
export type NumberingWarning = { readonly kind: 'number-out-of-order'; readonly earlier: number; readonly later: number };
export const numberingWarnings = (state: MeetingsState): readonly NumberingWarning[] =>
  standing(state).flatMap((meeting, index, all) => {
    const next = all[index + 1];
    return next && next.number < meeting.number
      ? [{ kind: 'number-out-of-order' as const, earlier: meeting.number, later: next.number }]
      : [];
  });

export type { CycleOffsets };
/** What new meetings take. */
export const offsetsOf = (state: MeetingsState): CycleOffsets => state.offsets;

/** Another meeting takes the place of one that changed, so what follows from it is worked out once. */
const rowOf = rememberedOf((meeting: Meeting): CalendarRow => {
  const dates = datesOf(meeting);
  return {
    number: meeting.number,
    appointment: meeting.appointment,
    status: meeting.status,
    dates,
    ...(meeting.session === undefined
      ? {}
      : {
          session: {
            linkedOn: meeting.session.linkedOn,
            ...(meeting.session.held ? { held: meeting.session.held } : {}),
            ...(dates.session === undefined ? {} : { date: dates.session }),
          },
        }),
    former: meeting.former,
    changes: meeting.changes,
    stampedAt: meeting.stampedAt,
  };
});

const datesOf = rememberedOf(({ appointment, offsets, session }: Meeting): CycleDates => {
  const meeting = day(appointment.date);
  const away = (days: number): Day => meeting.add({ days });
  return {
    cutoff: away(offsets.cutoffDays),
    freeze: away(offsets.freezeDays),
    circulate: away(offsets.circulateDays),
    observeFrom: away(offsets.observeFromDays),
    observeUntil: away(offsets.observeUntilDays),
    meeting,
    minutes: away(offsets.minutesDays),
    ...(session?.date === undefined ? {} : { session: day(session.date) }),
  };
});

const inDateOrder = (state: MeetingsState): readonly Meeting[] =>
  [...state.meetings.values()].sort(({ appointment: { date: a }, number: n }, { appointment: { date: b }, number: m }) =>
    a < b ? -1 : a > b ? 1 : n - m,
  );

const standing = (state: MeetingsState): readonly Meeting[] => inDateOrder(state).filter((meeting) => meeting.status.kind !== 'cancelled');
