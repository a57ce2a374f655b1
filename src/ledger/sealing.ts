import { existsSync, fstatSync, openSync, rmSync, statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { must } from '../core/result.ts';
import { replaceDurably } from './durable.ts';
import { LedgerFault } from './fault.ts';
import { sha256 } from './link.ts';
import { digestBytes, markerPath, readSeal, type Seal, writeSeal } from './seal.ts';
import { mainFileSize } from './sqlite-file.ts';
import { pageSize } from './sqlite-schema.ts';
import { logVerifier, type Row } from './verify.ts';
import { pageDigest, readFully, walDigests } from './wal.ts';

/** The two connections of a store: one writes, the other reads and checkpoints (a connection cannot do so inside its own transaction). */
export type Connections = { readonly path: string; readonly writer: DatabaseSync; readonly reader: DatabaseSync };

/**
 * Copies the write-ahead log into the main file and seals the pages it changed (see seal.ts), holding the write lock, so
 * that no other process writes, checkpoints or seals meanwhile; a killed process gives the lock back. When the main file
 * is not as the seal says (first time, or a crash in here), the whole log is verified first and every page is sealed.
 * Throws `LedgerFault` (corrupt) instead of sealing a damaged log.
 */
export function checkpointAndSeal({ path, writer, reader }: Connections): void {
  writer.exec('BEGIN IMMEDIATE');
  try {
    const sealed = standingSeal(path);
    const waiting = walFrames(reader, 'NOOP');
    if (sealed !== undefined && waiting.log === waiting.checkpointed) return;
    if (sealed === undefined) assertSound(reader);
    replaceDurably(markerPath(path), '');
    const { checkpointed } = walFrames(reader, 'PASSIVE');
    const digests = sealed === undefined ? mainFileDigests(path) : patched(sealed, walDigests(path, pageSize, checkpointed));
    const size = must(mainFileSize(path), 'it was found sound, and a checkpoint writes whole pages');
    writeSeal(path, { size, pageSize, digests });
    rmSync(markerPath(path));
  } finally {
    writer.exec('ROLLBACK');
  }
}

/** Makes sure that a seal stands that speaks of this main file, as when opening. Cheap when it does. */
export function assertSealed(connections: Connections): void {
  if (standingSeal(connections.path) === undefined) checkpointAndSeal(connections);
}

/** The seal, when it speaks of the main file as it is; throws `LedgerFault` when it was altered. */
function standingSeal(path: string): Seal | undefined {
  const read = readSeal(path);
  if (read.kind === 'altered') throw new LedgerFault('corrupt', 'ledger.db.seal');
  if (read.kind === 'missing' || existsSync(markerPath(path))) return undefined;
  return read.seal.size === mainFileSize(path) ? read.seal : undefined;
}

/** Bytes in the write-ahead log that the main file does not have yet. */
export const waitingBytes = ({ reader }: Connections): number => {
  const { log, checkpointed } = walFrames(reader, 'NOOP');
  return (log - checkpointed) * pageSize;
};

/** Frames in the write-ahead log, and how many of them the main file already has. NOOP only asks. */
function walFrames(db: DatabaseSync, mode: 'NOOP' | 'PASSIVE'): { log: number; checkpointed: number } {
  const { busy, log, checkpointed } = must(db.prepare(`PRAGMA wal_checkpoint(${mode})`).get(), 'it always answers');
  if (busy !== 0) throw new LedgerFault('locked', 'wal_checkpoint');
  return { log: Number(log), checkpointed: Number(checkpointed) };
}

function patched(seal: Seal, changes: ReadonlyMap<number, Uint8Array>): Uint8Array {
  let last = seal.digests.length / digestBytes;
  for (const page of changes.keys()) last = Math.max(last, page);
  const digests = new Uint8Array(last * digestBytes);
  digests.set(seal.digests);
  for (const [page, digest] of changes) digests.set(digest, (page - 1) * digestBytes);
  return digests;
}

/**
 * Digests of all pages of the main file. The descriptor is left open on purpose until the process ends: closing any
 * descriptor of a file drops every POSIX lock the process holds on it, SQLite's too (https://sqlite.org/howtocorrupt.html
 * §2.2). It happens once in the life of a database, and after a crash.
 */
function mainFileDigests(path: string): Uint8Array {
  const file = openSync(path, 'r');
  return digestPages(file, fstatSync(file).size, pageSize);
}

function digestPages(file: number, bytes: number, size: number): Uint8Array {
  const pages = Math.ceil(bytes / size);
  const digests = new Uint8Array(pages * digestBytes);
  forEachPage(file, bytes, size, (page, content) => digests.set(pageDigest(content), (page - 1) * digestBytes));
  return digests;
}

/** Calls `visit` with each page (from 1; the last may be short), reading a megabyte at a time. */
export function forEachPage(file: number, bytes: number, size: number, visit: (page: number, content: Uint8Array) => void): void {
  const chunk = Buffer.alloc(size * 512);
  for (let offset = 0; offset < bytes; offset += chunk.length) {
    const part = chunk.subarray(0, Math.min(chunk.length, bytes - offset));
    readFully(file, part, offset);
    for (let i = 0; i < part.length; i += size) visit((offset + i) / size + 1, part.subarray(i, Math.min(i + size, part.length)));
  }
}

/** Throws `LedgerFault` (corrupt) with the first fault of the log, if it has one. */
function assertSound(db: DatabaseSync): void {
  const verifier = logVerifier(sha256);
  const select = db.prepare('SELECT seq, stream, body, leaf, nodes FROM entry WHERE seq > ? ORDER BY seq LIMIT 2000');
  for (let after = 0; ; ) {
    const rows = select.all(after) as unknown as readonly Row[]; // STRICT columns of these types
    for (const row of rows) {
      const found = verifier.add(row);
      if (found) throw new LedgerFault('corrupt', `${found.kind} ${found.seq}`);
    }
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.seq;
  }
}

/** Size of the main file in bytes. */
export const mainFileBytes = (path: string): number => statSync(path).size;
