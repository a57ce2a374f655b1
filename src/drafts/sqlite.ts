import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Drafts, draftsOn, table } from './drafts.ts';

/** `drafts.db` in the data folder, readable by the owner only. */
export function openSqliteDrafts(dataDir: string): Drafts {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, 'drafts.db');
  closeSync(openSync(file, 'a', 0o600));
  chmodSync(file, 0o600);
  const database = new DatabaseSync(file, { timeout: 5000 });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON');
  database.exec(table);
  const drafts = draftsOn({
    all: async (sql, parameters) =>
      // Numbered parameters may come more than once, so each goes by its number.
      database.prepare(sql.replaceAll(/\$(\d)/g, '?$1')).all(...parameters),
    close: async () => database.close(),
  });
  return {
    ...drafts,
    forget: async (person) => {
      await drafts.forget(person);
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)'); // the file's pages are zeroed (secure_delete); the log of older pages is cut to nothing
    },
  };
}
