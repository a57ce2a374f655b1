import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loaded, rowsOf, withPrep } from './test-files.ts';

const sample = 'src/prep/samples/campeche-2021-juntas/20210607_2000_PREP_JUNTAS_CAMP/CAMP_JUNTAS_2021.csv';

/** What happens to files on their way: bytes lost, added, doubled, turned, or the rest cut off. */
const change = fc.oneof(
  fc.record({ kind: fc.constant('put' as const), at: fc.double({ min: 0, max: 1, noNaN: true }), bytes: fc.uint8Array({ maxLength: 6 }) }),
  fc.record({
    kind: fc.constant('put' as const),
    at: fc.double({ min: 0, max: 0.3, noNaN: true }),
    bytes: fc
      .constantFrom(
        '"',
        '""',
        ',',
        ',,',
        '|',
        ';',
        '\n',
        '\r',
        '\r\n',
        '\0',
        "'",
        '=',
        '\uFEFF',
        'ñ',
        'CLAVE_CASILLA',
        '9'.repeat(30),
        '1e9',
        '-',
      )
      .map((text) => new TextEncoder().encode(text)),
  }),
  fc.record({ kind: fc.constant('drop' as const), at: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.nat(400) }),
  fc.record({ kind: fc.constant('end' as const), at: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({ kind: fc.constant('turn' as const), from: fc.constantFrom(10, 44, 13), to: fc.constantFrom(13, 124, 59, 10, 0, 34) }),
);

function changed(bytes: Buffer, by: typeof change extends fc.Arbitrary<infer C> ? C : never): Buffer {
  const place = 'at' in by ? Math.floor(by.at * bytes.length) : 0;
  switch (by.kind) {
    case 'put':
      return Buffer.concat([bytes.subarray(0, place), by.bytes, bytes.subarray(place)]);
    case 'drop':
      return Buffer.concat([bytes.subarray(0, place), bytes.subarray(place + by.length)]);
    case 'end':
      return bytes.subarray(0, place);
    case 'turn':
      return Buffer.from(bytes.map((byte) => (byte === by.from ? by.to : byte)));
  }
}

test('however a real file is damaged, it is read or told, its rows are numbered without gaps, and nothing is thrown', async () => {
  const whole = await readFile(sample);
  const bytes = whole.subarray(0, whole.indexOf('\n', 20_000) + 1);
  await withPrep(async (prep) => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const cut = await loaded(prep, changes.reduce(changed, bytes));
        const [counted] = await rowsOf(prep, `select count(*), coalesce(max("row"), 0) from acta where cut = ${cut.cut}`);
        expect(counted).toEqual([String(cut.rows), String(cut.rows)]);
        if (cut.rows === 0) expect(cut.faults.some((one) => one.severity === 'error')).toBe(true);
        else
          expect(
            await rowsOf(prep, `select count(*) from acta where cut = ${cut.cut} and len(votes) <> ${cut.voteColumns.length}`),
          ).toEqual([['0']]);
        await prep.forget(cut.cut);
      }),
      { numRuns: 200 },
    );
  });
});
