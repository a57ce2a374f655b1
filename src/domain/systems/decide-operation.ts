import type { IsoDate, IsoInstant } from '../../core/event.ts';
import { ok, refuse } from '../../core/result.ts';
import type { OpenProcess, ProcessState } from '../process/views.ts';
import { blank, type Command, type Decision, ofSystem, type SystemsContext, unknownOpl } from './decide.ts';
import type { FigureRow } from './operation-events.ts';
import { datumKey, type Incident, type IncidentStatus, type Series } from './operation-state.ts';
import type { System } from './state.ts';

/** What is wrong with one row of figures; `row` counts from 1. */
export type FigureFault = { readonly row: number } & (
  | { readonly kind: 'entity-unknown'; readonly entity: string }
  | { readonly kind: 'date-ahead'; readonly date: IsoDate; readonly on: IsoDate }
  | { readonly kind: 'reported-exceeds'; readonly reported: number; readonly of: number }
  | { readonly kind: 'achieved-exceeds'; readonly achieved: number; readonly reported: number }
  | { readonly kind: 'twice'; readonly first: number }
  | { readonly kind: 'stated-already'; readonly reported: number }
);

export type OperationRefusal =
  | { readonly kind: 'incident-unknown'; readonly incident: string }
  | { readonly kind: 'incident-taken'; readonly incident: string }
  | { readonly kind: 'incident-not-possible'; readonly status: IncidentStatus }
  | { readonly kind: 'times-out-of-order'; readonly earlier: IsoInstant; readonly later: IsoInstant }
  | { readonly kind: 'instant-ahead'; readonly at: IsoInstant; readonly on: IsoDate }
  | { readonly kind: 'postmortem-missing' }
  | { readonly kind: 'maintenance-taken'; readonly maintenance: string }
  | { readonly kind: 'maintenance-unknown'; readonly maintenance: string }
  | { readonly kind: 'maintenance-over'; readonly maintenance: string }
  | { readonly kind: 'figure-taken'; readonly figure: string }
  | { readonly kind: 'figure-unknown'; readonly figure: string }
  | { readonly kind: 'rows-wrong'; readonly faults: readonly FigureFault[] };

/** Opened by a person, or by a probe that changed. */
export function openIncident(context: SystemsContext, command: Command<'IncidentOpened'>): Decision {
  const { on, by, ...data } = command;
  return ofSystem(context, data.system, ({ operation }) => {
    if (operation.incidents.has(data.incident)) return refuse({ kind: 'incident-taken', incident: data.incident });
    if (data.detectedAt < data.startedAt) return refuse({ kind: 'times-out-of-order', earlier: data.startedAt, later: data.detectedAt });
    const wrong = unknownOpl(context.process, data.entities) ?? ahead(context.process, data.detectedAt, on);
    return wrong ? refuse(wrong) : ok([{ type: 'IncidentOpened', on, by, data }]);
  });
}

export function noteIncident(context: SystemsContext, command: Command<'IncidentNoted'>): Decision {
  const { on, by, ...data } = command;
  return ofIncident(context, command, data.at, ['open', 'mitigated', 'resolved'], () => ok([{ type: 'IncidentNoted', on, by, data }]));
}

export function mitigateIncident(context: SystemsContext, command: Command<'IncidentMitigated'>): Decision {
  const { on, by, ...data } = command;
  return ofIncident(context, command, data.at, ['open'], () => ok([{ type: 'IncidentMitigated', on, by, data }]));
}

export function resolveIncident(context: SystemsContext, command: Command<'IncidentResolved'>): Decision {
  const { on, by, ...data } = command;
  return ofIncident(context, command, data.at, ['open', 'mitigated'], ({ mitigatedAt }) => {
    if (mitigatedAt !== undefined && data.at < mitigatedAt)
      return refuse({ kind: 'times-out-of-order', earlier: mitigatedAt, later: data.at });
    return ok([{ type: 'IncidentResolved', on, by, data }]);
  });
}

/** With its postmortem; only a minor one is closed without. */
export function closeIncident(context: SystemsContext, command: Command<'IncidentClosed'>): Decision {
  const { on, by, ...data } = command;
  return ofIncident(context, command, undefined, ['resolved'], ({ severity }) =>
    data.postmortem === undefined && severity !== 'minor'
      ? refuse({ kind: 'postmortem-missing' })
      : ok([{ type: 'IncidentClosed', on, by, data }]),
  );
}

/** It may be planned for days ahead, and recorded afterwards. */
export function planMaintenance(context: SystemsContext, command: Command<'MaintenancePlanned'>): Decision {
  const { on, by, ...data } = command;
  return ofSystem(context, data.system, ({ operation }) => {
    if (operation.maintenance.has(data.maintenance)) return refuse({ kind: 'maintenance-taken', maintenance: data.maintenance });
    if (data.to <= data.from) return refuse({ kind: 'times-out-of-order', earlier: data.from, later: data.to });
    return ok([{ type: 'MaintenancePlanned', on, by, data }]);
  });
}

export function cancelMaintenance(context: SystemsContext, command: Command<'MaintenanceCancelled'>): Decision {
  const { on, by, ...data } = command;
  return ofSystem(context, data.system, ({ operation }) => {
    const known = operation.maintenance.get(data.maintenance);
    if (!known) return refuse({ kind: 'maintenance-unknown', maintenance: data.maintenance });
    if (blank(data.reason)) return refuse({ kind: 'reason-missing' });
    if (known.cancelled || dayOf(context.process, known.to) < on) return refuse({ kind: 'maintenance-over', maintenance: known.id });
    return ok([{ type: 'MaintenanceCancelled', on, by, data }]);
  });
}

export function defineFigure(context: SystemsContext, command: Command<'FigureDefined'>): Decision {
  const { on, by, ...data } = command;
  return ofSystem(context, data.system, ({ operation }) =>
    operation.figures.has(data.figure)
      ? refuse({ kind: 'figure-taken', figure: data.figure })
      : ok([{ type: 'FigureDefined', on, by, data }]),
  );
}

/** All the rows, or none: what is wrong is told row by row. `on` is the day on which they are reported. */
export function reportFigures(context: SystemsContext, command: Command<'FiguresReported'>): Decision {
  const { on, by, ...data } = command;
  return ofSystem(context, data.system, (system) => {
    const series = system.operation.figures.get(data.figure);
    if (!series) return refuse({ kind: 'figure-unknown', figure: data.figure });
    if (on < series.definedOn) return refuse({ kind: 'before-last', on, last: series.definedOn });
    const faults = figureFaults(context.process, system, series, command);
    if (faults.length > 0) return refuse({ kind: 'rows-wrong', faults });
    const { rows, ...rest } = { ...data, rows: data.rows.filter((row) => !isStated(series, row)) };
    if (rows.length === 0) return refuse({ kind: 'nothing-changed' });
    const days = [...new Set(rows.map(({ date }) => date))].sort();
    // One event a day of the figures, so that the state of any day holds those of that day and no later ones.
    return ok(
      days.map((day) => {
        const of = rows.filter(({ date }) => date === day);
        return { type: 'FiguresReported' as const, on: day < series.definedOn ? series.definedOn : day, by, data: { ...rest, rows: of } };
      }),
    );
  });
}

/** What is wrong with rows of figures, before or when they are reported. */
export function figureFaults(
  process: ProcessState,
  { description }: System,
  series: Series,
  command: Pick<Command<'FiguresReported'>, 'on' | 'rows' | 'reason'>,
): readonly FigureFault[] {
  const { on, rows, reason } = command;
  const seen = new Map<string, number>();
  const uses = description.entities;
  return rows.flatMap((row, index): readonly FigureFault[] => {
    const at = { row: index + 1 };
    const { entity, date, reported, achieved, of } = row;
    const key = datumKey(row);
    const first = seen.get(key);
    seen.set(key, first ?? at.row);
    const stated = series.data.get(key);
    const unknown = unknownOpl(process, [entity]) !== undefined || (uses !== undefined && !uses.includes(entity));
    return [
      ...(unknown ? [{ ...at, kind: 'entity-unknown' as const, entity }] : []),
      ...(date > on ? [{ ...at, kind: 'date-ahead' as const, date, on }] : []),
      ...(reported > of ? [{ ...at, kind: 'reported-exceeds' as const, reported, of }] : []),
      ...(achieved !== undefined && achieved > reported ? [{ ...at, kind: 'achieved-exceeds' as const, achieved, reported }] : []),
      ...(first === undefined ? [] : [{ ...at, kind: 'twice' as const, first }]),
      ...(stated && blank(reason ?? '') && !isStated(series, row)
        ? [{ ...at, kind: 'stated-already' as const, reported: stated.reported }]
        : []),
    ];
  });
}

/** The same figure sent twice is taken in once. */
function isStated(series: Series, row: FigureRow): boolean {
  const stated = series.data.get(datumKey(row));
  return stated !== undefined && isSameFigure(stated, row);
}
const isSameFigure = (a: FigureRow, b: FigureRow): boolean => a.reported === b.reported && a.achieved === b.achieved && a.of === b.of;

const dayOf = (process: ProcessState, at: IsoInstant): IsoDate =>
  Temporal.Instant.from(at)
    .toZonedDateTimeISO((process as OpenProcess).timeZone) // systems are registered in a process that is open
    .toPlainDate()
    .toString();

/** `on` states the day; what it tells of must have happened by its end. */
const ahead = (process: ProcessState, at: IsoInstant, on: IsoDate): OperationRefusal | undefined =>
  dayOf(process, at) > on ? { kind: 'instant-ahead', at, on } : undefined;

type OfIncident = { readonly on: IsoDate; readonly system: string; readonly incident: string };

function ofIncident(
  context: SystemsContext,
  { on, system, incident: id }: OfIncident,
  at: IsoInstant | undefined,
  from: readonly IncidentStatus[],
  then: (incident: Incident) => Decision,
): Decision {
  return ofSystem(context, system, ({ operation }) => {
    const incident = operation.incidents.get(id);
    if (!incident) return refuse({ kind: 'incident-unknown', incident: id });
    if (on < incident.changedOn) return refuse({ kind: 'before-last', on, last: incident.changedOn });
    if (!from.includes(incident.status)) return refuse({ kind: 'incident-not-possible', status: incident.status });
    if (at !== undefined && at < incident.startedAt) return refuse({ kind: 'times-out-of-order', earlier: incident.startedAt, later: at });
    const wrong = at === undefined ? undefined : ahead(context.process, at, on);
    return wrong ? refuse(wrong) : then(incident);
  });
}
