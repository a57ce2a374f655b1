import { z } from 'zod';
import type { EventOf, NewEventOf } from '../../core/event.ts';
import { bilingual, isoDate } from '../process/events.ts';

/** The two standing informes of the charter. */
export const reportKind = z.enum(['prep', 'systems']);
export type ReportKind = z.infer<typeof reportKind>;

/** `prep-2020-03-10`, or `prep-2020-03-10-2` for the second edition. */
export const reportId = z.string().regex(/^(?:prep|systems)-\d{4}-\d{2}-\d{2}(?:-\d+)?$/);

/** What became of an observation. */
export const attentions = ['attended', 'partly', 'not-attended'] as const;
export type Attention = (typeof attentions)[number];
const said = z.string().regex(/\S/).max(4000);
/** The office by its name at that time, as the matrix prints it. */
const from = bilingual.exactOptional();
const observation = z.int().positive();

export const reportEvents = {
  /**
   * An informe is not a file but a cut-off date and a position of the log: whoever renders it again gets the same bytes.
   * `root` (lower-case hex) is the Merkle root of the log at `position`.
   */
  ReportFrozen: z.strictObject({
    report: reportId,
    kind: reportKind,
    cutoff: isoDate,
    edition: z.int().min(1),
    position: z.int().min(0),
    root: z.string().regex(/^[0-9a-f]{64}$/),
    reason: bilingual.exactOptional(),
  }),
  ReportCirculated: z.strictObject({ report: reportId }),
  /** From now on the public reads its public version: without what the group exchanged about it. */
  ReportPublished: z.strictObject({ report: reportId }),
  /** `section`, `paragraph`, `quote`: where; absent: of the whole informe. Observations are numbered within the informe. */
  ReportObserved: z.strictObject({
    report: reportId,
    observation,
    section: z.string().max(60).exactOptional(),
    paragraph: z.int().positive().exactOptional(),
    quote: z.string().max(200).exactOptional(),
    text: said,
    answerBy: isoDate,
    from,
  }),
  ReportObservationAnswered: z.strictObject({ report: reportId, observation, text: said, from }),
  ReportObservationAttended: z.strictObject({
    report: reportId,
    observation,
    how: z.enum(attentions),
    note: z.string().max(2000).exactOptional(),
  }),
} as const;

export type ReportEvent = EventOf<typeof reportEvents>;
export type NewReportEvent = NewEventOf<typeof reportEvents>;
