import type { Fold, IsoDate, IsoInstant } from '../../core/event.ts';
import { must, unreachable } from '../../core/result.ts';
import type { Source } from '../process/events.ts';
import type { CycleOffsets, MeetingsEvent } from './events.ts';

/** Day, local time and place as last stated, and where that is published; absent: not known. */
export type Appointment = { readonly date: IsoDate; readonly time?: string; readonly place?: string; readonly source?: Source };
export type FormerAppointment = Appointment & { readonly replacedOn: IsoDate; readonly reason: string };

export type MeetingStatus =
  | { readonly kind: 'scheduled' }
  /** It has begun and is going on. */
  | { readonly kind: 'open'; readonly on: IsoDate; readonly from: string }
  /** `from` and `to` absent: recorded afterwards. */
  | { readonly kind: 'held'; readonly on: IsoDate; readonly from?: string; readonly to?: string }
  | { readonly kind: 'cancelled'; readonly on: IsoDate; readonly reason: string };

export type Meeting = {
  readonly number: number;
  readonly appointment: Appointment;
  readonly status: MeetingStatus;
  /** Of its own cycle: a setting changed later does not reach a cycle that has begun. */
  readonly offsets: CycleOffsets;
  readonly session?: { readonly date?: IsoDate; readonly linkedOn: IsoDate; readonly held?: HeldSession };
  readonly scheduledOn: IsoDate;
  /** When the appointment in force was decided. */
  readonly placedOn: IsoDate;
  /** Oldest first. */
  readonly former: readonly FormerAppointment[];
  /** Reschedulings and the cancellation: the SEQUENCE of its calendar entry. */
  readonly changes: number;
  /** When the ledger learnt what its calendar entry now says. */
  readonly stampedAt: IsoInstant;
};

/** What the commission did, as recorded. */
export type HeldSession = { readonly on: IsoDate; readonly received: readonly string[]; readonly outcome: string };

export type MeetingsState = { offsets: CycleOffsets; readonly meetings: Map<number, Meeting> };

/** In force until the process sets its own: product practice; the charter asks only for «the time needed to review and integrate». */
export const defaultOffsets: CycleOffsets = {
  cutoffDays: -7,
  freezeDays: -5,
  circulateDays: -5,
  observeFromDays: -5,
  observeUntilDays: -1,
  minutesDays: 3,
};

export const meetingsFold: Fold<MeetingsState, MeetingsEvent> = {
  initial: () => ({ offsets: defaultOffsets, meetings: new Map() }),
  evolve: (state, event) => {
    if (event.type === 'CycleOffsetsSet') return adopt(state, event.data, event.on, event.at);
    if (event.type === 'MeetingScheduled') {
      const { number, session } = event.data;
      state.meetings.set(number, {
        number,
        appointment: appointmentOf(event.data),
        status: { kind: 'scheduled' },
        offsets: state.offsets,
        ...(session === undefined ? {} : { session: { ...session, linkedOn: event.on } }),
        scheduledOn: event.on,
        placedOn: event.on,
        former: [],
        changes: 0,
        stampedAt: event.at,
      });
      return state;
    }
    const { number } = event.data;
    const meeting = must(state.meetings.get(number), `event ${event.seq} (${event.type}) speaks of meeting ${number}, never scheduled`);
    state.meetings.set(number, change(meeting, event));
    return state;
  },
};

type Change = Exclude<MeetingsEvent, { type: 'CycleOffsetsSet' | 'MeetingScheduled' }>;

function change(meeting: Meeting, event: Change): Meeting {
  switch (event.type) {
    case 'MeetingRescheduled':
      return {
        ...meeting,
        appointment: appointmentOf(event.data),
        placedOn: event.on,
        former: [...meeting.former, { ...meeting.appointment, replacedOn: event.on, reason: event.data.reason }],
        changes: meeting.changes + 1,
        stampedAt: event.at,
      };
    case 'MeetingCancelled':
      return {
        ...meeting,
        status: { kind: 'cancelled', on: event.on, reason: event.data.reason },
        changes: meeting.changes + 1,
        stampedAt: event.at,
      };
    case 'MeetingOpened':
      return { ...meeting, status: { kind: 'open', on: event.on, from: event.data.time } };
    case 'MeetingClosed': {
      const from = meeting.status.kind === 'open' ? { from: meeting.status.from } : {};
      return { ...meeting, status: { kind: 'held', on: event.on, ...from, to: event.data.time } };
    }
    case 'MeetingHeld':
      return { ...meeting, status: { kind: 'held', on: event.on } };
    case 'CommissionSessionRecorded': {
      const { received, outcome } = event.data;
      const session = must(meeting.session, `event ${event.seq} records a session that meeting ${meeting.number} is not tied to`);
      return { ...meeting, session: { ...session, held: { on: event.on, received, outcome } } };
    }
    case 'CommissionSessionLinked':
      return { ...meeting, session: { date: event.data.date, linkedOn: event.on }, stampedAt: event.at };
    default:
      return unreachable(event);
  }
}

/** A cycle that has begun on `on`, or would have begun under the new offsets, keeps its own: past cut-offs do not move. */
function adopt(state: MeetingsState, offsets: CycleOffsets, on: IsoDate, at: IsoInstant): MeetingsState {
  state.offsets = offsets;
  for (const meeting of state.meetings.values()) {
    const begun = [meeting.offsets, offsets].some((each) => dayOf(meeting.appointment.date, each.cutoffDays) <= on);
    if (meeting.status.kind === 'scheduled' && !begun) state.meetings.set(meeting.number, { ...meeting, offsets, stampedAt: at });
  }
  return state;
}

const dayOf = (date: IsoDate, days: number): IsoDate => Temporal.PlainDate.from(date).add({ days }).toString();

const appointmentOf = ({ date, time, place, source }: Appointment): Appointment => ({
  date,
  ...(time === undefined ? {} : { time }),
  ...(place === undefined ? {} : { place }),
  ...(source === undefined ? {} : { source }),
});
