import { chmodSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { must } from '../core/result.ts';
import { langs } from '../core/words.ts';
import { checkLedger } from './check.ts';
import { appendEach, note } from './ledger.contract.ts';
import { leafHash } from './link.ts';
import { openLedger } from './open.ts';
import { pageSize } from './sqlite-schema.ts';
import { closedLedger } from './test-folder.ts';

/** Edits the database behind everybody's back, its defences taken down and put back. */
function tamper(path: string, edit: (db: DatabaseSync) => void): void {
  using db = new DatabaseSync(path);
  const triggers = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all();
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
  edit(db);
  for (const { sql } of triggers) db.exec(String(sql));
}
const kinds = async (dataDir: string) =>
  (await checkLedger({ dataDir })).faults.map(({ kind, seq }) => (seq === undefined ? kind : `${kind} ${seq}`));

describe('verifying a ledger', () => {
  test('a sound ledger has no faults, open or closed, and is not changed by being verified', async () => {
    using folder = await closedLedger(30);
    const before = readFileSync(folder.database);
    const checked = await checkLedger({ dataDir: folder.path });
    expect(checked).toMatchObject({ size: 30, seal: 'intact', faults: [] });
    expect(readFileSync(folder.database).equals(before)).toBe(true);
    const ledger = await openLedger({ dataDir: folder.path });
    await appendEach(ledger, 'a', [note(30)]);
    expect(await checkLedger({ dataDir: folder.path, heldBySqlite: true })).toMatchObject({ size: 31, faults: [] });
    await ledger.close();
    expect(await checkLedger({ dataDir: folder.path })).toMatchObject({ size: 31, seal: 'intact', faults: [] });
  });

  test('LAW: one flipped byte anywhere in the database file is located by its page', { timeout: 60_000 }, async () => {
    using folder = await closedLedger(120);
    const sound = readFileSync(folder.database);
    expect(sound.length / pageSize).toBeGreaterThan(30);
    await fc.assert(
      fc.asyncProperty(fc.nat(sound.length - 1), fc.integer({ min: 1, max: 255 }), async (offset, mask) => {
        const bytes = Buffer.from(sound);
        bytes.writeUInt8(bytes.readUInt8(offset) ^ mask, offset);
        writeFileSync(folder.database, bytes);
        const { faults } = await checkLedger({ dataDir: folder.path });
        const page = Math.floor(offset / pageSize) + 1;
        expect(faults.filter(({ kind }) => kind === 'page')).toMatchObject([{ page, offset: (page - 1) * pageSize }]);
        for (const { what, where, advice } of faults)
          for (const lang of langs) expect(what[lang] && where[lang] && advice[lang]).toBeTruthy();
      }),
      {
        numRuns: 50,
        examples: [
          [0, 1],
          [18, 3],
          [19, 3],
          [100, 1],
          [sound.length - 1, 255],
        ],
      },
    );
  });

  test('a page that flipped is said to hold what it holds, and the entry on it is named', async () => {
    using folder = await closedLedger(60);
    const bytes = readFileSync(folder.database);
    const offset = bytes.indexOf('Nota 7:');
    bytes.write('nota', offset);
    writeFileSync(folder.database, bytes);
    const { faults } = await checkLedger({ dataDir: folder.path });
    expect(faults.map(({ kind, seq }) => [kind, seq])).toEqual([
      ['page', undefined],
      ['leaf', 8],
    ]);
    expect(faults[0]?.where.es).toMatch(/^página \d+ de la base de datos, bytes \d+ a \d+ \(entry\)$/);
    expect(faults[1]?.where.es).toBe('asiento 8');
  });

  test('a database file cut short, lengthened, emptied or absent is told', async () => {
    using folder = await closedLedger(120);
    const sound = readFileSync(folder.database);
    truncateSync(folder.database, sound.length - pageSize);
    expect((await checkLedger({ dataDir: folder.path })).faults[0]).toMatchObject({ kind: 'page', page: sound.length / pageSize });
    writeFileSync(folder.database, Buffer.concat([sound, Buffer.alloc(10)]));
    expect((await checkLedger({ dataDir: folder.path })).faults).toMatchObject([{ kind: 'page', page: sound.length / pageSize + 1 }]);
    writeFileSync(folder.database, '');
    expect((await kinds(folder.path)).length).toBeGreaterThan(0);
    rmSync(folder.database);
    expect(await kinds(folder.path)).toContain('unreadable');
  });

  test('an entry rewritten by someone who takes the defences down is found: text, hash, tree and seal', async () => {
    using folder = await closedLedger(20);
    tamper(folder.database, (db) => {
      const body = String(must(db.prepare('SELECT body FROM entry WHERE seq = 5').get(), 'twenty entries').body).replace('Nota', 'nota');
      db.prepare('UPDATE entry SET body = ?, leaf = ? WHERE seq = 5').run(body, leafHash(body));
    });
    const found = await kinds(folder.path);
    expect(found).toEqual(expect.arrayContaining(['page', 'nodes 6', 'root']));
  });

  test('a tail cut off cleanly is found through the signed checkpoint, even without a seal', async () => {
    using folder = await closedLedger(20);
    tamper(folder.database, (db) => {
      db.exec('DELETE FROM entry WHERE seq > 12');
    });
    rmSync(`${folder.database}.seal`);
    const { faults } = await checkLedger({ dataDir: folder.path });
    expect(faults.find(({ kind }) => kind === 'truncated')).toMatchObject({ seq: 13, saw: '12', expected: '20' });
    await expect(openLedger({ dataDir: folder.path })).rejects.toMatchObject({ kind: 'corrupt' });
  });

  test('stored nodes that lie, a missing trigger and an added table are named', async () => {
    using folder = await closedLedger(20);
    using db = new DatabaseSync(folder.database);
    db.exec('DROP TRIGGER entry_no_update; UPDATE entry SET nodes = zeroblob(32) WHERE seq = 18; CREATE TABLE stranger (x)');
    db.close();
    const { faults } = await checkLedger({ dataDir: folder.path });
    const where = faults.filter(({ kind }) => kind === 'schema').map((fault) => fault.where.en);
    expect(where).toEqual(['definition of “entry_no_update” in the database', 'definition of “stranger” in the database']);
    expect(faults.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['page', 'nodes']));
  });

  test('a checkpoint or a key that was changed, is missing or lies open is named', async () => {
    using folder = await closedLedger(5);
    const [checkpoint, key] = [join(folder.path, 'checkpoint'), join(folder.path, 'checkpoint.key')];
    const sound = readFileSync(checkpoint, 'utf8');
    writeFileSync(checkpoint, sound.replace('\n5\n', '\n4\n'));
    expect(await kinds(folder.path)).toEqual(['checkpointAltered']);
    await expect(openLedger({ dataDir: folder.path })).rejects.toMatchObject({ kind: 'corrupt' });
    rmSync(checkpoint);
    expect(await kinds(folder.path)).toEqual(['checkpointMissing']);
    writeFileSync(checkpoint, sound);
    chmodSync(key, 0o644);
    expect(await kinds(folder.path)).toEqual(['keyFault']);
    rmSync(key);
    expect(await kinds(folder.path)).toEqual(['keyFault']);
  });

  test('a checkpoint of another history, well signed, is told from this one', async () => {
    using folder = await closedLedger(5);
    tamper(folder.database, (db) => {
      const body = String(must(db.prepare('SELECT body FROM entry WHERE seq = 5').get(), 'five entries').body).replace('Nota', 'nota');
      db.prepare('UPDATE entry SET body = ?, leaf = ? WHERE seq = 5').run(body, leafHash(body));
    });
    rmSync(`${folder.database}.seal`);
    expect(await kinds(folder.path)).toEqual(['sealMissing', 'root']);
  });

  test('a seal that was changed or removed is named, and accuses no page', { timeout: 60_000 }, async () => {
    using folder = await closedLedger(20);
    const sound = readFileSync(`${folder.database}.seal`);
    await fc.assert(
      fc.asyncProperty(fc.nat(sound.length - 1), fc.integer({ min: 1, max: 255 }), async (offset, mask) => {
        const bytes = Buffer.from(sound);
        bytes.writeUInt8(bytes.readUInt8(offset) ^ mask, offset);
        writeFileSync(`${folder.database}.seal`, bytes);
        expect(await kinds(folder.path)).toEqual(['sealAltered']);
      }),
      { numRuns: 60, examples: [[0, 1]] },
    );
    await expect(openLedger({ dataDir: folder.path })).rejects.toMatchObject({ kind: 'corrupt' });
    rmSync(`${folder.database}.seal`);
    expect(await kinds(folder.path)).toEqual(['sealMissing']);
    await (await openLedger({ dataDir: folder.path })).close();
    expect(await kinds(folder.path)).toEqual([]);
  });
});
