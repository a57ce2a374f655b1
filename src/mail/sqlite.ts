import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Database, tables } from './store.ts';

/** `mail.db` in the data folder, readable by the owner only. A message that was put survives the power. */
export function openSqlite(dataDir: string): Database {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, 'mail.db');
  closeSync(openSync(file, 'a', 0o600));
  chmodSync(file, 0o600);
  const database = new DatabaseSync(file, { timeout: 5000 });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON');
  for (const table of tables('INTEGER PRIMARY KEY')) database.exec(table);
  return {
    all: async (sql, parameters) => database.prepare(sql.replaceAll(/\$(\d)/g, '?$1')).all(...parameters),
    close: async () => database.close(),
  };
}
