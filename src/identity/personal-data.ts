import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** What identifies a person to other people. Lives here only; the ledger holds its keyed hash. */
export type PersonalData = { readonly name: string; readonly email: string };

/** A key for one person's hash. Whoever destroys it makes the hash mute: no guess can be checked against it. */
export const newHashKey = (): string => randomBytes(32).toString('base64url');

/** HMAC-SHA-256 (hexadecimal) of name and e-mail under the person's own key. */
export const personalHash = (key: string, { name, email }: PersonalData): string =>
  createHmac('sha256', Buffer.from(key, 'base64url'))
    .update(JSON.stringify([name, email]))
    .digest('hex');

export const sameHash = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
