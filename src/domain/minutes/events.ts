import { z } from 'zod';
import type { EventOf, NewEventOf } from '../../core/event.ts';
import { proseLimits } from '../../core/prose.ts';
import { localMoment } from '../meetings/events.ts';
import { id } from '../process/events.ts';

const number = z.int().positive();
const line = z.string().regex(/\S/).max(2000);
const prose = z.string().regex(/\S/).max(proseLimits.characters);
const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** How an office is present: by its titular, its suplente, or another office that represents it. */
export const presences = ['titular', 'suplente', 'represented'] as const;
export type PresenceKind = (typeof presences)[number];

export const outcomeKinds = ['information', 'agreement'] as const;
export type OutcomeKind = (typeof outcomeKinds)[number];

/** All in the stream of the process; `meeting` is the meeting's number, `item` the point of its agenda. */
export const minutesEvents = {
  /** `from`: the office that represents it. `remote`: present from afar. `person`: key of who sat there, when that is known. */
  AttendeeArrived: z.strictObject({
    meeting: number,
    office: id,
    how: z.enum(presences),
    from: id.exactOptional(),
    remote: z.boolean(),
    person: z.string().max(64).exactOptional(),
    time: localMoment,
  }),
  AttendeeLeft: z.strictObject({ meeting: number, office: id, time: localMoment }),
  ItemTakenUp: z.strictObject({ meeting: number, item: number, time: localMoment }),
  ItemDeferred: z.strictObject({ meeting: number, item: number, reason: line }),
  FloorAsked: z.strictObject({ meeting: number, turn: number, office: id, about: line.exactOptional() }),
  FloorGiven: z.strictObject({ meeting: number, turn: number, time: localMoment }),
  FloorWithdrawn: z.strictObject({ meeting: number, turn: number }),
  /** What was said on a point, in Markdown. Notes are added, never changed. */
  NoteTaken: z.strictObject({ meeting: number, item: number, note: number, text: line }),
  OutcomeRecorded: z.strictObject({ meeting: number, item: number, outcome: number, kind: z.enum(outcomeKinds), text: line }),
  OutcomeStruck: z.strictObject({ meeting: number, outcome: number, reason: line }),
  MinutesDrafted: z.strictObject({ meeting: number, revision: number, text: prose }),
  /** A circulated text that is not right: what it should say, and why. It is circulated again. */
  MinutesCorrected: z.strictObject({ meeting: number, revision: number, text: prose, reason: line }),
  /** `position` and `root`: what attendance, outcomes and commitments beside the text are read from. */
  MinutesCirculated: z.strictObject({ meeting: number, revision: number, position: z.int().min(0), root: digest }),
  /** `in`: the meeting that approved them. */
  MinutesApproved: z.strictObject({ meeting: number, revision: number, in: number }),
  /** `text`: SHA-256 of the minutes as Markdown at `position`; `checkpoint`: of the checkpoint's text there. */
  MinutesSealed: z.strictObject({ meeting: number, position: z.int().min(0), root: digest, text: digest, checkpoint: digest }),
  AddendumAdded: z.strictObject({ meeting: number, addendum: number, text: prose, reason: line }),
  MinutesPublished: z.strictObject({ meeting: number }),
} as const;

export type MinutesEvent = EventOf<typeof minutesEvents>;
export type NewMinutesEvent = NewEventOf<typeof minutesEvents>;
