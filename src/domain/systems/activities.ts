import { dayAfter, daysBetween } from '../../core/days.ts';
import type { IsoDate } from '../../core/event.ts';
import { electionDayOf, type OpenProcess } from '../process/views.ts';
import type { Activity, SystemsState } from './state.ts';

/** The day of an activity. One counted from election day moves with it; absent while no election day is fixed. */
export function dateOf(process: OpenProcess, { day }: Activity): IsoDate | undefined {
  if (day === undefined) return undefined;
  if ('date' in day) return day.date;
  const jornada = electionDayOf(process)?.jornada;
  return jornada === undefined ? undefined : dayAfter(jornada, day.daysFromJornada);
}

/** An activity with its day and how far it lies from `on` (negative: it has passed). */
export type Served = { readonly activity: Activity; readonly date?: IsoDate; readonly days?: number };

export function servedOn(process: OpenProcess, activity: Activity, on: IsoDate): Served {
  const date = dateOf(process, activity);
  return date === undefined ? { activity } : { activity, date, days: daysBetween(on, date) };
}

/** Every activity, the soonest first; those without a day last. */
export const activitiesOf = (process: OpenProcess, state: SystemsState, on: IsoDate): readonly Served[] =>
  [...state.activities.values()]
    .map((one) => servedOn(process, one, on))
    .sort((a, b) => ((a.date ?? '9') === (b.date ?? '9') ? 0 : (a.date ?? '9') < (b.date ?? '9') ? -1 : 1));

/** The one a system must be ready for: the next of those it serves, or the last when all have passed. */
export function nextServed(process: OpenProcess, state: SystemsState, ids: readonly string[], on: IsoDate): Served | undefined {
  const served = ids.flatMap((id) => state.activities.get(id) ?? []).map((one) => servedOn(process, one, on));
  const dated = served.filter((one) => one.days !== undefined).sort((a, b) => (a.days ?? 0) - (b.days ?? 0));
  return dated.find((one) => (one.days ?? 0) >= 0) ?? dated.at(-1) ?? served[0];
}
