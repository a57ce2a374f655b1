import { z } from 'zod';
import type { EventOf, NewEventOf } from '../../core/event.ts';
import { agreement, bilingual, confirmation, id, isoDate, source } from '../process/events.ts';

const code = z.string().regex(/^[EM]\d{2}[a-z]?$/);
/** `E14`, or `E03@2019-12` for the monthly report of December 2019. */
const key = z.string().regex(/^[EM]\d{2}[a-z]?(?:@\d{4}-\d{2})?$/);

/** The reason for a date, kept with the date: nobody has to have the norm at hand to check it. */
const explanation = z.strictObject({
  rule: bilingual,
  inputs: z.array(z.strictObject({ name: bilingual, value: z.string() })).readonly(),
  steps: z.array(z.strictObject({ text: bilingual, result: isoDate })).readonly(),
  citation: z.string().min(1),
  confirmation,
  caution: bilingual.exactOptional(),
});

export const obligation = z.strictObject({
  key,
  code,
  period: z.string().exactOptional(),
  title: bilingual,
  topic: id,
  responsible: bilingual,
  evidence: bilingual,
  kind: z.enum(['deliverable', 'milestone']),
  due: isoDate,
  sendBy: isoDate.exactOptional(),
  window: z.strictObject({ from: isoDate }).exactOptional(),
  draftOf: code.exactOptional(),
  condition: z.strictObject({ id: z.string(), text: bilingual, dependsOn: code.exactOptional() }).exactOptional(),
  dependsOn: z.array(code).readonly(),
  citation: z.string().min(1),
  confirmation,
  note: bilingual.exactOptional(),
  explanation,
});
export type PlannedObligation = z.infer<typeof obligation>;

export const topic = z.strictObject({ id, name: bilingual });
export type Topic = z.infer<typeof topic>;

/** What is decided of one open item when election day moves. `drop`: it stays open, without a date, and says why. */
export const replanChoices = ['adopt', 'keep', 'date', 'drop'] as const;
export type ReplanChoice = (typeof replanChoices)[number];

/** `obligation:ieeh/E14`, or a milestone of a system, `system:sije/go-live`. */
const replanSubject = z.string().regex(/^(?:obligation|system):[^\s]{1,200}$/);

/** `due` (and `sendBy`): the date that results; absent when dropped. */
export const replanDecision = z.strictObject({
  subject: replanSubject,
  choice: z.enum(replanChoices),
  due: isoDate.exactOptional(),
  sendBy: isoDate.exactOptional(),
  reason: bilingual.exactOptional(),
  source: source.exactOptional(),
});
export type ReplanDecision = z.infer<typeof replanDecision>;

/** What a slice other than this one asks to be decided in the same act, with the date it proposes. */
export const replanMatter = z.strictObject({ subject: replanSubject, title: bilingual, due: isoDate.exactOptional(), proposed: isoDate });
export type ReplanMatter = z.infer<typeof replanMatter>;

const progress = z.strictObject({
  opl: id,
  key,
  /** The date the document itself carries, when it differs from the day it was handed in. */
  effectiveDate: isoDate.exactOptional(),
  /** Of an exemption: the last day on which it holds; absent: for good. */
  until: isoDate.exactOptional(),
  note: bilingual.exactOptional(),
  source: source.exactOptional(),
});

export const planEvents = {
  /**
   * The dates themselves are kept, with their reasons: a later change of the norm's file changes no plan.
   * `omitted`: what the act that adopted the plan left out, by OPL.
   */
  PlanAdopted: z.strictObject({
    norm: id,
    jornada: isoDate,
    agreement,
    topics: z.array(topic).readonly(),
    obligations: z.array(obligation).readonly(),
    omitted: z.array(z.strictObject({ opl: id, codes: z.array(code).readonly(), source })).readonly(),
    /** Of a re-planning: what was decided of each open item, none left out. Absent in plans adopted before it was an act. */
    decisions: z.array(replanDecision).readonly().exactOptional(),
  }),
  /** The dates a norm gives for the election day in force: a proposal for every open item, decided by nobody yet. */
  ReplanProposed: z.strictObject({
    norm: id,
    jornada: isoDate,
    topics: z.array(topic).readonly(),
    obligations: z.array(obligation).readonly(),
    matters: z.array(replanMatter).readonly(),
    source: source.exactOptional(),
  }),
  /** One by one or by group; deciding again replaces, and the former decision stays in the log. */
  ReplanDecided: z.strictObject({ decisions: z.array(replanDecision).min(1).readonly() }),
  /** From this day on the OPL delivers through Atalaya, so that silence means that nothing was delivered. */
  ReportingOpened: z.strictObject({ opl: id }),
  ObligationStarted: progress,
  ObligationDelivered: progress,
  ObligationReviewed: progress,
  ObligationObserved: progress,
  ObligationConcluded: progress,
  ObligationExempted: progress,
} as const;

export type PlanEvent = EventOf<typeof planEvents>;
export type NewPlanEvent = NewEventOf<typeof planEvents>;
export type ProgressEvent = Exclude<PlanEvent, { type: 'PlanAdopted' | 'ReplanProposed' | 'ReplanDecided' | 'ReportingOpened' }>;
export type ProgressData = z.infer<typeof progress>;
