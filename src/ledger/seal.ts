import { readFileSync } from 'node:fs';
import { replaceDurably } from './durable.ts';
import { codeOf } from './fault.ts';
import { sha256 } from './link.ts';

/**
 * The page seal: a digest of every page of the database file, kept beside it.
 *
 * The Merkle tree vouches for every entry, but a database file holds more than entries: free space inside pages, indexes,
 * pointers, headers. A byte that flips there may stay unnoticed until SQLite reads past it. The seal vouches for the bytes.
 *
 * The main file changes only when SQLite copies the write-ahead log into it. Automatic checkpoints are off; the store makes
 * them itself, holding the write lock, and then seals the pages copied. Meanwhile a marker file stands beside the database:
 * one that outlives its process tells of a crash in between, after which the old seal accuses nobody; the next opening
 * verifies the whole log and seals every page anew. `size` is the number of entries in the main file when it was sealed.
 * Entries only grow, so a sound main file that says more was checkpointed by somebody else (SQLite's own shell, say):
 * that too makes the seal stale, not the file altered. Nothing but the ledger may live in this database.
 */
export type Seal = { readonly size: number; readonly pageSize: number; readonly digests: Uint8Array };
export type ReadSeal =
  | { readonly kind: 'seal'; readonly seal: Seal }
  | { readonly kind: 'missing' }
  | { readonly kind: 'altered'; readonly offset: number };

export const digestBytes = 16;
export const markerPath = (databasePath: string): string => `${databasePath}.sealing`;
export const sealPath = (databasePath: string): string => `${databasePath}.seal`;
export const pageCount = (seal: Seal): number => seal.digests.length / digestBytes;
export const digestOf = (seal: Seal, page: number): Uint8Array => seal.digests.subarray((page - 1) * digestBytes, page * digestBytes);

const firstLine = /^atalaya-seal 1 (\d{1,15}) (\d{3,5}) (\d{1,10})\n/;

/** One line (`atalaya-seal 1 size pageSize pages`), 16 bytes a page, and the SHA-256 of all that. */
export function renderSeal(seal: Seal): Uint8Array {
  const head = Buffer.from(`atalaya-seal 1 ${seal.size} ${seal.pageSize} ${pageCount(seal)}\n`);
  const content = Buffer.concat([head, seal.digests]);
  return Buffer.concat([content, sha256(content)]);
}

export function parseSeal(bytes: Buffer): ReadSeal {
  const match = firstLine.exec(bytes.subarray(0, 80).toString('latin1'));
  if (match === null) return { kind: 'altered', offset: 0 };
  const [head, size, pageSize, pages] = match;
  const end = bytes.length - 32;
  const digests = bytes.subarray(head.length, end);
  if (digests.length !== Number(pages) * digestBytes || !sha256(bytes.subarray(0, end)).every((byte, i) => byte === bytes[end + i]))
    return { kind: 'altered', offset: head.length };
  return { kind: 'seal', seal: { size: Number(size), pageSize: Number(pageSize), digests } };
}

/** Reads the seal of a database; throws when the file is there and cannot be read. */
export function readSeal(databasePath: string): ReadSeal {
  try {
    return parseSeal(readFileSync(sealPath(databasePath)));
  } catch (thrown) {
    if (codeOf(thrown, 'code') === 'ENOENT') return { kind: 'missing' };
    throw thrown;
  }
}

export const writeSeal = (databasePath: string, seal: Seal): void => replaceDurably(sealPath(databasePath), renderSeal(seal));
