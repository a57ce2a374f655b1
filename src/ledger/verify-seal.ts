import { closeSync, existsSync, fstatSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { digestOf, markerPath, pageCount, readSeal, type Seal } from './seal.ts';
import { forEachPage } from './sealing.ts';
import { mainFileSize } from './sqlite-file.ts';
import { pageDigest } from './wal.ts';

/** A page that is not as it was sealed: bytes `from` to `to` (inclusive) of the file; `lives` names what SQLite keeps there, '' when unknown. */
export type AlteredPage = { readonly page: number; readonly from: number; readonly to: number; readonly lives: string };

export type SealCheck =
  /** Every byte of the database file is as it was sealed. */
  | { readonly kind: 'intact'; readonly pages: number }
  | { readonly kind: 'pagesAltered'; readonly pages: readonly AlteredPage[] }
  /** The seal file itself is damaged, from this byte on as far as can be told. */
  | { readonly kind: 'sealAltered'; readonly offset: number }
  | { readonly kind: 'missing' }
  /** The database went on without its seal (a crash while sealing): it accuses nobody, and vouches for nothing until the next opening. */
  | { readonly kind: 'stale' };

/**
 * Compares every page of the database file with its seal (see seal.ts), beside a running server too: pages are first read
 * without any lock, and only what differs is read again holding the write lock, when nobody can be checkpointing.
 * `heldBySqlite` says that this process has the database open elsewhere: the descriptor is then left open, because closing
 * it would drop the locks of those connections (POSIX). Throws only when a file cannot be read at all.
 */
export function verifySeal(path: string, heldBySqlite = false): SealCheck {
  const file = openSync(path, 'r');
  try {
    const first = compare(path, file);
    if (first.kind !== 'differs') return first;
    return underWriteLock(path, () => confirmed(path, compare(path, file)));
  } finally {
    if (!heldBySqlite) closeSync(file);
  }
}

type Compared =
  | Exclude<SealCheck, { kind: 'pagesAltered' }>
  | { readonly kind: 'differs'; readonly seal: Seal; readonly pages: readonly number[] };

function compare(path: string, file: number): Compared {
  const read = readSeal(path);
  if (read.kind === 'missing') return read;
  if (read.kind === 'altered') return { kind: 'sealAltered', offset: read.offset };
  const { seal } = read;
  const bytes = fstatSync(file).size;
  const differing: number[] = [];
  forEachPage(file, bytes, seal.pageSize, (page, content) => {
    if (Buffer.compare(pageDigest(content), digestOf(seal, page)) !== 0) differing.push(page);
  });
  for (let page = Math.ceil(bytes / seal.pageSize) + 1; page <= pageCount(seal); page++) differing.push(page);
  return differing.length === 0 ? { kind: 'intact', pages: pageCount(seal) } : { kind: 'differs', seal, pages: differing };
}

/** What to say of pages that differed without the lock, `again` being what is found under it. */
export function confirmed(path: string, again: Compared): SealCheck {
  if (existsSync(markerPath(path))) return { kind: 'stale' };
  if (again.kind !== 'differs') return again;
  const { seal, pages } = again;
  const size = mainFileSize(path);
  if (size !== undefined && size > seal.size) return { kind: 'stale' };
  const names = tenants(path);
  return {
    kind: 'pagesAltered',
    pages: pages.map((page) => ({
      page,
      from: (page - 1) * seal.pageSize,
      to: page * seal.pageSize - 1,
      lives: names.get(page) ?? '',
    })),
  };
}

/**
 * Runs `work` while nobody else can write; a database too damaged to be locked is not being written by anybody either.
 * The last connection to close checkpoints unless it is read-only: the guard is, and closes last, so nothing is written.
 */
function underWriteLock<T>(path: string, work: () => T): T {
  using stack = new DisposableStack();
  try {
    const guard = stack.use(new DatabaseSync(path, { readOnly: true }));
    guard.prepare('SELECT 1 FROM sqlite_schema').all();
    const db = stack.use(new DatabaseSync(path, { timeout: 10_000 }));
    db.exec('PRAGMA wal_autocheckpoint = 0; BEGIN IMMEDIATE');
  } catch {
    return work(); // damaged or read-only: compare as it lies
  }
  return work();
}

/** What SQLite keeps in each page, as far as a possibly damaged file still tells. */
function tenants(path: string): ReadonlyMap<number, string> {
  const names = new Map([[1, 'sqlite_schema']]);
  try {
    using db = new DatabaseSync(path, { readOnly: true });
    for (const { pageno, name } of db.prepare('SELECT pageno, name FROM dbstat').iterate()) names.set(Number(pageno), String(name));
  } catch {
    return names; // the names read so far; the page number locates the damage anyway
  }
  return names;
}
