import { describe, expect, test } from 'vitest';
import type { ExercisesRefusal } from './decide.ts';
import { exerciseName, exercisesRefusalText } from './words.ts';

const exercise = 'ieeh-simulacro-1';
const checkpoint = 'ieeh-continuar';
const observation = 'ieeh-simulacro-1/2';
const days = { date: '2020-09-27', on: '2020-09-28' };

/** One sample a refusal: the compiler counts the rows. */
const samples: { readonly [K in ExercisesRefusal['kind']]: Extract<ExercisesRefusal, { kind: K }> } = {
  'opl-unknown': { kind: 'opl-unknown', opl: 'ople' },
  'number-missing': { kind: 'number-missing', exercise: 'drill' },
  'number-needless': { kind: 'number-needless' },
  'exercise-unknown': { kind: 'exercise-unknown', exercise },
  'held-already': { kind: 'held-already', exercise },
  'cancelled-already': { kind: 'cancelled-already', exercise },
  'not-held': { kind: 'not-held', exercise },
  'reason-missing': { kind: 'reason-missing' },
  'planned-after-its-day': { kind: 'planned-after-its-day', ...days },
  'before-its-day': { kind: 'before-its-day', ...days },
  'before-last': { kind: 'before-last', on: '2020-09-26', last: '2020-09-27' },
  'phase-repeated': { kind: 'phase-repeated', phase: 'cotejo' },
  'order-repeated': { kind: 'order-repeated', order: 2 },
  'phase-not-exercised': { kind: 'phase-not-exercised', phase: 'cotejo' },
  'counts-contradict': { kind: 'counts-contradict', captured: 10, published: 9 },
  'progress-out-of-order': { kind: 'progress-out-of-order', minutes: 20 },
  'observation-unknown': { kind: 'observation-unknown', observation },
  'repeats-not-earlier': { kind: 'repeats-not-earlier', observation },
  'resolved-already': { kind: 'resolved-already', observation },
  'verification-linked': { kind: 'verification-linked', verification: 'verification:v' },
  'checkpoint-unknown': { kind: 'checkpoint-unknown', checkpoint },
  'checkpoint-of-other-opl': { kind: 'checkpoint-of-other-opl', checkpoint, opl: 'iec' },
  'decided-already': { kind: 'decided-already', checkpoint, on: '2020-10-12' },
  'criteria-differ': { kind: 'criteria-differ', expected: 2, given: 1 },
};

describe('the words of the exercises', () => {
  test.each(Object.values(samples))('$kind: what was refused, in whole sentences of both languages, with days in full', (refusal) => {
    const { es, en } = exercisesRefusalText(refusal);
    for (const text of [es, en]) {
      expect(text).toMatch(/^[\p{Lu}«“].+[.?]$/u);
      expect(text).not.toMatch(/undefined|\d{4}-\d{2}-\d{2}/);
    }
    expect(es).not.toBe(en);
  });
  test('name an exercise by its kind and number', () => {
    expect(exerciseName({ kind: 'drill', number: 3 }, 'es')).toBe('Simulacro 3');
    expect(exerciseName({ kind: 'functional-test', number: 1 }, 'es')).toBe('Prueba funcional');
    expect(exerciseName({ kind: 'functional-test', number: 2 }, 'en')).toBe('Functional test 2');
    expect(exerciseName({ kind: 'election-night' }, 'en')).toBe('Election night');
  });
});
