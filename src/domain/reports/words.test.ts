import { expect, test } from 'vitest';
import type { ReportRefusal } from './decide.ts';
import { kindWords, reportRefusalText } from './words.ts';

/** One sample a refusal: the compiler counts the rows. */
const samples: { readonly [K in ReportRefusal['kind']]: Extract<ReportRefusal, { kind: K }> } = {
  'cutoff-in-future': { kind: 'cutoff-in-future', cutoff: '2020-03-10', today: '2020-03-09' },
  'edition-needs-reason': { kind: 'edition-needs-reason', cutoff: '2020-03-10', edition: 2 },
  'report-unknown': { kind: 'report-unknown', report: 'informe-7' },
  'circulated-already': { kind: 'circulated-already', report: 'informe-7', on: '2020-03-12' },
  'not-circulated': { kind: 'not-circulated', report: 'informe-7' },
  'published-already': { kind: 'published-already', report: 'informe-7', on: '2020-03-12' },
  'not-frozen-yet': { kind: 'not-frozen-yet', report: 'informe-7', frozenOn: '2020-03-12' },
};

test.each(Object.values(samples))('$kind: what was refused and what to do, in both languages, its days in full', (refusal) => {
  const { es, en } = reportRefusalText(refusal);
  for (const text of [es, en]) {
    expect(text).toMatch(/^\p{Lu}.+[.:] \p{L}.+\.$/u);
    expect(text).not.toMatch(/undefined|\d{4}-\d{2}-\d{2}/);
  }
  expect(es).not.toBe(en);
});

test('each kind of informe has its name in both languages', () => {
  for (const { es, en } of Object.values(kindWords)) expect(es && en && es !== en).toBeTruthy();
});
