import { mediumDate, nearDate } from '../../core/date-words.ts';
import { partsOfSubject, type Subject, subjectOf } from '../../core/subject.ts';
import { type Lang, pick } from '../../core/words.ts';
import { LinkButton } from '../../ui/buttons.tsx';
import { Pagination, pageHref, pageOf } from '../../ui/pagination.tsx';
import { PageHead, Panel, type RowItem, Rows } from '../../ui/parts.tsx';
import { Status } from '../../ui/status.tsx';
import { DataTable } from '../../ui/table.tsx';
import type { Visit } from '../../web/visit.ts';
import { officeName, type PeopleState } from '../people/views.ts';
import { roleWords } from '../people/words.ts';
import type { RiskColumn } from '../plan/matrix-page.tsx';
import type { OplPanels } from '../plan/opl-page.tsx';
import { type Opl, oplOf } from '../process/views.ts';
import { alertPageWords } from './page-words.ts';
import { type Alert, type AlertsWorld, alertsAbout, alertsOn, type Risk, type RiskLevel, riskOf, risksOf, severities } from './views.ts';
import { riskMark, severityMark } from './words.ts';

export type AlertPagesWorld = AlertsWorld & { readonly people: PeopleState };
type V = Visit<AlertsWorld>;

export const alertHref = (visit: Pick<V, 'href'>, alert: Pick<Alert, 'id'>): string => visit.href(`/alertas/${alert.id}`);

/** Under what name it is known who was shown an alert. */
export const alertSubject = (alert: Pick<Alert, 'id'>): Subject => subjectOf('alert', alert.id);

const pageSize = 50;
/** Those that the page of the address shows. */
export const alertsOnPage = (visit: Pick<V, 'url'>, alerts: readonly Alert[]) =>
  pageOf(alerts, visit.url.searchParams.get('pagina'), pageSize);

/** Where the thing itself is shown. */
export function subjectHref(visit: Pick<V, 'href'>, subject: Subject): string | undefined {
  const { kind, ids } = partsOfSubject(subject);
  const [first = ''] = ids;
  if (kind === 'obligation') return visit.href(`/prep/${ids.join('/')}`);
  if (kind === 'opl') return visit.href(`/prep/${first}`);
  if (kind === 'meeting') return visit.href(`/reuniones/${first}`);
  if (kind === 'report') return visit.href(`/informes/${first}`);
  if (kind === 'system' || kind === 'incident') return visit.href(`/sistemas/${first}`);
  if (kind === 'commitment') return visit.href(`/compromisos/${first}`);
  if (kind === 'thread') return visit.href(`/foro/${first}`);
  if (kind === 'verification') return visit.href(`/operacion/${first}`);
  return undefined;
}

/** Whose it is: «IEEH», «Secretaría técnica». */
export function ownerText(visit: Visit<AlertPagesWorld>, alert: Alert): string {
  if (alert.office !== undefined) return pick(officeName(visit.world.people, alert.office), visit.lang);
  const opl = alert.owner === 'opl' && alert.opl !== undefined ? oplOf(visit.world.process, alert.opl) : undefined;
  return opl ? opl.acronym : roleWords(visit.lang)[alert.owner];
}

export const acknowledgedText = (alert: Alert, lang: Lang): string => {
  const t = alertPageWords(lang);
  const last = alert.acknowledged.at(-1);
  return last ? t.acknowledgedOn(mediumDate(last.on, lang)) : t.notAcknowledged;
};

/** One row an alert: its gravity, what it is about, why, and since when. */
export function alertRow(visit: V, alert: Alert): RowItem {
  const { lang } = visit;
  return {
    mark: severityMark(alert.severity, lang),
    strong: alert.severity === 'red',
    text: (
      <a href={alertHref(visit, alert)}>
        {pick(alert.rule.name, lang)}: {pick(alert.title, lang)}
      </a>
    ),
    detail: pick(alert.explanation, lang),
    when: alertPageWords(lang).sinceShort(nearDate(alert.since, visit.day, lang)),
    dateTime: alert.since,
  };
}

/** One row an OPL: its risk, the rules that say so with how often, and since when. */
export function riskRow(visit: V, { opl, level, reasons }: Risk): RowItem {
  const { lang } = visit;
  const t = alertPageWords(lang);
  const byRule = [...Map.groupBy(reasons, (alert) => alert.rule)];
  const [since] = reasons
    .filter((alert) => alert.severity === reasons[0]?.severity)
    .map((alert) => alert.since)
    .sort();
  const said = byRule.map(([rule, same], i) => (
    <>
      {i > 0 && ' · '}
      <a href={same.length === 1 && same[0] ? alertHref(visit, same[0]) : `${visit.href(`/prep/${opl.id}`)}#riesgo`}>
        {pick(rule.name, lang)}
      </a>
      {same.length > 1 && ` (${same.length})`}
    </>
  ));
  const silent = level === 'unknown' ? t.riskUnknown : t.riskQuiet;
  return {
    mark: riskMark(level, lang),
    strong: level === 'red',
    text: (
      <a href={`${visit.href(`/prep/${opl.id}`)}#riesgo`}>
        {pick(opl.name, lang)}: {riskMark(level, lang).word.toLowerCase()}
      </a>
    ),
    detail: reasons.length > 0 ? said : silent,
    ...(since === undefined ? {} : { when: t.sinceShort(nearDate(since, visit.day, lang)), dateTime: since }),
  };
}

function RiskPanel({ visit, opl }: { readonly visit: V; readonly opl: Opl }) {
  const { lang, world, day } = visit;
  const t = alertPageWords(lang);
  const alerts = alertsAbout(alertsOn(world, day), opl.id);
  const { level } = riskOf(world, alerts, opl);
  const mark = riskMark(level, lang);
  return (
    <Panel id="riesgo" title={t.riskOne(mark.word.toLowerCase())} note={t.riskNote}>
      <Rows items={alerts.map((alert) => alertRow(visit, alert))} empty={level === 'unknown' ? t.riskUnknown : t.riskQuiet} />
    </Panel>
  );
}

const levels: readonly RiskLevel[] = ['red', 'amber', 'quiet', 'unknown'];
/** Its risk with every reason, and whom it was shown to, on the page of one OPL. */
export const riskPanels: OplPanels<AlertsWorld> = {
  main: (visit, opl) => <RiskPanel visit={visit} opl={opl} />,
  shown: ({ world, day }, opl) => alertsAbout(alertsOn(world, day), opl.id).map(alertSubject),
};

/** How each OPL stands, for the matrix. */
export const riskColumn: RiskColumn<AlertsWorld> = {
  levels: ({ lang }) => levels.map((level) => ({ level, mark: riskMark(level, lang) })),
  of: ({ world, day, lang }) => {
    const found = new Map(risksOf(world, alertsOn(world, day)).map(({ opl, level }) => [opl.id, level]));
    return ({ id }) => {
      const level = found.get(id);
      return level && { level, mark: riskMark(level, lang) };
    };
  },
};

export function AlertsPage({ visit, alerts }: { readonly visit: Visit<AlertPagesWorld>; readonly alerts: readonly Alert[] }) {
  const { lang, world } = visit;
  const t = alertPageWords(lang);
  const [red = 0, amber = 0, notes = 0] = severities.map((severity) => alerts.filter((alert) => alert.severity === severity).length);
  return (
    <>
      <PageHead
        title={t.alerts}
        meta={t.counts(red, amber, notes)}
        actions={<LinkButton href={visit.href('/alertas/reglas')}>{t.rulesLink}</LinkButton>}
      />
      <Panel id="riesgo" title={t.risk} note={t.riskNote}>
        <Rows items={risksOf(world, alerts).map((risk) => riskRow(visit, risk))} empty={t.none} />
      </Panel>
      <AlertTable visit={visit} alerts={alerts} />
    </>
  );
}

function AlertTable({ visit, alerts }: { readonly visit: Visit<AlertPagesWorld>; readonly alerts: readonly Alert[] }) {
  const { lang } = visit;
  const t = alertPageWords(lang);
  const { page, pages, rows } = alertsOnPage(visit, alerts);
  return (
    <DataTable
      lang={lang}
      id="alertas"
      caption={t.open}
      columns={[
        { title: t.alert, head: true, cell: (alert: Alert) => pick(alert.title, lang) },
        { title: t.severity, keep: true, cell: (alert) => <Status {...severityMark(alert.severity, lang)} /> },
        {
          title: t.why,
          cell: (alert) => (
            <>
              <strong>{pick(alert.rule.name, lang)}.</strong> {pick(alert.explanation, lang)}
            </>
          ),
        },
        { title: t.since, keep: true, cell: (alert) => <time datetime={alert.since}>{mediumDate(alert.since, lang)}</time> },
        { title: t.owner, cell: (alert) => ownerText(visit, alert) },
        { title: t.acknowledged, cell: (alert) => acknowledgedText(alert, lang) },
      ]}
      rows={rows}
      foot={<Pagination lang={lang} page={page} pages={pages} href={pageHref(visit.url)} />}
      rowHref={(alert) => alertHref(visit, alert)}
      empty={t.none}
      downloads={(end) => visit.href(`/alertas.${end}`)}
    />
  );
}
