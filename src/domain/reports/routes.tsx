import { parseIsoDate } from '../../core/dates.ts';
import type { Document } from '../../core/document.ts';
import { rememberedOf } from '../../core/remembered.ts';
import { type Subject, subjectOf } from '../../core/subject.ts';
import { pick } from '../../core/words.ts';
import type { FormError } from '../../ui/forms.tsx';
import { tableRoutes } from '../../web/table-routes.ts';
import type { Answer, Route, Visit } from '../../web/visit.ts';
import type { CommitmentsState } from '../commitments/views.ts';
import type { PeopleState } from '../people/views.ts';
import { circulateReport, cutoffRefusal, freezeReport, publishReport, type ReportRefusal } from './decide.ts';
import { DifferencePage, formerReport } from './difference-page.tsx';
import { type ReportKind, reportKind } from './events.ts';
import { keepReports } from './kept-reports.ts';
import type { ReportOf } from './make.ts';
import { observationRoutes } from './observations-routes.tsx';
import { reportPageWords } from './page-words.ts';
import { type Format, formats, ReadPage, ReportsPage, type ReportsWorld } from './pages.tsx';
import type { Audience } from './section.ts';
import { madeKinds } from './sections.ts';
import { type Report, reportsOf } from './views.ts';
import { kindWords, reportRefusalText } from './words.ts';

/** A document in each of its forms; the program hands these in, so that this slice knows no file format. */
export type Renderers = {
  readonly fragment: (document: Document) => Promise<string>;
  readonly file: (
    document: Document,
    format: Format,
  ) => Promise<{ readonly body: string | Uint8Array<ArrayBuffer>; readonly type: string }>;
};

const here = 'informes';
type V = Visit<ReportsWorld>;
const nothingThen = { es: reportPageWords('es').nothingThen, en: reportPageWords('en').nothingThen };
const unknownReport = { es: reportPageWords('es').unknownReport, en: reportPageWords('en').unknownReport };

const list = (visit: V, errors: readonly FormError[] = [], status: 200 | 409 | 422 = 200): Answer => ({
  kind: 'page',
  title: reportPageWords(visit.lang).reports,
  here,
  status,
  body: <ReportsPage visit={visit} errors={errors} />,
});

/** The informe asked for; the one on the PREPs unless another is named that this version makes. */
function kindOf(text: string | null | undefined): ReportKind {
  const read = reportKind.safeParse(text);
  return read.success && madeKinds.includes(read.data) ? read.data : 'prep';
}

/** What was circulated is shown for the record: later it must be known to whom, and when first. */
const receiptsFor = (report: Report | undefined): readonly Subject[] =>
  report?.state === 'circulated' ? [subjectOf('report', report.id)] : [];

/** The public reads of an informe what was published, and before that what is derived; the group reads everything, or what the public will. */
function audienceOf(visit: V, report: Report | undefined): Audience | undefined {
  if (visit.may('read-internal') && visit.url.searchParams.get('version') !== 'publica') return undefined;
  return report !== undefined && report.publishedOn !== undefined ? 'public' : 'unpublished';
}

/** A day typed by a person as a cut-off: refused with words when it is no date or lies ahead. */
function cutoffOf(visit: V, text: string, field: string): { readonly cutoff: string } | { readonly errors: readonly FormError[] } {
  const label = { es: reportPageWords('es').cutoffLabel, en: reportPageWords('en').cutoffLabel };
  const read = parseIsoDate(text, label);
  if (!read.ok) return { errors: [{ field, text: pick(read.error.message, visit.lang) }] };
  const refused = cutoffRefusal(read.value.toString(), visit.today);
  return refused ? { errors: [{ field, text: pick(reportRefusalText(refused), visit.lang) }] } : { cutoff: read.value.toString() };
}

async function turn(visit: V, decide: typeof circulateReport): Promise<Answer> {
  const report = visit.params.report ?? '';
  const done = await visit.execute<ReportRefusal>((world, by) => decide(world.reports, { on: visit.today, by, report }));
  if (done.ok) return { kind: 'redirect', to: visit.href(`/informes/${report}`) };
  const text = done.error.kind === 'conflict' ? reportPageWords(visit.lang).changed : pick(reportRefusalText(done.error), visit.lang);
  return list(visit, [{ text }], 409);
}

export function reportRoutes<W extends ReportsWorld & { readonly people: PeopleState; readonly commitments: CommitmentsState }>(
  renderers: Renderers,
): readonly Route<W>[] {
  const made = keepReports();
  const make = (visit: V, asked: ReportOf) => made(visit.world.process.id, (day, known) => visit.worldOn(day, known), asked);
  const fragments = rememberedOf((document: Document) => renderers.fragment(document));

  /** As it stands at a cut-off, with what was said of it up to the day of the page. */
  const previewOf = (visit: V, kind: ReportKind, cutoff: string, position: number, root: string) => {
    const audience = audienceOf(visit, undefined);
    return make(visit, { kind, lang: visit.lang, cutoff, position, root, saidOn: visit.day, ...(audience ? { audience } : {}) });
  };
  const frozenOf = (visit: V, report: Report) => {
    const { kind, cutoff, position, root, frozenOn, edition, reason } = report;
    const audience = audienceOf(visit, report);
    const which = { edition, ...(reason === undefined ? {} : { reason }) };
    const asked = { kind, lang: visit.lang, cutoff, position, root, saidOn: frozenOn, edition: which, ...(audience ? { audience } : {}) };
    return make(visit, asked);
  };

  const reportOf = (visit: V, id: string): Report | undefined => visit.world.reports.reports.get(id);

  const read = async (
    visit: V,
    kind: ReportKind,
    document: Document | undefined,
    stem: string,
    position: number,
    report?: Report,
  ): Promise<Answer> => {
    if (!document) return { kind: 'not-found', what: nothingThen };
    const title = document.facts[0] ? `${pick(kindWords[kind], visit.lang)} · ${document.facts[0][1]}` : document.title;
    const html = await fragments(document);
    const body = <ReadPage visit={visit} title={title} html={html} stem={stem} position={position} {...(report ? { report } : {})} />;
    return { kind: 'page', title, here, body, shown: receiptsFor(report), ...(report ? { about: subjectOf('report', report.id) } : {}) };
  };

  const download = async (document: Document | undefined, name: string, format: Format, report?: Report): Promise<Answer> => {
    if (!document) return { kind: 'not-found', what: nothingThen };
    const made = await renderers.file(document, format);
    return { kind: 'file', ...made, name: `${name}.${format}`, shown: receiptsFor(report) };
  };

  return [
    ...observationRoutes<W>(frozenOf),
    {
      method: 'GET',
      path: '/:process/informes/:report/diferencia',
      may: 'anyone',
      answer: async (visit) => {
        const report = reportOf(visit, visit.params.report ?? '');
        const document = report && (await frozenOf(visit, report));
        if (!report || !document) return { kind: 'not-found', what: unknownReport };
        const former = formerReport(visit.world, report);
        const before = former && (await frozenOf(visit, former));
        const compared = former && before ? { former: { report: former, document: before } } : {};
        const body = <DifferencePage visit={visit} report={report} document={document} {...compared} />;
        return { kind: 'page', title: reportPageWords(visit.lang).difference, here, body, shown: receiptsFor(report) };
      },
    },
    { method: 'GET', path: '/:process/informes', may: 'anyone', answer: (visit) => list(visit) },
    ...tableRoutes<ReportsWorld>('/:process/informes', 'anyone', (visit) => {
      const t = reportPageWords(visit.lang);
      const titles = [t.report, t.cutoff, t.edition, t.state, t.position, 'root'];
      const rows = reportsOf(visit.world.reports).map((one) => [one.id, one.cutoff, one.edition, t[one.state], one.position, one.root]);
      return { kind: 'table', id: 'informes', caption: t.list, columns: titles.map((title) => ({ title })), rows };
    }),
    {
      method: 'GET',
      path: '/:process/informes/corte',
      may: 'anyone',
      answer: async (visit) => {
        const asked = cutoffOf(visit, visit.url.searchParams.get('corte') ?? '', 'corte');
        if ('errors' in asked) return list(visit, asked.errors, 422);
        const { position, root } = visit;
        const kind = kindOf(visit.url.searchParams.get('tipo'));
        const stem = `${kind === 'prep' ? 'corte' : `corte-${kind}`}-${asked.cutoff}-${position}`;
        return read(visit, kind, await previewOf(visit, kind, asked.cutoff, position, root), stem, position);
      },
    },
    {
      method: 'POST',
      path: '/:process/informes/congelar',
      may: { right: 'freeze-report' },
      answer: async (visit) => {
        const { lang, form, position, root, today } = visit;
        const asked = cutoffOf(visit, form.get('congelar') ?? '', 'congelar');
        if ('errors' in asked) return list(visit, asked.errors, 422);
        const reason = form.get('motivo');
        const done = await visit.execute<ReportRefusal>((world, by) =>
          freezeReport(world.reports, {
            on: today,
            by,
            kind: kindOf(form.get('congelar-tipo')),
            cutoff: asked.cutoff,
            position,
            root,
            ...(reason ? { reason: { es: reason, en: reason } } : {}),
          }),
        );
        if (done.ok) return { kind: 'redirect', to: visit.href('/informes') };
        if (done.error.kind === 'conflict') return list(visit, [{ text: reportPageWords(lang).changed }], 409);
        const field = done.error.kind === 'edition-needs-reason' ? 'motivo' : 'congelar';
        return list(visit, [{ field, text: pick(reportRefusalText(done.error), lang) }], 409);
      },
    },
    {
      method: 'POST',
      path: '/:process/informes/:report/circular',
      may: { right: 'freeze-report' },
      answer: (visit) => turn(visit, circulateReport),
    },
    {
      method: 'POST',
      path: '/:process/informes/:report/publicar',
      may: { right: 'freeze-report' },
      answer: (visit) => turn(visit, publishReport),
    },
    {
      method: 'GET',
      path: '/:process/informes/:file{[a-z-]+-[0-9-]+\\.(?:pdf|docx|html|md)}',
      may: 'anyone',
      answer: async (visit) => {
        const [stem = '', end = ''] = (visit.params.file ?? '').split('.');
        const format = formats.find((one) => one === end);
        if (!format) return { kind: 'not-found', what: unknownReport };
        const name = `${visit.world.process.id}-${stem}`;
        const [, kind, cutoff, at] = /^corte-(?:([a-z]+)-)?(\d{4}-\d{2}-\d{2})-(\d+)$/.exec(stem) ?? [];
        if (cutoff !== undefined) {
          const asked = cutoffOf(visit, cutoff, 'corte');
          if ('errors' in asked) return list(visit, asked.errors, 422);
          const position = Math.min(Number(at), visit.position);
          return download(await previewOf(visit, kindOf(kind), asked.cutoff, position, await visit.rootAt(position)), name, format);
        }
        const report = reportOf(visit, stem);
        if (!report) return { kind: 'not-found', what: unknownReport };
        return download(await frozenOf(visit, report), name, format, report);
      },
    },
    {
      method: 'GET',
      path: '/:process/informes/:report',
      may: 'anyone',
      answer: async (visit) => {
        const report = reportOf(visit, visit.params.report ?? '');
        if (!report) return { kind: 'not-found', what: unknownReport };
        return read(visit, report.kind, await frozenOf(visit, report), report.id, report.position, report);
      },
    },
  ];
}
