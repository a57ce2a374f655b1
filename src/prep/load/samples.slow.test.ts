import { expect, test } from 'vitest';
import { readSources } from '../source/read.ts';
import { detectAny } from './detect-any.ts';
import { rowsOf, withPrep } from './test-files.ts';

test('Campeche 2021, juntas: six published cuts, read whole', async () => {
  await withPrep(async (prep) => {
    const sources = await readSources(['src/prep/samples/campeche-2021-juntas'], prep.temp);
    for (const source of sources.filter(({ kind }) => kind === 'results')) await prep.load(source);
    expect(prep.cuts.map(({ cutAt, rows }) => [cutAt, rows])).toEqual([
      ['2021-06-06T22:40:00-05:00', 271],
      ['2021-06-06T23:20:00-05:00', 271],
      ['2021-06-06T23:40:00-05:00', 271],
      ['2021-06-07T13:20:00-05:00', 274],
      ['2021-06-07T14:40:00-05:00', 274],
      ['2021-06-07T20:00:00-05:00', 274],
    ]);
    expect(new Set(prep.cuts.map((cut) => cut.electionKey))).toEqual(new Set(['JUNTAS-04-2021']));
    expect(prep.cuts.flatMap((cut) => cut.faults)).toEqual([]);
    expect(await rowsOf(prep, 'select status, count(*) from acta where cut = 6 group by all order by all')).toEqual([
      ['counted', '188'],
      ['not-counted', '6'],
      ['not-captured', '77'],
      ['out-of-catalogue', '3'],
    ]);
    expect(await rowsOf(prep, `select value from total where cut = 6 and name in ('votesWithSpecials', 'votesWithoutSpecials')`)).toEqual([
      [64965],
      [0],
    ]);
    expect(await rowsOf(prep, `select sum(list_sum(votes))::bigint from acta where cut = 6 and status = 'counted'`)).toEqual([['64965']]);
  });
});

test('detection says how sure it is and what it saw', async () => {
  await withPrep(async (prep) => {
    const [source] = await readSources(['src/prep/samples/campeche-2021-juntas/20210607_2000_PREP_JUNTAS_CAMP'], prep.temp);
    expect(await detectAny(source ?? expect.fail())).toMatchObject({
      encoding: { value: 'ascii', confidence: 1 },
      lineEnd: { value: 'lf', confidence: 1 },
      delimiter: { value: ',', confidence: 1 },
      quoting: { value: 'none', confidence: 1 },
      keyProtection: { value: 'none', confidence: 1 },
      headerLine: { value: 6, confidence: 1 },
      title: 'JUNTAS',
      election: { value: 'JUNTAS' },
      profile: { value: 'iee-campeche-2021' },
      faults: [],
    });
  });
});
