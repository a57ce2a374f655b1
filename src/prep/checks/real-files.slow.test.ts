import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { must } from '../../core/result.ts';
import { openPrep } from '../load/open-prep.ts';
import type { LoadedCut, Prep } from '../load/prep.ts';
import type { Recomputation } from '../totals/recomputation.ts';
import { recompute } from '../totals/recompute.ts';
import type { CheckOptions, Finding } from './check.ts';
import { offencesOf, runChecks } from './run.ts';
import { statistics } from './statistics.ts';
import { publishedCut } from './test-published.ts';

const data = join(import.meta.dirname, '../../../../shared/data/prep');
const missing = !existsSync(data);
if (missing) console.warn(`${data} is not here: the figures of the real files are not tested`);

const files = {
  tamaulipas: 'tamaulipas-2023/20230220_1105_PREP_SEN_TAMPS_ext/TAMPS_SEN_FED_ext_2023.csv',
  computos: 'tamaulipas-2023/20230222_2200_COMPUTOS_SEN_TAMPS_ext/TAMPS_SEN_FED_ext_2023.csv',
  puebla: 'puebla-2024/20240603_2000/PUE_DIP_LOC_2024.csv',
  gob: 'campeche-2021/20210607_2000_PREP_GOB_CAMP/CAMP_GOB_2021.csv',
  ayun: 'campeche-2021/20210607_2000_PREP_AYUN_CAMP/CAMP_AYUN_2021.csv',
  dip: 'campeche-2021/20210607_2000_PREP_DIP_LOC_CAMP/CAMP_DIP_LOC_2021.csv',
  juntas: 'campeche-2021/20210607_2000_PREP_JUNTAS_CAMP/CAMP_JUNTAS_2021.csv',
} as const;

describe.skipIf(missing)('the real files', () => {
  let prep: Prep;
  const loaded = new Map<string, Promise<LoadedCut>>();
  const load = (path: string) => loaded.getOrInsertComputed(path, () => publishedCut(prep, join(data, path)));
  const totalsOf = async (path: string) => recompute(prep, await load(path));
  const findingsOf = async (path: string, options: CheckOptions = {}) => runChecks(prep, await load(path), options);
  beforeAll(async () => {
    prep = await openPrep();
  });
  afterAll(() => prep.close());

  test('Tamaulipas 2023: the thirteen totals reconcile; participation includes special casillas', async () => {
    const totals = await totalsOf(files.tamaulipas);
    expect(totals.comparisons).toHaveLength(13);
    expect(totals.comparisons.filter((one) => one.kind !== 'equal')).toEqual([]);
    expect(totals.recomputed).toMatchObject({ counted: 4682, votesWithSpecials: 590_396, participationPercent: 21.9615 });
    expect(totals.participationBasis).toBe('C_CS');
    const participation = totals.comparisons.find((one) => one.name === 'participationPercent');
    expect(participation).toMatchObject({
      numerator: 'TOTAL_VOTOS_C_CS = 590396',
      denominator: 'LISTA_NOMINAL_ACTAS_CONTABILIZADAS = 2688320',
    });
  });

  test('Tamaulipas 2023: votes add up to the calculated total in its 4,705 comparable rows, and one hash has 40 digits', async () => {
    const findings = await findingsOf(files.tamaulipas, { final: true });
    expect(said(findings)).toEqual(['error counted-nothing-legible 2', 'warning hash-length 1', 'note out-of-catalogue 4']);
    expect(findings.find((one) => one.check === 'hash-length')).toMatchObject({
      rows: [1],
      saw: '40 · F83A510A12DBF89E8A97025ECE11953A3EC3A21D',
      expected: '64 hex',
    });
    const { cut } = await load(files.tamaulipas);
    const comparable = await prep.connection.runAndReadAll(
      `select count(*) from acta where cut = ${cut} and calculated is not null and list_count(votes) > 0`,
    );
    expect(Number(comparable.getRows()[0]?.[0])).toBe(4705);
  });

  test('Tamaulipas 2023: the final count has no findings', async () => {
    expect(await findingsOf(files.computos)).toEqual([]);
    expect((await totalsOf(files.computos)).comparisons.every((one) => one.kind === 'equal')).toBe(true);
  });

  test('Puebla 2024, deputies at 20:00: totals reconcile, and contiguas from 10 on are published as 01', async () => {
    const totals = await totalsOf(files.puebla);
    expect(totals.comparisons.filter((one) => one.kind !== 'equal')).toEqual([]);
    expect(totals.recomputed).toMatchObject({ votesWithSpecials: 2_676_439, participationPercent: 64.5965 });
    expect(totals.inconsistentBasis).toBe('any-field');
    const findings = await findingsOf(files.puebla);
    expect(said(findings)).toEqual([
      'error key-truncated 69',
      'error over-limit-counted 4',
      'warning captured-before-collected-casilla 1',
      'note out-of-catalogue 12',
    ]);
    const all = await offencesOf(prep, await load(files.puebla), 'key-truncated', { limit: 1000, offset: 0 });
    expect(all).toHaveLength(69);
    expect(all.slice(0, 20)).toEqual(findings[0]?.offences);
  });

  test.each(['gob', 'ayun'] as const)('Campeche 2021, %s: totals reconcile', async (election) => {
    const totals = await totalsOf(files[election]);
    expect(totals.comparisons).toHaveLength(13);
    expect(totals.comparisons.filter((one) => one.kind !== 'equal')).toEqual([]);
    // Counted but illegible in part is left out of the published 2.4369 % and 2.0955 %.
    expect(totals.inconsistentBasis).toBe('whole-acta');
  });

  test('Campeche 2021, governor: 106 counted actas have no verification time', async () => {
    expect(said(await findingsOf(files.gob))).toEqual([
      'error over-limit-counted 2',
      'warning counted-without-verification 106',
      'warning captured-before-collected 9',
      'note out-of-catalogue 3',
      'note inconsistent-narrow-basis 1',
    ]);
  });

  test('Campeche 2021, deputies: more votes published than in the rows, and more actas captured than registered', async () => {
    const findings = await findingsOf(files.dip);
    const of = (check: string, subject: string | null = null) => findings.find((one) => one.check === check && one.subject === subject);
    expect(of('total-different', 'votesWithSpecials')).toMatchObject({ saw: 'TOTAL_VOTOS_C_CS = 372947 (+1282)', expected: '371665' });
    expect(of('captured-over-registered')).toMatchObject({ saw: 'ACTAS_CAPTURADAS = 1100', expected: '≤ ACTAS_REGISTRADAS = 1099' });
    const totals = await totalsOf(files.dip);
    expect(totals.participationBasis).toBe('C_CS');
    expect(totals.comparisons.filter((one) => one.kind === 'equal').map((one) => one.name)).toEqual([
      'registered',
      'outOfCatalogue',
      'inconsistentPercent',
      'notCounted',
      'list',
      'votesWithoutSpecials',
    ]);
  });

  test('Campeche 2021, juntas: the total without special casillas is published as 0', async () => {
    const different = (await totalsOf(files.juntas)).comparisons.filter((one) => one.kind !== 'equal');
    expect(different).toMatchObject([{ name: 'votesWithoutSpecials', published: 0, recomputed: 64_965, difference: -64_965 }]);
  });

  test('normal noise is figures and no finding', async () => {
    const noise = await statistics(prep, await load(files.puebla));
    expect(noise.find((one) => one.id === 'entered')).toMatchObject({ count: 2599, of: 6071, percent: 42.81 });
    expect(noise.find((one) => one.id === 'repeated')).toMatchObject({ count: 26, of: 181 });
  });

  test.each([
    [
      'simulacro_1/20240512_1956/PUE_AYUN_2024.csv',
      8,
      'counted-nothing-legible 1, void-flag-counted 1, hash-repeated 12, stamp-after-cut 11',
    ],
    ['simulacro_1/20240512_1956/PUE_GUB_2024.csv', 1, 'hash-repeated 11, captured-before-collected 4, stamp-after-cut 11'],
    ['simulacro_3/20240526_1120/PUE_AYUN_2024.csv', 0, 'key-truncated 69, stamp-after-cut 1, drill-volume-short 1'],
    ['simulacro_3/20240526_1120/PUE_GUB_2024.csv', 0, 'key-truncated 69, stamp-after-cut 1, drill-volume-short 1'],
    ['simulacro_3/20240526_1740/PUE_AYUN_2024.csv', 0, 'key-truncated 69, hash-repeated 5, stamp-after-cut 42'],
    [
      'simulacro_3/20240526_1740/PUE_GUB_2024.csv',
      5,
      'sum-not-calculated 2, void-flag-counted 1, hash-repeated 5, not-counted-without-reason 2',
    ],
  ])('the drill %s has %i wrong totals and, among others, %s', async (drill, wrongTotals, some) => {
    const findings = await findingsOf(join('puebla-2024-simulacros', drill), { drill: { planned: 8334 } });
    expect(findings.filter((one) => one.check === 'total-different')).toHaveLength(wrongTotals);
    expect(findings.map((one) => `${one.check} ${one.count}`)).toEqual(expect.arrayContaining(some.split(', ')));
  });

  test('national aggregates of 2018: percentages follow from their counts, and participation changes its basis at the end', async () => {
    const names = readdirSync(join(data, 'ine-2018-nacional-json')).toSorted();
    expect(names).toHaveLength(98);
    const cuts: Recomputation[] = [];
    for (const name of names) cuts.push(await totalsOf(join('ine-2018-nacional-json', name)));
    const kinds = Object.groupBy(
      cuts.flatMap((one) => one.comparisons),
      (one) => one.kind,
    );
    expect(Object.entries(kinds).map(([kind, all]) => `${kind} ${all.length}`)).toEqual(['equal 294']);
    expect(cuts[0]).toMatchObject({ participationBasis: 'S_CS', recomputed: {}, published: { participationPercent: 61.6598 } });
    expect(cuts.at(-1)).toMatchObject({ participationBasis: 'C_CS', recomputed: {}, published: { participationPercent: 63.4497 } });
    expect(await findingsOf(join('ine-2018-nacional-json', must(names.at(-1), 'the last cut')), { final: true })).toEqual([]);
  });
});

const said = (findings: readonly Finding[]) => findings.map((one) => `${one.severity} ${one.check} ${one.count}`);
