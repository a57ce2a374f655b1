import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { signerOf } from './checkpoint.ts';
import { exportLedger } from './export.ts';
import { appendEach, note } from './ledger.contract.ts';
import { openSqlite } from './sqlite.ts';
import { temporaryFolder } from './test-folder.ts';
import { verifyExport } from './verify-export.ts';

async function exported(size: number) {
  using folder = temporaryFolder();
  const ledger = openSqlite(folder.database);
  await appendEach(
    ledger,
    'a',
    Array.from({ length: size }, (_, n) => note(n, { texto: 'Año \uFFFD' })),
  );
  const signer = signerOf(ledger.origin, new Uint8Array(32).fill(3));
  let text = '';
  const written = await exportLedger(
    ledger,
    async (part) => {
      text += part;
    },
    signer,
  );
  await ledger.close();
  return { bytes: Buffer.from(text), text, key: signer.verifierKey, origin: ledger.origin, written };
}
/** The same bytes as a slow network would bring them. */
const inPieces = (bytes: Buffer, length: number): Buffer[] =>
  Array.from({ length: Math.ceil(bytes.length / length) }, (_, i) => bytes.subarray(i * length, (i + 1) * length));

const sample = await exported(23);

describe('an export', () => {
  test('verifies, whole or in pieces of any length, and says whose it is', async () => {
    for (const length of [1, 7, 4096, sample.bytes.length])
      expect(await verifyExport(inPieces(sample.bytes, length), sample.key)).toMatchObject({ faults: [], size: 23, origin: sample.origin });
    expect(sample.written).toEqual({ size: 23 });
    expect(await verifyExport([(await exported(0)).bytes])).toMatchObject({ faults: [], size: 0 });
  });

  test('what is put into the line that must be empty, or written as no number is, is located there', async () => {
    const lines = sample.text.split('\n');
    const { faults } = await verifyExport([Buffer.from([...lines.slice(0, 5), 'x', ...lines.slice(6)].join('\n'))]);
    expect(faults.map((fault) => fault.line)).toContain(6);
    const size = await verifyExport([Buffer.from([...lines.slice(0, 3), '023', ...lines.slice(4)].join('\n'))]);
    expect(size.faults.map((fault) => fault.line)).toContain(4);
  });

  test('in which everything is wrong says so fifty times and no more', async () => {
    const { text } = await exported(60);
    const { faults } = await verifyExport([Buffer.from(text.replaceAll('Año', 'Ano'))]);
    expect(faults).toHaveLength(50);
    expect(new Set(faults.map((fault) => fault.kind))).toEqual(new Set(['leaf']));
  });

  test('LAW: one altered byte anywhere is located by its line', { timeout: 60_000 }, async () => {
    const lineOf = (offset: number) => sample.bytes.subarray(0, offset).toString('latin1').split('\n').length;
    await fc.assert(
      fc.asyncProperty(fc.nat(sample.bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (offset, mask) => {
        const bytes = Buffer.from(sample.bytes);
        bytes.writeUInt8(bytes.readUInt8(offset) ^ mask, offset);
        const { faults } = await verifyExport([bytes]);
        const line = lineOf(offset);
        const lines = faults.map((fault) => fault.line ?? 0);
        // A signature speaks of the three lines above it: what was altered in them, or in it, cannot be told apart.
        const suspect = line >= 3 && line <= 7 ? lines.some((found) => found >= 3 && found <= 8) : lines.includes(line);
        expect(suspect, `${line} → ${JSON.stringify(faults)}`).toBe(true);
        if (line > 8 && line <= 31) expect(faults[0]).toMatchObject({ seq: line - 8 });
      }),
      { numRuns: 1500 },
    );
  });

  test('LAW: a tail cut off anywhere is found by the checkpoint', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(sample.bytes.length - 1), async (length) => {
        const { faults } = await verifyExport([sample.bytes.subarray(0, length)]);
        expect(faults.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
    const lines = sample.text.split('\n');
    const cut = `${lines.slice(0, 8 + 20).join('\n')}\n`;
    expect((await verifyExport([Buffer.from(cut)])).faults).toMatchObject([{ kind: 'truncated', seq: 21, saw: '20', expected: '23' }]);
    expect((await verifyExport([Buffer.from(`${cut}end 20\n`)])).faults).toMatchObject([{ kind: 'truncated', seq: 21 }]);
    expect((await verifyExport([Buffer.from(`${lines.slice(0, -2).join('\n')}\n`)])).faults).toMatchObject([{ kind: 'truncated' }]);
  });

  test('under another key than the one known, with bytes after the end, or as something else entirely is refused', async () => {
    const other = signerOf(sample.origin, new Uint8Array(32)).verifierKey;
    expect((await verifyExport([sample.bytes], other)).faults).toMatchObject([{ kind: 'key', line: 2 }]);
    expect((await verifyExport([sample.bytes, Buffer.from('\n')])).faults).toMatchObject([{ kind: 'extra', line: 33 }]);
    expect((await verifyExport([])).faults).toMatchObject([{ kind: 'truncated' }]);
    expect((await verifyExport([readFileSync(new URL(import.meta.url))])).faults.length).toBeGreaterThan(0);
  });
});
