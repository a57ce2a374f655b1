import { expect, test } from 'vitest';
import { must } from '../../core/result.ts';
import { compareMirrors } from './mirrors.ts';
import { type SampleCut, sampleCuts } from './sample-tables.ts';

async function compare(left: SampleCut, right: SampleCut) {
  const { connection, cuts } = await sampleCuts(left, right);
  try {
    return await compareMirrors(connection, must(cuts[0], 'two'), must(cuts[1], 'two'));
  } finally {
    connection.closeSync();
  }
}
const copy = (votes: number): SampleCut => ({
  actas: [
    { key: 'A', votes: [votes] },
    { key: 'B', votes: ['dash'], status: 'not-captured', section: 2 },
  ],
  totals: { captured: 1 },
});

test('two copies of equal bytes are equal, and nothing is compared row by row', async () => {
  const sha256 = 'a'.repeat(64);
  expect(await compare({ ...copy(3), sha256 }, { ...copy(3), sha256 })).toMatchObject({
    equalBytes: true,
    equalContent: true,
    findings: [],
  });
});

test('other bytes with equal content are a note', async () => {
  const found = await compare(copy(3), copy(3));
  expect(found).toMatchObject({ equalBytes: false, equalContent: true, different: 0 });
  expect(found.findings).toMatchObject([{ check: 'mirror-bytes-differ', family: 'between-sources', severity: 'note' }]);
});

test('a row that differs between mirrors is an error that names row and column, captured or not', async () => {
  const right = copy(4);
  const found = await compare(copy(3), {
    ...right,
    totals: { captured: 2 },
    actas: [
      { key: 'A', votes: [3] },
      { key: 'B', votes: [4], section: 2 },
    ],
  });
  expect(found).toMatchObject({ equalContent: false, different: 1, totals: [{ name: 'captured', before: 1, after: 2 }] });
  expect(found.rows).toContainEqual({ key: 'B02', row: 2, column: 'P1', before: 'dash', after: '4' });
  expect(found.findings).toMatchObject([{ check: 'mirror-differs', severity: 'error', count: 2 }]);
});

test('rows on one mirror alone are counted', async () => {
  const found = await compare(copy(3), { ...copy(3), actas: [{ key: 'A', votes: [3] }] });
  expect(found).toMatchObject({ onlyLeft: 1, onlyRight: 0, different: 0, equalContent: false });
});
