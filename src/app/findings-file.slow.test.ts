import { globSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { must } from '../core/result.ts';
import { bytesOf, type FindingsFile, findingsFile } from '../domain/verifications/findings-file.ts';
import { verifyPrep } from '../prep/verify.ts';
import { findingsFilesOf, rangesOf } from './findings-file.ts';
import { askedOf, countsOf } from './record-verification.ts';

const sample = 'src/prep/samples/campeche-2021-juntas';
const fileOf = async (...paths: readonly string[]): Promise<FindingsFile> =>
  must(findingsFilesOf(await verifyPrep(paths), askedOf({}))[0], 'one election').file;

describe('the findings file', () => {
  let folder = '';
  let whole: FindingsFile;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'atalaya-findings-'));
    whole = await fileOf(sample);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('passes its own schema, says nothing of the machine, and is the same bytes each time', async () => {
    expect(findingsFile.parse(JSON.parse(new TextDecoder().decode(bytesOf(whole))))).toEqual(whole);
    const elsewhere = join(folder, 'otra');
    for (const path of globSync('*/*.csv', { cwd: sample })) {
      await mkdir(join(elsewhere, path, '..'), { recursive: true });
      await writeFile(join(elsewhere, path), await readFile(join(sample, path)));
    }
    expect(Buffer.from(bytesOf(await fileOf(elsewhere))).toString()).toBe(Buffer.from(bytesOf(whole)).toString());
  });

  test('a rule broken in one place is one finding over all the cuts in which it is seen', () => {
    const total = whole.findings.filter((one) => one.check === 'total-different');
    expect(total).toMatchObject([{ subject: 'votesWithoutSpecials', seen: [[2, 6]], correctedIn: null }]);
    const repeated = whole.findings.filter((one) => one.check === 'acta-key-repeated');
    expect(repeated).toHaveLength(24);
    expect(new Set(whole.findings.map((one) => one.id)).size).toBe(whole.findings.length);
  });

  test('open in cut 1, corrected in cut 3: it stays on record, under the id it has when it was open', async () => {
    const paths = globSync(`${sample}/*/*.csv`).toSorted();
    const last = await readFile(must(paths[5], 'six cuts'), 'latin1');
    const at = (name: string, time: string, text: string) => ({ name, text: text.replace('07/06/2021 20:00', `07/06/2021 ${time}`) });
    // A vote of a counted acta is other in the second cut, and as it was again in the third.
    const [before, after] = ['040118B010007', '0118'];
    expect(last).toContain(before);
    expect(last).toContain(after);
    const changed = last.replace(/('?040118B010007.*)/, (line) =>
      line.replace(/,(\d+),(\d+),(\d+),(\d+),(\d+),(\d+),/, ',$1,$2,$3,$4,$5,999,'),
    );
    expect(changed).not.toBe(last);
    const cuts = [at('1.csv', '20:00', last), at('2.csv', '20:20', changed), at('3.csv', '20:40', last)];
    for (const { name, text } of cuts) await writeFile(join(folder, name), text, 'latin1');
    const two = await fileOf(join(folder, '1.csv'), join(folder, '2.csv'));
    const three = await fileOf(join(folder, '1.csv'), join(folder, '2.csv'), join(folder, '3.csv'));
    const own = (file: FindingsFile) => file.findings.filter((one) => one.subject === before && one.seen[0]?.[0] === 2);
    expect(own(two).length).toBeGreaterThan(0);
    expect(own(two).every((one) => one.correctedIn === null)).toBe(true);
    expect(own(three).map((one) => [one.id, one.check])).toEqual(own(two).map((one) => [one.id, one.check]));
    expect(own(three).every((one) => one.correctedIn === 3 && one.seen[0]?.[1] === 2)).toBe(true);
    expect(countsOf(three).corrected).toBeGreaterThan(countsOf(two).corrected);
  });
});

test.each([
  [[1, 2, 3], [[1, 3]]],
  [
    [1, 3, 4],
    [
      [1, 1],
      [3, 4],
    ],
  ],
  [[5, 5], [[5, 5]]],
] as const)('the cuts %j as ranges', (cuts, ranges) => {
  expect(rangesOf(cuts)).toEqual(ranges);
});
