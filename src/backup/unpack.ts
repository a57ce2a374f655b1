import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { LedgerPlace } from '../ledger/open.ts';
import { refillLedger, type Sealed } from '../ledger/refill.ts';
import { verifyExport } from '../ledger/verify-export.ts';
import { type Found, readArchive } from './archive.ts';
import { BackupFault, type Fault } from './fault.ts';
import { fileNames } from './named-files.ts';
import { batchesOf, linesOf } from './rows.ts';
import { filePath, openTables, stores } from './stores.ts';

export type Unpacked = {
  readonly origin: string;
  readonly size: number;
  /** Root of the log, lower-case hex. */
  readonly root: string;
  readonly verifierKey: string;
  /** The signed checkpoint the log came with. */
  readonly note: string;
  readonly files: number;
};

/** Makes the tables of every store in an empty place, as this version has them. */
export type MakeTables = (place: LedgerPlace) => Promise<void>;

/**
 * Lays a backup out in an empty folder as a whole installation, all but its keys, checking every byte on the way: each piece against the
 * sums, the log against its signature, each file against its digest, and that no file is missing that the log names.
 * Throws `BackupFault` with all that is wrong; what lies in the folder is worth nothing then.
 */
export async function unpack(source: AsyncIterable<Uint8Array>, folder: string, makeTables: MakeTables): Promise<Unpacked> {
  const faults: Fault[] = [];
  try {
    return await unpackInto(source, folder, makeTables, faults);
  } catch (thrown) {
    if (!(thrown instanceof BackupFault)) throw thrown;
    throw new BackupFault(...new Set([...faults, ...thrown.faults])); // what was noticed before it could not go on, too
  }
}

async function unpackInto(source: AsyncIterable<Uint8Array>, folder: string, makeTables: MakeTables, faults: Fault[]): Promise<Unpacked> {
  const pieces = rewound(readArchive(source, (fault) => faults.push(fault)));
  const stop = () => {
    if (faults.length > 0) throw new BackupFault(...faults);
  };
  const first = await pieces.next();
  if (first?.path !== 'LEEME.txt' || !(await textOf(first)).startsWith('atalaya-backup 1\n')) {
    faults.push({ kind: 'not-a-backup' });
    stop();
  }
  const log = join(folder, 'ledger.txt');
  await write(log, pieces.group('ledger/'));
  const names = fileNames();
  const placed = await refill(log, folder, names.see, (fault) => faults.push(fault));
  await rm(log);
  await makeTables({ dataDir: folder });
  for (const store of stores) await fill(pieces, folder, store, (fault) => faults.push(fault));
  const found = new Set<string>();
  const lost = new Set<string>();
  for (let piece = await pieces.next(); piece; piece = await pieces.next()) {
    const digest = /^files\/([0-9a-f]{2})\/([0-9a-f]{62})$/.exec(piece.path);
    if (piece.path === 'files-missing.txt') for (const line of (await textOf(piece)).split('\n')) lost.add(line);
    else if (!digest) faults.push({ kind: 'strange', path: piece.path });
    else {
      const sha256 = `${digest[1]}${digest[2]}`;
      found.add(sha256);
      if ((await write(join(folder, filePath(sha256)), piece.bytes)) !== sha256) faults.push({ kind: 'file-digest', sha256 });
    }
  }
  for (const { file, seq } of names.all())
    if (!found.has(file.sha256) && !lost.has(file.sha256)) faults.push({ kind: 'file-missing', sha256: file.sha256, seq });
  stop();
  if (!placed) throw new BackupFault({ kind: 'not-a-backup' });
  return { ...placed, files: found.size };
}

/** The log's text, verified whole, and then as a ledger in the folder. Undefined, and told, when it is not sound. */
async function refill(log: string, folder: string, see: (seq: number, body: string) => void, report: (fault: Fault) => void) {
  const checked = await verifyExport(createReadStream(log));
  for (const { where, what } of checked.faults) report({ kind: 'log', where, what });
  if (checked.faults.length > 0 || checked.origin === undefined || checked.verifierKey === undefined) return undefined;
  const head: string[] = [];
  const batches = async function* (): AsyncGenerator<readonly Sealed[]> {
    let batch: Sealed[] = [];
    for await (const line of linesOf(createReadStream(log))) {
      if (head.length < preamble) head.push(line);
      else if (!line.startsWith('end ')) {
        const body = line.slice(line.indexOf(' ', line.indexOf(' ') + 1) + 1);
        const { seq, stream } = JSON.parse(body) as Sealed; // the verifier has just read it so
        see(seq, body);
        batch.push({ seq, stream, body });
      }
      if (batch.length < 2000) continue;
      yield batch;
      batch = [];
    }
    if (batch.length > 0) yield batch;
  };
  const placed = await refillLedger({ dataDir: folder }, checked.origin, batches());
  const root = Buffer.from(placed.root).toString('hex');
  const expected = Buffer.from(checked.root).toString('hex');
  if (root !== expected) report({ kind: 'other-root', expected, saw: root });
  const note = `${head.slice(2, 7).join('\n')}\n`;
  return { origin: checked.origin, size: placed.size, root, verifierKey: checked.verifierKey, note };
}
/** Lines before the first entry of an export. */
const preamble = 8;

async function fill(pieces: Pieces, folder: string, store: (typeof stores)[number], report: (fault: Fault) => void): Promise<void> {
  const tables = await openTables({ dataDir: folder }, store, true);
  try {
    const bad = (line: number) => report({ kind: 'line', path: `${store.name}/`, line });
    await tables.fill(batchesOf(linesOf(pieces.group(`${store.name}/`)), bad));
  } finally {
    await tables.close();
  }
}

/** Pieces in turn, with a look at the next one: a group ends at the first that is not of it. */
function rewound(found: AsyncGenerator<Found>) {
  let ahead: Found | undefined;
  const next = async (): Promise<Found | undefined> => {
    const taken = ahead;
    ahead = undefined;
    if (taken) return taken;
    const read = await found.next();
    return read.done ? undefined : read.value;
  };
  async function* group(folder: string): AsyncGenerator<Uint8Array> {
    for (let piece = await next(); piece; piece = await next()) {
      if (!piece.path.startsWith(folder)) {
        ahead = piece;
        return;
      }
      yield* piece.bytes;
    }
  }
  return { next, group };
}
type Pieces = ReturnType<typeof rewound>;

async function textOf(piece: Found): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const chunk of piece.bytes) parts.push(chunk);
  return Buffer.concat(parts).toString();
}

/** Writes a file that was not there, and gives the digest of what was written. */
async function write(path: string, bytes: AsyncIterable<Uint8Array>): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, 'wx', 0o600);
  const hash = createHash('sha256');
  try {
    for await (const chunk of bytes) {
      hash.update(chunk);
      for (let written = 0; written < chunk.length; ) written += (await file.write(chunk, written)).bytesWritten;
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return hash.digest('hex');
}
