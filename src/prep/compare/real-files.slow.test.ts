import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { must } from '../../core/result.ts';
import { openPrep } from '../load/open-prep.ts';
import type { Prep } from '../load/prep.ts';
import { readSources } from '../source/read.ts';
import { compareSources } from './computos.ts';
import { compareCuts, type SeriesResult } from './cuts.ts';
import { compareMirrors } from './mirrors.ts';

const data = join(import.meta.dirname, '../../../../shared/data/prep');
const missing = !existsSync(data);
vi.setConfig({ testTimeout: 60_000 });
if (missing) console.warn(`${data} is not here: comparisons of the real files are not tested`);

describe.skipIf(missing)('the real files', () => {
  let prep: Prep;
  beforeEach(async () => {
    prep = await openPrep();
  });
  afterEach(() => prep.close());

  async function load(...paths: readonly string[]) {
    const sources = await readSources(
      paths.map((path) => join(data, path)),
      prep.temp,
    );
    for (const source of sources) if (source.kind === 'results' || source.kind === 'aggregate-json') await prep.load(source);
    return prep.cuts;
  }
  const series = async (...paths: readonly string[]): Promise<SeriesResult> =>
    must((await compareCuts(prep.connection, await load(...paths)))[0], 'one election');
  const puebla = (election: string) =>
    series(`puebla-2024/20240603_1800/PUE_${election}_2024.csv`, `puebla-2024/20240603_2000/PUE_${election}_2024.csv`);
  const errors = ({ findings }: SeriesResult) =>
    findings.filter(({ severity }) => severity === 'error').map(({ check, count }) => [check, count]);

  test('Puebla 2024, governor: 501 newly captured, 81 of them counted, and none changed', async () => {
    const result = await puebla('GUB');
    expect(result.changes).toMatchObject([
      {
        newRows: 0,
        goneRows: 0,
        newlyCaptured: 501,
        newlyCounted: 81,
        changedAfterCapture: 0,
        calculatedFell: 0,
        votesDelta: 0,
        statusBack: 0,
        catalogueChanged: 0,
        uncertainMatches: 0,
      },
    ]);
    expect(errors(result)).toEqual([]);
  });

  test('Puebla 2024, local deputies: 438 newly captured, 72 of them counted, and none changed', async () => {
    expect((await puebla('DIP_LOC')).changes).toMatchObject([
      { newRows: 0, goneRows: 0, newlyCaptured: 438, newlyCounted: 72, changedAfterCapture: 0, votesDelta: 0 },
    ]);
  });

  test('Puebla 2024, municipalities: 43 actas changed after publication, 18 totals fell, 139 votes fewer', async () => {
    const result = await puebla('AYUN');
    expect(result.changes).toMatchObject([
      { newRows: 0, goneRows: 0, newlyCaptured: 311, newlyCounted: 82, changedAfterCapture: 43, calculatedFell: 18, votesDelta: -139 },
    ]);
    expect(result.changes[0]?.columns.map(({ name, count }) => [name, count])).toEqual([
      ['C_NAP_FXMP', 24],
      ['calculated', 18],
      ['FXMP', 16],
      ['MC', 3],
    ]);
    expect(errors(result)).toEqual([['vote-changed', 43]]);
  });

  test.each(['GOB', 'DIP_LOC', 'AYUN', 'JUNTAS'])('Campeche 2021, %s: six cuts, nothing lost and nothing changed', async (election) => {
    const files = globSync(`campeche-2021/*/CAMP_${election}_2021.csv`, { cwd: data }).toSorted();
    expect(files).toHaveLength(6);
    const { changes, findings } = await series(...files);
    expect(changes).toHaveLength(5);
    for (const change of changes)
      expect(change).toMatchObject({
        goneRows: 0,
        newInCatalogue: 0,
        changedAfterCapture: 0,
        votesDelta: 0,
        statusBack: 0,
        uncertainMatches: 0,
      });
    expect(changes.reduce((sum, change) => sum + change.newRows, 0)).toBe(3);
    expect(findings.filter(({ severity }) => severity !== 'note')).toEqual([]);
  });

  test('Campeche 2021: files given in any order are put in the order of their cuts, each election by itself', async () => {
    const files = globSync('campeche-2021/*/CAMP_{GOB,JUNTAS}_2021.csv', { cwd: data }).toSorted().toReversed();
    const results = await compareCuts(prep.connection, await load(...files));
    expect(results.map(({ cuts, changes }) => [cuts.length, changes.length])).toEqual([
      [6, 5],
      [6, 5],
    ]);
    expect(
      results.flatMap(({ changes }) => changes).every(({ changedAfterCapture, goneRows }) => changedAfterCapture + goneRows === 0),
    ).toBe(true);
    expect(results.map(({ findings }) => findings[0]?.check)).toEqual(['out-of-order', 'out-of-order']);
  });

  test('INE 2018: 98 cuts about fifteen minutes apart, and participation jumps at the last by a change of basis', async () => {
    const { changes, cadence, findings } = await series('ine-2018-nacional-json');
    expect(changes).toHaveLength(97);
    expect(cadence).toMatchObject({ cuts: 98, medianMinutes: 15, lastTooLate: false });
    expect(findings.filter(({ check }) => check === 'participation-basis-changed')).toMatchObject([
      { cut: 98, saw: expect.stringContaining('63.4497'), expected: expect.stringContaining('62.6903') },
    ]);
  });

  test('Tamaulipas 2023: of 4,775 casillas in PREP and cómputos 3,422 are equal and 1,353 differ', async () => {
    const [prepCut, computos] = await load(
      'tamaulipas-2023/20230220_1105_PREP_SEN_TAMPS_ext/TAMPS_SEN_FED_ext_2023.csv',
      'tamaulipas-2023/20230222_2200_COMPUTOS_SEN_TAMPS_ext/TAMPS_SEN_FED_ext_2023.csv',
    );
    const found = await compareSources(prep.connection, must(prepCut, 'two files'), must(computos, 'two files'));
    expect(found).toMatchObject({
      matched: 4775,
      equal: 3422,
      different: 1353,
      onlyLeft: 3,
      onlyRight: 3,
      withoutKeyLeft: 4,
      withoutKeyRight: 0,
      uncertainMatches: 0,
      columnsOnlyLeft: [],
      columnsOnlyRight: [],
    });
    expect(found.keysOnlyRight).toEqual(expect.arrayContaining(['281318S0100', '280243S0100', '281469S0100']));
  });

  test('Tamaulipas 2023: the package and the folder hold the same file, byte by byte', async () => {
    const [zipped, loose] = await load(
      'tamaulipas-2023/20230220_1105_PREP_SEN_TAMPS_ext.zip',
      'tamaulipas-2023/20230220_1105_PREP_SEN_TAMPS_ext/TAMPS_SEN_FED_ext_2023.csv',
    );
    expect(await compareMirrors(prep.connection, must(zipped, 'two files'), must(loose, 'two files'))).toMatchObject({ equalBytes: true });
  });
});
