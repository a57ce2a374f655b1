import { z } from 'zod';
import type { EventOf, NewEventOf } from '../../core/event.ts';
import { id, isoDate } from '../process/events.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const key = { key: id };

/** What a key may report. */
export const scopes = ['release', 'figures'] as const;
export type Scope = (typeof scopes)[number];

/** As the sender chose it: visible ASCII, so that it can be a header. */
export const idempotencyKey = z.string().regex(/^[!-~]{8,100}$/);

/** All in the stream of the process. */
export const keysEvents = {
  /** `hash`: SHA-256 (hexadecimal) of the secret. `until`: the last day on which it may be used, where the process is. */
  WriteKeyIssued: z.strictObject({
    ...key,
    system: id,
    scopes: z.array(z.enum(scopes)).min(1).readonly(),
    label: z.string().regex(/\S/).max(200),
    hash: sha256,
    until: isoDate,
  }),
  WriteKeyRevoked: z.strictObject({ ...key, reason: z.string().regex(/\S/).max(1000) }),
  /** Stands before what it reports, in the same append. `digest`: SHA-256 of what was sent. */
  WriteKeyUsed: z.strictObject({ ...key, scope: z.enum(scopes), request: idempotencyKey, digest: sha256 }),
} as const;

export type KeysEvent = EventOf<typeof keysEvents>;
export type NewKeysEvent = NewEventOf<typeof keysEvents>;
