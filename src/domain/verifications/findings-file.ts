import { z } from 'zod';
import { bilingual } from '../process/events.ts';

/**
 * The findings file: all that one verification says of the cuts of one election, and nothing that differs from one machine or one
 * moment to another, so that the same inputs and checks give the same bytes. Cuts are named by their place, from 1.
 */
const count = z.int().min(0);
const place = z.int().min(1);
const severity = z.enum(['error', 'warning', 'note']);
export type Severity = z.infer<typeof severity>;

const total = z.strictObject({
  name: z.string(),
  /** As published. */
  label: z.string(),
  published: z.number().nullable(),
  recomputed: z.number().nullable(),
  difference: z.number().nullable(),
  /** The two numbers of a percentage, with their names. */
  numerator: z.string().nullable(),
  denominator: z.string().nullable(),
  kind: z.string(),
});
export type FiledTotal = z.infer<typeof total>;

const district = z.strictObject({ place: z.string(), counted: count, notCounted: count, notCaptured: count, found: count });

const cut = z.strictObject({
  name: z.string(),
  sha256: z.string(),
  cutAt: z.string().nullable(),
  rows: count,
  profile: z.string(),
  encoding: z.string(),
  delimiter: z.string(),
  lineEnd: z.string(),
  standing: z.strictObject({ counted: count, notCounted: count, notCaptured: count, outOfCatalogue: count }),
  participationBasis: z.string(),
  totals: z.array(total),
  statistics: z.array(
    z.strictObject({ id: z.string(), title: bilingual, meaning: bilingual, count, of: count, percent: z.number().nullable() }),
  ),
  faults: z.array(z.strictObject({ code: z.string(), severity, what: bilingual, where: bilingual.nullable(), todo: bilingual })),
  districts: z.array(district),
});
export type FiledCut = z.infer<typeof cut>;

const change = z.strictObject({
  from: place,
  to: place,
  newRows: count,
  goneRows: count,
  newlyCaptured: count,
  newlyCounted: count,
  changedAfterCapture: count,
  votesDelta: z.int(),
  statusBack: count,
  catalogueChanged: count,
  uncertainMatches: count,
  equalContent: z.boolean(),
  columns: z.array(z.strictObject({ name: z.string(), count, delta: z.int().nullable() })),
  districts: z.array(z.strictObject({ place: z.string(), changed: count, votesDelta: z.int() })),
  /** The first changed cells. */
  cells: z.array(
    z.strictObject({ key: z.string(), row: place, column: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
  ),
});
export type FiledChange = z.infer<typeof change>;

/** A rule broken in one place, over all the cuts in which it was seen. */
const finding = z.strictObject({
  /** Equal for the same rule and place in every verification of the election. */
  id: z.string().regex(/^[0-9a-f]{16}$/),
  check: z.string(),
  /** The acta, total or column it is about; null: the file, or so many actas that they are not told one by one. */
  subject: z.string().nullable(),
  /** Data row in the last cut in which it was seen; null when it is not about a row. */
  row: place.nullable(),
  saw: z.string(),
  expected: z.string(),
  /** The cuts in which it was seen, as ranges; more than one when it was put right and came back. */
  seen: z.array(z.tuple([place, place])).min(1),
  /** The cut that no longer has it; null while it is open. */
  correctedIn: place.nullable(),
  /** Places it stands for: 1, unless they are not told one by one. */
  count,
});
export type FiledFinding = z.infer<typeof finding>;

const check = z.strictObject({
  family: z.string(),
  severity,
  title: bilingual,
  source: bilingual,
  publisher: bilingual,
  overseer: bilingual,
});
export type FiledCheck = z.infer<typeof check>;

export const findingsFile = z.strictObject({
  format: z.literal('atalaya-findings-1'),
  checkSet: z.strictObject({ version: z.int(), sha256: z.string() }),
  asked: z.strictObject({
    final: z.boolean(),
    drill: z.boolean(),
    planned: z.int().nullable(),
    announced: z.array(z.string()),
    /** A person's profile, as JSON text. */
    profile: z.string().nullable(),
  }),
  election: z.strictObject({ key: z.string(), title: z.string() }),
  cuts: z.array(cut),
  changes: z.array(change),
  cadence: z.strictObject({ cuts: count, medianMinutes: z.number().nullable() }).nullable(),
  /** The checks that found something, with their texts as they were. */
  checks: z.record(z.string(), check),
  /** Gravest first, then by check and place. */
  findings: z.array(finding),
});
export type FindingsFile = z.infer<typeof findingsFile>;

/** The bytes that are hashed and kept: one line, its keys in the order in which the file is made. */
export const bytesOf = (file: FindingsFile): Uint8Array<ArrayBuffer> => new TextEncoder().encode(`${JSON.stringify(file)}\n`);
