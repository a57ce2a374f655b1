import { closeSync, copyFileSync, mkdirSync, openSync, readdirSync, rmSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { checkLedger } from './check.ts';
import { replaceDurably } from './durable.ts';
import { inspectSqlite } from './inspect.ts';
import { keepCheckpoint } from './keeper.ts';
import { checkpointPath, keyPath, loadSigner, readSigner } from './keys.ts';
import { appendEach, note } from './ledger.contract.ts';
import { renderEntry, sha256 } from './link.ts';
import { openLedger } from './open.ts';
import { refillLedger, type Sealed } from './refill.ts';
import { readSeal, sealPath } from './seal.ts';
import { waitingBytes } from './sealing.ts';
import { createSchema, openSqlite } from './sqlite.ts';
import { mainFileSize } from './sqlite-file.ts';
import { closedLedger, temporaryFolder } from './test-folder.ts';
import { confirmed } from './verify-seal.ts';
import { readFully } from './wal.ts';

/** Somebody with the file in their hands takes the defences down, changes it, and puts them up again. */
function behind(path: string, sql: string): void {
  using db = new DatabaseSync(path);
  const defences = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all();
  for (const { name } of defences) db.exec(`DROP TRIGGER "${name}"`);
  db.exec(sql);
  for (const defence of defences) db.exec(String(defence.sql));
}

describe('a log that somebody has changed behind our back', () => {
  test('gives no proof from a hash that is missing, and says that it is corrupt', async () => {
    using folder = await closedLedger(4);
    behind(folder.database, 'UPDATE entry SET nodes = NULL WHERE seq = 4');
    const ledger = openSqlite(folder.database);
    await expect(ledger.rootAt(4)).rejects.toMatchObject({ kind: 'corrupt' });
    await ledger.close().catch(() => undefined); // its seal no longer fits, which another test looks at
  });

  test('without its own name is corrupt, and its main file says no size', async () => {
    using folder = await closedLedger(1);
    behind(folder.database, 'DELETE FROM log; DELETE FROM entry');
    expect(mainFileSize(folder.database)).toBeUndefined();
    const inspected = inspectSqlite(folder.database);
    await expect(inspected.head()).rejects.toMatchObject({ kind: 'corrupt' });
    await inspected.close();
  });

  test('whose last number does not stand in its text says no size either', async () => {
    using folder = await closedLedger(2);
    expect(mainFileSize(folder.database)).toBe(2);
    behind(folder.database, "UPDATE entry SET body = 'x' WHERE seq = 2");
    expect(mainFileSize(folder.database)).toBeUndefined();
  });

  test('put in the place of another, under the other’s key and checkpoint, is told by its name', async () => {
    using ours = await closedLedger(3);
    using theirs = await closedLedger(3);
    for (const name of readdirSync(theirs.path).filter((one) => one.startsWith('ledger.db')))
      copyFileSync(join(theirs.path, name), join(ours.path, name));
    const { faults } = await checkLedger({ dataDir: ours.path });
    expect(faults.map(({ kind }) => kind)).toContain('origin');
  });
});

describe('files beside the log', () => {
  test('a checkpoint that cannot be read is told as such, with what to do', async () => {
    using folder = await closedLedger(1);
    rmSync(checkpointPath(folder.path));
    mkdirSync(checkpointPath(folder.path));
    const { faults } = await checkLedger({ dataDir: folder.path });
    expect(faults).toContainEqual(
      expect.objectContaining({ kind: 'keyFault', advice: { es: expect.stringMatching(/\S/), en: expect.stringMatching(/\S/) } }),
    );
  });

  test('a seal that cannot be read is a fault, not a seal that is missing', () => {
    using folder = temporaryFolder();
    expect(readSeal(folder.database)).toEqual({ kind: 'missing' });
    mkdirSync(sealPath(folder.database));
    expect(() => readSeal(folder.database)).toThrow('EISDIR');
  });

  test('a key is not made in a folder that is not there, nor over something that has its name', () => {
    using folder = temporaryFolder();
    expect(() => loadSigner(join(folder.path, 'none'), 'atalaya/x')).toThrow(expect.objectContaining({ kind: 'unreadable' }));
    symlinkSync(join(folder.path, 'nowhere'), keyPath(folder.path));
    expect(() => loadSigner(folder.path, 'atalaya/x')).toThrow(expect.objectContaining({ kind: 'keyMissing' }));
    expect(readdirSync(folder.path)).toEqual(['checkpoint.key']);
  });

  test('a file is replaced whole also where a folder cannot be forced to disk', () => {
    using folder = temporaryFolder();
    const { platform } = process;
    Object.defineProperty(process, 'platform', { value: 'win32' });
    try {
      replaceDurably(join(folder.path, 'a'), 'uno');
    } finally {
      Object.defineProperty(process, 'platform', { value: platform });
    }
    expect(readdirSync(folder.path)).toEqual(['a']);
  });
});

describe('a checkpoint that was signed before', () => {
  const opened = async (path: string) => {
    const ledger = await openLedger({ dataDir: path });
    await appendEach(ledger, 'a', [note(1), note(2), note(3)]);
    await ledger.checkpoint();
    return { ledger, signer: readSigner(path) };
  };

  test('of a log that another process has gone on with since the head was read is no log cut short', async () => {
    using folder = temporaryFolder();
    const { ledger, signer } = await opened(folder.path);
    let looks = 0;
    const head = async () => (looks++ === 0 ? { size: 1, root: await ledger.rootAt(1) } : ledger.head());
    const keeper = keepCheckpoint({ ...ledger, head }, signer, folder.path);
    expect((await keeper.keep()).split('\n')[1]).toBe('3');
    expect(looks).toBe(2);
    await ledger.close();
  });

  test('is never followed by one of a shorter log, nor of another one', async () => {
    using folder = temporaryFolder();
    const { ledger, signer } = await opened(folder.path);
    const shorter = async () => ({ size: 1, root: await ledger.rootAt(1) });
    await expect(keepCheckpoint({ ...ledger, head: shorter }, signer, folder.path).keep()).rejects.toMatchObject({ kind: 'corrupt' });
    const other = async () => new Uint8Array(32);
    await expect(keepCheckpoint({ ...ledger, rootAt: other }, signer, folder.path).keep()).rejects.toMatchObject({ kind: 'corrupt' });
    await ledger.close();
  });
});

describe('a database that somebody else is using', () => {
  /** Answers pragmas and looks for tables as told, and remembers what was run. */
  const pretended = (answers: { readonly tables: boolean; readonly failing?: string; readonly inTransaction?: boolean }) => {
    const ran: string[] = [];
    const db = {
      isTransaction: answers.inTransaction ?? true,
      prepare: (sql: string) => ({
        get: () => (sql.startsWith('PRAGMA') ? { value: 0 } : answers.tables ? { 1: 1 } : undefined),
        run: () => undefined,
      }),
      exec: (sql: string) => {
        ran.push(sql);
        if (sql === answers.failing) throw new Error('fails');
      },
    };
    return { ran, db: db as unknown as DatabaseSync }; // as much of it as is asked
  };

  test('tables that it has made meanwhile are left as they are', () => {
    const { ran, db } = pretended({ tables: true });
    createSchema(db);
    expect(ran).toEqual(['BEGIN IMMEDIATE', 'COMMIT']);
  });

  test.each([
    [true, ['BEGIN IMMEDIATE', 'COMMIT', 'ROLLBACK']],
    [false, ['BEGIN IMMEDIATE', 'COMMIT']],
  ])('tables half made are taken back, if that was not done already (still in the transaction: %s)', (inTransaction, expected) => {
    const { ran, db } = pretended({ tables: true, failing: 'COMMIT', inTransaction });
    expect(() => createSchema(db)).toThrow('fails');
    expect(ran).toEqual(expected);
  });

  test('a checkpoint that it holds back is told as a lock', () => {
    const reader = { prepare: () => ({ get: () => ({ busy: 1, log: -1, checkpointed: -1 }) }) } as unknown as DatabaseSync; // as much of it as is asked
    expect(() => waitingBytes({ path: 'x', reader, writer: reader })).toThrow(expect.objectContaining({ kind: 'locked' }));
  });
});

test('pages of a database cut short while it is looked at are told as faults, not read as zeros', async () => {
  using folder = await closedLedger(40);
  truncateSync(folder.database, 5000);
  const { faults } = await checkLedger({ dataDir: folder.path });
  expect(faults.length).toBeGreaterThan(0);
});

describe('a store that is closed, or asked for more than it keeps in mind', () => {
  test('is closed once; what comes afterwards is refused, and what comes meanwhile is written or refused', async () => {
    using folder = temporaryFolder();
    const ledger = openSqlite(folder.database);
    await Promise.all(Array.from({ length: 12 }, (_, n) => ledger.append(`s${n}`, 0, [note(n)])));
    const closing = ledger.close();
    const late = ledger.append('late', 0, [note(4)]).catch((thrown: unknown) => thrown);
    await closing;
    expect(await late).toMatchObject({ kind: 'closed' });
    await ledger.close();
    await expect(ledger.append('s1', 1, [note(5)])).rejects.toMatchObject({ kind: 'closed' });
    const again = openSqlite(folder.database);
    expect((await again.head()).size).toBe(12);
    await again.close();
  });

  test('takes in more streams than it remembers, and more at once than it writes in one group', async () => {
    using folder = temporaryFolder();
    const ledger = openSqlite(folder.database);
    const all = await Promise.all(Array.from({ length: 20_001 }, (_, n) => ledger.append(`s${n}`, 0, [note(n)])));
    expect(all.filter((one) => one.ok)).toHaveLength(20_001);
    expect(await ledger.append('s0', 1, [note(0)])).toMatchObject({ ok: true });
    await ledger.close();
  });

  test('leaves nothing half written when it finds, under the lock, that the log is broken', async () => {
    using folder = temporaryFolder();
    const [left, right] = [openSqlite(folder.database), openSqlite(folder.database)];
    await appendEach(right, 'right', [note(1)]);
    await appendEach(left, 'left', [note(2), note(3), note(4)]);
    behind(folder.database, 'UPDATE entry SET nodes = NULL WHERE seq = 4');
    await expect(right.append('right', 1, [note(5), note(6)])).rejects.toMatchObject({ kind: 'corrupt' });
    using db = new DatabaseSync(folder.database);
    expect(db.prepare('SELECT max(seq) AS last FROM entry').get()).toEqual({ last: 4 });
    for (const ledger of [left, right]) await ledger.close().catch(() => undefined); // its seal no longer fits
  });
});

test('nothing is read beyond the end of a file', () => {
  using folder = temporaryFolder();
  const path = join(folder.path, 'a');
  replaceDurably(path, 'uno');
  const file = openSync(path, 'r');
  expect(() => readFully(file, new Uint8Array(4), 0)).toThrow('the file ends at 3');
  closeSync(file);
});

test('pages that differed only while somebody was checkpointing accuse nobody', async () => {
  using folder = await closedLedger(1);
  expect(confirmed(folder.database, { kind: 'intact', pages: 3 })).toEqual({ kind: 'intact', pages: 3 });
});

describe('a log filled from elsewhere', () => {
  const nothing = async function* (): AsyncGenerator<readonly Sealed[]> {};
  const two = async function* (...seqs: readonly number[]): AsyncGenerator<readonly Sealed[]> {
    yield seqs.map((seq) => ({ seq, stream: 'a', body: renderEntry({ ...note(seq), seq, stream: 'a', at: '2020-03-10T00:00:00.000Z' }) }));
  };
  test('is made only where there is none, and may be empty', async () => {
    using folder = temporaryFolder();
    const place = { dataDir: folder.path };
    expect(await refillLedger(place, 'atalaya/x', nothing())).toEqual({ size: 0, root: sha256('') });
    await expect(refillLedger(place, 'atalaya/x', nothing())).rejects.toMatchObject({ kind: 'occupied' });
  });
  test('whose numbers leave a gap is corrupt', async () => {
    using folder = temporaryFolder();
    await expect(refillLedger({ dataDir: folder.path }, 'atalaya/x', two(1, 3))).rejects.toMatchObject({ kind: 'corrupt' });
  });
});
