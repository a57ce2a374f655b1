import { dayAfter, daysBetween } from '../../core/days.ts';
import type { IsoDate, IsoInstant } from '../../core/event.ts';
import type { Datum, Incident, Maintenance, Series } from './operation-state.ts';
import type { System } from './state.ts';

/** Newest first. */
export const incidentsOf = ({ operation }: System): readonly Incident[] =>
  [...operation.incidents.values()].sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
const free = (taken: ReadonlyMap<string, unknown> | undefined, day: IsoDate): string => {
  for (let n = 1; ; n++) if (!taken?.has(`${day}-${n}`)) return `${day}-${n}`;
};
/** The first free id for what is recorded on a day: `2020-10-18-1`, `2020-10-18-2`. */
export const freeIncidentId = (system: System | undefined, day: IsoDate): string => free(system?.operation.incidents, day);
export const freeMaintenanceId = (system: System | undefined, day: IsoDate): string => free(system?.operation.maintenance, day);
/** Users feel it still: neither mitigated nor resolved. */
export const isFelt = ({ status }: Incident): boolean => status === 'open';
export const isUnsolved = ({ status }: Incident): boolean => status === 'open' || status === 'mitigated';
/** Its postmortem is still to come. */
export const awaitsPostmortem = ({ status, severity }: Incident): boolean => status === 'resolved' && severity !== 'minor';

export const maintenanceOf = ({ operation }: System): readonly Maintenance[] =>
  [...operation.maintenance.values()].filter(({ cancelled }) => !cancelled).sort((a, b) => (a.from < b.from ? -1 : 1));
export const maintenanceAt = (system: System, at: IsoInstant): Maintenance | undefined =>
  maintenanceOf(system).find(({ from, to }) => from <= at && at < to);

export const maintenanceStandings = ['planned', 'under-way', 'over', 'cancelled'] as const;
export type MaintenanceStanding = (typeof maintenanceStandings)[number];
export const maintenanceStanding = ({ from, to, cancelled }: Maintenance, now: IsoInstant): MaintenanceStanding =>
  cancelled ? 'cancelled' : now < from ? 'planned' : now < to ? 'under-way' : 'over';

export const seriesOf = ({ operation }: System): readonly Series[] => [...operation.figures.values()];
/** The latest figure of each entity, in the order of their first report. */
export const latestOf = ({ latest }: Series): readonly Datum[] => [...latest.values()];

/** All entities together, of their latest figures. `achieved` is absent unless every one that reports states it. */
export function totalOf(series: Series): { readonly reported: number; readonly achieved?: number; readonly of: number } | undefined {
  const data = latestOf(series);
  if (data.length === 0) return undefined;
  const sum = (pick: (one: Datum) => number) => data.reduce((total, one) => total + pick(one), 0);
  const isWhole = data.every(({ achieved }) => achieved !== undefined);
  return {
    reported: sum((one) => one.reported),
    of: sum((one) => one.of),
    ...(isWhole ? { achieved: sum((one) => one.achieved ?? 0) } : {}),
  };
}

/** A figure that should come every so many days and did not: the day from which it is missing. Absent: it is up to date, or nobody said. */
export function staleSince(series: Series, day: IsoDate): IsoDate | undefined {
  if (series.everyDays === undefined) return undefined;
  const last = latestOf(series).reduce((latest, { date }) => (date > latest ? date : latest), series.definedOn);
  const due = dayAfter(last, series.everyDays);
  return daysBetween(due, day) > 0 ? due : undefined;
}

export type Span = { readonly from: IsoInstant; readonly to: IsoInstant };
export type ServiceLevel = {
  /** Minutes of the period in which it should have worked, planned maintenance left out. */
  readonly dueMinutes: number;
  readonly downMinutes: number;
  /** From 0 to 1; absent when nothing was due. */
  readonly availability?: number;
  readonly incidents: number;
  /** Of those resolved: mean minutes from their start to their resolution. */
  readonly meanMinutesToResolve?: number;
};

/**
 * What users got in a period. Down: from the start of a critical or major incident until it was mitigated or resolved.
 * `outages`: other times without service, such as those that probes confirmed; what overlaps is counted once.
 */
export function serviceLevelOf(system: System, period: Span, outages: readonly Span[] = []): ServiceLevel {
  const maintenance = merged(maintenanceOf(system), period);
  const incidents = incidentsOf(system).filter(
    ({ startedAt, resolvedAt }) => startedAt < period.to && (resolvedAt ?? period.to) >= period.from,
  );
  const down = incidents
    .filter(({ severity }) => severity !== 'minor')
    .map(({ startedAt, mitigatedAt, resolvedAt }) => ({ from: startedAt, to: mitigatedAt ?? resolvedAt ?? period.to }));
  const felt = without(merged([...down, ...outages], period), maintenance);
  const dueMinutes = minutesOf([spanOf(period)]) - minutesOf(maintenance);
  const resolved = incidents.flatMap(({ startedAt, resolvedAt }) =>
    resolvedAt === undefined ? [] : [minutesOf([spanOf({ from: startedAt, to: resolvedAt })])],
  );
  const downMinutes = minutesOf(felt);
  return {
    dueMinutes,
    downMinutes,
    incidents: incidents.length,
    ...(dueMinutes > 0 ? { availability: 1 - downMinutes / dueMinutes } : {}),
    ...(resolved.length > 0 ? { meanMinutesToResolve: resolved.reduce((sum, one) => sum + one, 0) / resolved.length } : {}),
  };
}

type Milliseconds = readonly [from: number, to: number];
const ms = (at: IsoInstant): number => Temporal.Instant.from(at).epochMilliseconds;
const spanOf = ({ from, to }: Span): Milliseconds => [ms(from), ms(to)];
const minutesOf = (spans: readonly Milliseconds[]): number => spans.reduce((sum, [from, to]) => sum + (to - from), 0) / 60_000;

/** The spans within the period, none overlapping another, in order. */
function merged(spans: readonly Span[], period: Span): readonly Milliseconds[] {
  const [start, end] = spanOf(period);
  const within = spans
    .map(spanOf)
    .map(([from, to]): Milliseconds => [Math.max(from, start), Math.min(to, end)])
    .filter(([from, to]) => from < to)
    .sort((a, b) => a[0] - b[0]);
  const out: [number, number][] = [];
  for (const [from, to] of within) {
    const last = out.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else out.push([from, to]);
  }
  return out;
}

/** What is left of the first when the second is cut out of it. */
const without = (spans: readonly Milliseconds[], cut: readonly Milliseconds[]): readonly Milliseconds[] =>
  cut.reduce<readonly Milliseconds[]>(
    (left, [from, to]) =>
      left.flatMap(([a, b]): readonly Milliseconds[] => {
        if (to <= a || b <= from) return [[a, b]];
        const parts: readonly Milliseconds[] = [
          [a, Math.max(a, from)],
          [Math.min(b, to), b],
        ];
        return parts.filter(([x, y]) => x < y);
      }),
    spans,
  );
