import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '../core/result.ts';
import { accessContract } from './access.contract.ts';
import { header, type InstallationOptions, identityContract, value } from './identity.contract.ts';
import type { Identity } from './identity.ts';
import { openIdentity } from './open-identity.ts';
import { startTestPostgres, type TestPostgres } from './test-postgres.ts';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startTestPostgres();
});
afterAll(() => postgres.stop());

const inPostgres = async (options: InstallationOptions) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'atalaya-identity-'));
  const databaseUrl = await postgres.newDatabase();
  const opened: Identity[] = [];
  const again = () => {
    const identity = openIdentity({ dataDir, databaseUrl, passwordCost: { memory: 8, passes: 1, parallelism: 1 }, ...options });
    opened.push(identity);
    return identity;
  };
  const close = async () => {
    await Promise.all(opened.map((identity) => identity.close()));
    rmSync(dataDir, { recursive: true });
  };
  return { identity: again(), again, close };
};
identityContract('personal data in PostgreSQL', inPostgres);
accessContract('ways of entering, in PostgreSQL', inPostgres);

test('the tables stand in a schema of their own, and the data folder holds the secret only', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'atalaya-identity-'));
  const databaseUrl = await postgres.newDatabase();
  const identity = openIdentity({ dataDir, databaseUrl, baseUrl: 'http://localhost:3000' });
  value(await identity.createAccount({ name: 'Persona Ejemplo', email: 'persona@ejemplo.mx' }));
  const client = new pg.Client(databaseUrl);
  await client.connect();
  const tables = await client.query<{ schema: string }>(
    `SELECT DISTINCT table_schema AS schema FROM information_schema.tables WHERE table_schema NOT IN ('pg_catalog', 'information_schema')`,
  );
  expect(tables.rows).toEqual([{ schema: 'atalaya_identity' }]);
  expect(readdirSync(dataDir)).toEqual(['identity.secret']);
  await client.end();
  await identity.close();
  rmSync(dataDir, { recursive: true });
});

test('machines that share the database and the secret share sessions and links', async () => {
  const databaseUrl = await postgres.newDatabase();
  const folders = [1, 2].map(() => mkdtempSync(join(tmpdir(), 'atalaya-identity-')));
  const open = (dataDir: string | undefined) =>
    openIdentity({
      dataDir: must(dataDir, 'a folder for each machine'),
      databaseUrl,
      secret: 'un secreto de prueba, largo y sin valor',
      baseUrl: 'https://atalaya.ejemplo.mx',
    });
  const one = open(folders[0]);
  const two = open(folders[1]);
  const password = 'cuatro palabras al azar';
  // Both make the tables at once, each waiting for the other.
  const [made] = await Promise.all([
    one.createAccount({ name: 'Persona Ejemplo', email: 'una@ejemplo.mx' }),
    two.createAccount({ name: 'Persona Ejemplo', email: 'otra@ejemplo.mx' }),
  ]);
  value(await two.setPassword(value(made).setupLinkToken, password));
  const entered = value(await one.signIn({ email: 'una@ejemplo.mx', password, address: '192.0.2.7' }));
  expect(await two.whoIs(header(entered.setCookie))).toMatchObject({ person: entered.person });
  await one.close();
  await two.close();
  for (const folder of folders) rmSync(folder, { recursive: true });
});
