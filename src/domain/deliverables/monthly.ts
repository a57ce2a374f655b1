import type { IsoDate } from '../../core/event.ts';
import { type Item, itemsOf, type PlanState } from '../plan/views.ts';
import type { OpenProcess, Opl } from '../process/views.ts';
import { type MonthlyReport, reportFigures } from './events.ts';
import { type DeliverablesState, deliverableId, type Version } from './state.ts';

/** `2020-04` of `E03@2020-04`; absent where the norm asks for it once. */
export const periodOf = (key: string): string | undefined => key.split('@')[1];

/** One month's report: its last version that was filled in. */
export type Reported = { readonly key: string; readonly period: string; readonly version: Version; readonly report: MonthlyReport };

/** What an OPL reported month by month, oldest month first. A month handed in as a document alone has no figures, and is not here. */
export function reportsOf(state: DeliverablesState, opl: string): readonly Reported[] {
  const reports = [...state.deliverables.values()].flatMap((one): readonly Reported[] => {
    const period = periodOf(one.key);
    const version = one.opl === opl && period !== undefined ? one.versions.findLast(({ report }) => report !== undefined) : undefined;
    return period !== undefined && version?.report ? [{ key: one.key, period, version, report: version.report }] : [];
  });
  return reports.sort((a, b) => (a.period < b.period ? -1 : 1));
}

/** The last report of a month before this one: what the new figures stand beside. */
export const reportBefore = (state: DeliverablesState, opl: string, key: string): Reported | undefined =>
  reportsOf(state, opl).findLast(({ period }) => period < (periodOf(key) ?? ''));

export const lastReport = (state: DeliverablesState, opl: string, key: string): MonthlyReport | undefined =>
  state.deliverables.get(deliverableId(opl, key))?.versions.findLast(({ report }) => report !== undefined)?.report;

/** The months of the plan in force, and each OPL's report for each of them. */
export type Months = {
  readonly periods: readonly string[];
  readonly rows: readonly { readonly opl: Opl; readonly items: ReadonlyMap<string, Item> }[];
};
export function monthsOf(process: OpenProcess, plan: PlanState, day: IsoDate): Months {
  const rows = process.opls.map((opl) => {
    const monthly = itemsOf(process, plan, opl, day).flatMap((item) => {
      const period = periodOf(item.obligation.key);
      return period === undefined ? [] : [[period, item] as const];
    });
    return { opl, items: new Map(monthly) };
  });
  const periods = [...new Set(rows.flatMap(({ items }) => [...items.keys()]))].sort();
  return { periods, rows };
}

/** Whether two versions of one month say the same; two without a report do. */
export function isSameReport(a: MonthlyReport | undefined, b: MonthlyReport | undefined): boolean {
  if (!a || !b) return a === b;
  const text = (name: 'done' | 'next' | 'obstacles') => a[name]?.es === b[name]?.es && a[name]?.en === b[name]?.en;
  return text('done') && text('next') && text('obstacles') && reportFigures.every((name) => a.figures[name] === b.figures[name]);
}
