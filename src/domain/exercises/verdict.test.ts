import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stateAfter } from '../../../test/given.ts';
import { must } from '../../core/result.ts';
import { type Figures, phases } from './events.ts';
import type { Exercise } from './state.ts';
import { complete, contextFold, drill, ground, held, measured, planned } from './test-exercises.ts';
import { type ConditionName, type Truth, verdictByRule } from './verdict.ts';
import { gapOf, phaseStrip } from './views.ts';

const ran = (figures?: Figures): Exercise => {
  const events = [...ground, planned(), held(), ...(figures ? [measured(figures)] : [])];
  return must(stateAfter(contextFold, events).exercises.exercises.get(drill), 'it was planned');
};
const truths = (exercise: Exercise): Partial<Record<ConditionName, Truth>> =>
  Object.fromEntries(verdictByRule(exercise).conditions.map((one) => [one.name, one.truth]));
const without = (figures: Figures, at: number): Figures => ({ phases: (figures.phases ?? []).filter((_, i) => i !== at) });

describe('the verdict by rule', () => {
  test('every phase in order, all the planned volume, and as many published as captured: successful', () => {
    expect(verdictByRule(ran(complete())).verdict).toBe('successful');
  });
  test('nothing measured: no information, on every condition', () => {
    expect(verdictByRule(ran())).toMatchObject({ verdict: 'unknown' });
    expect(truths(ran())).toEqual({ phases: 'unknown', order: 'unknown', volume: 'unknown', match: 'unknown' });
  });
  test('a phase that was not exercised breaks it, and is named', () => {
    const run = (complete().phases ?? []).map((one) => (one.phase === 'cotejo' ? { phase: one.phase, exercised: false } : one));
    const { verdict, conditions } = verdictByRule(ran({ phases: run }));
    expect(verdict).toBe('unsuccessful');
    expect(conditions[0]).toEqual({ name: 'phases', truth: 'broken', missing: ['cotejo'], unknown: [] });
  });
  test('two phases known to have run the wrong way round break it, whatever else is unknown', () => {
    const run = (['publicacion', 'captura'] as const).map((phase, i) => ({ phase, exercised: true, order: i + 1 }));
    expect(truths(ran({ phases: run }))).toMatchObject({ phases: 'unknown', order: 'broken' });
  });
  test('another order is kept when that is what was planned', () => {
    const casilla = ['digitalizacion', 'acopio', 'captura', 'publicacion', 'cotejo', 'empaquetado'] as const;
    expect(truths(ran(complete(1000, casilla))).order).toBe('broken');
    const exercise = ran(complete(1000, casilla));
    expect(truths({ ...exercise, plans: [{ ...exercise.plans[0], phases: casilla.slice(0, 2) }] }).order).toBe('met');
  });
  test('one acta less than planned breaks a drill; of the night 95 % is enough', () => {
    expect(truths(ran(complete(999))).volume).toBe('broken');
    const night = { ...ran(complete(950)), kind: 'election-night' as const };
    expect(truths(night).volume).toBe('met');
    expect(truths({ ...night, measures: ran(complete(949)).measures }).volume).toBe('broken');
    expect(truths({ ...night, measures: ran({ publishedPercent: 94.9 }).measures }).volume).toBe('broken');
  });
  test('captured and published that differ break it, by the numbers or because the source says so', () => {
    const [captura, publicacion] = (['captura', 'publicacion'] as const).map((phase, i) => ({ phase, exercised: true, actas: 10 - i }));
    expect(truths(ran({ phases: [captura, publicacion].flatMap((one) => one ?? []) })).match).toBe('broken');
    expect(truths(ran({ coincide: false })).match).toBe('broken');
    expect(truths(ran({ coincide: true })).match).toBe('met');
  });

  test('law: leaving out what is known of a successful exercise never makes it unsuccessful, nor any unknown a zero', () => {
    fc.assert(
      fc.property(fc.nat({ max: phases.length - 1 }), (at) => {
        const exercise = ran(without(complete(), at));
        expect(verdictByRule(exercise).verdict).toBe('unknown');
        expect(phaseStrip(exercise).find(({ phase }) => phase === phases[at])?.run).toBeUndefined();
        if (phases[at] === 'captura' || phases[at] === 'publicacion') expect(gapOf(exercise)).toBeUndefined();
      }),
    );
  });
  test('law: successful if and only if every condition is met, unsuccessful if and only if one is broken', () => {
    const phaseRun = fc.record(
      {
        phase: fc.constantFrom(...phases),
        exercised: fc.boolean(),
        order: fc.integer({ min: 1, max: 6 }),
        actas: fc.constantFrom(0, 999, 1000),
      },
      { requiredKeys: ['phase', 'exercised'] },
    );
    const figures = fc.record(
      {
        phases: fc.uniqueArray(phaseRun, { selector: (one) => one.phase }),
        coincide: fc.boolean(),
        publishedPercent: fc.constantFrom(0, 99, 100),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(figures, (known) => {
        const { verdict, conditions } = verdictByRule(ran(known as Figures)); // fast-check leaves out keys, never sets undefined
        const said = conditions.map((one) => one.truth);
        expect(verdict === 'successful').toBe(said.every((one) => one === 'met'));
        expect(verdict === 'unsuccessful').toBe(said.includes('broken'));
      }),
    );
  });
});
