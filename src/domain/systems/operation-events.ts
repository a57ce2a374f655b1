import { z } from 'zod';
import { storedFile } from '../../core/stored-file.ts';
import { bilingual, id, isoDate, source } from '../process/events.ts';
import { evidence, ofSystem, text } from './basics.ts';

const instant = z.iso.datetime();
/** 24-hour local time of the entity, `HH:MM`. */
const localTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
const count = z.int().min(0).max(1_000_000_000);

/** Critical: it cannot be used. Major: something it serves cannot be done. Minor: a nuisance. */
export const severities = ['critical', 'major', 'minor'] as const;
export type Severity = (typeof severities)[number];

const incident = { ...ofSystem, incident: id };

/** What follows from an incident: whose it is, and by when. */
const followUp = z.strictObject({ text, owner: text, due: isoDate });
export type FollowUp = z.infer<typeof followUp>;

/** One figure of one entity. `reported`: of how many something was reported; `achieved`: in how many of those it was so. */
export const figureRow = z.strictObject({
  entity: id,
  date: isoDate,
  time: localTime.exactOptional(),
  reported: count,
  achieved: count.exactOptional(),
  /** The denominator. */
  of: count,
});
export type FigureRow = z.infer<typeof figureRow>;

export const operationEvents = {
  /** `probe`: the probe whose change opened it; absent: a person did. */
  IncidentOpened: z.strictObject({
    ...incident,
    severity: z.enum(severities),
    title: text,
    startedAt: instant,
    detectedAt: instant,
    entities: z.array(id).readonly(),
    probe: id.exactOptional(),
    source: source.exactOptional(),
  }),
  IncidentNoted: z.strictObject({ ...incident, at: instant, text }),
  IncidentMitigated: z.strictObject({ ...incident, at: instant, text: text.exactOptional() }),
  IncidentResolved: z.strictObject({ ...incident, at: instant, cause: text }),
  IncidentClosed: z.strictObject({ ...incident, postmortem: evidence.exactOptional(), followUp: z.array(followUp).readonly() }),
  MaintenancePlanned: z.strictObject({ ...ofSystem, maintenance: id, from: instant, to: instant, reason: text }),
  MaintenanceCancelled: z.strictObject({ ...ofSystem, maintenance: id, reason: text }),
  /** What is counted («casillas instaladas») and out of what («casillas aprobadas»). `everyDays`: how often it is due. */
  FigureDefined: z.strictObject({
    ...ofSystem,
    figure: id,
    name: bilingual,
    denominator: bilingual,
    everyDays: z.int().min(1).max(366).exactOptional(),
  }),
  /** `on` is the latest day it speaks of. The same entity, day and hour again is a correction, and needs its `reason`. */
  FiguresReported: z.strictObject({
    ...ofSystem,
    figure: id,
    rows: z.array(figureRow).min(1).max(10_000).readonly(),
    reason: text.exactOptional(),
    source: source.exactOptional(),
    /** The file they were read from. */
    file: storedFile.exactOptional(),
  }),
} as const;
