import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, linkSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Signer, signerOf } from './checkpoint.ts';
import { writeDurably } from './durable.ts';
import { codeOf, LedgerFault, messageOf } from './fault.ts';

export const keyPath = (dataDir: string): string => join(dataDir, 'checkpoint.key');
export const checkpointPath = (dataDir: string): string => join(dataDir, 'checkpoint');

/**
 * The signer of this data folder's ledger. Its key is made on first start, in `checkpoint.key`, readable by its owner only:
 * one line in the form of Go's note package, `PRIVATE+KEY+name+hash+base64(0x01 ‖ seed)`.
 * Throws `LedgerFault`: keyExposed when others can read it; keyMissing when it is gone but a checkpoint signed with it is
 * there; keyForeign when it belongs to a ledger of another origin.
 */
export function loadSigner(dataDir: string, origin: string): Signer {
  if (!existsSync(keyPath(dataDir))) {
    if (existsSync(checkpointPath(dataDir))) throw new LedgerFault('keyMissing', keyPath(dataDir));
    makeKey(dataDir, origin);
  }
  const signer = readSigner(dataDir);
  if (signer.name !== origin) throw new LedgerFault('keyForeign', `${signer.name} ≠ ${origin}`);
  return signer;
}

/** The signer whose key is in the folder, whatever ledger it belongs to; throws `LedgerFault` as `loadSigner` does. */
export function readSigner(dataDir: string): Signer {
  const path = keyPath(dataDir);
  if (!existsSync(path)) throw new LedgerFault('keyMissing', path);
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) throw new LedgerFault('keyExposed', path);
  let line: string;
  try {
    line = readFileSync(path, 'utf8');
  } catch (thrown) {
    throw new LedgerFault('unreadable', messageOf(thrown), thrown);
  }
  const [, name, hash, encoded] = /^PRIVATE\+KEY\+([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)\n$/.exec(line) ?? [];
  const bytes = Buffer.from(encoded ?? '', 'base64');
  if (name === undefined || bytes.length !== 33 || bytes[0] !== 1) throw new LedgerFault('keyForeign', path);
  const signer = signerOf(name, bytes.subarray(1));
  if (!signer.verifierKey.startsWith(`${name}+${hash}+`)) throw new LedgerFault('keyForeign', path);
  return signer;
}

/** Whole or not at all: written aside, then linked, so that two first starts at once agree on one key. */
function makeKey(dataDir: string, origin: string): void {
  const seed = randomBytes(32);
  const [, hash] = signerOf(origin, seed).verifierKey.split('+');
  const aside = `${keyPath(dataDir)}.${randomUUID()}`;
  const encoded = Buffer.concat([Uint8Array.of(1), seed]).toString('base64');
  try {
    writeDurably(aside, `PRIVATE+KEY+${origin}+${hash}+${encoded}\n`, 0o600);
    linkSync(aside, keyPath(dataDir));
  } catch (thrown) {
    if (codeOf(thrown, 'code') !== 'EEXIST') throw new LedgerFault('unreadable', messageOf(thrown), thrown);
  } finally {
    rmSync(aside, { force: true });
  }
}
