import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { type FileHandle, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileStore } from '../files/store.ts';
import type { Signer } from '../ledger/checkpoint.ts';
import { exportText } from '../ledger/export.ts';
import type { Ledger, StoredEntry } from '../ledger/ledger.ts';
import type { LedgerPlace } from '../ledger/open.ts';
import { type Piece, pieceOf, writeArchive } from './archive.ts';
import { BackupFault, type Fault } from './fault.ts';
import { fileNames } from './named-files.ts';
import { readme } from './readme.ts';
import { renderBatch } from './rows.ts';
import { filePath, openTables, stores } from './stores.ts';

export type Source = {
  readonly ledger: Pick<Ledger, 'head' | 'read' | 'origin'>;
  readonly signer: Signer;
  readonly place: LedgerPlace;
  readonly files: Pick<FileStore, 'open'>;
};
export type Made = {
  readonly path: string;
  readonly size: number;
  readonly files: number;
  readonly sizeBytes: number;
  readonly faults: readonly Fault[];
};
type Counted = { size: number; files: number };

/** The two files of data that only the installation itself may hold. */
export const keyFiles = ['checkpoint.key', 'identity.secret'] as const;
const numbered = (folder: string, n: number, ending: string): string => `${folder}/${String(n).padStart(8, '0')}.${ending}`;

/**
 * Everything but the keys, as it is while the program goes on: first the log up to where it is now; then the tables, which know every
 * person that the log names; then the files that the log names, each of which was whole before its entry was written.
 * A file that is missing or altered is told, listed in the backup, and holds up nothing else.
 */
export async function* piecesOf({ ledger, signer, place, files }: Source, counted: Counted, faults: Fault[]): AsyncGenerator<Piece> {
  yield pieceOf('LEEME.txt', readme);
  const names = fileNames();
  const seen = async function* (range: Parameters<Ledger['read']>[0]): AsyncGenerator<readonly StoredEntry[]> {
    for await (const batch of ledger.read(range)) {
      for (const { seq, body } of batch) names.see(seq, body);
      counted.size += batch.length;
      yield batch;
    }
  };
  let part = 0;
  for await (const text of exportText({ head: ledger.head, read: seen }, signer)) yield pieceOf(numbered('ledger', ++part, 'txt'), text);
  for (const store of stores) {
    const tables = await openTables(place, store, false);
    try {
      let batch = 0;
      for await (const rows of tables.read()) yield pieceOf(numbered(store.name, ++batch, 'jsonl'), renderBatch(rows));
    } finally {
      await tables.close();
    }
  }
  const missing: string[] = [];
  for (const { file, seq } of names.all()) {
    const opened = await files.open(file);
    if (opened.ok) {
      counted.files++;
      yield { path: filePath(file.sha256), sizeBytes: file.sizeBytes, bytes: opened.value };
    } else {
      missing.push(`${file.sha256}\n`);
      faults.push({ kind: 'file-missing', sha256: file.sha256, seq });
    }
  }
  if (missing.length > 0) yield pieceOf('files-missing.txt', missing.join(''));
}

/** Writes a backup, whole or not at all, and never over another file. */
export async function makeBackup(source: Source, path: string): Promise<Made> {
  const counted = { size: 0, files: 0 };
  const faults: Fault[] = [];
  const sizeBytes = await writeWhole(path, writeArchive(piecesOf(source, counted, faults)));
  return { path, ...counted, sizeBytes, faults };
}

/** The keys, apart: whoever holds them can sign in the log's name, so they are kept elsewhere than what they sign. */
export async function backUpKeys(dataDir: string, path: string): Promise<void> {
  const pieces = async function* (): AsyncGenerator<Piece> {
    for (const name of keyFiles) if (existsSync(join(dataDir, name))) yield pieceOf(name, await readFile(join(dataDir, name)));
  };
  await writeWhole(path, writeArchive(pieces()));
}

async function writeWhole(path: string, bytes: AsyncIterable<Uint8Array>): Promise<number> {
  if (existsSync(path)) throw new BackupFault({ kind: 'exists', path });
  const aside = join(dirname(path), `.${randomUUID()}.part`);
  const file = await open(aside, 'wx', 0o600);
  try {
    let written = 0;
    for await (const chunk of bytes) written += await writeAll(file, chunk);
    await file.sync();
    await rename(aside, path);
    return written;
  } finally {
    await file.close();
    await rm(aside, { force: true });
  }
}

async function writeAll(file: FileHandle, chunk: Uint8Array): Promise<number> {
  for (let written = 0; written < chunk.length; ) written += (await file.write(chunk, written)).bytesWritten;
  return chunk.length;
}
