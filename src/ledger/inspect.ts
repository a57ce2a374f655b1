import { existsSync } from 'node:fs';
import { LedgerFault } from './fault.ts';
import { openConnection } from './sqlite-file.ts';
import { schema } from './sqlite-schema.ts';
import type { Row } from './verify.ts';

/** What verification reads of a store: everything as stored, nothing checked. Every method may throw. */
export type Inspected = {
  /** `root` only where the store keeps one. */
  readonly head: () => Promise<{ readonly size: number; readonly root?: Uint8Array; readonly origin: string }>;
  /** At most `limit` rows after `after`, oldest first. */
  readonly rows: (after: number, limit: number) => Promise<readonly Row[]>;
  /** Names of the tables, indexes and triggers that are missing or not as this version makes them. */
  readonly schemaFaults: () => Promise<readonly string[]>;
  /** SQLite's own findings about its structure; empty elsewhere. */
  readonly structureFaults: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
};

/** Opens a SQLite ledger for reading only, beside a running server or after a crash. */
export function inspectSqlite(path: string): Inspected {
  if (!existsSync(path)) throw new LedgerFault('unreadable', path);
  const db = openConnection(path, { readOnly: true });
  return {
    head: async () => {
      const head = db.prepare('SELECT origin, (SELECT ifnull(max(seq), 0) FROM entry) AS size FROM log').get();
      if (head === undefined) throw new LedgerFault('corrupt', 'log');
      return { size: Number(head.size), origin: String(head.origin) };
    },
    rows: async (after, limit) =>
      db
        .prepare('SELECT seq, stream, body, leaf, nodes FROM entry WHERE seq > ? ORDER BY seq LIMIT ?')
        .all(after, limit) as unknown as readonly Row[], // STRICT columns
    schemaFaults: async () => {
      const found = new Map(
        db
          .prepare('SELECT name, sql FROM sqlite_schema')
          .all()
          .map(({ name, sql }) => [name, sql]),
      );
      const names = new Set([...schema.keys(), ...found.keys()].map(String));
      return [...names].filter((name) => found.get(name) !== schema.get(name));
    },
    structureFaults: async () =>
      db
        .prepare('PRAGMA integrity_check(20)')
        .all()
        .map((row) => String(row.integrity_check))
        .filter((said) => said !== 'ok'),
    close: async () => db.close(),
  };
}
