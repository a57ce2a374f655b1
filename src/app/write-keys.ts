import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { NewSecret } from '../domain/keys/routes.tsx';

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

/** `atalaya_ID_SECRET`: the id says which key it is, the 256 bits of chance that whoever sends it holds it. */
export const newSecret: NewSecret = () => {
  const key = `llave-${randomBytes(5).toString('hex')}`;
  const secret = `atalaya_${key}_${randomBytes(32).toString('base64url')}`;
  return { key, hash: sha256(secret).toString('hex'), secret };
};

/** The id of the key a header speaks of; absent when it is of no such form. */
export const keyIdOf = (authorization: string | undefined): string | undefined =>
  /^Bearer atalaya_(llave-[0-9a-f]{10})_[\w-]{43}$/.exec(authorization ?? '')?.[1];

/** Whether the header carries the secret whose hash this is; takes the same time either way. */
export const holds = (authorization: string, hash: string): boolean =>
  timingSafeEqual(sha256(authorization.replace(/^Bearer /, '')), Buffer.from(hash, 'hex'));
