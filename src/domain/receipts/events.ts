import { z } from 'zod';
import type { EventOf, NewEventOf } from '../../core/event.ts';
import { subjectKinds } from '../../core/subject.ts';

/** By what something was shown. */
export const means = ['page', 'download', 'mail'] as const;
export type Means = (typeof means)[number];

export const receiptEvents = {
  /** `by` was shown these subjects by this means for the first time; `at`: when (UTC). */
  SubjectsShown: z.strictObject({
    means: z.enum(means),
    shown: z
      .array(
        z.strictObject({
          subject: z.templateLiteral([z.enum(subjectKinds), ':', z.string().regex(/^[^\s]{1,200}$/)]),
          at: z.iso.datetime({ precision: 3 }),
        }),
      )
      .min(1),
  }),
} as const;

export type ReceiptEvent = EventOf<typeof receiptEvents>;
export type NewReceiptEvent = NewEventOf<typeof receiptEvents>;
