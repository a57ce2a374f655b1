import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { must } from '../core/result.ts';
import { header, row, small } from './load/test-files.ts';
import { findingsCsv } from './report/findings-csv.ts';
import { plainPaint, verificationText } from './report/text.ts';
import { exitOf, verifyPrep } from './verify.ts';

describe('what is handed in badly is told, and nothing is lost', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'atalaya-verify-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function files(name: string, contents: Readonly<Record<string, string>>): Promise<string> {
    const path = join(folder, name);
    await mkdir(path);
    for (const [file, content] of Object.entries(contents)) await writeFile(join(path, file), content);
    return path;
  }
  const at = (time: string, title = 'GUBERNATURA') => small({ title, date: `03/06/2024 ${time} (UTC-6)` });

  test('two elections in one folder are kept apart, and never compared', async () => {
    const path = await files('two', { 'a.csv': at('20:00'), 'b.csv': at('20:20', 'AYUNTAMIENTOS'), 'c.csv': at('20:20') });
    const { cuts, series } = await verifyPrep([path]);
    expect(series.map((one) => [one.electionKey, one.cuts.length, one.changes.length])).toEqual([
      ['GUB-21-2024', 2, 1],
      ['AYUN-21-2024', 1, 0],
    ]);
    expect(cuts.map((cut) => cut.loaded.file)).toEqual(['a.csv', 'c.csv', 'b.csv']);
  });

  test('cuts handed in out of order are compared in the order of their times, and it is said', async () => {
    const path = await files('order', { 'a.csv': at('20:20'), 'b.csv': at('20:00') });
    const result = await verifyPrep([path]);
    expect(result.cuts.map((cut) => cut.loaded.file)).toEqual(['b.csv', 'a.csv']);
    expect(result.series[0]?.findings.find((one) => one.check === 'out-of-order')).toMatchObject({
      severity: 'note',
      saw: 'a.csv, b.csv',
      expected: 'b.csv, a.csv',
    });
  });

  test('a page saved as CSV beside good cuts: they are verified, and it is named', async () => {
    const path = await files('page', { 'a.csv': at('20:00'), 'error.csv': '<!DOCTYPE html><html><body>503</body></html>' });
    const result = await verifyPrep([path]);
    expect(result.cuts).toHaveLength(1);
    expect(result.faults.map((one) => one.code)).toEqual(['html']);
    expect(verificationText(result, 'es', plainPaint)).toContain('error.csv');
    expect(exitOf(result)).toBe(1);
  });

  test('nothing that can be read: exit 2', async () => {
    const path = await files('nothing', { 'a.csv': '' });
    expect(exitOf(await verifyPrep([path]))).toBe(2);
    expect(exitOf(await verifyPrep([join(folder, 'is-not-there.csv')]))).toBe(2);
  });

  test('what would be a formula in a spreadsheet is exported as text', async () => {
    const evil = row.replace('210001B01002', '=HYPERLINK("http://evil")').replace('0001,01,B', '0001,01,Z');
    const path = await files('formula', { 'a.csv': small({ rows: [evil, evil] }) });
    const csv = findingsCsv(await verifyPrep([path]), 'es');
    expect(csv).toContain('HYPERLINK');
    expect(csv).not.toMatch(/(?:^|,)"?[=+@]/m);
  });

  test('a column called "; drop table is a party like any other, in every check and comparison', async () => {
    const name = '"""; drop table acta; --"';
    const evil = (time: string, votes: string) =>
      small({
        date: `03/06/2024 ${time} (UTC-6)`,
        header: header.replace(',PRI,', `,${name},`),
        rows: [row.replace(',10,12,3,', `,10,${votes},3,`)],
      });
    const path = await files('drop', { 'a.csv': evil('20:00', '12'), 'b.csv': evil('20:20', '11') });
    const { cuts, series } = await verifyPrep([path]);
    expect(cuts.map((cut) => cut.loaded.rows)).toEqual([1, 1]);
    const change = must(series[0]?.changes[0], 'two cuts');
    expect(change.changedAfterCapture).toBe(1);
    expect(change.columns.map((column) => column.name)).toEqual(['; drop table acta; --']);
  });
});
