import { parse } from 'yaml';
import { z } from 'zod';
import { ok, type Result, refuse } from '../../core/result.ts';
import type { Role } from '../detect/detected.ts';
import { totalNames } from '../detect/total-names.ts';

const text = z.strictObject({ es: z.string().min(1), en: z.string().min(1) });
const pattern = z.string().refine(isPattern, 'not a regular expression');
const roles = [
  ...['key', 'actaKey', 'stateId', 'state', 'districtId', 'district', 'municipalityId', 'municipality', 'section', 'casillaId'],
  ...['casillaType', 'ext', 'location', 'actaType', 'leftover', 'voters', 'repsVoted', 'drawn', 'entered', 'calculated', 'list', 'reps'],
  ...['observations', 'counted', 'transfer', 'hash', 'collectedAt', 'capturedAt', 'verifiedAt', 'origin', 'digitised', 'document'],
  ...['collated', 'unknown'],
] as const satisfies readonly Role[];

const readsSchema = z.strictObject({
  encoding: z.enum(['ascii', 'utf-8', 'windows-1252', 'utf-16le', 'utf-16be']).optional(),
  lineEnd: z.enum(['lf', 'crlf', 'cr']).optional(),
  delimiter: z.enum([',', '|', ';', '\t']).optional(),
  keyProtection: z.enum(['none', 'apostrophe', 'apostrophes', 'equals-quotes']).optional(),
  headerLine: z.int().min(1).max(200).optional(),
  offset: z
    .string()
    .regex(/^[+-]\d{2}:\d{2}$/)
    .optional(),
  columns: z.record(z.string(), z.enum(roles)).optional(),
  votes: z.strictObject({ first: z.string(), last: z.string() }).optional(),
  totals: z.record(z.string(), z.enum(totalNames)).optional(),
});

/** A publisher's profile, as `README.md` beside this file explains it. */
export const profileSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  publisher: text,
  source: z.string().min(1),
  match: z.strictObject({
    title: pattern.optional(),
    file: pattern.optional(),
    state: z
      .string()
      .regex(/^\d{2}$/)
      .optional(),
    years: z.array(z.int().min(2000).max(2100)).optional(),
    columns: z.array(z.string()).optional(),
    withoutColumns: z.array(z.string()).optional(),
  }),
  reads: readsSchema,
  notes: z.array(text),
});
export type Profile = z.infer<typeof profileSchema>;
export type Reads = z.infer<typeof readsSchema>;

function isPattern(value: string): boolean {
  try {
    return new RegExp(value, 'iu') !== null;
  } catch {
    return false;
  }
}

/** Reads a profile; the refusal says which field is wrong and why. */
export function parseProfile(yaml: string): Result<Profile, string> {
  let data: unknown;
  try {
    data = parse(yaml);
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
  const read = profileSchema.safeParse(data);
  return read.success ? ok(read.data) : refuse(z.prettifyError(read.error));
}
