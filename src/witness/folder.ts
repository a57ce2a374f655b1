import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Cosigner, cosignerOf } from '../ledger/checkpoint.ts';
import { replaceDurably, writeDurably } from '../ledger/durable.ts';
import { LedgerFault } from '../ledger/fault.ts';
import { sha256 } from '../ledger/link.ts';
import { hex, parseVerifierKey } from '../ledger/verify.ts';

/** What a witness has: its own key, the logs it answers, and of each the largest checkpoint it signed. */
export type WitnessFolder = {
  readonly signer: Cosigner;
  /** Verifier keys of the logs it answers. */
  readonly trusted: () => readonly string[];
  readonly trust: (key: string) => void;
  /** The note last cosigned of the log of this origin. */
  readonly held: (origin: string) => string | undefined;
  readonly keep: (origin: string, note: string) => void;
  readonly all: () => readonly string[];
};

const keyFile = 'witness.key';
const logsFile = 'logs';

/** Opens the folder of a witness; with a name, makes its key when it has none. Throws `LedgerFault` when the key is missing, exposed or damaged. */
export function openWitness(folder: string, name?: string): WitnessFolder {
  const keyPath = join(folder, keyFile);
  if (!existsSync(keyPath) && name !== undefined) {
    mkdirSync(join(folder, 'held'), { recursive: true, mode: 0o700 });
    const seed = Buffer.concat([Uint8Array.of(0x04), randomBytes(32)]).toString('base64');
    writeDurably(keyPath, `PRIVATE+KEY+${name}+${seed}\n`, 0o600);
  }
  const signer = readSigner(keyPath);
  const logs = join(folder, logsFile);
  const trusted = () => (existsSync(logs) ? readFileSync(logs, 'utf8').split('\n').filter(Boolean) : []);
  const heldPath = (origin: string) => join(folder, 'held', `${hex(sha256(origin)).slice(0, 32)}.note`);
  return {
    signer,
    trusted,
    trust: (key) => {
      if (!trusted().includes(key)) replaceDurably(logs, `${[...trusted(), key].join('\n')}\n`);
    },
    held: (origin) => (existsSync(heldPath(origin)) ? readFileSync(heldPath(origin), 'utf8') : undefined),
    keep: (origin, note) => replaceDurably(heldPath(origin), note),
    all: () =>
      readdirSync(join(folder, 'held'))
        .sort()
        .map((one) => readFileSync(join(folder, 'held', one), 'utf8')),
  };
}

function readSigner(path: string): Cosigner {
  if (!existsSync(path)) throw new LedgerFault('keyMissing', path);
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) throw new LedgerFault('keyExposed', path);
  const [, name, encoded] = /^PRIVATE\+KEY\+([^+\s]+)\+([A-Za-z0-9+/]+=*)\n$/.exec(readFileSync(path, 'utf8')) ?? [];
  const bytes = Buffer.from(encoded ?? '', 'base64');
  if (name === undefined || bytes.length !== 33 || bytes[0] !== 0x04) throw new LedgerFault('keyForeign', path);
  return cosignerOf(name, bytes.subarray(1));
}

/** Whether a text is the verifier key of a log. */
export const isLogKey = (text: string): boolean => parseVerifierKey(text, sha256) !== undefined;
