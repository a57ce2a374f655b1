import type { Act, IsoDate } from '../../core/event.ts';
import { ok, type Result, refuse } from '../../core/result.ts';
import type { Bilingual } from '../../core/words.ts';
import type { NewReportEvent, ReportKind } from './events.ts';
import type { ReportsState } from './state.ts';
import { editionsOf } from './views.ts';

export type ReportRefusal =
  | { readonly kind: 'cutoff-in-future'; readonly cutoff: IsoDate; readonly today: IsoDate }
  | { readonly kind: 'edition-needs-reason'; readonly cutoff: IsoDate; readonly edition: number }
  | { readonly kind: 'report-unknown'; readonly report: string }
  | { readonly kind: 'not-frozen-yet'; readonly report: string; readonly frozenOn: IsoDate }
  | { readonly kind: 'not-circulated'; readonly report: string }
  | { readonly kind: 'published-already'; readonly report: string; readonly on: IsoDate }
  | { readonly kind: 'circulated-already'; readonly report: string; readonly on: IsoDate };

type Decision = Result<readonly NewReportEvent[], ReportRefusal>;

export type FreezeReport = Act & {
  readonly kind: ReportKind;
  readonly cutoff: IsoDate;
  /** The position of the log the informe speaks from, and the root there (lower-case hex). */
  readonly position: number;
  readonly root: string;
  /** Why a further edition for the same cut-off; the first edition needs none. */
  readonly reason?: Bilingual;
};

/** A report tells what is known of the days up to its cut-off, so the cut-off may not lie ahead. */
export const cutoffRefusal = (cutoff: IsoDate, today: IsoDate): ReportRefusal | undefined =>
  cutoff > today ? { kind: 'cutoff-in-future', cutoff, today } : undefined;

/** `on` is today: an informe is frozen on the day it is frozen. */
export function freezeReport(state: ReportsState, command: FreezeReport): Decision {
  const { on, by, kind, cutoff, position, root, reason } = command;
  const refused = cutoffRefusal(cutoff, on);
  if (refused) return refuse(refused);
  const edition = editionsOf(state, kind, cutoff).length + 1;
  if (edition > 1 && reason === undefined) return refuse({ kind: 'edition-needs-reason', cutoff, edition });
  const report = edition === 1 ? `${kind}-${cutoff}` : `${kind}-${cutoff}-${edition}`;
  const data = { report, kind, cutoff, edition, position, root, ...(reason === undefined ? {} : { reason }) };
  return ok([{ type: 'ReportFrozen', on, by, data }]);
}

export function circulateReport(state: ReportsState, command: Act & { readonly report: string }): Decision {
  const { on, by, report } = command;
  const frozen = state.reports.get(report);
  if (!frozen) return refuse({ kind: 'report-unknown', report });
  if (frozen.state === 'circulated') return refuse({ kind: 'circulated-already', report, on: frozen.circulatedOn });
  if (on < frozen.frozenOn) return refuse({ kind: 'not-frozen-yet', report, frozenOn: frozen.frozenOn });
  return ok([{ type: 'ReportCirculated', on, by, data: { report } }]);
}

/** What the group has not been handed yet is not handed to the public first. */
export function publishReport(state: ReportsState, { on, by, report }: Act & { readonly report: string }): Decision {
  const found = state.reports.get(report);
  if (!found) return refuse({ kind: 'report-unknown', report });
  if (found.state !== 'circulated') return refuse({ kind: 'not-circulated', report });
  if (found.publishedOn !== undefined) return refuse({ kind: 'published-already', report, on: found.publishedOn });
  return ok([{ type: 'ReportPublished', on, by, data: { report } }]);
}
