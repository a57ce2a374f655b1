import pg from 'pg';
import { afterAll, beforeAll } from 'vitest';
import { ledgerContract } from './ledger.contract.ts';
import { startPostgres, type TestPostgres } from './test-postgres.ts';

let server: TestPostgres;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

ledgerContract('PostgreSQL', async () => {
  const databaseUrl = await server.database();
  return {
    place: { databaseUrl },
    table: (name) => `atalaya_ledger.${name}`,
    refusesTruncate: true,
    statement: async (_dataDir, sql) => {
      const client = new pg.Client({ connectionString: databaseUrl });
      await client.connect();
      try {
        return await client.query(sql);
      } finally {
        await client.end();
      }
    },
  };
});
