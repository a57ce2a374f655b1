import { z } from 'zod';
import type { EventOf, NewEventOf } from '../../core/event.ts';
import { id } from '../process/events.ts';

/** Why a witness did not cosign; `inconsistent` and `ahead` speak of the log, the others of the way to the witness. */
export const witnessFailures = ['unreachable', 'unlisted-log', 'bad-answer', 'bad-cosignature', 'inconsistent', 'ahead'] as const;
export const witnessFailure = z.enum(witnessFailures);
export type WitnessFailure = z.infer<typeof witnessFailure>;

const witness = { witness: id };

/** All in the stream of the process. */
export const witnessesEvents = {
  /** `key`: C2SP verifier key of an Ed25519 cosigner. `isPrivate`: whoever lists it says that its address is of a private network. */
  WitnessListed: z.strictObject({
    ...witness,
    body: z.string().regex(/\S/).max(200),
    key: z
      .string()
      .regex(/^[^+\s]+\+[0-9a-f]{8}\+\S+$/)
      .max(500),
    url: z.url({ protocol: /^https?$/ }).max(2000),
    isPrivate: z.boolean(),
  }),
  WitnessRetired: z.strictObject({ ...witness, reason: z.string().regex(/\S/).max(1000) }),
  /** `note`: the checkpoint with the log's signature and those of the witnesses. `seconds`: when each says it saw it, since 1970. */
  CheckpointCosigned: z.strictObject({
    size: z.int().min(0),
    root: z.string().regex(/^[0-9a-f]{64}$/),
    note: z.string().max(10_000),
    cosigners: z.array(z.strictObject({ ...witness, seconds: z.int().min(0) })).min(1),
  }),
  WitnessFailed: z.strictObject({ ...witness, why: witnessFailure, detail: z.string().max(300) }),
} as const;

export type WitnessesEvent = EventOf<typeof witnessesEvents>;
export type NewWitnessesEvent = NewEventOf<typeof witnessesEvents>;
