import pg from 'pg';
import { lockNumbers } from '../core/lock-numbers.ts';
import { type Drafts, draftsOn, table } from './drafts.ts';

const schema = 'atalaya_drafts';

/** The schema `atalaya_drafts` of a PostgreSQL database, made when it is not there. */
export async function openPostgresDrafts(databaseUrl: string): Promise<Drafts> {
  const pool = new pg.Pool({ connectionString: databaseUrl, options: `-c search_path=${schema}`, max: 2 });
  // An idle connection that breaks is replaced by the next query, which reports its own failure; without a listener the process would end.
  pool.on('error', () => undefined);
  const client = await pool.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [lockNumbers.draftTables]);
    try {
      await client.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
      await client.query(table);
    } finally {
      await client.query('SELECT pg_advisory_unlock($1)', [lockNumbers.draftTables]);
    }
  } finally {
    client.release();
  }
  return draftsOn({ all: async (sql, parameters) => (await pool.query(sql, [...parameters])).rows, close: () => pool.end() });
}
