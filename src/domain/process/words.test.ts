import { expect, test } from 'vitest';
import type { ProcessRefusal } from './decide.ts';
import { processRefusalText } from './words.ts';

/** One sample a refusal: the compiler counts the rows. */
const samples: { readonly [K in ProcessRefusal['kind']]: Extract<ProcessRefusal, { kind: K }> } = {
  'process-exists': { kind: 'process-exists' },
  'process-unknown': { kind: 'process-unknown' },
  'before-opening': { kind: 'before-opening', on: '2019-09-29', opened: '2019-09-30' },
  'before-last-decision': { kind: 'before-last-decision', on: '2020-03-31', last: '2020-04-01' },
  'opl-exists': { kind: 'opl-exists', opl: 'iec' },
  'opl-unknown': { kind: 'opl-unknown', opl: 'iec' },
  'election-day-set-already': { kind: 'election-day-set-already', jornada: '2020-06-07' },
  'election-day-missing': { kind: 'election-day-missing' },
  'election-day-same': { kind: 'election-day-same', jornada: '2020-06-07' },
  'election-day-not-after-act': { kind: 'election-day-not-after-act', jornada: '2020-06-07', on: '2020-06-08' },
  'suspended-already': { kind: 'suspended-already', since: '2020-04-01' },
};

test.each(Object.values(samples))('$kind: what was refused and what to do, in both languages, its days in full', (refusal) => {
  const { es, en } = processRefusalText(refusal);
  for (const text of [es, en]) {
    expect(text).toMatch(/^\p{Lu}.+[.:] \p{Lu}.+\.$/u);
    expect(text).not.toMatch(/undefined|\d{4}-\d{2}-\d{2}/);
  }
  expect(es).not.toBe(en);
});
