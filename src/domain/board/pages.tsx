import { longDate, mediumDate, nearDate } from '../../core/date-words.ts';
import { pick } from '../../core/words.ts';
import { LinkButton, Submit } from '../../ui/buttons.tsx';
import { DateField, Form } from '../../ui/forms.tsx';
import { Matrix } from '../../ui/matrix.tsx';
import { Columns, EmptyState, PageHead, Panel, type RowItem, Rows } from '../../ui/parts.tsx';
import type { Visit } from '../../web/visit.ts';
import type { AgendaState } from '../agenda/views.ts';
import { alertRow, riskRow } from '../alerts/pages.tsx';
import { type Alert, type AlertsWorld, alertsOn, type Risk, risksOf } from '../alerts/views.ts';
import { CycleSteps, proofAt } from '../meetings/pages.tsx';
import { calendarOf, cycleOf, type MeetingsState, previousCutoff } from '../meetings/views.ts';
import type { MinutesState } from '../minutes/views.ts';
import { itemHref, legendOf, SuspensionNotice, soonRows } from '../plan/pages.tsx';
import { type Change, changesBetween, dueSoon, type Item, matrixOn, type PlanState, planInForce, shapeOf } from '../plan/views.ts';
import { groupMark, statusMark } from '../plan/words.ts';
import { daysToJornada, electionDayOf, factsBetween, type OpenProcess } from '../process/views.ts';
import { editionsOf, type ReportsState } from '../reports/views.ts';
import { boardWords } from './words.ts';

export type BoardWorld = {
  readonly process: OpenProcess;
  readonly plan: PlanState;
  readonly meetings: MeetingsState;
  readonly reports: ReportsState;
  readonly agenda: AgendaState;
  readonly minutes: MinutesState;
} & AlertsWorld;
type V = Visit<BoardWorld>;
const shownRows = 6;

/** `before`: the reading on the cut-off before this day; absent when there is none. */
export type Before = { readonly cutoff: string; readonly world: BoardWorld };

export type RiskTold = {
  readonly alerts: readonly Alert[];
  readonly found: readonly Risk[];
  readonly risks: readonly Risk[];
  readonly group: readonly Alert[];
};

type BoardProps = { readonly visit: V; readonly before: Before | undefined; readonly risk: RiskTold };
export function BoardPage({ visit, before, risk }: BoardProps) {
  const { lang, world, day } = visit;
  const t = boardWords(lang);
  const matrix = matrixOn(world, day);
  const items = matrix.flatMap((row) => row.items);
  const cycle = cycleOf(world.meetings, Temporal.PlainDate.from(day), (cutoff, number) => proofAt(world, cutoff, number));
  const latest = calendarOf(world.meetings)
    .map((row) => row.dates.cutoff.toString())
    .filter((cutoff) => cutoff <= day)
    .at(-1);
  return (
    <>
      <PageHead
        title={t.board}
        meta={metaOf(visit, items.length)}
        actions={
          latest !== undefined &&
          !cycle?.concluded && (
            <LinkButton kind="primary" href={reportHref(visit, latest)}>
              {t.readReport}
            </LinkButton>
          )
        }
      />
      <SuspensionNotice visit={visit} />
      {cycle?.concluded && <Concluded visit={visit} last={cycle.appointment.date} />}
      {cycle && !cycle.concluded && <CycleSteps visit={visit} cycle={cycle} />}
      {!cycle && <EmptyState>{t.noMeetings}</EmptyState>}
      <Columns of={3}>
        <AtRisk visit={visit} risk={risk} />
        <Changed visit={visit} items={items} before={before} />
        <DueSoon visit={visit} items={items} />
      </Columns>
      <Topics visit={visit} matrix={matrix} />
      <OtherDays visit={visit} />
    </>
  );
}

function metaOf(visit: V, obligations: number): string {
  const { lang, world, day } = visit;
  const t = boardWords(lang);
  const jornada = electionDayOf(world.process);
  const days = jornada && daysToJornada(jornada.jornada, day);
  const distance = days === undefined ? '' : days > 0 ? t.daysLeft(days) : days < 0 ? t.passed(-days) : t.today;
  return [
    jornada ? t.jornada(longDate(jornada.jornada, lang)) : t.noJornada,
    ...(distance ? [distance] : []),
    t.opls(world.process.opls.length),
    t.obligations(obligations),
  ].join(' · ');
}

/** The informe frozen for the cut-off, or the reading at it. */
function reportHref(visit: V, cutoff: string): string {
  const [frozen] = editionsOf(visit.world.reports, 'prep', cutoff);
  if (frozen) return visit.href(`/informes/${frozen.id}`);
  const href = visit.href('/informes/corte');
  return `${href}${href.includes('?') ? '&' : '?'}corte=${cutoff}`;
}

/** Said once the last meeting has passed; nothing more than the date, for a past state needs no guide to other dates. */
const Concluded = ({ visit, last }: { readonly visit: V; readonly last: string }) => (
  <p>
    <strong>{boardWords(visit.lang).concluded(longDate(last, visit.lang))}</strong>
  </p>
);

/** Days on which something happened, and any other: what the process looked like then. */
function OtherDays({ visit }: { readonly visit: V }) {
  const { lang, world } = visit;
  const t = boardWords(lang);
  const home = `/${world.process.id}/`;
  const moments = [...calendarOf(world.meetings).map((row) => row.dates.cutoff.toString()), ...world.process.facts.map((fact) => fact.on)];
  const days = [...new Set(moments)].filter((one) => one <= visit.day).sort();
  return (
    <Panel id="otras-fechas" title={t.otherDays} note={t.otherDaysNote}>
      <ul class="inline">
        {days.map((one) => (
          <li>
            <a href={`${home}?al=${one}`}>{mediumDate(one, lang)}</a>
          </li>
        ))}
      </ul>
      <Form action={home} method="get">
        <DateField lang={lang} name="al" label={t.alLabel} max={visit.today} value={visit.asOf?.day} />
        <Submit>{t.alButton}</Submit>
      </Form>
    </Panel>
  );
}

const seeAll = (visit: V, count: number) =>
  count > shownRows ? { more: { href: visit.href('/prep'), label: boardWords(visit.lang).more(count) } } : {};

/** The OPLs that some rule puts at risk, and what holds of the whole process: those there are, and those there is room for. */
export function riskTold(visit: V): RiskTold {
  const alerts = alertsOn(visit.world, visit.day);
  const found = risksOf(visit.world, alerts).filter(({ reasons }) => reasons.length > 0);
  const risks = found.slice(0, shownRows);
  const group = alerts.filter((alert) => alert.opl === undefined && alert.severity !== 'note').slice(0, shownRows - risks.length);
  return { alerts, found, risks, group };
}

/** The alerts whose rule the board names: who looked at it was shown them. */
export const alertsTold = ({ risks, group }: RiskTold): readonly Alert[] => [...risks.flatMap(({ reasons }) => reasons), ...group];

/** Each OPL at risk opens into its reasons. */
function AtRisk({ visit, risk: { alerts, found, risks, group } }: { readonly visit: V; readonly risk: RiskTold }) {
  const t = boardWords(visit.lang);
  const rows = [...risks.map((risk) => riskRow(visit, risk)), ...group.map((alert) => alertRow(visit, alert))];
  const more = alerts.length > 0 ? { more: { href: visit.href('/alertas'), label: t.allAlerts(alerts.length) } } : {};
  return (
    <Panel id="en-riesgo" title={t.atRisk} note={t.ofOpls(found.length, visit.world.process.opls.length)} {...more}>
      <Rows items={rows} empty={t.nothingAtRisk} />
    </Panel>
  );
}

function Changed({ visit, items, before }: { readonly visit: V; readonly items: readonly Item[]; readonly before: Before | undefined }) {
  const { lang, world, day } = visit;
  const t = boardWords(lang);
  if (!before)
    return (
      <Panel id="cambios" title={t.changed}>
        <EmptyState>{t.firstCutoff}</EmptyState>
      </Panel>
    );
  const past = matrixOn(before.world, before.cutoff).flatMap((row) => row.items);
  const changes = changesBetween(past, items);
  const facts = factsBetween(world.process, before.cutoff, day).map((fact): RowItem & { on: string } => ({
    on: fact.on,
    ...(fact.weight === 'warning' ? { mark: { shape: shapeOf.observed, word: t.warning } } : {}),
    text: `${fact.opl === undefined ? '' : `${world.process.opls.find((opl) => opl.id === fact.opl)?.acronym ?? fact.opl}: `}${pick(fact.text, lang)}`,
    when: nearDate(fact.on, day, lang),
    dateTime: fact.on,
  }));
  const told = changes
    .filter((change) => (change.item.progress.at(-1)?.on ?? '') > before.cutoff)
    .map((change) => changeRow(visit, change));
  const silent = changes.length - told.length;
  const rows = [...facts, ...told].sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
  const summary: RowItem[] =
    silent > 0 ? [{ mark: statusMark('rescheduled', lang), text: <a href={visit.href('/prep')}>{t.movedMany(silent)}</a> }] : [];
  return (
    <Panel id="cambios" title={t.changed} note={t.since(nearDate(before.cutoff, day, lang))}>
      <Rows items={[...summary, ...rows.slice(0, shownRows)]} empty={t.nothingChanged} />
    </Panel>
  );
}

function changeRow(visit: V, { item }: Change): RowItem & { on: string } {
  const { lang } = visit;
  const last = item.progress.at(-1);
  return {
    on: last?.on ?? '',
    mark: statusMark(item.status, lang),
    text: (
      <a href={itemHref(visit, item)}>
        {item.opl.acronym} · {pick(item.obligation.title, lang)}
      </a>
    ),
    ...(last?.note ? { detail: pick(last.note, lang) } : {}),
    when: last ? nearDate(last.on, visit.day, lang) : '',
  };
}

function DueSoon({ visit, items }: { readonly visit: V; readonly items: readonly Item[] }) {
  const t = boardWords(visit.lang);
  const soon = soonRows(visit, dueSoon(items, visit.day, 30));
  return (
    <Panel id="por-vencer" title={t.due} note={t.days30} {...seeAll(visit, soon.length)}>
      <Rows items={soon.slice(0, shownRows)} empty={t.nothingDue} />
    </Panel>
  );
}

function Topics({ visit, matrix }: { readonly visit: V; readonly matrix: ReturnType<typeof matrixOn> }) {
  const { lang, world } = visit;
  const t = boardWords(lang);
  const topics = planInForce(world.plan)?.topics ?? [];
  if (topics.length === 0) return <EmptyState title={t.noPlanTitle}>{t.noPlan}</EmptyState>;
  return (
    <Matrix
      lang={lang}
      id="matriz"
      caption={t.matrix}
      rowTitle={t.entity}
      topics={[{ title: '', columns: topics.map((topic) => ({ code: '', title: pick(topic.name, lang) })) }]}
      rows={matrix.map(({ opl, items }) => ({
        label: pick(opl.name, lang),
        note: opl.acronym,
        href: visit.href(`/prep/${opl.id}`),
        cells: topics.map((topic) => {
          const own = items.filter((item) => item.obligation.topic === topic.id);
          return { mark: groupMark(own, lang), href: visit.href(`/prep/${opl.id}`) };
        }),
      }))}
      legend={legendOf(
        matrix.flatMap((row) => row.items),
        lang,
      )}
      downloads={(end) => visit.href(`/prep.${end}`)}
    />
  );
}

/** The cut-off before the day of the visit, for comparing; the day's own cut-off does not count. */
export const cutoffBefore = (visit: V): string | undefined =>
  previousCutoff(visit.world.meetings, Temporal.PlainDate.from(visit.day))?.toString();
