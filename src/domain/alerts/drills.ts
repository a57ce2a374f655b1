import type { IsoDate } from '../../core/event.ts';
import {
  dayOf,
  type Exercise,
  type ExerciseObservation,
  type ExercisesState,
  gapOf,
  measureOf,
  verdictByRule,
} from '../exercises/views.ts';
import type { Span } from './spans.ts';

/** What was known of an OPL's exercises on a day. Everything recorded of them keeps its day, so the past is told from the present. */
export type Drills = { readonly runs: readonly Exercise[]; readonly observations: readonly ExerciseObservation[] };

const upTo = <T extends { readonly on: IsoDate }>(all: readonly T[], day: IsoDate): readonly T[] => all.filter(({ on }) => on <= day);

/** Exercises run by `day`, in the order in which they were run, with what had been measured, judged and observed by then. */
export function drillsOn(state: ExercisesState, opl: string, day: IsoDate): Drills {
  const runs = [...state.exercises.values()]
    .filter((one) => one.opl === opl && one.status.kind === 'held' && one.status.on <= day)
    .map((one): Exercise => ({ ...one, measures: upTo(one.measures, day), judgements: upTo(one.judgements, day) }))
    .sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0));
  const observations = [...state.observations.values()]
    .filter((one) => one.on <= day && state.exercises.get(one.exercise)?.opl === opl)
    .map((one) => ({ ...one, resolutions: upTo(one.resolutions, day) }));
  return { runs, observations };
}

/** Days on which something of an OPL's exercises changed, up to `until`, oldest first. */
export function turnsOf(state: ExercisesState, opl: string, until: IsoDate): readonly IsoDate[] {
  const runs = [...state.exercises.values()].filter((one) => one.opl === opl);
  const days = [
    ...runs.flatMap(({ status, measures, judgements }) => [
      ...(status.kind === 'held' ? [status.on] : []),
      ...measures.map((one) => one.on),
      ...judgements.map((one) => one.on),
    ]),
    ...[...state.observations.values()].flatMap(({ on, exercise, resolutions }) =>
      state.exercises.get(exercise)?.opl === opl ? [on, ...resolutions.map((one) => one.on)] : [],
    ),
  ];
  return [...new Set(days)].filter((day) => day <= until).sort();
}

/** The days on which `holds` says so of what was known of the OPL's exercises; it is asked once for each day on which that changed. */
export function drillSpans(state: ExercisesState, opl: string, until: IsoDate, holds: (known: Drills) => boolean): readonly Span[] {
  const turns = turnsOf(state, opl, until);
  return turns.flatMap((from, i) => {
    const to = turns[i + 1];
    return holds(drillsOn(state, opl, from)) ? [{ from, ...(to === undefined ? {} : { to }) }] : [];
  });
}

/** Whether what was captured was published: by the figures at the close, or by whoever said so without them. */
export function matches(run: Exercise): boolean | undefined {
  const gap = gapOf(run);
  return gap === undefined ? measureOf(run)?.coincide : gap === 0;
}

export const isDrill = ({ kind }: Exercise): boolean => kind === 'drill' || kind === 'extra-drill';

/** By rule and by whoever judged: one «no» is enough for a no; a yes needs a yes and nobody against. */
export function succeeded(run: Exercise): boolean | undefined {
  const byRule = verdictByRule(run).verdict;
  const judges = new Map(run.judgements.map((one) => [one.judge?.es ?? one.by.office, one.verdict]));
  const said = [...judges.values(), ...(byRule === 'unknown' ? [] : [byRule])];
  if (said.includes('unsuccessful')) return false;
  return said.includes('successful') ? true : undefined;
}

export const isAttended = ({ resolutions }: ExerciseObservation): boolean => resolutions.at(-1)?.outcome === 'attended';

/** The observations of one kind: the first and those that repeat it. */
export const chainOf = ({ observations }: Drills, first: string): readonly ExerciseObservation[] =>
  observations.filter((one) => one.id === first || one.repeats === first);
