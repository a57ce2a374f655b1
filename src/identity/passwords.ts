import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { must } from '../core/result.ts';

const derive = promisify(argon2);

/** Memory in KiB. */
export type PasswordCost = { readonly memory: number; readonly passes: number; readonly parallelism: number };
/** OWASP Password Storage Cheat Sheet, argon2id: 19 MiB of memory, two passes, one lane. */
const recommended: PasswordCost = { memory: 19_456, passes: 2, parallelism: 1 };
const phc = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/** The argon2id hash of a password as a PHC string, which carries its own salt and costs. */
export async function hashPassword(password: string, cost: PasswordCost = recommended): Promise<string> {
  const salt = randomBytes(16);
  const tag = await derive('argon2id', { message: typed(password), nonce: salt, tagLength: 32, ...cost });
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${base64(salt)}$${base64(tag)}`;
}

/** Whether the password is the one hashed, with the costs the hash was made with. Throws when `hash` is not argon2id. */
export async function verifyPassword({ hash, password }: { readonly hash: string; readonly password: string }): Promise<boolean> {
  const [, memory, passes, parallelism, salt, tag] = must(phc.exec(hash), 'the stored password is not an argon2id PHC string');
  const expected = Buffer.from(must(tag, 'a group of the pattern'), 'base64');
  const actual = await derive('argon2id', {
    message: typed(password),
    nonce: Buffer.from(must(salt, 'a group of the pattern'), 'base64'),
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: expected.length,
  });
  return timingSafeEqual(actual, expected);
}

/** The same text typed on another keyboard is the same password (NIST SP 800-63B §3.1.1.2: normalise before hashing). */
const typed = (password: string): Buffer => Buffer.from(password.normalize('NFKC'));
/** PHC strings carry base64 without padding. */
const base64 = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');
