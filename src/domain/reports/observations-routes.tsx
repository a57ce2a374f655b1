import type { Document } from '../../core/document.ts';
import { subjectOf } from '../../core/subject.ts';
import { pick } from '../../core/words.ts';
import type { FormError } from '../../ui/forms.tsx';
import { known, readForm } from '../../web/read-form.ts';
import { tableRoutes } from '../../web/table-routes.ts';
import type { Answer, Route, Visit } from '../../web/visit.ts';
import type { CommitmentsState } from '../commitments/views.ts';
import { officeOf, type PeopleState } from '../people/views.ts';
import { answerReportObservation, attendReportObservation, type ObservationRefusal, observeReport } from './decide-observations.ts';
import { attentions } from './events.ts';
import { observationRefusalText, observationWords } from './observation-words.ts';
import { mayAnswer, ObservationsPage, placeIn } from './observations-page.tsx';
import { observationsTable } from './observations-section.ts';
import { reportPageWords } from './page-words.ts';
import type { ReportsWorld } from './pages.tsx';
import { observationsOf, type Report, type ReportObservation } from './views.ts';

type Status = 200 | 403 | 409 | 422;
const here = 'informes';
const unknownReport = { es: reportPageWords('es').unknownReport, en: reportPageWords('en').unknownReport };

/** What is observed of an informe. `documentOf` makes the informe, so that an observation can point into it. */
export function observationRoutes<W extends ReportsWorld & { readonly people: PeopleState; readonly commitments: CommitmentsState }>(
  documentOf: (visit: Visit<W>, report: Report) => Promise<Document | undefined>,
): readonly Route<W>[] {
  type V = Visit<W>;
  type Of = { readonly report: Report; readonly document: Document };
  const withReport = async (visit: V, then: (of: Of) => Answer | Promise<Answer>): Promise<Answer> => {
    const report = visit.world.reports.reports.get(visit.params.report ?? '');
    const document = report && (await documentOf(visit, report));
    return report && document ? then({ report, document }) : { kind: 'not-found', what: unknownReport };
  };
  const page = (visit: V, of: Of, errors: readonly FormError[] = [], status: Status = 200): Answer => ({
    kind: 'page',
    title: observationWords(visit.lang).observations,
    here,
    status,
    shown: observationsOf(visit.world.reports, of.report.id).map((one) => subjectOf('observation', of.report.id, String(one.observation))),
    body: <ObservationsPage visit={visit} {...of} errors={errors} />,
  });
  const told = (visit: V, refusal: ObservationRefusal | { readonly kind: 'conflict' }): string =>
    refusal.kind === 'conflict' ? reportPageWords(visit.lang).changed : pick(observationRefusalText(refusal), visit.lang);
  const to = (visit: V, report: Report, number?: number): Answer => ({
    kind: 'redirect',
    to: visit.href(`/informes/${report.id}/observaciones${number === undefined ? '' : `#o-${number}`}`),
  });
  const nameOf = (world: W, office: string) => known('from', officeOf(world.people, office)?.name);

  async function observe(visit: V, of: Of): Promise<Answer> {
    const read = readForm(visit);
    const typed = read.raw('lugar');
    const place = placeIn(of.document, typed === 'informe' ? '' : typed);
    if (!place || typed === '') read.wrong('lugar', observationWords(visit.lang).badPlace);
    const [text, answerBy] = [read.text('texto'), read.date('responder', observationWords(visit.lang).answerBy)];
    if (read.errors.length > 0) return page(visit, of, read.errors, 422);
    const done = await visit.execute<ObservationRefusal>((world, by) =>
      observeReport(world.reports, { on: visit.today, by, report: of.report.id, ...place, text, answerBy, ...nameOf(world, by.office) }),
    );
    if (done.ok) return to(visit, of.report, observationsOf(visit.world.reports, of.report.id).length + 1);
    const field = done.error.kind === 'answer-by-past' ? { field: 'responder' } : {};
    return page(visit, of, [{ ...field, text: told(visit, done.error) }], 409);
  }

  const withObservation = (visit: V, then: (of: Of, one: ReportObservation) => Answer | Promise<Answer>) =>
    withReport(visit, (of) => {
      const one = observationsOf(visit.world.reports, of.report.id).find((each) => String(each.observation) === visit.params.observation);
      return one ? then(of, one) : { kind: 'not-found', what: unknownReport };
    });

  async function answer(visit: V, of: Of, one: ReportObservation): Promise<Answer> {
    const field = `respuesta-${one.observation}`;
    const text = readForm(visit).raw(field);
    const done = await visit.execute<ObservationRefusal>((world, by) => {
      const data = { report: of.report.id, observation: one.observation, text, answers: mayAnswer(visit, of.report, one) };
      return answerReportObservation(world.reports, { on: visit.today, by, ...data, ...nameOf(world, by.office) });
    });
    if (done.ok) return to(visit, of.report, one.observation);
    const status = done.error.kind === 'not-yours' ? 403 : done.error.kind === 'nothing-said' ? 422 : 409;
    return page(visit, of, [{ field, text: told(visit, done.error) }], status);
  }

  async function attend(visit: V, of: Of, one: ReportObservation): Promise<Answer> {
    const read = readForm(visit);
    const how = read.oneOf(`atencion-${one.observation}`, attentions);
    const note = read.optional(`nota-${one.observation}`);
    if (!how) return page(visit, of, read.errors, 422);
    const done = await visit.execute<ObservationRefusal>((world, by) =>
      attendReportObservation(world.reports, {
        on: visit.today,
        by,
        report: of.report.id,
        observation: one.observation,
        how,
        ...known('note', note),
      }),
    );
    return done.ok ? to(visit, of.report, one.observation) : page(visit, of, [{ text: told(visit, done.error) }], 409);
  }

  const base = '/:process/informes/:report';
  const reads = { right: 'read-internal' } as const;
  return [
    { method: 'GET', path: `${base}/observaciones`, may: reads, answer: (visit) => withReport(visit, (of) => page(visit, of)) },
    ...tableRoutes<W>(`${base}/observaciones`, reads, (visit) => {
      const report = visit.world.reports.reports.get(visit.params.report ?? '');
      if (!report) return { kind: 'not-found', what: unknownReport };
      return observationsTable(observationsOf(visit.world.reports, report.id), visit.lang, visit.day);
    }),
    {
      method: 'POST',
      path: `${base}/observar`,
      may: { right: 'take-part' },
      answer: (visit) => withReport(visit, (of) => observe(visit, of)),
    },
    {
      method: 'POST',
      path: `${base}/observaciones/:observation/responder`,
      may: { anyOf: ['write-sections', 'freeze-report'] },
      answer: (visit) => withObservation(visit, (of, one) => answer(visit, of, one)),
    },
    {
      method: 'POST',
      path: `${base}/observaciones/:observation/atender`,
      may: { right: 'freeze-report' },
      answer: (visit) => withObservation(visit, (of, one) => attend(visit, of, one)),
    },
  ];
}
