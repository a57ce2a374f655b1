import type { By, IsoDate, IsoInstant } from '../../core/event.ts';
import { must, unreachable } from '../../core/result.ts';
import type { Bilingual } from '../../core/words.ts';
import type { Source } from '../process/events.ts';
import type { Evidence } from './basics.ts';
import type { SystemsEvent } from './events.ts';
import type { FigureRow, FollowUp, operationEvents, Severity } from './operation-events.ts';

/** One moment of an incident, as told by whoever recorded it. */
export type Moment = { readonly at: IsoInstant; readonly what: 'noted' | 'mitigated' | 'resolved'; readonly text: string; readonly by: By };

export const incidentStatuses = ['open', 'mitigated', 'resolved', 'closed'] as const;
export type IncidentStatus = (typeof incidentStatuses)[number];

export type Incident = {
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  readonly startedAt: IsoInstant;
  readonly detectedAt: IsoInstant;
  readonly mitigatedAt?: IsoInstant;
  readonly resolvedAt?: IsoInstant;
  readonly entities: readonly string[];
  readonly probe?: string;
  readonly cause?: string;
  readonly postmortem?: Evidence;
  readonly followUp: readonly FollowUp[];
  readonly timeline: readonly Moment[];
  readonly status: IncidentStatus;
  readonly openedOn: IsoDate;
  readonly changedOn: IsoDate;
  readonly by: By;
  readonly source?: Source;
};

export type Maintenance = {
  readonly id: string;
  readonly from: IsoInstant;
  readonly to: IsoInstant;
  readonly reason: string;
  readonly cancelled?: { readonly on: IsoDate; readonly reason: string };
};

/** One figure as last stated; `firstOn`: the day on which it was first stated; `corrected`: how often it was stated before. */
export type Datum = FigureRow & { readonly on: IsoDate; readonly firstOn: IsoDate; readonly corrected: number; readonly source?: Source };

/** One kind of figure of a system. Its data grow in place: a year of them must not be copied for each new one. */
export type Series = {
  readonly id: string;
  readonly name: Bilingual;
  readonly denominator: Bilingual;
  readonly everyDays?: number;
  readonly definedOn: IsoDate;
  /** By `datumKey`, in the order first stated. */
  readonly data: Map<string, Datum>;
  /** The latest of each entity, by its own day and hour. */
  readonly latest: Map<string, Datum>;
};

export type Operation = {
  readonly incidents: ReadonlyMap<string, Incident>;
  readonly maintenance: ReadonlyMap<string, Maintenance>;
  readonly figures: ReadonlyMap<string, Series>;
};
export const noOperation: Operation = { incidents: new Map(), maintenance: new Map(), figures: new Map() };

export const datumKey = ({ entity, date, time = '' }: Pick<FigureRow, 'entity' | 'date' | 'time'>): string => `${entity} ${date} ${time}`;
const momentOf = ({ date, time = '' }: FigureRow): string => `${date} ${time}`;

export type OperationEvent = Extract<SystemsEvent, { type: keyof typeof operationEvents }>;

export function operationAfter(operation: Operation, event: OperationEvent): Operation {
  switch (event.type) {
    case 'MaintenancePlanned': {
      const { system: _, maintenance, ...data } = event.data;
      return { ...operation, maintenance: new Map(operation.maintenance).set(maintenance, { id: maintenance, ...data }) };
    }
    case 'MaintenanceCancelled': {
      const known = must(operation.maintenance.get(event.data.maintenance), `event ${event.seq} cancels an unknown maintenance`);
      const cancelled = { on: event.on, reason: event.data.reason };
      return { ...operation, maintenance: new Map(operation.maintenance).set(known.id, { ...known, cancelled }) };
    }
    case 'FigureDefined': {
      const { system: _, figure, ...data } = event.data;
      const series = { id: figure, ...data, definedOn: event.on, data: new Map(), latest: new Map() };
      return { ...operation, figures: new Map(operation.figures).set(figure, series) };
    }
    case 'FiguresReported': {
      const series = must(operation.figures.get(event.data.figure), `event ${event.seq} reports an unknown figure`);
      for (const row of event.data.rows) keep(series, row, event.on, event.data.source);
      return operation;
    }
    default:
      return { ...operation, incidents: incidentsAfter(operation.incidents, event) };
  }
}

function keep(series: Series, row: FigureRow, on: IsoDate, source: Source | undefined): void {
  const key = datumKey(row);
  const before = series.data.get(key);
  const datum = {
    ...row,
    on,
    firstOn: before?.firstOn ?? on,
    corrected: before ? before.corrected + 1 : 0,
    ...(source === undefined ? {} : { source }),
  };
  series.data.set(key, datum);
  const latest = series.latest.get(row.entity);
  if (!latest || momentOf(latest) <= momentOf(row)) series.latest.set(row.entity, datum);
}

type IncidentEvent = Extract<OperationEvent, { data: { incident: string } }>;

function incidentsAfter(incidents: Operation['incidents'], event: IncidentEvent): Operation['incidents'] {
  const { incident: id } = event.data;
  if (event.type === 'IncidentOpened') {
    const { system: _, incident, ...data } = event.data;
    const opened = { id: incident, ...data, followUp: [], timeline: [], status: 'open' as const };
    return new Map(incidents).set(id, { ...opened, openedOn: event.on, changedOn: event.on, by: event.by });
  }
  const known = must(incidents.get(id), `event ${event.seq} (${event.type}) speaks of an unknown incident`);
  return new Map(incidents).set(id, { ...changed(known, event), changedOn: event.on });
}

function changed(incident: Incident, event: Exclude<IncidentEvent, { type: 'IncidentOpened' }>): Incident {
  const { by } = event;
  const told = (what: Moment['what'], at: IsoInstant, text: string) => [...incident.timeline, { what, at, text, by }];
  switch (event.type) {
    case 'IncidentNoted':
      return { ...incident, timeline: told('noted', event.data.at, event.data.text) };
    case 'IncidentMitigated': {
      const { at, text = '' } = event.data;
      return { ...incident, status: 'mitigated', mitigatedAt: at, timeline: told('mitigated', at, text) };
    }
    case 'IncidentResolved': {
      const { at, cause } = event.data;
      return { ...incident, status: 'resolved', resolvedAt: at, cause, timeline: told('resolved', at, cause) };
    }
    case 'IncidentClosed': {
      const { postmortem, followUp } = event.data;
      return { ...incident, status: 'closed', followUp, ...(postmortem === undefined ? {} : { postmortem }) };
    }
    default:
      return unreachable(event);
  }
}
