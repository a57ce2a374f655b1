import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { checkLedger } from './check.ts';
import { appendEach, note } from './ledger.contract.ts';
import { openLedger } from './open.ts';
import { markerPath, sealPath } from './seal.ts';
import { openSqlite } from './sqlite.ts';
import { closedLedger, temporaryFolder } from './test-folder.ts';
import { verifySeal } from './verify-seal.ts';

const notes = (count: number) => Array.from({ length: count }, (_, n) => note(n, { texto: 'palabra '.repeat(100) }));

describe('the page seal', () => {
  test('follows the file through many checkpoints, and through checkpoints that a reader holds back', async () => {
    using folder = temporaryFolder();
    const ledger = openSqlite(folder.database);
    using reader = new DatabaseSync(folder.database);
    for (let round = 0; round < 6; round++) {
      if (round === 2) reader.exec('BEGIN; SELECT count(*) FROM entry');
      if (round === 4) reader.exec('COMMIT');
      await appendEach(ledger, 'a', notes(40));
      ledger.seal();
      expect(verifySeal(folder.database, true)).toMatchObject({ kind: 'intact' });
    }
    reader.close();
    await ledger.close();
    expect(existsSync(`${folder.database}-wal`)).toBe(false);
    expect(verifySeal(folder.database)).toMatchObject({ kind: 'intact' });
  });

  test('is taken without being asked when enough has been written', async () => {
    using folder = temporaryFolder();
    const ledger = openSqlite(folder.database);
    const before = readFileSync(sealPath(folder.database));
    const long = Array.from({ length: 400 }, (_, n) => note(n, { texto: 'palabra '.repeat(1000) }));
    for (let position = 0; position < 1600; position += 400) await ledger.append('a', position, long);
    expect(readFileSync(sealPath(folder.database)).length).toBeGreaterThan(before.length);
    expect(verifySeal(folder.database, true)).toMatchObject({ kind: 'intact' });
    await ledger.close();
    expect(verifySeal(folder.database)).toMatchObject({ kind: 'intact' });
  });

  test('is taken in turns by two processes’ worth of connections', async () => {
    using folder = temporaryFolder();
    const [left, right] = [openSqlite(folder.database), openSqlite(folder.database)];
    for (let round = 0; round < 5; round++) {
      await Promise.all([appendEach(left, 'left', notes(20)), appendEach(right, 'right', notes(20))]);
      (round % 2 ? left : right).seal();
      expect(verifySeal(folder.database, true)).toMatchObject({ kind: 'intact' });
    }
    await left.close();
    await right.close();
    expect(verifySeal(folder.database)).toMatchObject({ kind: 'intact' });
  });

  /** What a crash leaves at each moment of a checkpoint: the files before or after each step. */
  test.each([
    ['before anything was copied', { marker: true, database: 'old', seal: 'old' }],
    ['when some pages were copied', { marker: true, database: 'torn', seal: 'old' }],
    ['when all pages were copied', { marker: true, database: 'new', seal: 'old' }],
    ['when the new seal stands', { marker: true, database: 'new', seal: 'new' }],
    ['when somebody else checkpointed', { marker: false, database: 'new', seal: 'old' }],
  ] as const)('raises no false alarm after a crash %s, and stands again after the next opening', async (_, left) => {
    using folder = await closedLedger(30);
    const old = { database: readFileSync(folder.database), seal: readFileSync(sealPath(folder.database)) };
    const ledger = await openLedger({ dataDir: folder.path });
    await appendEach(ledger, 'a', notes(30));
    await ledger.checkpoint();
    copyFileSync(`${folder.database}-wal`, `${folder.database}.kept`);
    await ledger.close();
    const now = { database: readFileSync(folder.database), seal: readFileSync(sealPath(folder.database)) };
    const torn = Buffer.from(now.database);
    old.database.copy(torn, old.database.length / 2, old.database.length / 2);
    copyFileSync(`${folder.database}.kept`, `${folder.database}-wal`);
    writeFileSync(folder.database, { old: old.database, torn, new: now.database }[left.database]);
    writeFileSync(sealPath(folder.database), { old: old.seal, new: now.seal }[left.seal]);
    if (left.marker) writeFileSync(markerPath(folder.database), '');
    const checked = await checkLedger({ dataDir: folder.path });
    expect(checked).toMatchObject({ size: 60, faults: [] });
    expect(['stale', 'intact']).toContain(checked.seal);
    await (await openLedger({ dataDir: folder.path })).close();
    expect(existsSync(markerPath(folder.database))).toBe(false);
    expect(await checkLedger({ dataDir: folder.path })).toMatchObject({ size: 60, seal: 'intact', faults: [] });
  });

  test('is not taken of a log that does not verify', async () => {
    using folder = await closedLedger(30);
    const bytes = readFileSync(folder.database);
    bytes.write('nota', bytes.indexOf('Nota 7:'));
    writeFileSync(folder.database, bytes);
    rmSync(sealPath(folder.database));
    await expect(openLedger({ dataDir: folder.path })).rejects.toMatchObject({
      kind: 'corrupt',
      message: expect.stringContaining('leaf 8'),
    });
    expect(existsSync(sealPath(folder.database))).toBe(false);
  });

  test('is checked without writing what a killed process left in the write-ahead log', async () => {
    using folder = await closedLedger(30);
    const ledger = await openLedger({ dataDir: folder.path });
    await appendEach(ledger, 'a', notes(5));
    using copy = temporaryFolder();
    for (const suffix of ['', '-wal', '.seal']) copyFileSync(`${folder.database}${suffix}`, `${copy.database}${suffix}`);
    await ledger.close();
    const [database, wal] = [readFileSync(copy.database), readFileSync(`${copy.database}-wal`)];
    const spoilt = Buffer.from(database);
    spoilt.writeUInt8(spoilt.readUInt8(spoilt.length - 1) ^ 1, spoilt.length - 1);
    writeFileSync(copy.database, spoilt);
    expect(verifySeal(copy.database)).toMatchObject({ kind: 'pagesAltered' });
    expect(readFileSync(copy.database).equals(spoilt)).toBe(true);
    expect(readFileSync(`${copy.database}-wal`).equals(wal)).toBe(true);
  });
});
