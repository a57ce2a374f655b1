import { Buffer, isAscii, isUtf8 } from 'node:buffer';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startScan } from './bytes.ts';

const byte = fc.oneof(fc.constantFrom(10, 13, 34, 0, 46, 48, 65, 0xc3, 0xa1, 0xe2, 0x82, 0xac, 0xf0, 0x9f), fc.nat(255));
const contents = fc.array(byte, { maxLength: 60 }).map((bytes) => Buffer.from(bytes));

/** The same facts by the plainest means. */
function plainly(bytes: Buffer) {
  const text = bytes.toString('latin1');
  const crlf = text.match(/\r\n/g)?.length ?? 0;
  return {
    ascii: isAscii(bytes),
    utf8: isUtf8(bytes),
    nulBytes: text.includes('\0'),
    quotes: text.includes('"'),
    ends: { crlf, lf: (text.match(/\n/g)?.length ?? 0) - crlf, cr: (text.match(/\r/g)?.length ?? 0) - crlf },
  };
}

test('facts about bytes are the same however the file is cut into reads', () => {
  fc.assert(
    fc.property(contents, fc.array(fc.nat(60), { maxLength: 4 }), (bytes, cuts) => {
      const scan = startScan();
      const places = [0, ...cuts.filter((cut) => cut < bytes.length).toSorted((a, b) => a - b), bytes.length];
      for (const [i, from] of places.entries()) {
        const chunk = bytes.subarray(from, places[i + 1]);
        if (chunk.length > 0) scan.take(chunk);
      }
      expect(scan.end()).toMatchObject(plainly(bytes));
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  ['a\nb\n\nc', 3, 1],
  ['a\r\n\r\nbc\r\n', 2, 3],
  ['a\r\rbc\r', 2, 2],
  ['', 0, 0],
])('filled lines of %j', (text, filled, longest) => {
  const scan = startScan();
  if (text !== '') scan.take(Buffer.from(text));
  expect(scan.end()).toMatchObject({ filledLines: filled, longestLineBytes: longest });
});

test('points between digits are counted', () => {
  const scan = startScan();
  scan.take(Buffer.from('1.5,a.b,007. TENABO,12.0\n'));
  expect(scan.end().decimals).toBe(2);
});
