import { describe, expect, test } from 'vitest';
import { langs } from '../../core/words.ts';
import type { PlanRefusal } from './decide.ts';
import { type Step, steps } from './state.ts';
import { statuses } from './status.ts';
import { planRefusalText, shapeOf, statusMark, statusWords, stepWords } from './words.ts';

/** One sample a refusal: the compiler counts the rows. */
const samples: { readonly [K in PlanRefusal['kind']]: Extract<PlanRefusal, { kind: K }> } = {
  'process-unknown': { kind: 'process-unknown' },
  'election-day-missing': { kind: 'election-day-missing' },
  'plan-in-force': { kind: 'plan-in-force', jornada: '2020-06-07', on: '2019-09-30' },
  'replan-needed': { kind: 'replan-needed', jornada: '2020-06-07' },
  'plan-for-another-day': { kind: 'plan-for-another-day', jornada: '2020-06-07', expected: '2020-10-18' },
  'before-last-decision': { kind: 'before-last-decision', on: '2020-07-29', last: '2020-07-30' },
  'no-plan': { kind: 'no-plan' },
  'opl-unknown': { kind: 'opl-unknown', opl: 'iec' },
  'obligation-unknown': { kind: 'obligation-unknown', key: 'E14' },
  'code-unknown': { kind: 'code-unknown', code: 'E14' },
  'reporting-open': { kind: 'reporting-open', opl: 'iec', since: '2020-01-01' },
  'step-not-possible': { kind: 'step-not-possible', step: 'review', after: 'nothing' },
  'before-last-step': { kind: 'before-last-step', on: '2020-02-05', last: '2020-02-06' },
  'document-dated-later': { kind: 'document-dated-later', effectiveDate: '2020-02-06', on: '2020-02-05' },
  'until-elsewhere': { kind: 'until-elsewhere', step: 'deliver' },
  'reason-missing': { kind: 'reason-missing' },
};

describe('the words of the plan', () => {
  test.each(Object.values(samples))('$kind: what was refused and what to do, in both languages, its days in full', (refusal) => {
    const { es, en } = planRefusalText(refusal);
    for (const text of [es, en]) {
      expect(text).toMatch(/^[\p{Lu}“].+[.:] \p{L}.+\.$/u);
      expect(text).not.toMatch(/undefined|\d{4}-\d{2}-\d{2}/);
    }
    expect(es).not.toBe(en);
  });

  test('a step that does not follow is named as on its button, with the state it was tried from', () => {
    expect(planRefusalText(samples['step-not-possible']).es).toContain('«Poner en revisión» en el estado actual (sin registro)');
    const { es, en } = planRefusalText({ kind: 'step-not-possible', step: 'deliver', after: 'conclude' });
    expect(es).toContain('«Registrar entrega» en el estado actual (Concluida)');
    expect(en).toContain('“Record delivery” is not possible in the present state (Concluded)');
  });

  test('no two statuses share a word, and each is drawn', () => {
    for (const lang of langs) {
      expect(new Set(statuses.map((status) => statusWords[status][lang])).size).toBe(statuses.length);
      for (const status of statuses) expect(statusMark(status, lang)).toEqual({ shape: shapeOf[status], word: statusWords[status][lang] });
    }
  });

  test('lateness and being done have shapes of their own; no information never looks like lateness', () => {
    expect(statuses.filter((status) => shapeOf[status] === 'late')).toEqual(['overdue']);
    expect(statuses.filter((status) => shapeOf[status] === 'done')).toEqual(['concluded']);
    expect(statuses.filter((status) => shapeOf[status] === 'doneLate')).toEqual(['concluded-late']);
  });

  test('every step has a button and a past, in both languages', () => {
    // The keys of `steps` are the verbs.
    for (const verb of Object.keys(steps) as Step[])
      for (const lang of langs) expect(stepWords[verb].button[lang] && stepWords[verb].done[lang]).toBeTruthy();
  });
});
