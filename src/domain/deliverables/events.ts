import { z } from 'zod';
import type { EventOf, NewEventOf } from '../../core/event.ts';
import { storedFile } from '../../core/stored-file.ts';
import { bilingual, id, isoDate } from '../process/events.ts';

const key = z.string().regex(/^[EM]\d{2}[a-z]?(?:@\d{4}-\d{2})?$/);
const version = z.int().min(1).max(999);
/** `ieeh/E14/3`: the third observation on that obligation of that OPL. */
export const observationId = z.string().regex(/^[a-z0-9-]+\/[EM]\d{2}[a-z]?(?:@\d{4}-\d{2})?\/\d+$/);

export const weights = ['mandatory', 'recommendation'] as const;
export type Weight = (typeof weights)[number];
export const outcomes = ['attended', 'partly', 'not'] as const;
export type Outcome = (typeof outcomes)[number];

/** The figures of a monthly report, each counted up to the end of its month. What is absent was not stated; a zero is a zero. */
export const reportFigures = [
  'cotaprepSessions',
  'workMeetings',
  'staffPlanned',
  'staffHired',
  'staffTrained',
  'catdPlanned',
  'catdInstalled',
  'ccvPlanned',
  'ccvInstalled',
  'developmentPercent',
  'testsRun',
] as const;
export type ReportFigure = (typeof reportFigures)[number];
const figure = z.int().min(0).max(1_000_000).exactOptional();
const figures = z.strictObject(
  // Every figure is a key: the list is what the entries are made from.
  Object.fromEntries(reportFigures.map((name) => [name, figure])) as { readonly [K in ReportFigure]: typeof figure },
);

/** What an OPL reports of one month: what was planned and done, what comes next, what stands in the way, and figures. */
export const monthlyReport = z.strictObject({
  done: bilingual,
  next: bilingual,
  obstacles: bilingual.exactOptional(),
  figures,
});
export type MonthlyReport = z.infer<typeof monthlyReport>;

const of = { opl: id, key } as const;

/** All in the stream of the process. `on`: the day on which it was done, as stated. */
export const deliverableEvents = {
  /** One version: its files, or the monthly report that was filled in, or both. */
  DeliverableSubmitted: z.strictObject({
    ...of,
    version,
    files: z.array(storedFile).max(20).readonly(),
    report: monthlyReport.exactOptional(),
    /** The date the document itself carries, when it differs from the day it was handed in. */
    effectiveDate: isoDate.exactOptional(),
    note: bilingual.exactOptional(),
  }),
  DeliverableReviewed: z.strictObject({ ...of, version }),
  /** Pinned to a version, and to its page or section. `repeats`: the first observation of its kind, of the same OPL. */
  ObservationMade: z.strictObject({
    observation: observationId,
    ...of,
    version,
    weight: z.enum(weights),
    text: bilingual,
    page: z.int().min(1).max(100_000).exactOptional(),
    section: z.string().min(1).max(200).exactOptional(),
    repeats: observationId.exactOptional(),
  }),
  /** With a text, with a new version (which then came in the same act), or with both. */
  ObservationAnswered: z.strictObject({ observation: observationId, text: bilingual.exactOptional(), version: version.exactOptional() }),
  ObservationSettled: z.strictObject({ observation: observationId, outcome: z.enum(outcomes), note: bilingual.exactOptional() }),
  DeliverableAccepted: z.strictObject({ ...of, version, note: bilingual.exactOptional() }),
  /** `until`: the last day on which nothing is asked for; absent: for good. */
  DeliverableWaived: z.strictObject({ ...of, reason: bilingual, until: isoDate.exactOptional() }),
  /** Said again it replaces the former one. `owner`: the area that reserves; `publicVersion`: what everybody may read meanwhile. */
  DeliverableReserved: z.strictObject({
    ...of,
    owner: bilingual,
    reason: bilingual,
    until: isoDate,
    publicVersion: storedFile.exactOptional(),
  }),
} as const;

export type DeliverableEvent = EventOf<typeof deliverableEvents>;
export type NewDeliverableEvent = NewEventOf<typeof deliverableEvents>;
