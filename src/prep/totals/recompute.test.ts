import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyModel, type Model } from '../checks/test-model.ts';
import { recompute } from './recompute.ts';

let model: Model;
beforeAll(async () => {
  model = await emptyModel();
  await model.connection.run(`insert into acta by name
    select 1 as cut, row_number() over () as row, status, type as casilla_type, votes, list, flags from (values
      ('counted', 'B', [10, 20], 100, []),
      ('counted', 'C', [10, null], 100, ['no-data']),
      ('counted', 'C', [null, 5], 100, ['illegible']),
      ('counted', 'S', [7, 0], 0, []),
      ('counted', null, [1, 0], 50, ['other']),
      ('not-counted', 'B', [90, 90], 100, ['over-list']),
      ('not-counted', 'B', [null, null], 100, ['all-illegible', 'all-blank']),
      ('not-counted', 'B', [null, null], 100, ['no-acta']),
      ('not-captured', 'B', [null, null], 100, []),
      ('out-of-catalogue', null, [null, null], null, ['out-of-catalogue'])
    ) as t(status, type, votes, list, flags)`);
  await model.connection.run("insert into acta by name select 2 as cut, 1 as row, 'counted' as status, [1000] as votes, 1000 as list");
  await model.connection.run(
    "insert into total values (1, 'counted', 'ACTAS_CONTABILIZADAS', '5', 5), (1, null, 'OTRO', '5', 5), (2, 'counted', 'X', '9', 9)",
  );
});
afterAll(() => model.close());

test('only counted actas add votes and list; percentages are over all actas of the catalogue, by the published definitions', async () => {
  const { recomputed, published, comparisons } = await recompute(model, { cut: 1, rows: 10 });
  expect(recomputed).toEqual({
    expected: 9,
    registered: 9,
    outOfCatalogue: 1,
    captured: 8,
    capturedPercent: 88.8888,
    counted: 5,
    countedPercent: 55.5555,
    inconsistentPercent: 44.4444, // over the list, illegible or without data; neither “sin acta” nor out of catalogue
    notCounted: 3,
    list: 350,
    votesWithSpecials: 53,
    votesWithoutSpecials: 46,
    participationPercent: 13.1428,
  });
  expect(published).toEqual({ counted: 5 });
  expect(comparisons.map((one) => [one.name, one.kind])).toEqual([['counted', 'equal']]);
});

test('the final cut computes participation with special casillas', async () => {
  expect((await recompute(model, { cut: 1, rows: 10 }, { final: true })).recomputed.participationPercent).toBe(15.1428);
});
