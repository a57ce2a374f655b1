import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDiskStore } from '../src/files/disk.ts';
import { pdf, streamOf, temporaryStore } from '../src/files/test-files.ts';
import { checkLedger } from '../src/ledger/check.ts';
import { exportLedger } from '../src/ledger/export.ts';
import { loadSigner } from '../src/ledger/keys.ts';
import { openLedger } from '../src/ledger/open.ts';
import { pageSize } from '../src/ledger/sqlite-schema.ts';
import { closedLedger } from '../src/ledger/test-folder.ts';
import { verifyExport } from '../src/ledger/verify-export.ts';

/** Places and masks that look like chance and are the same every time: SHA-256 of a name and a number. */
const chance = (name: string, n: number, below: number): number =>
  createHash('sha256').update(`${name} ${n}`).digest().readUIntBE(0, 6) % below;

function flipped(sound: Buffer, name: string, n: number): { readonly bytes: Buffer; readonly offset: number } {
  const offset = chance(name, n, sound.length);
  const bytes = Buffer.from(sound);
  bytes.writeUInt8(bytes.readUInt8(offset) ^ (1 + chance(`${name} mask`, n, 255)), offset);
  return { bytes, offset };
}

describe('a thousand bytes flipped, one at a time: each is located', () => {
  test('200 in the database, by its page', async () => {
    using folder = await closedLedger(25);
    const sound = readFileSync(folder.database);
    for (let n = 0; n < 200; n++) {
      const { bytes, offset } = flipped(sound, 'database', n);
      writeFileSync(folder.database, bytes);
      const { faults } = await checkLedger({ dataDir: folder.path });
      const page = Math.floor(offset / pageSize) + 1;
      expect([offset, faults.filter(({ kind }) => kind === 'page').map((one) => one.page)]).toEqual([offset, [page]]);
    }
    writeFileSync(folder.database, sound);
    expect((await checkLedger({ dataDir: folder.path })).faults).toEqual([]);
  });

  test('300 in an export, by its line', async () => {
    using folder = await closedLedger(20);
    const ledger = await openLedger({ dataDir: folder.path });
    const parts: string[] = [];
    await exportLedger(ledger, (text) => parts.push(text), loadSigner(folder.path, ledger.origin));
    await ledger.close();
    const sound = Buffer.from(parts.join(''));
    expect((await verifyExport([sound], ledger.verifierKey)).faults).toEqual([]);
    for (let n = 0; n < 300; n++) {
      const { bytes, offset } = flipped(sound, 'export', n);
      const { faults } = await verifyExport([bytes], ledger.verifierKey);
      const line = sound.subarray(0, offset).toString('latin1').split('\n').length;
      // The first eight lines are one signed text, located as such. A newline that is flipped joins two lines; one that appears cuts one in two.
      const isThere = (found: number) => (line <= 8 ? found <= 8 : Math.abs(found - line) <= 1);
      expect([offset, faults.some((one) => one.line !== undefined && isThere(one.line))]).toEqual([offset, true]);
    }
  });

  test('500 in files of evidence, by their digest, and none is handed out', async () => {
    using place = temporaryStore();
    const store = openDiskStore(place.folder);
    const kept = await Promise.all(
      Array.from({ length: 5 }, async (_, n) => {
        const one = await store.keep(streamOf(pdf(`documento ${n}`)), { givenName: `documento-${n}.pdf`, maxBytes: 2 ** 20 });
        if (!one.ok) throw new Error(one.error.kind);
        return one.value.file;
      }),
    );
    expect(globSync('??/*', { cwd: place.folder })).toHaveLength(5);
    for (let n = 0; n < 500; n++) {
      const file = kept[n % 5] ?? { sha256: '', sizeBytes: 0 };
      const path = join(place.folder, file.sha256.slice(0, 2), file.sha256.slice(2));
      const sound = readFileSync(path);
      writeFileSync(path, flipped(sound, 'file', n).bytes);
      expect([n, await store.open(file)]).toEqual([n, { ok: false, error: 'altered' }]);
      writeFileSync(path, sound);
      expect((await store.read(file)).ok).toBe(true);
    }
  });
});
