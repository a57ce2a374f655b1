import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { must } from '../../core/result.ts';
import { openPrep } from '../load/open-prep.ts';
import type { Prep } from '../load/prep.ts';
import { allChecks } from './all.ts';
import { severities, shownRows } from './check.ts';
import { localTime } from './context.ts';
import { findingsOf, offencesOf, runChecks } from './run.ts';
import { publishedCut } from './test-published.ts';

const sample = (id: string, file = 'bad.csv') => join(import.meta.dirname, id, file);

describe('the checks of a loaded cut', () => {
  let prep: Prep;
  beforeAll(async () => {
    prep = await openPrep();
  });
  afterAll(() => prep.close());

  test('a cut is judged alone, whatever other cuts are loaded beside it', async () => {
    const wrong = await publishedCut(prep, sample('total-different'));
    const right = await publishedCut(prep, sample('total-different', 'good.csv'));
    const subjects = async (cut: typeof wrong) => (await runChecks(prep, cut)).map((one) => [one.cut, one.check, one.subject]);
    expect(await subjects(wrong)).toEqual([
      [wrong.cut, 'total-different', 'capturedPercent'],
      [wrong.cut, 'total-different', 'votesWithSpecials'],
      [wrong.cut, 'out-of-catalogue', null],
    ]);
    expect(await subjects(right)).toEqual([[right.cut, 'out-of-catalogue', null]]);
  });

  test('what needs a column that is missing is not asked: its absence is the finding', async () => {
    const cut = await publishedCut(prep, sample('expected-column-missing'));
    const found = (await runChecks(prep, cut)).map((one) => one.check);
    expect(found).toContain('expected-column-missing');
    expect(found).not.toContain('counted-without-verification');
    expect(found).not.toContain('counted-without-hash');
  });

  test('the basis of participation is asked about in the final cut only', async () => {
    const cut = await publishedCut(prep, sample('participation-final-basis'));
    const found = async (final: boolean) => (await runChecks(prep, cut, { final })).map((one) => one.check);
    expect(await found(false)).not.toContain('participation-final-basis');
    expect(await found(true)).toContain('participation-final-basis');
  });

  test('findings about columns name all of them; findings about rows begin with the first', async () => {
    const cut = await publishedCut(prep, sample('required-column-missing'));
    const missing = (await runChecks(prep, cut)).find((one) => one.check === 'required-column-missing');
    expect(missing).toMatchObject({ count: 2, rows: [], expected: 'CLAVE_ACTA · LISTA_NOMINAL' });
  });

  test('a finding shows the first rows and counts all; the rest come page by page', async () => {
    const check = must(
      allChecks.find((one) => one.id === 'hash-repeated'),
      'it is a check',
    );
    const offences = Array.from({ length: 45 }, (_, i) => ({ row: i + 1, subject: null, saw: `${i}`, expected: '' }));
    const [one] = findingsOf(check, 3, { count: 45, offences });
    expect(one).toMatchObject({ count: 45, cut: 3, saw: '0' });
    expect(one?.rows).toEqual(Array.from({ length: shownRows }, (_, i) => i + 1));
    const cut = await publishedCut(prep, sample('required-column-missing'));
    const second = await offencesOf(prep, cut, 'required-column-missing', { limit: 1, offset: 1 });
    expect(second.map((offence) => offence.subject)).toEqual(['LISTA_NOMINAL']);
  });

  test('the gravest come first', async () => {
    const cut = await publishedCut(prep, sample('total-rounded'));
    const order = (await runChecks(prep, cut)).map((one) => severities.indexOf(one.severity));
    expect(order.length).toBeGreaterThan(1);
    expect(order).toEqual(order.toSorted());
  });
});

test('the time of a cut is compared as the local time it was published in', () => {
  expect(localTime('2024-06-03T20:00:00-06:00')).toBe('2024-06-03 20:00:00');
  expect(localTime('2024-06-03T20:00:00')).toBe('2024-06-03 20:00:00');
  expect(localTime(null)).toBeNull();
});
