import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import type { Store } from './store.ts';

const patienceMs = 5000;

/** `identity.db` in the data folder, readable by the owner only; SQLite gives its side files the same mode. */
export function openSqlite(dataDir: string): Store<DatabaseSync> {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, 'identity.db');
  closeSync(openSync(file, 'a', 0o600));
  chmodSync(file, 0o600);
  const database = new DatabaseSync(file, { timeout: patienceMs });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON');

  return {
    database,
    hasAccounts: async () => {
      if (!database.prepare(`SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'user'`).get()) return false;
      return database.prepare('SELECT 1 FROM "user" WHERE demo = 0 LIMIT 1').get() !== undefined;
    },
    whileAlone: async (makeTables) => {
      await beginAlone(database);
      try {
        await makeTables();
        database.exec('COMMIT');
      } catch (fault) {
        database.exec('ROLLBACK');
        throw fault;
      }
    },
    // secure_delete zeroes the pages of the database file; the log of older pages is cut to nothing (at the next
    // checkpoint, while another process is reading).
    scrub: async () => database.exec('PRAGMA wal_checkpoint(TRUNCATE)'),
    close: async () => database.close(),
  };
}

/** Waits for the write lock without holding up the process, which may itself have to finish the work that holds it. */
async function beginAlone(database: DatabaseSync): Promise<void> {
  const step = 20;
  database.exec('PRAGMA busy_timeout = 0');
  try {
    for (let waited = 0; ; waited += step) {
      try {
        return database.exec('BEGIN IMMEDIATE');
      } catch (fault) {
        if (!isBusy(fault) || waited >= patienceMs) throw fault;
        await pause(step);
      }
    }
  } finally {
    database.exec(`PRAGMA busy_timeout = ${patienceMs}`);
  }
}

/** SQLITE_BUSY, https://www.sqlite.org/rescode.html#busy */
const isBusy = (fault: unknown): boolean => fault instanceof Error && 'errcode' in fault && fault.errcode === 5;
