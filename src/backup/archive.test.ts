import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Piece, pieceOf, readArchive, writeArchive } from './archive.ts';
import { BackupFault, type Fault } from './fault.ts';

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}
async function written(pieces: readonly Piece[]): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const chunk of writeArchive(each(pieces))) parts.push(chunk);
  return Buffer.concat(parts);
}
async function read(bytes: Uint8Array) {
  const faults: Fault[] = [];
  const found: [string, string][] = [];
  for await (const piece of readArchive(each([bytes]), (fault) => faults.push(fault))) {
    const parts: Uint8Array[] = [];
    for await (const chunk of piece.bytes) parts.push(chunk);
    found.push([piece.path, Buffer.concat(parts).toString('hex')]);
  }
  return { faults, found };
}
const letters = [pieceOf('a/1.txt', 'uno'), pieceOf('b.bin', Uint8Array.of(0, 255)), pieceOf('vacío', '')];

test('what is put in an archive comes out of it, in its order; the same pieces give the same bytes', async () => {
  const bytes = await written(letters);
  expect(await read(bytes)).toEqual({
    faults: [],
    found: [
      ['a/1.txt', Buffer.from('uno').toString('hex')],
      ['b.bin', '00ff'],
      ['vacío', ''],
    ],
  });
  expect((await written(letters)).equals(bytes)).toBe(true);
});

test('a byte that flips in the content or the name of a piece is told', async () => {
  const bytes = await written(letters);
  const places = [...bytes.keys()].filter((at) => bytes[at] !== 0); // between pieces a tar is filled with zeroes, which nobody reads
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...places), fc.integer({ min: 1, max: 255 }), async (at, change) => {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ change;
      const { faults, found } = await read(flipped);
      const isWhole = JSON.stringify(found) === JSON.stringify((await read(bytes)).found);
      expect(faults.length > 0 || isWhole).toBe(true);
    }),
    { numRuns: 150 },
  );
  const altered = Buffer.from(bytes);
  altered[bytes.indexOf('uno')] = 0x61;
  expect((await read(altered)).faults).toEqual([{ kind: 'altered', path: 'a/1.txt' }]);
});

test('an archive cut anywhere is told: within a piece, to whoever reads its bytes', async () => {
  const bytes = await written(letters);
  const sums = bytes.indexOf('SHA256SUMS');
  const toldOf = async (length: number) => {
    try {
      return (await read(bytes.subarray(0, length))).faults;
    } catch (thrown) {
      if (thrown instanceof BackupFault) return thrown.faults;
      throw thrown;
    }
  };
  // After its header, and after two of its three bytes.
  for (const length of [512, 514]) expect(await toldOf(length)).toMatchObject([{ kind: 'broken' }]);
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: sums }), async (length) => {
      expect(await toldOf(length)).not.toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('a piece that fails while it is read stops the writing, with its reason', async () => {
  async function* failing(): AsyncGenerator<Uint8Array> {
    yield Uint8Array.of(1);
    throw new Error('the disk went away');
  }
  await expect(written([pieceOf('a', 'x'), { path: 'b', sizeBytes: 2, bytes: failing() }])).rejects.toThrow('the disk went away');
  await expect(written([{ path: 'b', sizeBytes: 5, bytes: [Uint8Array.of(1)] }])).rejects.toThrow();
});
