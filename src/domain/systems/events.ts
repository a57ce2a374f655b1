import { z } from 'zod';
import type { EventOf, NewEventOf } from '../../core/event.ts';
import { bilingual, id, isoDate, source } from '../process/events.ts';
import { evidence, ofSystem as system, text } from './basics.ts';
import { gateEvents } from './gate-events.ts';
import { operationEvents } from './operation-events.ts';

export const environments = ['testing', 'training', 'security', 'production'] as const;
export type Environment = (typeof environments)[number];

/** What a source speaks of: that the system exists, what it is for, or the activity it serves. */
export const aspects = ['existence', 'purpose', 'activity'] as const;
export type Aspect = (typeof aspects)[number];

/** One row of the catalogue. What is absent is not known: nobody has stated it. */
export const description = z.strictObject({
  name: bilingual,
  acronym: text.exactOptional(),
  purpose: bilingual.exactOptional(),
  owner: text.exactOptional(),
  userAreas: z.array(text).readonly().exactOptional(),
  developer: text.exactOptional(),
  /** OPLs of the process whose entity uses it. */
  entities: z.array(id).readonly().exactOptional(),
  environments: z.array(z.enum(environments)).readonly().exactOptional(),
  url: z.url({ protocol: /^https?$/ }).exactOptional(),
  supportDesk: text.exactOptional(),
  predecessor: text.exactOptional(),
  /** Offices that report it, besides the systems unit and the secretariat. */
  reporters: z.array(id).readonly().exactOptional(),
  sources: z
    .array(source.extend({ about: z.enum(aspects) }))
    .min(1)
    .readonly(),
});
export type Description = z.infer<typeof description>;

/** The day of an activity: fixed, or so many days from election day (negative: before it). */
export const activityDay = z.union([z.strictObject({ date: isoDate }), z.strictObject({ daysFromJornada: z.int().min(-400).max(400) })]);
export type ActivityDay = z.infer<typeof activityDay>;

export const milestoneKinds = [
  'requirements',
  'development',
  'functional-tests',
  'load-tests',
  'security-tests',
  'training',
  'drill',
  'go-live',
  'operation',
  'close',
] as const;
export type MilestoneKind = (typeof milestoneKinds)[number];

/** `days` from the day of `activity` (negative: before it). */
const tie = z.strictObject({ activity: id, days: z.int().min(-400).max(400) });
export type Tie = z.infer<typeof tie>;

const milestone = { ...system, milestone: id };

/** All in the stream of the process. */
export const systemsEvents = {
  /** `day` absent: nobody has stated it. */
  ActivityDefined: z.strictObject({ activity: id, name: bilingual, opl: id.exactOptional(), day: activityDay.exactOptional(), source }),
  SystemRegistered: z.strictObject({ ...system, ...description.shape }),
  /** States the whole row again: what is left out is no longer known. */
  SystemAmended: z.strictObject({ ...system, ...description.shape, reason: text }),
  /** `releasedOn` may be before the day on which it became known. */
  ReleaseRecorded: z.strictObject({
    ...system,
    version: text,
    releasedOn: isoDate,
    environment: z.enum(environments),
    note: text.exactOptional(),
    source: source.exactOptional(),
  }),
  SystemReportingOpened: z.strictObject(system),
  /** It must be in production before the activity, or the other system before it. */
  DependencyDeclared: z.strictObject({
    ...system,
    kind: z.enum(['activity', 'system']),
    target: id,
    note: text.exactOptional(),
    source: source.exactOptional(),
  }),
  DependencyWithdrawn: z.strictObject({ ...system, kind: z.enum(['activity', 'system']), target: id, reason: text }),
  /** `name` where the kind does not say enough (a second drill); `due` absent: planned for a day nobody knows. */
  MilestonePlanned: z.strictObject({
    ...milestone,
    kind: z.enum(milestoneKinds),
    name: bilingual.exactOptional(),
    due: isoDate.exactOptional(),
    tie: tie.exactOptional(),
    weight: z.int().min(1).max(100),
    source: source.exactOptional(),
  }),
  MilestoneReplanned: z.strictObject({
    ...milestone,
    due: isoDate,
    tie: tie.exactOptional(),
    reason: text,
    source: source.exactOptional(),
  }),
  /** `on` is the day it was reached. */
  MilestoneReached: z.strictObject({ ...milestone, evidence: evidence.exactOptional(), source: source.exactOptional() }),
  MilestoneReopened: z.strictObject({ ...milestone, reason: text }),
  MilestoneDropped: z.strictObject({ ...milestone, reason: text }),
  ...gateEvents,
  ...operationEvents,
} as const;

export type SystemsEvent = EventOf<typeof systemsEvents>;
export type NewSystemsEvent = NewEventOf<typeof systemsEvents>;
