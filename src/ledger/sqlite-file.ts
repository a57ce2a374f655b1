import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { must } from '../core/result.ts';
import { codeOf, LedgerFault, messageOf } from './fault.ts';
import { applicationId, schemaVersion } from './sqlite-schema.ts';

/** How long a statement waits for another process's lock, in milliseconds. */
const busyTimeoutMs = 10_000;

/**
 * Opens a connection with the settings every connection of ours needs: durable commits, and no checkpoint but ours
 * (the page seal must see each one). Sets the page size too, which only matters for a file that is still empty.
 */
export function openConnection(path: string, options: { readonly readOnly?: boolean; readonly pageSize?: number } = {}): DatabaseSync {
  const db = new DatabaseSync(path, { timeout: busyTimeoutMs, readOnly: options.readOnly ?? false });
  try {
    if (options.pageSize !== undefined) db.exec(`PRAGMA page_size = ${options.pageSize}`);
    if (!options.readOnly) db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0');
    db.exec('PRAGMA cache_size = -16000; PRAGMA trusted_schema = OFF');
    return db;
  } catch (thrown) {
    db.close();
    throw thrown;
  }
}

/** The main file alone, as of its last checkpoint: no lock, no WAL. */
const openMainFile = (path: string): DatabaseSync =>
  new DatabaseSync(new URL(`${pathToFileURL(path).href}?immutable=1`), { readOnly: true });

/**
 * How many entries the main file holds by itself; undefined when it cannot say. The last row's number must also stand at
 * the beginning of its text, so that no single flipped byte can pass for an entry more.
 */
export function mainFileSize(path: string): number | undefined {
  try {
    using db = openMainFile(path);
    const last = db.prepare('SELECT seq, body FROM entry ORDER BY seq DESC LIMIT 1').get();
    if (last === undefined) return db.prepare('SELECT 1 FROM log').get() === undefined ? undefined : 0;
    return String(last.body).startsWith(`{"seq":${last.seq},`) ? Number(last.seq) : undefined;
  } catch {
    return undefined; // a file SQLite cannot read says nothing; the caller compares its pages
  }
}

/** Throws `LedgerFault` unless the database carries our mark and the form of tables this version writes. */
export function assertOurs(db: DatabaseSync): void {
  const mark = pragma(db, 'application_id');
  const version = pragma(db, 'user_version');
  if (mark !== applicationId || version !== schemaVersion) throw new LedgerFault('notALedger', `application ${mark}, version ${version}`);
}

/** A pragma's one number. */
export function pragma(db: DatabaseSync, name: string): number {
  return Number(Object.values(must(db.prepare(`PRAGMA ${name}`).get(), 'every pragma asked for answers'))[0]);
}

/** SQLite result codes (https://sqlite.org/rescode.html), primary part, that have a name of ours. */
const kinds = new Map([
  [5, 'locked'],
  [6, 'locked'],
  [11, 'corrupt'],
  [13, 'diskFull'],
  [26, 'corrupt'],
] as const);

/** A trigger of ours refused: somebody else has appended meanwhile. */
export const isRefusedByTrigger = (thrown: unknown): boolean => codeOf(thrown, 'errcode') === 1811; // SQLITE_CONSTRAINT_TRIGGER

/** What a failure of SQLite or of the disk under it means to us. */
export function faultOf(thrown: unknown): LedgerFault {
  if (thrown instanceof LedgerFault) return thrown;
  const code = codeOf(thrown, 'errcode');
  if (codeOf(thrown, 'code') === 'ENOSPC') return new LedgerFault('diskFull', '', thrown);
  const kind = typeof code === 'number' ? kinds.get((code & 0xff) as 5) : undefined; // any number may be asked of the map
  return new LedgerFault(kind ?? 'unreadable', messageOf(thrown), thrown);
}
