import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { stateAfter } from '../../../test/given.ts';
import type { ExercisesContext } from './decide.ts';
import * as decide from './decide.ts';
import { type NewExercisesEvent, observationOutcomes } from './events.ts';
import { type AnyEvent, by, contextFold, drill, ground, held, observed, planned, said } from './test-exercises.ts';

type Log = readonly Parameters<typeof stateAfter<ExercisesContext, AnyEvent>>[1][number][];
const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8');
const diagrams = [...readme.matchAll(/```mermaid\n([\s\S]*?)```/g)].map(([, text = '']) =>
  [...text.matchAll(/^ {2}(\S+) --> (\S+): (\S+)$/gm)].map(([, from, to, verb]) => `${from} --> ${to}: ${verb}`).toSorted(),
);

const [on, reason] = ['2020-10-04', said('Motivo')];
const act = { on, by };
const observation = `${drill}/1`;
const resolved = (outcome: (typeof observationOutcomes)[number]): NewExercisesEvent => ({
  type: 'ExerciseObservationResolved',
  ...act,
  data: { observation, outcome, note: reason },
});
const terms = { checkpoint: 'iec-continuar', opl: 'iec', date: on, title: reason, criteria: [reason], planB: reason };
const answer = { checkpoint: 'iec-continuar', decision: 'go' as const, criteria: [{ met: true }], reason };

/** Every change that is allowed when each verb is tried from each state. */
function allowed(
  worlds: readonly Log[],
  verbs: readonly (readonly [string, (state: ExercisesContext) => ReturnType<typeof decide.planExercise>])[],
  nameOf: (state: ExercisesContext) => string,
) {
  const found = worlds.flatMap((log) =>
    verbs.flatMap(([verb, ask]) => {
      const state = stateAfter(contextFold, log);
      const from = nameOf(state);
      const decision = ask(state);
      return decision.ok ? [`${from} --> ${nameOf(stateAfter(contextFold, [...log, ...decision.value]))}: ${verb}`] : [];
    }),
  );
  return [...new Set(found)].toSorted();
}

describe('the diagrams of the README', () => {
  test('draw exactly what may be done with an exercise', () => {
    const cancelled: NewExercisesEvent = { type: 'ExerciseCancelled', on: '2020-09-20', by, data: { exercise: drill, reason } };
    const worlds: readonly Log[] = [ground, [...ground, planned()], [...ground, planned(), held()], [...ground, planned(), cancelled]];
    const remark = { text: reason, weight: 'mandatory' as const };
    const verbs = [
      ['planExercise', (s: ExercisesContext) => decide.planExercise(s, { ...act, opl: 'iec', kind: 'drill', number: 1, date: on, reason })],
      ['cancelExercise', (s: ExercisesContext) => decide.cancelExercise(s, { ...act, exercise: drill, reason })],
      ['holdExercise', (s: ExercisesContext) => decide.holdExercise(s, { ...act, exercise: drill })],
      ['measureExercise', (s: ExercisesContext) => decide.measureExercise(s, { ...act, exercise: drill })],
      ['observeExercise', (s: ExercisesContext) => decide.observeExercise(s, { ...act, exercise: drill, ...remark })],
      ['judgeExercise', (s: ExercisesContext) => decide.judgeExercise(s, { ...act, exercise: drill, verdict: 'successful', reason })],
      [
        'linkVerification',
        (s: ExercisesContext) => decide.linkVerification(s, { ...act, exercise: drill, verification: 'verification:v' }),
      ],
    ] as const;
    expect(allowed(worlds, verbs, ({ exercises }) => exercises.exercises.get(drill)?.status.kind ?? '[*]')).toEqual(diagrams[0]);
  });

  test('draw exactly what may become of an observation', () => {
    const worlds: readonly Log[] = [
      [...ground, planned(), held()],
      [...ground, planned(), held(), observed()],
      ...observationOutcomes.map((outcome) => [...ground, planned(), held(), observed(), resolved(outcome)]),
    ];
    const verbs = [
      [
        'observeExercise',
        (s: ExercisesContext) =>
          s.exercises.observations.has(observation)
            ? decide.resolveObservation(s, { ...act, observation: '', outcome: 'not', note: reason }) // a second one is another observation
            : decide.observeExercise(s, { ...act, exercise: drill, text: reason, weight: 'mandatory' }),
      ],
      ...observationOutcomes.map(
        (outcome) =>
          [
            'resolveObservation',
            (s: ExercisesContext) => decide.resolveObservation(s, { ...act, observation, outcome, note: reason }),
          ] as const,
      ),
    ] as const;
    const nameOf = ({ exercises }: ExercisesContext) => {
      const known = exercises.observations.get(observation);
      return known ? (known.resolutions.at(-1)?.outcome ?? 'open') : '[*]';
    };
    expect(allowed(worlds, verbs, nameOf)).toEqual(diagrams[1]);
  });

  test('draw exactly what may be done with a checkpoint', () => {
    const set: NewExercisesEvent = { type: 'CheckpointSet', on: '2020-09-01', by, data: terms };
    const decided: NewExercisesEvent = { type: 'CheckpointDecided', ...act, data: answer };
    const verbs = [
      ['setCheckpoint', (s: ExercisesContext) => decide.setCheckpoint(s, { ...act, ...terms, reason })],
      ['decideCheckpoint', (s: ExercisesContext) => decide.decideCheckpoint(s, { ...act, ...answer })],
    ] as const;
    const nameOf = ({ exercises }: ExercisesContext) => {
      const known = exercises.checkpoints.get(terms.checkpoint);
      return known ? (known.decision ? 'decided' : 'set') : '[*]';
    };
    expect(allowed([ground, [...ground, set], [...ground, set, decided]], verbs, nameOf)).toEqual(diagrams[2]);
  });
});
