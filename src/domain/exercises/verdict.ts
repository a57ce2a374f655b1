import { type ExerciseKind, type Figures, type Phase, phases } from './events.ts';
import type { Exercise } from './state.ts';

/** The conditions of the verdict by rule, in the order in which they are told. */
export const conditions = ['phases', 'order', 'volume', 'match'] as const;
export type ConditionName = (typeof conditions)[number];
export type Truth = 'met' | 'broken' | 'unknown';

/** One condition, and what it was decided from; numbers absent where they are not known. */
export type Condition =
  | { readonly name: 'phases'; readonly truth: Truth; readonly missing: readonly Phase[]; readonly unknown: readonly Phase[] }
  | { readonly name: 'order'; readonly truth: Truth; readonly planned: readonly Phase[]; readonly run: readonly Phase[] }
  | {
      readonly name: 'volume';
      readonly truth: Truth;
      readonly planned?: number;
      readonly captured?: number;
      readonly percent?: number;
      readonly enough: number;
    }
  | { readonly name: 'match'; readonly truth: Truth; readonly captured?: number; readonly published?: number };

export type RuleVerdict = {
  readonly verdict: 'successful' | 'unsuccessful' | 'unknown';
  readonly conditions: readonly Condition[];
};

/**
 * Successful when all four conditions are met; not when one is broken; unknown otherwise, whatever else is known.
 * A run that was not held, or of which nothing was measured, is unknown.
 */
export function verdictByRule(exercise: Exercise): RuleVerdict {
  const figures = exercise.measures.at(-1) ?? {};
  const plan = exercise.plans.at(-1) ?? exercise.plans[0];
  const all = [
    phasesOf(figures),
    orderOf(figures, orderOfPhases(plan)),
    volumeOf(figures, plan.actas, enoughPercent[exercise.kind]),
    matchOf(figures),
  ];
  const truths = all.map((one) => one.truth);
  const verdict = truths.includes('broken') ? 'unsuccessful' : truths.includes('unknown') ? 'unknown' : 'successful';
  return { verdict, conditions: all };
}

/**
 * The least share of the planned volume. In a drill everything is invented, so everything is captured; on the night some
 * actas never come with their package, and about 95 % is what programmes that worked have reached at the close.
 */
export const enoughPercent: Readonly<Record<ExerciseKind, number>> = {
  'functional-test': 100,
  drill: 100,
  'extra-drill': 100,
  'election-night': 95,
};

/** All phases in the order planned; those that the plan does not place come last. */
export const orderOfPhases = ({ phases: planned = [] }: { readonly phases?: readonly Phase[] }): readonly Phase[] => [
  ...planned,
  ...phases.filter((phase) => !planned.includes(phase)),
];

/** How many actas had passed a phase at the close; absent: not known. */
export const actasAfter = (figures: Figures, phase: Phase): number | undefined => figures.phases?.find((one) => one.phase === phase)?.actas;

const truthOf = (met: boolean | undefined): Truth => (met === undefined ? 'unknown' : met ? 'met' : 'broken');

function phasesOf({ phases: run = [] }: Figures): Condition {
  const exercised = new Map(run.map((one) => [one.phase, one.exercised]));
  const missing = phases.filter((phase) => exercised.get(phase) === false);
  const unknown = phases.filter((phase) => !exercised.has(phase));
  return { name: 'phases', truth: truthOf(missing.length > 0 ? false : unknown.length > 0 ? undefined : true), missing, unknown };
}

/** Two phases known to have run the wrong way round break the order; it is kept only when every place is known. */
function orderOf({ phases: run = [] }: Figures, planned: readonly Phase[]): Condition {
  const placed = run.flatMap(({ phase, order }) => (order === undefined ? [] : [{ phase, order }])).sort((a, b) => a.order - b.order);
  const places = placed.map(({ phase }) => planned.indexOf(phase));
  const kept = places.every((place, i) => i === 0 || place > (places[i - 1] ?? -1));
  const complete = run.length === phases.length && run.every((one) => !one.exercised || one.order !== undefined) && placed.length > 0;
  return { name: 'order', truth: truthOf(kept ? (complete ? true : undefined) : false), planned, run: placed.map(({ phase }) => phase) };
}

function volumeOf(figures: Figures, planned: number | undefined, enough: number): Condition {
  const captured = actasAfter(figures, 'captura');
  const percent = figures.publishedPercent;
  const byCount = planned === undefined || captured === undefined ? undefined : captured * 100 >= planned * enough;
  const met = byCount ?? (percent === undefined ? undefined : percent >= enough);
  return { name: 'volume', truth: truthOf(met), enough, ...known({ planned, captured, percent }) };
}

function matchOf(figures: Figures): Condition {
  const captured = actasAfter(figures, 'captura');
  const published = actasAfter(figures, 'publicacion');
  const met = captured === undefined || published === undefined ? figures.coincide : captured === published;
  return { name: 'match', truth: truthOf(met), ...known({ captured, published }) };
}

/** The fields that are known. */
const known = <K extends string>(fields: Readonly<Record<K, number | undefined>>): { readonly [P in K]?: number } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as { [P in K]?: number }; // what is left has a number
