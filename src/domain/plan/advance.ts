import type { IsoDate } from '../../core/event.ts';
import type { OpenProcess, Opl } from '../process/views.ts';
import { handedIn, type Item, matrixOf, type PlanState } from './views.ts';

export type AdvanceRow = { readonly opl: Opl; readonly items: readonly Item[] };

/** Of the OPLs that deliver here: silence says something of them, and of nobody else. What does not apply or is not in the plan is left out. */
export const advanceRows = (process: OpenProcess, state: PlanState, day: IsoDate): readonly AdvanceRow[] =>
  matrixOf(process, state, day)
    .filter(({ opl }) => state.reportingSince.has(opl.id))
    .map(({ opl, items }) => ({ opl, items: items.filter((item) => !item.omitted && item.status !== 'not-applicable') }));

export type CurveDay = { readonly day: IsoDate; readonly planned: number; readonly handedIn: number | null };

/** How many were due, and how many handed in, by each day on which either changed; what comes after `day` is not known yet. */
export function planAgainstDeliveries(rows: readonly AdvanceRow[], day: IsoDate): readonly CurveDay[] {
  const items = rows.flatMap((row) => row.items);
  const due = items.map(({ obligation }) => obligation.due).sort();
  const handed = items.flatMap(({ progress }) => handedIn(progress)?.on ?? []).sort();
  const days = [...new Set([...due, ...handed, day])].sort();
  let [d, h] = [0, 0];
  return days.map((one) => {
    while ((due[d] ?? '~') <= one) d += 1;
    while ((handed[h] ?? '~') <= one) h += 1;
    return { day: one, planned: d, handedIn: one <= day ? h : null };
  });
}

/** Ranges of days late: the first is what came in time. */
export const ranges: readonly { readonly from: number; readonly to?: number }[] = [
  { from: 0, to: 0 },
  { from: 1, to: 5 },
  { from: 6, to: 15 },
  { from: 16, to: 30 },
  { from: 31 },
];

export type Lateness = { readonly range: (typeof ranges)[number]; readonly handedIn: number; readonly overdue: number };

export function latenessOf(rows: readonly AdvanceRow[]): readonly Lateness[] {
  const items = rows.flatMap((row) => row.items);
  const within = ({ from, to = Number.POSITIVE_INFINITY }: Lateness['range'], days: number) => from <= days && days <= to;
  return ranges.map((range) => ({
    range,
    handedIn: items.filter((item) => handedIn(item.progress) && within(range, item.handedInLate)).length,
    overdue: items.filter((item) => item.status === 'overdue' && within(range, item.daysLate)).length,
  }));
}

export type Compared = {
  readonly opl: Opl;
  readonly all: number;
  readonly concluded: number;
  readonly doing: number;
  readonly observed: number;
  readonly overdue: number;
  readonly open: number;
  readonly unknown: number;
  /** Of what was handed in: how many came late, and the median of their days. */
  readonly late: number;
  readonly medianLate: number | null;
};

/** One line an OPL; those with most overdue first, then those with least concluded. */
export function comparisonOf(rows: readonly AdvanceRow[]): readonly Compared[] {
  const compared = rows.map(({ opl, items }): Compared => {
    const count = (...of: readonly Item['status'][]) => items.filter(({ status }) => of.includes(status)).length;
    const late = items.filter(({ handedInLate }) => handedInLate > 0).map(({ handedInLate }) => handedInLate);
    return {
      opl,
      all: items.length,
      concluded: count('concluded', 'concluded-late'),
      doing: count('in-progress', 'delivered', 'in-review'),
      observed: count('observed'),
      overdue: count('overdue'),
      open: count('not-started', 'rescheduled', 'suspended'),
      unknown: count('unknown'),
      late: late.length,
      medianLate: medianOf(late),
    };
  });
  return compared.sort((a, b) => b.overdue - a.overdue || a.concluded / a.all - b.concluded / b.all);
}

function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
