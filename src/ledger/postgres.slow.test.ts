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
    forbidden: [
      "UPDATE atalaya_ledger.entry SET body = 'x' WHERE seq = 1",
      'DELETE FROM atalaya_ledger.entry WHERE seq = 2',
      'DELETE FROM atalaya_ledger.entry',
      'TRUNCATE atalaya_ledger.entry',
      "INSERT INTO atalaya_ledger.entry SELECT seq, stream, 'x', leaf FROM atalaya_ledger.entry WHERE seq = 1",
      `INSERT INTO atalaya_ledger.entry SELECT seq, stream, 'x', leaf FROM atalaya_ledger.entry WHERE seq = 1
       ON CONFLICT (seq) DO UPDATE SET body = 'x'`,
      'UPDATE atalaya_ledger.head SET size = 1',
      'UPDATE atalaya_ledger.head SET size = size',
      "UPDATE atalaya_ledger.head SET size = 9, origin = 'other'",
      'DELETE FROM atalaya_ledger.head',
      'TRUNCATE atalaya_ledger.head',
      'INSERT INTO atalaya_ledger.head SELECT * FROM atalaya_ledger.head',
    ],
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
