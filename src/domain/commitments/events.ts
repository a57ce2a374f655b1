import { z } from 'zod';
import type { EventOf, NewEventOf } from '../../core/event.ts';
import { isSubject, type Subject } from '../../core/subject.ts';
import { id, isoDate } from '../process/events.ts';

const text = z.string().regex(/\S/).max(2000);
const subject = z.string().refine((value): value is Subject => isSubject(value), 'a kind and an id: obligation:ieeh/E14');
/** `C1`, `C2`… within the process. */
export const commitmentId = z.string().regex(/^C[1-9]\d{0,5}$/);

export const commitmentEvents = {
  CommitmentMade: z.strictObject({
    commitment: commitmentId,
    owner: id,
    due: isoDate,
    text,
    /** The meeting (`meeting:2`) or the observation it comes from. */
    origin: subject,
    /** The point of that meeting. */
    item: z.int().positive().exactOptional(),
    /** What it is about. */
    subject: subject.exactOptional(),
  }),
  CommitmentExtended: z.strictObject({ commitment: commitmentId, due: isoDate, reason: text }),
  /** `document`: what shows it, when it is on record. */
  EvidenceGiven: z.strictObject({ commitment: commitmentId, text, document: subject.exactOptional() }),
  CommitmentReturned: z.strictObject({ commitment: commitmentId, reason: text }),
  CommitmentClosed: z.strictObject({ commitment: commitmentId, note: text.exactOptional() }),
  CommitmentDropped: z.strictObject({ commitment: commitmentId, reason: text }),
} as const;

export type CommitmentEvent = EventOf<typeof commitmentEvents>;
export type NewCommitmentEvent = NewEventOf<typeof commitmentEvents>;
