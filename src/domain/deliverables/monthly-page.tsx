import { longMonth, mediumDate } from '../../core/date-words.ts';
import type { Lang } from '../../core/words.ts';
import { pick } from '../../core/words.ts';
import { errorOf, Field, FieldGroup, type FormError, TextArea } from '../../ui/forms.tsx';
import { Breadcrumbs, EmptyState, PageHead, Panel } from '../../ui/parts.tsx';
import { Status } from '../../ui/status.tsx';
import { DataTable } from '../../ui/table.tsx';
import { planPageWords } from '../plan/page-words.ts';
import { itemHref } from '../plan/pages.tsx';
import type { Item } from '../plan/views.ts';
import { itemMark } from '../plan/words.ts';
import type { Opl } from '../process/views.ts';
import { type MonthlyReport, type ReportFigure, reportFigures } from './events.ts';
import { lastReport, type Months, monthsOf, periodOf, type Reported, reportBefore, reportsOf } from './monthly.ts';
import { figureField, monthlyValue, texts } from './monthly-form.ts';
import { monthlyWords } from './monthly-words.ts';
import { mayOpen, type V } from './versions-page.tsx';
import { figureWords } from './words.ts';

const groups = {
  groupWork: ['cotaprepSessions', 'workMeetings', 'testsRun', 'developmentPercent'],
  groupStaff: ['staffPlanned', 'staffHired', 'staffTrained'],
  groupPlaces: ['catdPlanned', 'catdInstalled', 'ccvPlanned', 'ccvInstalled'],
} as const satisfies Readonly<Record<string, readonly ReportFigure[]>>;
const groupNames = ['groupWork', 'groupStaff', 'groupPlaces'] as const;

const shown = (value: number | undefined, lang: Lang): string =>
  value === undefined ? monthlyWords(lang).notStated : new Intl.NumberFormat(lang === 'es' ? 'es-MX' : 'en').format(value);

/** The guided form of one month, with the figures of the last report beside. */
export function MonthlyFields({ visit, item, errors }: { readonly visit: V; readonly item: Item; readonly errors: readonly FormError[] }) {
  const { lang, form, world } = visit;
  const t = monthlyWords(lang);
  const { opl, obligation } = item;
  const before = reportBefore(world.deliverables, opl.id, obligation.key);
  const value = monthlyValue(form, lastReport(world.deliverables, opl.id, obligation.key), lang);
  const area = (name: keyof typeof texts, optional = false) => (
    <TextArea
      lang={lang}
      name={texts[name]}
      label={t[name]}
      hint={before?.report[name] && t.before(longMonth(before.period, lang), pick(before.report[name], lang))}
      rows={4}
      value={value.text(name)}
      error={errorOf(errors, texts[name])}
      optional={optional}
    />
  );
  return (
    <>
      <p class="small">
        {t.fillHint} {t.orFile} {before === undefined && t.firstReport}
      </p>
      {area('done')}
      {area('next')}
      {area('obstacles', true)}
      {groupNames.map((group) => (
        <FieldGroup title={t[group]}>
          {groups[group].map((figure) => (
            <Field
              lang={lang}
              name={figureField(figure)}
              label={pick(figureWords[figure], lang)}
              hint={before && t.before(longMonth(before.period, lang), shown(before.report.figures[figure], lang))}
              inputmode="numeric"
              value={value.figure(figure)}
              error={errorOf(errors, figureField(figure))}
              optional
              short
            />
          ))}
        </FieldGroup>
      ))}
    </>
  );
}

/** What an OPL reported of one month, beside the month before, on the page of its obligation. */
export function monthlyPanel(visit: V, item: Item) {
  const { lang, world } = visit;
  const period = periodOf(item.obligation.key);
  const report = lastReport(world.deliverables, item.opl.id, item.obligation.key);
  if (period === undefined || !report || !visit.may('read-internal', item.opl.id) || !mayOpen(visit, item.opl.id, item.obligation.key))
    return null;
  const t = monthlyWords(lang);
  const before = reportBefore(world.deliverables, item.opl.id, item.obligation.key);
  return (
    <Panel id="informe-del-mes" title={`${t.report}: ${longMonth(period, lang)}`}>
      <h3>{t.done}</h3>
      <p>{pick(report.done, lang)}</p>
      <h3>{t.next}</h3>
      <p>{pick(report.next, lang)}</p>
      {report.obstacles && (
        <>
          <h3>{t.obstacles}</h3>
          <p>{pick(report.obstacles, lang)}</p>
        </>
      )}
      <FiguresTable lang={lang} report={report} period={period} before={before} />
    </Panel>
  );
}

type Compared = { readonly lang: Lang; readonly report: MonthlyReport; readonly period: string; readonly before: Reported | undefined };
function FiguresTable({ lang, report, period, before }: Compared) {
  const t = monthlyWords(lang);
  const change = (figure: ReportFigure): string => {
    const [was, is] = [before?.report.figures[figure], report.figures[figure]];
    if (was === undefined || is === undefined) return '—';
    return new Intl.NumberFormat(lang === 'es' ? 'es-MX' : 'en', { signDisplay: 'exceptZero' }).format(is - was);
  };
  const former = before && {
    title: longMonth(before.period, lang),
    align: 'end' as const,
    cell: (one: ReportFigure) => shown(before.report.figures[one], lang),
  };
  return (
    <DataTable
      lang={lang}
      id="cifras-del-mes"
      caption={t.figures}
      columns={[
        { title: t.figure, head: true, cell: (one: ReportFigure) => pick(figureWords[one], lang) },
        ...(former ? [former] : []),
        { title: longMonth(period, lang), align: 'end', cell: (one) => shown(report.figures[one], lang) },
        ...(former ? [{ title: t.change, align: 'end' as const, cell: change }] : []),
      ]}
      rows={reportFigures}
    />
  );
}

const lateness = (item: Item): number => Math.max(item.daysLate, item.handedInLate);

/** Every OPL's reports, month by month: where each stands and by how much it was late. */
export function MonthsPage({ visit }: { readonly visit: V }) {
  const { lang, world, day } = visit;
  const t = monthlyWords(lang);
  const { periods, rows } = monthsOf(world.process, world.plan, day);
  if (periods.length === 0)
    return (
      <>
        <PageHead title={t.reports} />
        <EmptyState>{t.noMonths}</EmptyState>
      </>
    );
  type Row = Months['rows'][number];
  return (
    <>
      <PageHead title={t.reports} meta={t.meta} />
      <DataTable
        lang={lang}
        id="informes-mensuales"
        caption={t.reports}
        columns={[
          { title: planPageWords(lang).opl, head: true, cell: (one: Row) => one.opl.acronym },
          ...periods.map((period) => ({
            title: longMonth(period, lang),
            cell: (one: Row) => <Month visit={visit} item={one.items.get(period)} />,
          })),
        ]}
        rows={rows}
        rowHref={({ opl }) => (visit.may('read-internal', opl.id) ? visit.href(`/informes-mensuales/${opl.id}`) : undefined)}
        downloads={(end) => visit.href(`/informes-mensuales.${end}`)}
      />
    </>
  );
}

function Month({ visit, item }: { readonly visit: V; readonly item: Item | undefined }) {
  const { lang } = visit;
  if (!item) return <>—</>;
  const late = lateness(item);
  return (
    <>
      <a href={itemHref(visit, item)}>
        <span class="vh">{`${item.obligation.key} ${item.opl.acronym}: `}</span>
        <Status {...itemMark(item, lang)} />
      </a>{' '}
      {late > 0 && <small>({monthlyWords(lang).late(late)})</small>}
    </>
  );
}

/** What one OPL reported, figure by figure, month by month. */
export function SeriesPage({ visit, opl }: { readonly visit: V; readonly opl: Opl }) {
  const { lang, world } = visit;
  const t = monthlyWords(lang);
  const reports = reportsOf(world.deliverables, opl.id).filter(({ key }) => mayOpen(visit, opl.id, key));
  const trail = [{ label: t.reports, href: visit.href('/informes-mensuales') }, { label: pick(opl.name, lang) }];
  return (
    <>
      <PageHead title={t.series(opl.acronym)} trail={<Breadcrumbs lang={lang} items={trail} />} />
      <DataTable
        lang={lang}
        id="serie"
        caption={t.figures}
        columns={[
          { title: t.figure, head: true, cell: (one: ReportFigure) => pick(figureWords[one], lang) },
          ...reports.map(({ period, report, version }) => ({
            title: longMonth(period, lang),
            unit: mediumDate(version.on, lang),
            align: 'end' as const,
            cell: (one: ReportFigure) => shown(report.figures[one], lang),
          })),
        ]}
        rows={reports.length === 0 ? [] : reportFigures}
        empty={t.seriesEmpty}
        downloads={(end) => visit.href(`/informes-mensuales/${opl.id}/cifras.${end}`)}
      />
    </>
  );
}
