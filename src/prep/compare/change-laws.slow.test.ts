import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { compareTwo } from './change.ts';
import { makeSide } from './pair.ts';
import { run } from './query.ts';
import { addCut, type SampleCut, sampleCuts } from './sample-tables.ts';

const connection = (await sampleCuts()).connection;
afterAll(() => connection.closeSync());

async function compare(before: SampleCut, after: SampleCut) {
  await run(connection, 'delete from acta', 'delete from total');
  const from = await addCut(connection, 1, before);
  const to = await addCut(connection, 2, after);
  await makeSide(connection, from.cut);
  await makeSide(connection, to.cut);
  return await compareTwo(connection, from, to);
}
const nothing = { newRows: 0, goneRows: 0, newlyCaptured: 0, newlyCounted: 0, changedAfterCapture: 0, calculatedFell: 0, votesDelta: 0 };

const actas = fc.array(
  fc.record({
    key: fc.constantFrom('A', 'B', 'C', 'D', null),
    district: fc.constantFrom('001', '002'),
    list: fc.constantFrom(700, 701),
    hash: fc.constantFrom('aa', 'bb', 'cc'),
    status: fc.constantFrom('counted' as const, 'not-counted' as const, 'not-captured' as const, 'out-of-catalogue' as const),
    votes: fc.tuple(fc.oneof(fc.nat(9), fc.constant('no-data')), fc.nat(9)),
  }),
  { maxLength: 8 },
);

test('a cut compared with itself has no change', async () => {
  await fc.assert(
    fc.asyncProperty(actas, async (cut) => {
      expect(await compare({ actas: cut }, { actas: cut })).toMatchObject({
        ...nothing,
        equalContent: true,
        uncertainMatches: 0,
        columns: [],
      });
    }),
    { numRuns: 40 },
  );
});

test('the votes lost one way are the votes gained the other way', async () => {
  await fc.assert(
    fc.asyncProperty(actas, actas, async (x, y) => {
      const there = await compare({ actas: x }, { actas: y });
      const back = await compare({ actas: y }, { actas: x });
      expect(there.votesDelta).toBe(back.votesDelta === 0 ? 0 : -back.votesDelta);
      expect([there.newRows, there.goneRows]).toEqual([back.goneRows, back.newRows]);
    }),
    { numRuns: 30 },
  );
});

test('the order of the rows changes nothing', async () => {
  const shuffled = actas.chain((x) => fc.tuple(fc.constant(x), fc.shuffledSubarray(x, { minLength: x.length })));
  await fc.assert(
    fc.asyncProperty(shuffled, shuffled, async ([x, mixedX], [y, mixedY]) => {
      const { rows: _, ...plain } = await compare({ actas: x }, { actas: y });
      const { rows: __, ...mixed } = await compare({ actas: mixedX }, { actas: mixedY });
      expect(mixed).toEqual(plain);
    }),
    { numRuns: 30 },
  );
});
