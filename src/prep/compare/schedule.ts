import { minutesOf } from './order.ts';

/** At least three updates an hour, and the last at most 24 hours after the start (facts of the norm; see `kinds.ts` for the citation). */
const longestMinutes = 20;
const lastHours = 24;

/** The published plan of cuts, if there is one. Times as ISO text like those of the cuts. */
export type Announced = {
  readonly times: readonly string[];
  /** A cut this much after its announced time is still on time. 5 when not given. */
  readonly toleranceMinutes?: number;
};

export type Gap = { readonly from: string; readonly to: string; readonly minutes: number };
export type Late = { readonly announced: string; readonly cutAt: string | null; readonly minutes: number | null };

export type Cadence = {
  readonly cuts: number;
  readonly first: string;
  readonly last: string;
  /** Middle of the times between cuts; null for a single cut. */
  readonly medianMinutes: number | null;
  /** More than 20 minutes between two cuts handed in; others may have been published between them. */
  readonly gaps: readonly Gap[];
  readonly lastAfterHours: number;
  readonly lastTooLate: boolean;
  /** Announced times with a late cut, or with none before the next announced time. */
  readonly late: readonly Late[];
};

/** How often and how punctually the cuts of one election came out. `times` in order; null when there is none. */
export function cadence(times: readonly string[], announced: Announced = { times: [] }): Cadence | null {
  const [first, last] = [times[0], times.at(-1)];
  if (first === undefined || last === undefined) return null;
  const minutes = minutesOf([...times, ...announced.times]);
  const cuts = times.map((time, i) => ({ time, at: minutes[i] ?? 0 }));
  const plan = announced.times.map((time, i) => ({ time, at: minutes[times.length + i] ?? 0 })).toSorted((x, y) => x.at - y.at);
  const steps = cuts.slice(1).map((cut, i) => ({ from: cuts[i]?.time ?? first, to: cut.time, minutes: cut.at - (cuts[i]?.at ?? cut.at) }));
  const sorted = steps.map((step) => step.minutes).toSorted((x, y) => x - y);
  const lastAfterHours = ((cuts.at(-1)?.at ?? 0) - (cuts[0]?.at ?? 0)) / 60;
  return {
    cuts: times.length,
    first,
    last,
    medianMinutes: sorted[Math.floor(sorted.length / 2)] ?? null,
    gaps: steps.filter((step) => step.minutes > longestMinutes),
    lastAfterHours,
    lastTooLate: lastAfterHours > lastHours,
    late: plan.flatMap(({ time, at }, i): readonly Late[] => {
      const tolerance = announced.toleranceMinutes ?? 5;
      const found = cuts.find((cut) => cut.at >= at - 1);
      const next = plan[i + 1]?.at ?? Number.POSITIVE_INFINITY;
      if (found === undefined || found.at >= next - 1) return [{ announced: time, cutAt: null, minutes: null }];
      return found.at - at > tolerance ? [{ announced: time, cutAt: found.time, minutes: found.at - at }] : [];
    }),
  };
}
