import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { main } from '../src/cli/main.ts';

/** The real files lie beside the repository; where they do not, these tests say so by being skipped. */
const data = new URL('../../shared/data/prep/', import.meta.url).pathname;
const real = describe.skipIf(!existsSync(data));

async function run(...args: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const exit = await main(
    args,
    (text) => out.push(text),
    (text) => err.push(text),
  );
  return { exit, out: out.join('\n'), err: err.join('\n') };
}
const json = async (...args: readonly string[]) => {
  const { exit, out } = await run('prep', 'verify', ...args, '--json');
  return { exit, result: JSON.parse(out) };
};

let scratch: string;
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'atalaya-prep-cli-'));
});
afterAll(() => rmSync(scratch, { recursive: true }));

real('atalaya prep on the real files', () => {
  const puebla = (hour: string, election: string) => `${data}puebla-2024/20240603_${hour}/PUE_${election}_2024.csv`;

  test('Puebla, ayuntamientos: 43 captured actas changed after publication, 18 totals fell, 139 votes fewer', async () => {
    const { exit, result } = await json(puebla('2000', 'AYUN'), puebla('1800', 'AYUN'));
    expect(exit).toBe(1);
    expect(result.cuts.map((cut: { cutAt: string }) => cut.cutAt)).toEqual(['2024-06-03T18:00:00-06:00', '2024-06-03T20:00:00-06:00']);
    expect(result.changes).toMatchObject([{ from: 1, to: 2, changedAfterCapture: 43, calculatedFell: 18, votesDelta: -139 }]);
  });

  test('Puebla, gubernatura: 501 newly captured, 81 of them counted, none changed', async () => {
    const { result } = await json(puebla('1800', 'GUB'), puebla('2000', 'GUB'));
    expect(result.changes).toMatchObject([{ newlyCaptured: 501, newlyCounted: 81, changedAfterCapture: 0 }]);
  });

  test('Puebla, diputaciones: the totals reconcile, 2,676,439 votes, participation 64.5965', async () => {
    const { result } = await json(puebla('2000', 'DIP_LOC'));
    const [cut] = result.cuts;
    expect(cut).toMatchObject({ rows: 8435, published: { votesWithSpecials: 2_676_439, participationPercent: 64.5965 } });
    expect(cut.comparisons.every((one: { kind: string }) => one.kind === 'equal')).toBe(true);
  });

  test('Tamaulipas, the package as published: 4,782 rows, 4,682 counted, 590,396 votes, participation over C_CS', async () => {
    const { result } = await json(`${data}tamaulipas-2023/20230220_1105_PREP_SEN_TAMPS_ext.zip`, '--final');
    expect(result.cuts).toMatchObject([
      {
        rows: 4782,
        published: { counted: 4682, votesWithSpecials: 590_396, participationPercent: 21.9615 },
        participationBasis: 'C_CS',
        standing: { 'out-of-catalogue': 4 },
      },
    ]);
    expect(result.cuts[0].comparisons).toHaveLength(13);
    expect(result.cuts[0].comparisons.every((one: { kind: string }) => one.kind === 'equal')).toBe(true);
    expect(result.cuts[0].findings).toContainEqual(expect.objectContaining({ check: 'hash-length', count: 1 }));
  });

  test('Tamaulipas against its cómputos: 4,775 casillas match, 3,422 equal and 1,353 different', async () => {
    const prep = `${data}tamaulipas-2023/20230220_1105_PREP_SEN_TAMPS_ext/TAMPS_SEN_FED_ext_2023.csv`;
    const computos = `${data}tamaulipas-2023/20230222_2200_COMPUTOS_SEN_TAMPS_ext/TAMPS_SEN_FED_ext_2023.csv`;
    const report = join(scratch, 'computos.pdf');
    const { exit, out } = await run('prep', 'compare', prep, computos, '--json', '--out', report);
    expect(readFileSync(report, 'latin1').startsWith('%PDF-')).toBe(true);
    const refused = await run('prep', 'compare', prep, computos, '--out', join(scratch, 'computos.xls'));
    expect([refused.exit, refused.err]).toEqual([2, expect.stringContaining('.pdf, .docx, .html o .md')]);
    expect(exit).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ matched: 4775, equal: 3422, different: 1353 });
  });

  test('Campeche: four elections are kept apart, nothing is lost or changed between six cuts, and the faults of the final ones are told', async () => {
    const { result } = await json(`${data}campeche-2021`);
    expect(new Set(result.cuts.map((cut: { electionKey: string }) => cut.electionKey)).size).toBe(4);
    expect(result.cuts).toHaveLength(24);
    expect(result.changes).toHaveLength(20);
    for (const change of result.changes) expect(change).toMatchObject({ goneRows: 0, changedAfterCapture: 0 });
    const finals = result.cuts.filter((_: unknown, i: number) => i % 6 === 5);
    const deputies = finals.find((cut: { electionKey: string }) => cut.electionKey.startsWith('DIP_LOC'));
    expect(deputies).toMatchObject({
      published: { votesWithSpecials: 372_947, captured: 1100, registered: 1099 },
      recomputed: { votesWithSpecials: 371_665 },
    });
    const governor = finals.find((cut: { electionKey: string }) => cut.electionKey.startsWith('GUB'));
    expect(governor.findings).toContainEqual(expect.objectContaining({ check: 'counted-without-verification', count: 106 }));
  });

  test('INE 2018: 98 national cuts about a quarter of an hour apart, and a jump of participation at the last one', async () => {
    const { result } = await json(`${data}ine-2018-nacional-json`);
    expect(result.cuts).toHaveLength(98);
    expect(result.cuts.at(-2).published.participationPercent).toBe(62.6903);
    expect(result.cuts.at(-1).published.participationPercent).toBe(63.4497);
    expect(result.betweenCuts.map((one: { check: string }) => one.check)).toContain('participation-basis-changed');
  });

  test('drills of the same publisher are read to the end and have much to tell', async () => {
    const { exit, result } = await json(`${data}puebla-2024-simulacros`, '--drill');
    expect(exit).toBe(1);
    expect(result.cuts.length).toBeGreaterThan(3);
    expect(result.cuts.flatMap((cut: { findings: unknown[] }) => cut.findings).length).toBeGreaterThan(20);
  });

  test('a report is written as PDF, and its findings as CSV, with the same contents each time', async () => {
    const file = join(scratch, 'v.pdf');
    await run('prep', 'verify', puebla('2000', 'GUB'), '--out', file);
    const first = readFileSync(file);
    await run('prep', 'verify', puebla('2000', 'GUB'), '--out', file);
    expect(readFileSync(file).equals(first)).toBe(true);
    const csv = join(scratch, 'v.csv');
    await run('prep', 'verify', puebla('2000', 'GUB'), '--out', csv);
    expect(readFileSync(csv, 'utf8')).toContain('key-truncated');
  });
});

describe('atalaya prep and what it cannot read', () => {
  test.each([
    ['an empty file', 'vacio.csv', ''],
    ['an HTML error page saved as CSV', 'error.csv', '<!doctype html><html><body>502 Bad Gateway</body></html>'],
    ['a PDF', 'acta.csv', '%PDF-1.7\n%âãÏÓ\n'],
    [
      'a header alone',
      'solo.csv',
      'CLAVE_CASILLA,CLAVE_ACTA,ID_ESTADO,SECCION,TOTAL_VOTOS_SACADOS,PAN,NULOS,TOTAL_VOTOS_CALCULADO,LISTA_NOMINAL,CONTABILIZADA\n',
    ],
  ])('%s is told in words, with what to do, and never thrown', async (_, name, text) => {
    const file = join(scratch, name);
    writeFileSync(file, text);
    const { exit, out, err } = await run('prep', 'verify', file);
    expect([1, 2]).toContain(exit);
    expect(`${out}${err}`).toContain(name);
  });

  test('a path that is not there: exit 2 and its name', async () => {
    const { exit, out } = await run('prep', 'verify', join(scratch, 'nada.csv'));
    expect(exit).toBe(2);
    expect(out).toContain('nada.csv');
  });

  test('every rule is listed with its family, gravity and source', async () => {
    const { exit, out } = await run('prep', 'checks', '--json', '--lang', 'en');
    expect(exit).toBe(0);
    const rows = JSON.parse(out);
    expect(rows.length).toBeGreaterThan(25);
    for (const row of rows)
      expect(row).toMatchObject({ id: expect.stringMatching(/./), title: expect.stringMatching(/./), source: expect.stringMatching(/./) });
  });
});
