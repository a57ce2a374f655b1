import { chmodSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test, vi } from 'vitest';
import { langs } from '../core/words.ts';
import { systemClock } from './batch.ts';
import { noteFault } from './checkpoint.ts';
import { LedgerFault } from './fault.ts';
import { appendEach, note, readAll } from './ledger.contract.ts';
import { sha256 } from './link.ts';
import { openLedger } from './open.ts';
import { openSqlite } from './sqlite.ts';
import { faultOf } from './sqlite-file.ts';
import { closedLedger, temporaryFolder } from './test-folder.ts';
import { logFault } from './verify.ts';

describe('opening a ledger', () => {
  test('the first start makes a key that only its owner can read, and a signed checkpoint of the empty log', async () => {
    using folder = temporaryFolder();
    const dataDir = join(folder.path, 'new', 'folder');
    const ledger = await openLedger({ dataDir });
    expect(statSync(join(dataDir, 'checkpoint.key')).mode & 0o777).toBe(0o600);
    const signed = readFileSync(join(dataDir, 'checkpoint'), 'utf8');
    expect(noteFault(signed, ledger.verifierKey)).toBeUndefined();
    expect(signed.split('\n')[1]).toBe('0');
    await ledger.close();
  });

  test('a key that others can read is refused, and the message says what to do', async () => {
    using folder = await closedLedger(1);
    chmodSync(join(folder.path, 'checkpoint.key'), 0o640);
    const refused = await openLedger({ dataDir: folder.path }).catch((thrown: unknown) => thrown);
    expect(refused).toBeInstanceOf(LedgerFault);
    expect(refused).toMatchObject({ kind: 'keyExposed', advice: { es: expect.stringContaining('chmod 600') } });
  });

  test('a lost, foreign or spoilt key is refused', async () => {
    using folder = await closedLedger(1);
    using other = await closedLedger(1);
    const key = join(folder.path, 'checkpoint.key');
    const sound = readFileSync(key, 'utf8');
    writeFileSync(key, readFileSync(join(other.path, 'checkpoint.key')));
    await expect(openLedger({ dataDir: folder.path })).rejects.toMatchObject({ kind: 'keyForeign' });
    for (const spoilt of ['', sound.slice(0, -10), sound.replace(/\+[0-9a-f]{8}\+/, '+00000000+')]) {
      writeFileSync(key, spoilt);
      await expect(openLedger({ dataDir: folder.path })).rejects.toMatchObject({ kind: 'keyForeign' });
    }
    rmSync(key);
    await expect(openLedger({ dataDir: folder.path })).rejects.toMatchObject({ kind: 'keyMissing' });
  });

  test('a folder that cannot be made, a file that is no database and a database that is not ours are refused', async () => {
    using folder = temporaryFolder();
    writeFileSync(join(folder.path, 'file'), '');
    await expect(openLedger({ dataDir: join(folder.path, 'file', 'x') })).rejects.toMatchObject({ kind: 'unreadable' });
    mkdirSync(join(folder.path, 'a', 'ledger.db'), { recursive: true });
    await expect(openLedger({ dataDir: join(folder.path, 'a') })).rejects.toMatchObject({ kind: 'unreadable' });
    writeFileSync(folder.database, 'no database, and long enough to be read as the header of one: '.repeat(20));
    await expect(openLedger({ dataDir: folder.path })).rejects.toMatchObject({ kind: 'corrupt' });
    rmSync(folder.database);
    using db = new DatabaseSync(folder.database);
    db.exec('CREATE TABLE other (x)');
    await expect(openLedger({ dataDir: folder.path })).rejects.toMatchObject({ kind: 'notALedger' });
  });

  test('within about a second of an append the signed checkpoint has followed it', async () => {
    using folder = temporaryFolder();
    const ledger = await openLedger({ dataDir: folder.path });
    await appendEach(ledger, 'a', [note(1), note(2)]);
    await vi.waitFor(() => expect(readFileSync(join(folder.path, 'checkpoint'), 'utf8').split('\n')[1]).toBe('2'), { timeout: 4000 });
    await ledger.close();
  });

  test('nothing more is appended to a log whose last checkpoint was altered meanwhile', async () => {
    using folder = temporaryFolder();
    const ledger = await openLedger({ dataDir: folder.path });
    const checkpoint = join(folder.path, 'checkpoint');
    const sound = readFileSync(checkpoint, 'utf8');
    writeFileSync(checkpoint, sound.replace('\n0\n', '\n9\n'));
    await expect(ledger.checkpoint()).rejects.toMatchObject({ kind: 'corrupt' });
    await expect(ledger.append('a', 0, [note(1)])).rejects.toMatchObject({ kind: 'corrupt' });
    writeFileSync(checkpoint, sound);
    expect(await appendEach(ledger, 'a', [note(1)])).toBe(1);
    await ledger.close();
  });
});

test('the clock spells instants as Temporal does, across seconds', () => {
  vi.useFakeTimers();
  try {
    const clock = systemClock();
    for (const at of [
      '2020-03-10T18:00:00.000Z',
      '2020-03-10T18:00:00.007Z',
      '2020-03-10T18:00:00.999Z',
      '2020-03-10T18:00:01.000Z',
      '2020-03-10T17:59:59.123Z',
    ]) {
      vi.setSystemTime(at);
      expect(clock()).toBe(at);
    }
  } finally {
    vi.useRealTimers();
  }
});

describe('a store that fails', () => {
  test('disk full on append: nothing is acknowledged, nothing is written, and the message says what to do', async () => {
    using folder = temporaryFolder();
    const ledger = openSqlite(folder.database, { quotaBytes: 40 * 2048 });
    const acknowledged: number[] = [];
    const fill = async () => {
      for (;;) {
        const appended = await ledger.append('a', acknowledged.at(-1) ?? 0, [note(1, { texto: 'x'.repeat(900) })]);
        if (appended.ok) acknowledged.push(appended.value.last);
      }
    };
    const fault = await fill().catch((thrown: unknown) => thrown);
    expect(fault).toMatchObject({ name: 'LedgerFault', kind: 'diskFull', advice: { es: expect.stringContaining('Libere espacio') } });
    const together = await Promise.allSettled([
      ledger.append('b', 0, [note(1, { texto: 'x'.repeat(900) })]),
      ledger.append('c', 0, [note(2, { texto: 'x'.repeat(900) })]),
    ]);
    expect(together.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await ledger.head()).toMatchObject({ size: acknowledged.length });
    await ledger.close();
    const again = openSqlite(folder.database);
    expect(await appendEach(again, 'a', [note(2)])).toBe(acknowledged.length + 1);
    expect(logFault(await readAll(again), await again.head(), sha256)).toBeUndefined();
    await again.close();
  });

  test('an append that failed may have been kept or lost: whoever looks again sees which, and goes on', async () => {
    using folder = temporaryFolder();
    const ledger = openSqlite(folder.database);
    for (const [position, kept] of [true, false, true].entries()) {
      const before = (await ledger.head()).size;
      if (kept) await ledger.append('a', before, [note(position)]); // the answer is lost on its way
      const seen = await ledger.streamPosition('a');
      expect(seen).toBe(kept ? before + 1 : before);
      expect(await ledger.append('a', before, [note(position)])).toMatchObject({ ok: !kept });
    }
    expect(logFault(await readAll(ledger), await ledger.head(), sha256)).toBeUndefined();
    await ledger.close();
  });

  test('every fault says in both languages what happened and what to do', () => {
    const all = [
      'diskFull',
      'locked',
      'corrupt',
      'unreadable',
      'connection',
      'notALedger',
      'keyExposed',
      'keyMissing',
      'keyForeign',
      'closed',
    ] as const;
    for (const kind of all)
      for (const lang of langs) expect(new LedgerFault(kind, 'x').text[lang] && new LedgerFault(kind).advice[lang]).toBeTruthy();
  });

  test.each([
    [{ errcode: 5 }, 'locked'],
    [{ errcode: 261 }, 'locked'],
    [{ errcode: 11 }, 'corrupt'],
    [{ errcode: 13 }, 'diskFull'],
    [{ errcode: 26 }, 'corrupt'],
    [{ errcode: 10 }, 'unreadable'],
    [{ code: 'ENOSPC' }, 'diskFull'],
    ['text', 'unreadable'],
  ])('what SQLite or the disk says has a name of ours: %j', (said, kind) => {
    expect(faultOf(said).kind).toBe(kind);
  });
});
