import { Pool } from 'pg';
import { LedgerFault } from './fault.ts';
import type { Inspected } from './inspect.ts';
import { triggers } from './postgres-schema.ts';

/** Reads a PostgreSQL ledger as it is stored. */
export function inspectPostgres(url: string): Inspected {
  const pool = new Pool({ connectionString: url, max: 1, application_name: 'atalaya-ledger-verify' });
  pool.on('error', () => undefined); // an idle connection that breaks is replaced; one in use rejects its own query
  return {
    head: async () => {
      const { rows } = await pool.query('SELECT size, root, origin FROM atalaya_ledger.head');
      if (rows[0] === undefined) throw new LedgerFault('corrupt', 'head');
      return { ...rows[0], size: Number(rows[0].size) };
    },
    rows: async (after, limit) => {
      const { rows } = await pool.query(
        'SELECT seq, stream, body, leaf, nodes FROM atalaya_ledger.entry WHERE seq > $1 ORDER BY seq LIMIT $2',
        [after, limit],
      );
      return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
    },
    schemaFaults: async () => {
      const { rows } = await pool.query(
        `SELECT tgname, pg_get_triggerdef(oid) AS definition FROM pg_trigger
         WHERE tgrelid IN ('atalaya_ledger.entry'::regclass, 'atalaya_ledger.head'::regclass) AND NOT tgisinternal AND tgenabled IN ('O', 'A')`,
      );
      const standing = new Map(rows.map((row) => [row.tgname, row.definition]));
      return triggers.map(([name]) => name).filter((name) => !standing.get(name)?.endsWith('EXECUTE FUNCTION atalaya_ledger.refuse()'));
    },
    structureFaults: async () => [],
    close: () => pool.end(),
  };
}
