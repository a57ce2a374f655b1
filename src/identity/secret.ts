import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the installation alone knows. One purpose's codes are worth nothing for another. */
export interface Secret {
  /** For the sign-in library: signs session cookies. */
  readonly text: string;
  /** Code (base64url, 43 characters) that only this installation can make for this purpose and value. */
  code(purpose: Purpose, value: string): string;
  /** Whether `given` is that code, compared in constant time. */
  isCode(purpose: Purpose, value: string, given: string): boolean;
}
type Purpose = 'ticket' | 'session-form' | 'first-form' | 'first-start' | 'kept-file' | 'file-on-its-way' | 'webhook';

/** Reads the secret of the data folder, or makes it on first start: 256 random bits, readable by the owner only. */
export function readSecret(dataDir: string): Secret {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, 'identity.secret');
  if (!exists(file)) create(file);
  chmodSync(file, 0o600);
  return secretOf(readFileSync(file, 'utf8').trim());
}

/** Of a text given by the operator: several machines that share a database must share it. At least 32 characters. */
export function secretOf(text: string): Secret {
  if (text.length < 32) throw new Error('the secret is shorter than 32 characters: use a random one, e.g. of `openssl rand -base64 32`');
  const code = (purpose: Purpose, value: string) => createHmac('sha256', text).update(`${purpose}\0${value}`).digest('base64url');
  return {
    text,
    code,
    isCode: (purpose, value, given) => {
      const expected = Buffer.from(code(purpose, value));
      const actual = Buffer.from(given);
      return actual.length === expected.length && timingSafeEqual(actual, expected);
    },
  };
}

/** Written whole under another name and then linked: two processes that start at once end with one secret. */
function create(file: string): void {
  const draft = `${file}.${randomBytes(8).toString('hex')}`;
  writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx', flush: true });
  try {
    linkSync(draft, file);
  } catch (fault) {
    if (!exists(file)) throw fault;
  } finally {
    rmSync(draft);
  }
}

function exists(file: string): boolean {
  try {
    return readFileSync(file).length > 0;
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return false;
    throw fault;
  }
}
