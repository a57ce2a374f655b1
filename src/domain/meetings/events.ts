import { z } from 'zod';
import type { EventOf, NewEventOf } from '../../core/event.ts';
import { isoDate, source } from '../process/events.ts';

const text = z.string().regex(/\S/);
const number = z.int().positive();
/** 24-hour local time of the working group (America/Mexico_City), `HH:MM`. */
export const localTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);

/** A local moment of the working group, `2019-11-12T10:05`: it says its own day, so that a meeting may go on past midnight. */
export const localMoment = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d$/);

/** Where a meeting falls. What is absent is not known: nobody has stated it, and nothing is assumed in its place. */
const appointment = { date: isoDate, time: localTime.exactOptional(), place: text.exactOptional() };
/** Why the meeting may fall on or after the session it prepares; required in that case only. */
const justification = text.exactOptional();

const days = z.int().min(-60).max(60);
/** Days from the meeting day D to each date of its cycle: negative before D, positive after it. */
export const cycleOffsets = z.strictObject({
  cutoffDays: days,
  freezeDays: days,
  circulateDays: days,
  observeFromDays: days,
  observeUntilDays: days,
  minutesDays: days,
});
export type CycleOffsets = z.infer<typeof cycleOffsets>;

/** All in the stream of the process. `on` is the day of the decision; of `MeetingHeld`, the day from which it is known. */
export const meetingsEvents = {
  CycleOffsetsSet: cycleOffsets,
  /** `session` absent: no commission session is tied to it yet; `session` without a date: it is, and is still to be convened. */
  MeetingScheduled: z.strictObject({
    number,
    ...appointment,
    session: z.strictObject({ date: isoDate.exactOptional() }).exactOptional(),
    justification,
    source: source.exactOptional(),
  }),
  /** States the whole appointment again: a time or place left out is no longer known. */
  MeetingRescheduled: z.strictObject({ number, ...appointment, reason: text, justification, source: source.exactOptional() }),
  MeetingCancelled: z.strictObject({ number, reason: text, source: source.exactOptional() }),
  /** It begins, and ends; `time` as the secretariat states it. */
  MeetingOpened: z.strictObject({ number, time: localMoment }),
  MeetingClosed: z.strictObject({ number, time: localMoment }),
  /** Recorded afterwards that it took place, its hours not known. */
  MeetingHeld: z.strictObject({ number, source: source.exactOptional() }),
  CommissionSessionLinked: z.strictObject({ number, date: isoDate, justification, source: source.exactOptional() }),
  /** What the commission did with what the group prepared. `received`: the informes it was handed (`prep-2019-11-05`). */
  CommissionSessionRecorded: z.strictObject({ number, received: z.array(text), outcome: text, source: source.exactOptional() }),
} as const;

export type MeetingsEvent = EventOf<typeof meetingsEvents>;
export type NewMeetingsEvent = NewEventOf<typeof meetingsEvents>;
