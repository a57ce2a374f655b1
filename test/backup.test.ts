import { existsSync, globSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backUp, drill, makeTables } from '../src/app/backups.ts';
import { keepBackups } from '../src/app/kept-backups.ts';
import { BackupFault, type Fault } from '../src/backup/fault.ts';
import { backUpKeys } from '../src/backup/make.ts';
import { restore } from '../src/backup/restore.ts';
import { stores } from '../src/backup/stores.ts';
import { must } from '../src/core/result.ts';
import { checkLedger } from '../src/ledger/check.ts';
import { record } from './hand-in.ts';
import { openTestApp, type TestApp } from './open-test-app.ts';

let site: TestApp;
let folder = '';
let backup = '';
let keys = '';
const at = (name: string) => join(folder, name);
const restored = (to: string, from = backup, mayReplace = false) => restore(from, keys, { dataDir: at(to) }, makeTables, mayReplace);
const faultsOf = (work: Promise<unknown>): Promise<readonly Fault[]> =>
  work.then(
    () => [],
    (thrown) => {
      if (thrown instanceof BackupFault) return thrown.faults;
      throw thrown;
    },
  );
async function handIn(text: string): Promise<void> {
  const kept = await site.app.files.keep(bytesOf(text), { givenName: 'contrato.txt', maxBytes: 1000 });
  if (!kept.ok) throw new Error(kept.error.kind);
  await record(site, [['submitDeliverable', { opl: 'ieeh', key: 'E14', files: [kept.value.file] }]]);
}
async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'atalaya-backup-test-'));
  site = await openTestApp({ now: '2020-10-06T18:00:00.000Z' });
  await handIn('Anexo firmado por triplicado.\n');
  const made = await site.app.identity.createAccount({ name: 'Persona de Prueba', email: 'persona@ejemplo.mx' });
  if (!made.ok) throw new Error(made.error.kind);
  backup = at('a.tar');
  keys = at('a.keys.tar');
  expect(await backUp(site.app, backup)).toMatchObject({ files: 1, faults: [] });
  await backUpKeys(site.dataDir, keys);
});
afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a backup', () => {
  test('carries no key: not in its pieces, not in its bytes', () => {
    const bytes = readFileSync(backup);
    for (const name of ['checkpoint.key', 'identity.secret'])
      expect(bytes.includes(readFileSync(join(site.dataDir, name)).toString().trim())).toBe(false);
  });

  test('is never written over another file', async () => {
    expect(await faultsOf(backUp(site.app, backup))).toEqual([{ kind: 'exists', path: backup }]);
  });

  test('of a log that goes on growing is of one moment, and whole', async () => {
    const { position } = site.app.worlds.current();
    const making = backUp(site.app, at('busy.tar'));
    await handIn('Anexo corregido.\n');
    const made = await making;
    expect(made.size).toBeGreaterThanOrEqual(position);
    expect(await restored('busy', at('busy.tar'))).toMatchObject({ size: made.size, files: made.files });
  });

  test('of an installation that lost a file tells which, keeps the rest, and says so when it is restored', async () => {
    const folder = readdirSync(join(site.dataDir, 'files')).find((name) => name.length === 2);
    const dir = join(site.dataDir, 'files', must(folder, 'a file was kept'));
    const path = join(dir, must(readdirSync(dir)[0], 'a file was kept'));
    const bytes = readFileSync(path);
    writeFileSync(path, 'Anexo alterado.\n');
    const made = await backUp(site.app, at('lost.tar'));
    writeFileSync(path, bytes);
    expect(made).toMatchObject({ faults: [{ kind: 'file-missing' }] });
    expect(await restored('lost', at('lost.tar'))).toMatchObject({ files: made.files });
  });
});

test('backups that are kept by schedule: one when the last is old enough, and the oldest go', async () => {
  const settings = { dir: at('kept'), everyHours: 24, keep: 2 };
  const days = ['06T18:00:00', '07T17:00:00', '07T18:00:00', '08T19:00:00', '09T20:00:00'];
  const made: boolean[] = [];
  for (const day of days) {
    site.setNow(`2020-10-${day}.000Z`);
    made.push((await keepBackups(site.app, settings)) !== undefined);
  }
  expect(made).toEqual([true, false, true, true, true]);
  expect(readdirSync(at('kept')).map((name) => name.slice(0, 25))).toEqual(['atalaya-20201008T190000Z-', 'atalaya-20201009T200000Z-']);
});

test('no store is forgotten: every database that the program makes in its folder is one that is backed up', () => {
  const named = globSync('src/**/*.ts').flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/dataDir, '(\w+\.db)'/g)].map((match) => match[1]),
  );
  expect(new Set(named)).toEqual(new Set(['ledger.db', ...stores.map((store) => store.file)]));
});

describe('a restored installation', () => {
  test('has the same entries, root, files, accounts and keys, and its own backup has the same bytes', async () => {
    const done = await drill(backup, keys, () => 0);
    expect(done.same).toBe(true);
    const to = await restored('same');
    expect(to.before).toBeUndefined();
    expect(to.root).toBe(await site.app.rootAt(to.size));
    expect((await checkLedger({ dataDir: at('same') })).faults).toEqual([]);
    for (const name of ['checkpoint.key', 'identity.secret'])
      expect(readFileSync(join(at('same'), name))).toEqual(readFileSync(join(site.dataDir, name)));
  });

  test('takes the place of another only when told to, and what was there stays aside', async () => {
    expect(await faultsOf(restored('same'))).toEqual([{ kind: 'occupied', path: at('same') }]);
    writeFileSync(join(at('same'), 'mark'), 'x');
    const again = await restored('same', backup, true);
    expect(existsSync(join(must(again.before, 'something was there'), 'mark'))).toBe(true);
    expect(existsSync(join(at('same'), 'mark'))).toBe(false);
    expect((await checkLedger({ dataDir: at('same') })).faults).toEqual([]);
  });

  test('is not put where a program has the log open', async () => {
    expect(await faultsOf(restore(backup, keys, { dataDir: site.dataDir }, makeTables, true))).toEqual([
      { kind: 'in-use', where: site.dataDir },
    ]);
  });
});

describe('before anything is replaced', () => {
  const spoiled = (name: string, find: string, change: string): string => {
    const bytes = readFileSync(backup);
    const place = bytes.indexOf(find);
    expect(place).toBeGreaterThan(0);
    bytes.write(change, place);
    writeFileSync(at(name), bytes);
    return at(name);
  };

  test.each([
    ['an entry of the log', '"on":"20', '"on":"19', 'log'],
    ['a file', 'por triplicado', 'por cuadruplic', 'file-digest'],
    ['a person', 'Persona de Prueba', 'Persona de Prueva', 'altered'],
  ])('%s that was altered is found, and nothing is touched', async (_, find, change, kind) => {
    const file = spoiled(`${kind}.tar`, find, change);
    const there = () => readdirSync(at('same')).filter((one) => !/-(?:wal|shm)$/.test(one));
    const before = there();
    expect((await faultsOf(restored('same', file, true))).map((fault) => fault.kind)).toContain(kind);
    expect(there()).toEqual(before);
  });

  test('a backup cut short, a file that is none, and the keys of another log are refused', async () => {
    const whole = readFileSync(backup);
    writeFileSync(at('cut.tar'), whole.subarray(0, whole.lastIndexOf('SHA256SUMS')));
    expect((await faultsOf(restored('cut', at('cut.tar')))).map((fault) => fault.kind)).toEqual(['cut']);
    writeFileSync(at('half.tar'), whole.subarray(0, whole.length / 2));
    expect((await faultsOf(restored('half', at('half.tar')))).map((fault) => fault.kind)).toContain('broken');
    writeFileSync(at('none.tar'), 'nada');
    expect((await faultsOf(restored('none', at('none.tar')))).map((fault) => fault.kind)).toContain('not-a-backup');
    const other = await openTestApp({ example: false });
    await backUpKeys(other.dataDir, at('other.keys.tar'));
    await other.close();
    const faults = await faultsOf(restore(backup, at('other.keys.tar'), { dataDir: at('other') }, makeTables, false));
    expect(faults).toMatchObject([{ kind: 'other-key' }]);
    expect(readdirSync(at('other'))).toEqual([]);
  });
});
