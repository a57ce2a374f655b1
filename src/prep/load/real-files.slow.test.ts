import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSources } from '../source/read.ts';
import type { Source } from '../source/source.ts';
import { openPrep } from './open-prep.ts';
import type { LoadedCut, Prep } from './prep.ts';
import { rowsOf } from './test-files.ts';

const data = '../shared/data/prep';
const absent = !existsSync(data);

/** Figures of the published files, computed independently. */
describe.skipIf(absent)(`real files${absent ? ` (skipped: ${data} is not there)` : ''}`, () => {
  let prep: Prep;
  let sources: readonly Source[];
  beforeAll(async () => {
    prep = await openPrep();
    sources = await readSources([data], prep.temp);
  });
  afterAll(() => prep.close());

  const load = (part: string): Promise<LoadedCut> => prep.load(sources.find(({ path }) => path.includes(part)) ?? expect.fail(part));
  const totals = async (cut: LoadedCut): Promise<Record<string, unknown>> =>
    Object.fromEntries(await rowsOf(prep, `select name, value from total where cut = ${cut.cut}`));
  const statuses = async (cut: LoadedCut): Promise<Record<string, number>> =>
    Object.fromEntries(
      (await rowsOf(prep, `select status, count(*) from acta where cut = ${cut.cut} group by all`)).map(([name, n]) => [name, Number(n)]),
    );

  test('every file is told, and none is unreadable', () => {
    const kinds = Object.groupBy(sources, ({ kind }) => kind);
    expect(Object.fromEntries(Object.entries(kinds).map(([kind, list]) => [kind, list?.length]))).toEqual({
      results: 39,
      candidacies: 33,
      readme: 25,
      'aggregate-json': 98,
    });
    expect(sources.flatMap(({ faults }) => faults)).toEqual([]);
  });

  test('Tamaulipas 2023, PREP: CR line ends, byte order mark, Python lists', async () => {
    const cut = await load('20230220_1105_PREP_SEN_TAMPS_ext/TAMPS_SEN_FED_ext_2023');
    expect(cut).toMatchObject({ rows: 4782, cutAt: '2023-02-20T11:05:00-06:00', electionKey: 'SEN-28-2023', raggedRows: [], faults: [] });
    expect(cut.detected).toMatchObject({
      bom: true,
      lineEnd: { value: 'cr' },
      encoding: { value: 'utf-8' },
      profile: { value: 'ine-2023' },
    });
    expect(cut.voteColumns).toHaveLength(13);
    expect(await statuses(cut)).toEqual({ counted: 4682, 'not-counted': 96, 'out-of-catalogue': 4 });
    expect(await totals(cut)).toMatchObject({ expected: 4778, votesWithSpecials: 590396, list: 2688320, participationPercent: 21.9615 });
    const mine = `cut = ${cut.cut}`;
    expect(
      await rowsOf(prep, `select key, casilla_type from acta where ${mine} and status = 'out-of-catalogue' and key is not null`),
    ).toEqual([]);
    expect(
      await rowsOf(
        prep,
        `select sum(calculated) filter (where status = 'counted')::bigint, sum(list) filter (where status = 'counted')::bigint,
          count(*) filter (where list_sum(votes) = calculated), count(*) filter (where length(hash) = 40) from acta where ${mine}`,
      ),
    ).toEqual([['590396', '2688320', '4705', '1']]);
    expect(await rowsOf(prep, `select count(*) from acta where ${mine} and list_contains(flags, 'over-list')`)).toEqual([['25']]);
  });

  test('the same file inside its ZIP is the same file', async () => {
    const zipped = sources.find(({ path }) => path.includes('.zip!') && path.endsWith('_ext_2023.csv') && !path.includes('Candidaturas'));
    expect(zipped?.sha256).toBe(sources.find(({ path }) => path.includes('PREP_SEN_TAMPS_ext/TAMPS_SEN_FED_ext_2023'))?.sha256);
  });

  test('Tamaulipas 2023, final count: bars, Windows-1252, sep=|', async () => {
    const cut = await load('COMPUTOS_SEN_TAMPS_ext/TAMPS_SEN_FED_ext_2023');
    expect(cut).toMatchObject({ rows: 4778, cutAt: '2023-02-22T22:00:00-06:00', raggedRows: [] });
    expect(cut.detected).toMatchObject({
      kind: { value: 'computos' },
      delimiter: { value: '|' },
      encoding: { value: 'windows-1252' },
      headerLine: { value: 8 },
      title: 'Elección extraordinaria para la Senaduría del estado de Tamaulipas 2023',
    });
    expect(await totals(cut)).toMatchObject({ expected: 4778, counted: 4778, list: 2738995, votesWithSpecials: 594259 });
    expect(
      await rowsOf(prep, `select sum(calculated)::bigint, sum(list_sum(votes))::bigint, count(section) from acta where cut = ${cut.cut}`),
    ).toEqual([['594259', '594259', '4777']]);
  });

  test('Puebla 2024, local deputies, 20:00', async () => {
    const cut = await load('puebla-2024/20240603_2000/PUE_DIP_LOC');
    expect(cut).toMatchObject({ rows: 8435, cutAt: '2024-06-03T20:00:00-06:00', electionKey: 'DIP_LOC-21-2024', faults: [] });
    expect(cut.voteColumns).toHaveLength(49);
    expect(await statuses(cut)).toEqual({ counted: 6944, 'not-counted': 1296, 'not-captured': 183, 'out-of-catalogue': 12 });
    expect(await totals(cut)).toMatchObject({ votesWithSpecials: 2676439, participationPercent: 64.5965 });
    expect(await rowsOf(prep, `select sum(calculated)::bigint from acta where cut = ${cut.cut} and status = 'counted'`)).toEqual([
      ['2676439'],
    ]);
  });

  test('Puebla 2024, a drill: votes written as decimals and specials with an underscore', async () => {
    const cut = await load('simulacro_1/20240512_1956/PUE_GUB');
    expect(await statuses(cut)).toEqual({ counted: 3264, 'not-counted': 295, 'not-captured': 4762, 'out-of-catalogue': 13 });
    expect(
      await rowsOf(
        prep,
        `select status, count(*) from (select unnest(vote_status) as status from acta where cut = ${cut.cut}) where status is not null group by all order by all`,
      ),
    ).toEqual([
      ['illegible', '257'],
      ['no-data', '82979'],
      ['dash', '233338'],
      ['blank', '637'],
    ]);
    expect(await totals(cut)).toMatchObject({ inconsistentPercent: 0.012, votesWithSpecials: 986898 });
  });

  test('Campeche 2021, final cut: four elections', async () => {
    const found: Record<string, readonly [number, Record<string, number>]> = {};
    for (const name of ['GOB', 'AYUN', 'DIP_LOC', 'JUNTAS']) {
      const cut = await load(`20210607_2000_PREP_${name}_CAMP/CAMP_${name}_2021`);
      found[name] = [cut.rows, await statuses(cut)];
      expect(cut.faults).toEqual([]);
    }
    expect(found).toEqual({
      GOB: [1193, { counted: 1050, 'not-counted': 42, 'not-captured': 98, 'out-of-catalogue': 3 }],
      AYUN: [1196, { counted: 982, 'not-counted': 26, 'not-captured': 185, 'out-of-catalogue': 3 }],
      DIP_LOC: [1193, { counted: 1056, 'not-counted': 40, 'not-captured': 94, 'out-of-catalogue': 3 }],
      JUNTAS: [274, { counted: 188, 'not-counted': 6, 'not-captured': 77, 'out-of-catalogue': 3 }],
    });
    expect(
      await rowsOf(
        prep,
        `select count(*) filter (where verified_at is null), count(*) filter (where collected_at is null) from acta
          where status = 'counted' and cut = ${prep.cuts.find((cut) => cut.electionKey === 'GUB-04-2021')?.cut}`,
      ),
    ).toEqual([['106', '0']]);
  });

  test('INE 2018: national aggregates have a time and totals', async () => {
    const files = sources.filter(({ kind }) => kind === 'aggregate-json');
    const first = await prep.load(files[0] ?? expect.fail());
    const last = await prep.load(files.at(-1) ?? expect.fail());
    expect(first).toMatchObject({ rows: 0, cutAt: '2018-07-01T21:04:00', faults: [] });
    expect(await totals(first)).toMatchObject({ expected: 156840, counted: 533, countedPercent: 0.3398, participationPercent: 61.6598 });
    expect(await totals(last)).toMatchObject({ participationPercent: 63.4497 });
  });
});
