import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate as turn } from 'node:timers/promises';
import { BackupFault } from './fault.ts';
import { type Asked, type Batch, batchRows, inOrder, type Row, type Tables } from './rows.ts';

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** The tables of a SQLite file. */
export function sqliteTables(path: string, { first, skip }: Asked): Tables {
  const columnsOf = (db: DatabaseSync, table: string) => db.prepare(`PRAGMA table_info(${quoted(table)})`).all();

  async function* read(): AsyncGenerator<Batch> {
    if (!existsSync(path)) return;
    const db = new DatabaseSync(path, { readOnly: true, timeout: 5000 });
    try {
      db.exec('BEGIN'); // from the first row on, everything is read as it was then
      const tables = db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'`).all();
      for (const table of inOrder(
        tables.map((row) => String(row.name)),
        { first, skip },
      )) {
        const columns = columnsOf(db, table);
        const names = columns.map((one) => String(one.name)).sort();
        const key = columns.filter((one) => Number(one.pk) > 0).sort((a, b) => Number(a.pk) - Number(b.pk));
        const order = (key.length > 0 ? key.map((one) => String(one.name)) : names).map(quoted).join(', ');
        let rows: Row[] = [];
        for (const row of db.prepare(`SELECT ${names.map(quoted).join(', ')} FROM ${quoted(table)} ORDER BY ${order}`).iterate()) {
          rows.push(row as Row); // texts, numbers and nulls: no table of ours holds anything else
          if (rows.length < batchRows) continue;
          yield { table, rows };
          rows = [];
          await turn();
        }
        if (rows.length > 0) yield { table, rows };
      }
    } finally {
      db.close();
    }
  }

  async function fill(batches: AsyncIterable<Batch>): Promise<void> {
    const db = new DatabaseSync(path, { timeout: 5000 });
    try {
      db.exec('BEGIN IMMEDIATE');
      for await (const { table, rows } of batches) {
        const known = columnsOf(db, table).map((one) => String(one.name));
        if (known.length === 0) throw new BackupFault({ kind: 'newer', what: table });
        for (const row of rows) {
          const names = Object.keys(row);
          const strange = names.find((name) => !known.includes(name));
          if (strange !== undefined) throw new BackupFault({ kind: 'newer', what: `${table}.${strange}` });
          db.prepare(`INSERT INTO ${quoted(table)} (${names.map(quoted).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`).run(
            ...Object.values(row),
          );
        }
      }
      db.exec('COMMIT');
    } finally {
      if (db.isTransaction) db.exec('ROLLBACK');
      db.close();
    }
  }
  return { read, fill, close: async () => undefined };
}
