import { z } from 'zod';
import type { EventOf, NewEventOf } from '../../core/event.ts';
import { subjectPattern } from '../../core/subject.ts';
import { id, isoDate } from '../process/events.ts';

const text = z.string().regex(/\S/).max(2000);
const subject = z.string().regex(subjectPattern);

/** All in the stream of the process. The alerts themselves are derived, and are in no event. */
export const alertEvents = {
  /** `since`: the run of days that was acknowledged. When the alert ends and comes back, it has to be acknowledged again. */
  AlertAcknowledged: z.strictObject({ rule: id, subject, since: isoDate, note: text }),
  /** In force from the day of the decision; earlier days keep the threshold they had. */
  AlertThresholdSet: z.strictObject({ rule: id, value: z.int().nonnegative(), reason: text }),
} as const;

export type AlertEvent = EventOf<typeof alertEvents>;
export type NewAlertEvent = NewEventOf<typeof alertEvents>;
