import type { IsoDate } from '../../core/event.ts';
import { type CurvePoint, curveOf, expectedActas, publishedPercentOf, relativeCurve } from './curves.ts';
import type { ExerciseKind, Phase, PhaseRun } from './events.ts';
import { exerciseIdOf, usualExercises, usualObligation } from './identity.ts';
import type {
  Checkpoint,
  CheckpointTerms,
  Exercise,
  ExerciseObservation,
  ExercisesState,
  Judgement,
  Measure,
  PlannedRun,
} from './state.ts';
import { actasAfter, type Condition, orderOfPhases, type RuleVerdict, type Truth, verdictByRule } from './verdict.ts';

import { exerciseName, standingMark, verdictNames } from './words.ts';

export {
  actasAfter,
  type Checkpoint,
  type Condition,
  type CurvePoint,
  curveOf,
  type Exercise,
  type ExerciseObservation,
  type ExercisesState,
  exerciseIdOf,
  exerciseName,
  expectedActas,
  type Judgement,
  type Measure,
  type PlannedRun,
  publishedPercentOf,
  type RuleVerdict,
  relativeCurve,
  standingMark,
  type Truth,
  verdictByRule,
  verdictNames,
};

export const planOf = (exercise: Exercise): PlannedRun => exercise.plans.at(-1) ?? exercise.plans[0];
/** The figures in force; absent: nobody stated any. */
export const measureOf = (exercise: Exercise): Measure | undefined => exercise.measures.at(-1);
export const termsOf = (checkpoint: Checkpoint): CheckpointTerms => checkpoint.terms.at(-1) ?? checkpoint.terms[0];

/** The day it was run, or is to be run. */
export const dayOf = (exercise: Exercise): IsoDate => (exercise.status.kind === 'held' ? exercise.status.on : planOf(exercise).date);

/** What an exercise is on a day: nobody says that a planned one whose day has passed was run. */
export type Outcome = 'upcoming' | 'held' | 'cancelled' | 'unknown';
export const outcomeOn = (exercise: Exercise, day: IsoDate): Outcome =>
  exercise.status.kind !== 'planned' ? exercise.status.kind : planOf(exercise).date < day ? 'unknown' : 'upcoming';

/**
 * How an exercise stands, all verdicts taken together: one that says it was not successful outweighs the others. Held and neither
 * judged nor measurable is just that.
 */
export type Standing = 'successful' | 'with-observations' | 'unsuccessful' | 'held' | 'upcoming' | 'cancelled' | 'unknown';

export function standingOf(exercise: Exercise | undefined, day: IsoDate): Standing {
  const outcome = exercise === undefined ? 'unknown' : outcomeOn(exercise, day);
  if (exercise === undefined || outcome !== 'held') return outcome;
  const said = [verdictByRule(exercise).verdict, ...judgementsOf(exercise).map((one) => one.verdict)];
  return (['unsuccessful', 'with-observations', 'successful'] as const).find((verdict) => said.includes(verdict)) ?? 'held';
}

const order: Readonly<Record<ExerciseKind, number>> = { 'functional-test': 0, drill: 1, 'extra-drill': 1, 'election-night': 2 };

/** Exercises of one OPL in the order in which they were run or are to be run; the night last. */
export const exercisesOf = (state: ExercisesState, opl: string): readonly Exercise[] =>
  [...state.exercises.values()]
    .filter((one) => one.opl === opl)
    .sort(
      (a, b) => order[a.kind] - order[b.kind] || (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : (a.number ?? 0) - (b.number ?? 0)),
    );

/** Which exercise, whether or not anybody recorded it. */
export type ExerciseSlot = { readonly id: string; readonly kind: ExerciseKind; readonly number?: number; readonly obligation?: string };
export type ExerciseRow = { readonly slot: ExerciseSlot; readonly exercise?: Exercise };

/** What every OPL has to run, recorded or not, and what it ran besides: of what nobody recorded there is no information. */
export function exerciseRows(state: ExercisesState, opl: string): readonly ExerciseRow[] {
  const rows = exercisesOf(state, opl).map((exercise): ExerciseRow => ({ slot: slotOf(exercise), exercise }));
  for (const { kind, number } of usualExercises) {
    const missing = slot(opl, kind, number, usualObligation(kind, number));
    if (state.exercises.has(missing.id)) continue;
    // What is recorded keeps its order; what is not stands before the first of a later kind or number.
    const at = rows.findIndex((row) => comesAfter(row.slot, missing));
    rows.splice(at === -1 ? rows.length : at, 0, { slot: missing });
  }
  return rows;
}

const comesAfter = (a: ExerciseSlot, b: ExerciseSlot): boolean =>
  order[a.kind] > order[b.kind] || (a.kind === b.kind && (a.number ?? 0) > (b.number ?? 0));

const slot = (opl: string, kind: ExerciseKind, number?: number, obligation?: string): ExerciseSlot => ({
  id: exerciseIdOf(opl, kind, number),
  kind,
  ...(number === undefined ? {} : { number }),
  ...(obligation === undefined ? {} : { obligation }),
});

export const slotOf = (exercise: Exercise): ExerciseSlot => slot(exercise.opl, exercise.kind, exercise.number, obligationOf(exercise));

/** The obligation it fulfils, as stated when it was planned or by the code both norms give it. */
export const obligationOf = (exercise: Exercise): string | undefined =>
  planOf(exercise).obligation ?? usualObligation(exercise.kind, exercise.number);

/** Each phase with what is known of it; `undefined`: nobody said whether it was exercised. */
export const phaseStrip = (exercise: Exercise): readonly { readonly phase: Phase; readonly run: PhaseRun | undefined }[] => {
  const runs = measureOf(exercise)?.phases ?? [];
  return orderOfPhases(planOf(exercise)).map((phase) => ({ phase, run: runs.find((one) => one.phase === phase) }));
};

/** Actas captured and not published at the close (negative: published and not captured); absent: not known. */
export function gapOf(exercise: Exercise): number | undefined {
  const figures = measureOf(exercise);
  const captured = figures && actasAfter(figures, 'captura');
  const published = figures && actasAfter(figures, 'publicacion');
  return captured === undefined || published === undefined ? undefined : captured - published;
}

/** Each judge's verdict in force, in the order in which they were given. */
export function judgementsOf(exercise: Exercise): readonly Judgement[] {
  const last = new Map(exercise.judgements.map((one) => [one.judge?.es ?? one.by.office, one]));
  return [...last.values()].sort((a, b) => a.seq - b.seq);
}

/** An observation as it stands. `again`: later observations of the same kind, oldest first. */
export type ObservationRow = {
  readonly observation: ExerciseObservation;
  readonly standing: 'open' | 'attended' | 'partly' | 'not';
  readonly first: ExerciseObservation | undefined;
  readonly again: readonly ExerciseObservation[];
};

const rowOf = (state: ExercisesState, observation: ExerciseObservation): ObservationRow => ({
  observation,
  standing: observation.resolutions.at(-1)?.outcome ?? 'open',
  first: observation.repeats === undefined ? undefined : state.observations.get(observation.repeats),
  again: [...state.observations.values()].filter((one) => one.repeats === observation.id),
});

export const observationRow = (state: ExercisesState, id: string): ObservationRow | undefined => {
  const known = state.observations.get(id);
  return known && rowOf(state, known);
};

export const observationsOn = (state: ExercisesState, exercise: string): readonly ObservationRow[] =>
  [...state.observations.values()].filter((one) => one.exercise === exercise).map((one) => rowOf(state, one));

/** All the observations on an OPL's exercises, oldest first. */
export const observationsOf = (state: ExercisesState, opl: string): readonly ObservationRow[] =>
  [...state.observations.values()].filter((one) => state.exercises.get(one.exercise)?.opl === opl).map((one) => rowOf(state, one));

/** Checkpoints of one OPL, or of everybody, soonest first. */
export const checkpointsOf = (state: ExercisesState, opl?: string): readonly Checkpoint[] =>
  [...state.checkpoints.values()]
    .filter((one) => opl === undefined || one.opl === opl)
    .sort((a, b) => (termsOf(a).date < termsOf(b).date ? -1 : termsOf(a).date > termsOf(b).date ? 1 : 0));
