import type { Figures, ProgressPoint } from './events.ts';
import type { Exercise } from './state.ts';
import { actasAfter } from './verdict.ts';

/** Actas that were to be processed: as planned, or what the share published says; absent: not known. */
export function expectedActas(exercise: Exercise): number | undefined {
  const plan = exercise.plans.at(-1) ?? exercise.plans[0];
  if (plan.actas !== undefined) return plan.actas;
  const figures = exercise.measures.at(-1);
  const published = figures && actasAfter(figures, 'publicacion');
  const percent = figures?.publishedPercent;
  return published === undefined || !percent ? undefined : Math.round((published * 100) / percent);
}

/** Published at the close, in per cent of the actas expected; absent: not known. */
export function publishedPercentOf(exercise: Exercise): number | undefined {
  const figures = exercise.measures.at(-1);
  if (figures?.publishedPercent !== undefined) return figures.publishedPercent;
  const published = figures && actasAfter(figures, 'publicacion');
  const expected = expectedActas(exercise);
  return published === undefined || !expected ? undefined : Math.round((published * 1000) / expected) / 10;
}

export type CurvePoint = readonly [minutes: number, value: number];

/** One count over time, from zero at the start to the close; only the points at which somebody counted. */
export function curveOf(figures: Figures, count: 'captured' | 'published'): readonly CurvePoint[] {
  const points = (figures.progress ?? []).flatMap((point: ProgressPoint): readonly CurvePoint[] => {
    const value = point[count];
    return value === undefined ? [] : [[point.minutes, value]];
  });
  return points;
}

/** What was published over time, in per cent of the actas expected, so that exercises of any size lie over each other; empty: not known. */
export function relativeCurve(exercise: Exercise): readonly CurvePoint[] {
  const expected = expectedActas(exercise);
  const figures = exercise.measures.at(-1);
  if (!expected || !figures) return [];
  return curveOf(figures, 'published').map(([minutes, value]) => [minutes, Math.round((value * 1000) / expected) / 10]);
}
