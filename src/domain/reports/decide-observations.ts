import type { Act, IsoDate } from '../../core/event.ts';
import { ok, type Result, refuse } from '../../core/result.ts';
import type { Bilingual } from '../../core/words.ts';
import type { Attention, NewReportEvent } from './events.ts';
import { observationsOf, type ReportObservation, type ReportsState } from './views.ts';

export type ObservationRefusal =
  | { readonly kind: 'report-unknown'; readonly report: string }
  | { readonly kind: 'not-circulated'; readonly report: string }
  | { readonly kind: 'observation-unknown'; readonly observation: number }
  | { readonly kind: 'nothing-said' }
  | { readonly kind: 'answer-by-past'; readonly answerBy: IsoDate; readonly on: IsoDate }
  | { readonly kind: 'not-yours' }
  | { readonly kind: 'not-answered'; readonly observation: number }
  | { readonly kind: 'attended-already'; readonly observation: number; readonly on: IsoDate };

type Decision = Result<readonly NewReportEvent[], ObservationRefusal>;
type Of = Act & { readonly report: string; readonly from?: Bilingual };

export type ObserveReport = Of & {
  readonly section?: string;
  readonly paragraph?: number;
  readonly quote?: string;
  readonly text: string;
  readonly answerBy: IsoDate;
};

/** Only of what was circulated: what nobody was handed, nobody can have observed. */
export function observeReport(state: ReportsState, { on, by, ...data }: ObserveReport): Decision {
  const report = state.reports.get(data.report);
  if (!report) return refuse({ kind: 'report-unknown', report: data.report });
  if (report.state !== 'circulated') return refuse({ kind: 'not-circulated', report: data.report });
  if (data.text.trim() === '') return refuse({ kind: 'nothing-said' });
  if (data.answerBy < on) return refuse({ kind: 'answer-by-past', answerBy: data.answerBy, on });
  return ok([{ type: 'ReportObserved', on, by, data: { ...data, observation: observationsOf(state, data.report).length + 1 } }]);
}

/** `answers`: whether the section it speaks of is the office's, or it integrates the informe. A later answer stands beside the former one. */
export function answerReportObservation(
  state: ReportsState,
  { on, by, answers, ...data }: Of & { readonly observation: number; readonly text: string; readonly answers: boolean },
): Decision {
  return of(state, data, (observation) => {
    if (!answers) return refuse({ kind: 'not-yours' });
    if (observation.attention?.how === 'attended')
      return refuse({ kind: 'attended-already', observation: data.observation, on: observation.attention.on });
    if (data.text.trim() === '') return refuse({ kind: 'nothing-said' });
    return ok([{ type: 'ReportObservationAnswered', on, by, data }]);
  });
}

/** What became of it, once it was answered: attended, in part, or not. What was not attended in full may be settled again. */
export function attendReportObservation(
  state: ReportsState,
  { on, by, ...data }: Act & { readonly report: string; readonly observation: number; readonly how: Attention; readonly note?: string },
): Decision {
  return of(state, data, (observation) => {
    if (observation.attention?.how === 'attended')
      return refuse({ kind: 'attended-already', observation: data.observation, on: observation.attention.on });
    if (observation.answers.length === 0) return refuse({ kind: 'not-answered', observation: data.observation });
    return ok([{ type: 'ReportObservationAttended', on, by, data }]);
  });
}

function of(
  state: ReportsState,
  { report, observation }: { readonly report: string; readonly observation: number },
  then: (observation: ReportObservation) => Decision,
): Decision {
  if (!state.reports.has(report)) return refuse({ kind: 'report-unknown', report });
  const found = observationsOf(state, report).find((one) => one.observation === observation);
  return found ? then(found) : refuse({ kind: 'observation-unknown', observation });
}
