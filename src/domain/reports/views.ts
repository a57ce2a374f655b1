import type { IsoDate } from '../../core/event.ts';
import type { Bilingual } from '../../core/words.ts';
import type { Role } from '../people/events.ts';
import type { ReportKind } from './events.ts';
import { type ObservationStanding, type ReportObservation, standingOf } from './observations.ts';
import { madeKinds, sectionsOf } from './sections.ts';
import type { Report, ReportsState } from './state.ts';

export type { ObservationStanding, Report, ReportObservation, ReportsState };
export { standingOf };

/** The informes that are prepared for every meeting. */
export const standingInformes: readonly ReportKind[] = madeKinds;

/** A section in which an area writes, besides what is derived. */
export type TextSection = { readonly id: string; readonly title: Bilingual; readonly area: Role };
export const textSectionsOf = (kind: ReportKind): readonly TextSection[] =>
  sectionsOf(kind).flatMap(({ id, title, area }) => (area === undefined ? [] : [{ id, title, area }]));

/** Every informe, the latest cut-off first, later editions before earlier ones. */
export const reportsOf = (state: ReportsState): readonly Report[] =>
  [...state.reports.values()].sort((a, b) => (a.cutoff === b.cutoff ? b.edition - a.edition : a.cutoff < b.cutoff ? 1 : -1));

/** Later editions before earlier ones. */
export const editionsOf = (state: ReportsState, kind: ReportKind, cutoff: IsoDate): readonly Report[] =>
  [...state.reports.values()].filter((report) => report.kind === kind && report.cutoff === cutoff).sort((a, b) => b.edition - a.edition);

/** What proves that a step of the cycle was taken for a cut-off. */
export function proofFor(state: ReportsState, cutoff: IsoDate): { readonly frozenOn?: IsoDate; readonly circulatedOn?: IsoDate } {
  const editions = [...state.reports.values()].filter((report) => report.cutoff === cutoff);
  const frozenOn = editions.map((one) => one.frozenOn).sort()[0];
  const circulatedOn = editions.flatMap((one) => (one.state === 'circulated' ? [one.circulatedOn] : [])).sort()[0];
  return { ...(frozenOn === undefined ? {} : { frozenOn }), ...(circulatedOn === undefined ? {} : { circulatedOn }) };
}

/** What was observed of one informe, in the order in which it was. */
export const observationsOf = (state: ReportsState, report: string): readonly ReportObservation[] => state.observations.get(report) ?? [];

/** Every observation nobody has answered, the soonest due first. */
export const unansweredOf = (state: ReportsState): readonly ReportObservation[] =>
  [...state.observations.values()]
    .flat()
    .filter((one) => one.answers.length === 0 && !one.attention)
    .sort((a, b) => (a.answerBy < b.answerBy ? -1 : a.answerBy > b.answerBy ? 1 : 0));
