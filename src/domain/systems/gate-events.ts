import { z } from 'zod';
import { bilingual, confirmation, id, isoDate } from '../process/events.ts';
import { evidence, ofSystem, text } from './basics.ts';

/** One line of the checklist. `perEntity`: asked for each entity that uses the system. `figures`: its report has numbers. */
export const requirement = z.strictObject({
  id,
  name: bilingual,
  obligatory: z.boolean(),
  perEntity: z.boolean(),
  figures: z.boolean(),
  citation: text,
  confirmation,
});
export type Requirement = z.infer<typeof requirement>;

/** A number of a test report, as written there: «usuarios concurrentes», «3,000». */
export const figure = z.strictObject({ name: text, value: text });
export type TestFigure = z.infer<typeof figure>;

export const verdicts = ['yes', 'conditional', 'no'] as const;
export type Verdict = (typeof verdicts)[number];
export const rollbackVerdicts = ['keep', 'roll-back'] as const;
export type RollbackVerdict = (typeof rollbackVerdicts)[number];

const ofItem = { ...ofSystem, item: id, entity: id.exactOptional() };

export const gateEvents = {
  /** The list itself is kept: a later change of it changes no gate. `decider`: the office whose decision it is. */
  GateOpened: z.strictObject({ ...ofSystem, checklist: id, decider: id, items: z.array(requirement).min(1).readonly() }),
  RequirementMet: z.strictObject({ ...ofItem, evidence, figures: z.array(figure).readonly().exactOptional() }),
  /** Who waives is `by`; after `until` it no longer counts. */
  RequirementWaived: z.strictObject({ ...ofItem, reason: text, until: isoDate }),
  /** `office`: whose decision it is. When somebody else records it, `document` shows it. */
  GoLiveDecided: z.strictObject({
    ...ofSystem,
    verdict: z.enum(verdicts),
    office: id,
    conditions: z.array(z.strictObject({ id, text, due: isoDate })).readonly(),
    observeUntil: isoDate.exactOptional(),
    reason: text.exactOptional(),
    document: evidence.exactOptional(),
  }),
  ConditionMet: z.strictObject({ ...ofSystem, condition: id, evidence }),
  RollbackDecided: z.strictObject({
    ...ofSystem,
    verdict: z.enum(rollbackVerdicts),
    office: id,
    reason: text,
    document: evidence.exactOptional(),
  }),
} as const;
