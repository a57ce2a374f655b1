import type { By, Fold, IsoDate, IsoInstant } from '../../core/event.ts';
import { must, unreachable } from '../../core/result.ts';
import type { Bilingual } from '../../core/words.ts';
import type { ReportEvent, ReportKind } from './events.ts';
import { type Observations, takeObservation } from './observations.ts';

type Frozen = {
  readonly id: string;
  readonly kind: ReportKind;
  readonly cutoff: IsoDate;
  readonly edition: number;
  readonly position: number;
  readonly root: string;
  readonly reason?: Bilingual;
  readonly frozenOn: IsoDate;
  readonly frozenAt: IsoInstant;
  readonly by: By;
  /** Since when the public reads it. */
  readonly publishedOn?: IsoDate;
};
export type Report = (Frozen & { readonly state: 'frozen' }) | (Frozen & { readonly state: 'circulated'; readonly circulatedOn: IsoDate });

export type ReportsState = { readonly reports: Map<string, Report>; readonly observations: Observations };

export const reportsFold: Fold<ReportsState, ReportEvent> = {
  initial: () => ({ reports: new Map(), observations: new Map() }),
  evolve: (state, event) => {
    switch (event.type) {
      case 'ReportFrozen': {
        const { report, ...data } = event.data;
        const frozen = { ...data, id: report, frozenOn: event.on, frozenAt: event.at, by: event.by };
        state.reports.set(report, { ...frozen, state: 'frozen' });
        return state;
      }
      case 'ReportCirculated': {
        const report = must(state.reports.get(event.data.report), `event ${event.seq} circulates an informe that was never frozen`);
        state.reports.set(report.id, { ...report, state: 'circulated', circulatedOn: event.on });
        return state;
      }
      case 'ReportPublished': {
        const report = must(state.reports.get(event.data.report), `event ${event.seq} publishes an informe that was never frozen`);
        state.reports.set(report.id, { ...report, publishedOn: event.on });
        return state;
      }
      case 'ReportObserved':
      case 'ReportObservationAnswered':
      case 'ReportObservationAttended':
        takeObservation(state.observations, event);
        return state;
      default:
        return unreachable(event);
    }
  },
};
