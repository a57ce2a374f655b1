import { z } from 'zod';
import type { EventOf, NewEventOf } from '../../core/event.ts';
import { storedFile } from '../../core/stored-file.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().min(0);

/** `ayun-21-2024-1`: the election, and the number of the verification among those of this OPL and election. */
export const verificationId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/);

/** Election night, or a drill (invented votes). */
export const occasion = z.enum(['night', 'drill']);
export type Occasion = z.infer<typeof occasion>;

/** One published cut that was verified. `name` is the file with the folder or package it came in, whose name may carry the time. */
const input = z.strictObject({
  name: z.string().min(1).max(300),
  sha256,
  sizeBytes: count,
  /** Local time of the publisher, as ISO text; null when nothing says it. */
  cutAt: z.string().max(40).nullable(),
  actas: count,
  /** The bytes as published, where this installation keeps them. */
  file: storedFile.exactOptional(),
});
export type VerifiedInput = z.infer<typeof input>;

export const verificationsEvents = {
  VerificationRecorded: z.strictObject({
    verification: verificationId,
    opl: z.string().min(1),
    occasion,
    /** As published; and what is equal for all cuts of one election (`AYUN-21-2024`). */
    election: z.string().min(1).max(300),
    electionKey: z.string().min(1).max(60),
    cuts: z.array(input).min(1).max(500),
    /** Whether the last cut was said to be the final one; and what a drill had planned. */
    final: z.boolean(),
    planned: z.int().positive().exactOptional(),
    /** By which rules: two verifications with the same inputs and the same digest give the same findings file. */
    checkSet: z.strictObject({ version: z.int().positive(), sha256 }),
    /** Places in which a rule is broken: still open in the last cut by severity, and those put right before it. */
    counts: z.strictObject({ error: count, warning: count, note: count, corrected: count }),
    /** Actas of the last cut. */
    standing: z.strictObject({ counted: count, notCounted: count, notCaptured: count, outOfCatalogue: count }),
    /** Published totals of the last cut that the rows do not give. */
    totalsDiffer: count,
    /** Announced times with a late cut or none; absent: no schedule was given to hold them against. */
    lateCuts: count.exactOptional(),
    findings: storedFile,
  }),
  /** PREP against the final count, casilla by casilla. Only votes are compared; a difference is of unknown cause. */
  ComparisonRecorded: z.strictObject({
    comparison: verificationId,
    opl: z.string().min(1),
    election: z.string().min(1).max(300),
    electionKey: z.string().min(1).max(60),
    prep: input,
    computos: input,
    counts: z.strictObject({ matched: count, equal: count, different: count, onlyLeft: count, onlyRight: count }),
    /** The comparison file (`comparison-file.ts`). */
    differences: storedFile,
  }),
} as const;

export type VerificationsEvent = EventOf<typeof verificationsEvents>;
export type NewVerificationsEvent = NewEventOf<typeof verificationsEvents>;
