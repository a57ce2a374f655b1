import pg from 'pg';
import { lockNumbers } from '../core/lock-numbers.ts';
import { type Database, tables } from './store.ts';

const schema = 'atalaya_mail';

/** The schema `atalaya_mail` of a PostgreSQL database, made when it is not there. */
export async function openPostgres(databaseUrl: string): Promise<Database> {
  const pool = new pg.Pool({ connectionString: databaseUrl, options: `-c search_path=${schema}`, max: 3 });
  // An idle connection that breaks is replaced by the next query, which reports its own failure; without a listener the process would end.
  pool.on('error', () => undefined);
  const client = await pool.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [lockNumbers.mailTables]);
    try {
      await client.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
      for (const table of tables('BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY')) await client.query(table);
    } finally {
      await client.query('SELECT pg_advisory_unlock($1)', [lockNumbers.mailTables]);
    }
  } finally {
    client.release();
  }
  return {
    all: async (sql, parameters) => (await pool.query(sql, [...parameters])).rows,
    close: () => pool.end(),
  };
}
