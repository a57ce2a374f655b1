import pg from 'pg';
import { lockNumbers } from '../core/lock-numbers.ts';
import type { Store } from './store.ts';

const schema = 'atalaya_identity';

/** The schema `atalaya_identity` of a PostgreSQL database, made when it is not there. */
export async function openPostgres(databaseUrl: string): Promise<Store<pg.Pool>> {
  const database = new pg.Pool({ connectionString: databaseUrl, options: `-c search_path=${schema}`, max: 5 });
  // An idle connection that breaks is replaced by the next query, which reports its own failure; without a listener the process would end.
  database.on('error', () => undefined);

  const store: Store<pg.Pool> = {
    database,
    hasAccounts: async () => {
      const table = await database.query<{ there: boolean }>(`SELECT to_regclass('${schema}."user"') IS NOT NULL AS there`);
      if (!table.rows[0]?.there) return false;
      return (await database.query('SELECT 1 FROM "user" WHERE NOT demo LIMIT 1')).rows.length > 0;
    },
    whileAlone: async (makeTables) => {
      const client = await database.connect();
      try {
        await client.query('SELECT pg_advisory_lock($1)', [lockNumbers.identityTables]);
        try {
          await client.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
          await makeTables();
        } finally {
          await client.query('SELECT pg_advisory_unlock($1)', [lockNumbers.identityTables]);
        }
      } finally {
        client.release();
      }
    },
    scrub: async () => {
      await database.query('VACUUM "user"');
    },
    close: () => database.end(),
  };
  return store;
}
