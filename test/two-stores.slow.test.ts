import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApp } from '../src/app/app.ts';
import { assemble } from '../src/app/assemble.tsx';
import { backUp, makeTables } from '../src/app/backups.ts';
import { BackupFault, type Fault } from '../src/backup/fault.ts';
import { backUpKeys } from '../src/backup/make.ts';
import { moveToPostgres, moveToSqlite } from '../src/backup/move.ts';
import { restore } from '../src/backup/restore.ts';
import { must } from '../src/core/result.ts';
import { checkLedger } from '../src/ledger/check.ts';
import { startPostgres, type TestPostgres } from '../src/ledger/test-postgres.ts';
import { createMonitor } from '../src/watch/probes/monitor.ts';
import type { Outcome } from '../src/watch/probes/probe.ts';
import { openPostgresSamples } from '../src/watch/probes/samples-postgres.ts';
import { postgresLeader } from '../src/watch/schedule/leader-postgres.ts';
import { createSchedule } from '../src/watch/schedule/schedule.ts';
import { record } from './hand-in.ts';
import { openTestApp } from './open-test-app.ts';
import { visitorOf } from './visitor.ts';

let server: TestPostgres;
let folder = '';
const at = (name: string) => join(folder, name);
const faultsOf = (work: Promise<unknown>): Promise<readonly Fault[]> =>
  work.then(
    () => [],
    (thrown) => {
      if (thrown instanceof BackupFault) return thrown.faults;
      throw thrown;
    },
  );

/** A folder with the example and one account, closed, and a backup of it with its keys. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'atalaya-two-stores-'));
  server = await startPostgres();
  const site = await openTestApp({ now: '2020-10-06T18:00:00.000Z' });
  const made = await site.app.identity.createAccount({ name: 'Persona de Prueba', email: 'persona@ejemplo.mx' });
  expect(made.ok).toBe(true);
  await backUp(site.app, at('a.tar'));
  await backUpKeys(site.dataDir, at('a.keys.tar'));
  await site.app.close();
  cpSync(site.dataDir, at('data'), { recursive: true });
  rmSync(site.dataDir, { recursive: true });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('moving between SQLite and PostgreSQL', () => {
  test('there and back keeps every entry under the same root, every row, and the bytes of a backup', async () => {
    const databaseUrl = await server.database();
    const dataDir = at('data');
    const before = await checkLedger({ dataDir });
    const moved = await moveToPostgres(dataDir, databaseUrl, makeTables);
    expect(moved.root).toBe(Buffer.from(before.root).toString('hex'));
    expect(moved.rows).toBeGreaterThan(0);
    expect(readdirSync(dataDir).filter((name) => name.endsWith('.db'))).toEqual([]); // nobody goes on writing where it was
    expect((await checkLedger({ dataDir, databaseUrl })).faults).toEqual([]);

    const app = await openApp({ dataDir, databaseUrl });
    expect(await faultsOf(moveToSqlite(at('elsewhere'), databaseUrl, makeTables))).toEqual([{ kind: 'in-use', where: 'PostgreSQL' }]);
    await backUp(app, at('b.tar'));
    expect(must(await app.identity.personOf('persona@ejemplo.mx'), 'the account moved too')).toBeTruthy();
    await app.close();
    expect(readFileSync(at('b.tar')).equals(readFileSync(at('a.tar')))).toBe(true);

    const back = await moveToSqlite(dataDir, databaseUrl, makeTables);
    expect([back.size, back.root, back.rows]).toEqual([moved.size, moved.root, moved.rows]);
    expect((await checkLedger({ dataDir })).faults).toEqual([]);
    expect(await faultsOf(moveToSqlite(at('elsewhere'), databaseUrl, makeTables))).toEqual([{ kind: 'nothing', path: 'PostgreSQL' }]);
  });

  test('is refused while a program has the log open, and where there is a log already', async () => {
    const databaseUrl = await server.database();
    await restore(at('a.tar'), at('a.keys.tar'), { dataDir: at('open') }, makeTables, false);
    const app = await openApp({ dataDir: at('open') });
    expect(await faultsOf(moveToPostgres(at('open'), databaseUrl, makeTables))).toEqual([{ kind: 'in-use', where: at('open') }]);
    await app.close();
    await moveToPostgres(at('open'), databaseUrl, makeTables);
    await restore(at('a.tar'), at('a.keys.tar'), { dataDir: at('other') }, makeTables, false);
    expect(await faultsOf(moveToPostgres(at('other'), databaseUrl, makeTables))).toEqual([{ kind: 'occupied', path: 'PostgreSQL' }]);
  });
});

test('a backup is restored into PostgreSQL; what was there is put aside only when told to', async () => {
  const databaseUrl = await server.database();
  const to = (dataDir: string, mayReplace: boolean) =>
    restore(at('a.tar'), at('a.keys.tar'), { dataDir: at(dataDir), databaseUrl }, makeTables, mayReplace);
  const done = await to('pg', false);
  expect((await checkLedger({ dataDir: at('pg'), databaseUrl })).faults).toEqual([]);
  expect(await faultsOf(to('pg-2', false))).toEqual([{ kind: 'occupied', path: 'PostgreSQL' }]);
  expect((await to('pg', true)).root).toBe(done.root);
  expect((await checkLedger({ dataDir: at('pg'), databaseUrl })).faults).toEqual([]);
});

test('of two nodes on one database, what one records the other shows within 200 ms, to whoever entered on either', async () => {
  const databaseUrl = await server.database();
  await restore(at('a.tar'), at('a.keys.tar'), { dataDir: at('node-1'), databaseUrl }, makeTables, false);
  cpSync(at('node-1'), at('node-2'), { recursive: true }); // the keys are the same on both
  const nodes = await Promise.all(
    ['node-1', 'node-2'].map((name) => openApp({ dataDir: at(name), databaseUrl, baseUrl: 'http://localhost' })),
  );
  const [one, two] = [must(nodes[0], 'two nodes'), must(nodes[1], 'two nodes')];
  try {
    const entered = await one.identity.enterAs('utsi' as never);
    const cookie = must(entered.setCookie[0], 'a session has a cookie').split(';')[0];
    expect(await two.identity.whoIs(cookie)).toMatchObject({ office: 'utsi' });
    const lags: number[] = [];
    for (let n = 0; n < 5; n++) {
      const { position } = two.worlds.current();
      const advanced = Promise.withResolvers<void>();
      const stop = two.worlds.onAdvance(() => advanced.resolve());
      await record({ app: one } as never, [['submitDeliverable', { opl: 'ieeh', key: 'E14', files: [file(n)] }]]);
      const recorded = performance.now();
      if (two.worlds.current().position <= position) await advanced.promise;
      lags.push(performance.now() - recorded);
      stop();
      expect(two.worlds.current().position).toBe(one.worlds.current().position);
    }
    expect(lags.sort((a, b) => a - b)[2]).toBeLessThan(200);
    const page = await visitorOf(assemble(two)).get('/pel-2019-2020/');
    expect(page.status).toBe(200);
  } finally {
    await one.close();
    await two.close();
  }
});

test('of two nodes one asks the probes; when it is killed in the middle of a question the other takes over, and no answer is kept twice', async () => {
  const databaseUrl = await server.database();
  const clock = { seconds: 0 };
  const noon = Temporal.Instant.from('2026-11-25T12:00:00Z');
  const now = () => noon.add({ seconds: clock.seconds }).toString({ fractionalSecondDigits: 3 });
  const schedule = { everySeconds: 60, limitMs: 10_000, retrySeconds: 15, failuresToConfirm: 3, answersToRecover: 2 };
  const node = (ask: () => Promise<Outcome>) => {
    const samples = openPostgresSamples(databaseUrl);
    const faults: string[] = [];
    const asked: number[] = [];
    const elapsed = () => clock.seconds * 1000;
    const monitor = createMonitor({
      ask: () => {
        asked.push(clock.seconds);
        return ask();
      },
      samples,
      inMaintenance: () => false,
      onTurn: async () => undefined,
      fault: (fault) => faults.push(String(fault)),
      elapsed,
      now,
      atOnce: 4,
    });
    monitor.watch([{ id: 'sije', question: { kind: 'dns', host: 'sije.example' }, schedule }]);
    const leader = postgresLeader(databaseUrl);
    const work = createSchedule({
      jobs: [{ name: 'probes', everyMs: 1000, run: async () => monitor.tick() }],
      leader,
      elapsed,
      fault: (job, fault) => faults.push(`${job}: ${String(fault)}`),
    });
    return { samples, monitor, work, asked, faults };
  };
  const hanging = Promise.withResolvers<Outcome>();
  const killed = node(() => hanging.promise);
  const other = node(async () => ({ ok: true, latencyMs: 20 }));
  const tick = async () => {
    await killed.work.tick();
    await other.work.tick();
  };
  await tick();
  expect([killed.asked, other.asked]).toEqual([[0], []]);

  // What the database sees when a machine dies: the connection that held the lead is gone.
  const admin = new pg.Client({ connectionString: databaseUrl });
  await admin.connect();
  await admin.query(`SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted AND pid <> pg_backend_pid()`);
  await expect
    .poll(async () => {
      clock.seconds += 1;
      await other.work.tick(); // the killed one ticks no more
      await other.monitor.settle();
      return other.asked.length;
    })
    .toBe(1);
  expect(clock.seconds).toBeLessThan(15);

  // It was not dead but cut off: its answer comes late, to the same slot, and it does not lead.
  hanging.resolve({ ok: false, failure: 'timeout', detail: 'nothing' });
  await killed.monitor.settle();
  clock.seconds = 60;
  await killed.work.tick();
  expect(killed.asked).toEqual([0]);
  expect((await other.samples.latest('sije', 10)).map(({ outcome }) => outcome.ok)).toEqual([true]);
  expect((await other.samples.summaries('sije', 600, '2026-11-25T12:00:00Z', '2026-11-25T13:00:00Z')).map((one) => one.answers)).toEqual([
    1,
  ]);
  expect(other.faults).toEqual([]);

  await admin.end();
  for (const one of [killed, other]) {
    await one.work.stop();
    await one.samples.close();
  }
});
const file = (n: number) => ({ sha256: String(n).repeat(64), sizeBytes: 100, type: 'application/pdf', name: `${n}.pdf` });
