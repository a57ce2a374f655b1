import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkLedger } from './check.ts';
import { appendEach, ledgerContract, note, readAll } from './ledger.contract.ts';
import { renderEntry, sha256 } from './link.ts';
import { openLedger } from './open.ts';
import { openPostgres } from './postgres.ts';
import { faultOf } from './postgres-fault.ts';
import { refillLedger, type Sealed } from './refill.ts';
import { temporaryFolder } from './test-folder.ts';
import { startPostgres, type TestPostgres } from './test-postgres.ts';
import { logFault } from './verify.ts';

let server: TestPostgres;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

async function query(databaseUrl: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}

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
    statement: async (_dataDir, sql) => query(databaseUrl, sql),
  };
});

describe('a PostgreSQL that fails or is tampered with', () => {
  const cutAll = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()`;

  test('connections cut during appends: what was acknowledged is kept, tailing goes on, and the log verifies', async () => {
    const databaseUrl = await server.database();
    const [ledger, other] = [await openPostgres(databaseUrl), await openPostgres(databaseUrl)];
    const heard: number[] = [];
    ledger.tail((size) => heard.push(size));
    let acknowledged = 0;
    let stop = false;
    const faults: unknown[] = [];
    const writing = (async () => {
      while (!stop) {
        try {
          const appended = await ledger.append('a', await ledger.streamPosition('a'), [note(acknowledged)]);
          if (appended.ok) acknowledged = appended.value.last;
        } catch (thrown) {
          faults.push(thrown);
        }
      }
    })();
    for (let round = 0; round < 10; round++) {
      const before = acknowledged;
      await expect.poll(() => acknowledged, { timeout: 10_000, interval: 5 }).toBeGreaterThan(before + 5);
      await query(databaseUrl, cutAll);
    }
    stop = true;
    await writing;
    expect((await other.head()).size).toBeGreaterThanOrEqual(acknowledged);
    expect(faults.length).toBeGreaterThan(0);
    for (const fault of faults) expect(fault).toMatchObject({ name: 'LedgerFault', kind: 'connection' });
    const size = await appendEach(other, 'b', [note(1)]);
    await expect.poll(() => heard.at(-1), { timeout: 10_000 }).toBe(size);
    expect(logFault(await readAll(ledger), await ledger.head(), sha256)).toBeUndefined();
    await ledger.close();
    await other.close();
  });

  test('a row changed, a tail cut off and a trigger taken down by the database’s owner are found', async () => {
    const databaseUrl = await server.database();
    using folder = temporaryFolder();
    const place = { dataDir: folder.path, databaseUrl };
    const ledger = await openLedger(place);
    await appendEach(ledger, 'a', [note(1), note(2), note(3), note(4)]);
    await ledger.close();
    const behind = (sql: string) => query(databaseUrl, `SET session_replication_role = replica; ${sql}`);
    const kinds = async () => (await checkLedger(place)).faults.map(({ kind, seq }) => (seq === undefined ? kind : `${kind} ${seq}`));
    expect(await kinds()).toEqual([]);
    await behind("UPDATE atalaya_ledger.entry SET body = replace(body, 'NoteTaken', 'NoteLost') WHERE seq = 3");
    expect(await kinds()).toEqual(['leaf 3']);
    await behind(
      "UPDATE atalaya_ledger.entry SET body = replace(body, 'NoteLost', 'NoteTaken') WHERE seq = 3; DELETE FROM atalaya_ledger.entry WHERE seq = 4",
    );
    expect(await kinds()).toEqual(['size 4', 'truncated 4']);
    await query(databaseUrl, 'DROP TRIGGER entry_no_truncate ON atalaya_ledger.entry');
    expect(await kinds()).toContain('schema');
    await behind('DELETE FROM atalaya_ledger.head');
    expect(await kinds()).toContain('unreadable');
    await expect(openLedger({ dataDir: folder.path, databaseUrl: 'postgres://127.0.0.1:1/none' })).rejects.toMatchObject({
      kind: 'connection',
    });
    expect((await checkLedger({ dataDir: folder.path, databaseUrl: 'postgres://127.0.0.1:1/none' })).faults.at(-1)).toMatchObject({
      kind: 'unreadable',
    });
  });

  test('a log sealed elsewhere is taken in whole where there is none, even an empty one, and nowhere else', async () => {
    const sealed = async function* (): AsyncGenerator<readonly Sealed[]> {
      yield [1, 2, 3].map((seq) => ({
        seq,
        stream: 'a',
        body: renderEntry({ ...note(seq), seq, stream: 'a', at: '2020-03-10T00:00:00.000Z' }),
      }));
    };
    const nothing = async function* (): AsyncGenerator<readonly Sealed[]> {};
    const [databaseUrl, other] = [await server.database(), await server.database()];
    const refilled = await refillLedger({ dataDir: '', databaseUrl }, 'atalaya/x', sealed());
    const ledger = await openPostgres(databaseUrl);
    expect(await ledger.head()).toEqual({ size: 3, root: Buffer.from(refilled.root) });
    expect(logFault(await readAll(ledger), await ledger.head(), sha256)).toBeUndefined();
    await ledger.close();
    await expect(refillLedger({ dataDir: '', databaseUrl }, 'atalaya/x', sealed())).rejects.toMatchObject({ kind: 'occupied' });
    expect(await refillLedger({ dataDir: '', databaseUrl: other }, 'atalaya/x', nothing())).toMatchObject({ size: 0 });
  });

  test('a head that does not move, a hash that is missing and tables of another version are told as such; closed is closed', async () => {
    const databaseUrl = await server.database();
    const [ledger, other] = [await openPostgres(databaseUrl), await openPostgres(databaseUrl)];
    await appendEach(ledger, 'a', [note(1), note(2)]);
    const behind = (sql: string) => query(databaseUrl, `SET session_replication_role = replica; ${sql}`);
    await query(databaseUrl, `CREATE FUNCTION still() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'`);
    await query(databaseUrl, 'CREATE TRIGGER a_still BEFORE UPDATE ON atalaya_ledger.head FOR EACH ROW EXECUTE FUNCTION still()');
    await expect(ledger.append('a', 2, [note(3)])).rejects.toMatchObject({ kind: 'corrupt' });
    await query(databaseUrl, 'DROP TRIGGER a_still ON atalaya_ledger.head');
    await Promise.all([1, 2, 3].map((n) => ledger.append(`s${n}`, 7, [note(n)])));
    const closing = ledger.close();
    const late = ledger.append('late', 7, [note(4)]).catch((thrown: unknown) => thrown);
    await closing;
    expect(await late).toMatchObject({ kind: 'closed' });
    await ledger.close();
    await expect(ledger.append('a', 2, [note(5)])).rejects.toMatchObject({ kind: 'closed' });
    await behind('UPDATE atalaya_ledger.entry SET nodes = NULL WHERE seq = 2');
    await expect(other.rootAt(2)).rejects.toMatchObject({ kind: 'corrupt' });
    await other.close();
    await behind('UPDATE atalaya_ledger.head SET version = 999');
    await expect(openPostgres(databaseUrl)).rejects.toMatchObject({ kind: 'notALedger' });
  });

  test.each([
    ['53100', 'diskFull'],
    ['55P03', 'locked'],
    ['40P01', 'locked'],
    ['XX001', 'corrupt'],
    ['42P01', 'unreadable'],
    ['57P01', 'connection'],
    ['08006', 'connection'],
    ['ECONNREFUSED', 'connection'],
  ])('what PostgreSQL says has a name of ours: %s', (code, kind) => {
    expect(faultOf(Object.assign(new Error('x'), { code })).kind).toBe(kind);
  });
});
