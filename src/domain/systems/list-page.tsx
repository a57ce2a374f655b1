import { longDate, mediumDate, nearDate } from '../../core/date-words.ts';
import type { Table } from '../../core/document.ts';
import { pick } from '../../core/words.ts';
import { LinkButton } from '../../ui/buttons.tsx';
import { PageHead } from '../../ui/parts.tsx';
import { Legend, Status } from '../../ui/status.tsx';
import { DataTable } from '../../ui/table.tsx';
import type { Visit } from '../../web/visit.ts';
import type { PeopleState } from '../people/views.ts';
import { confirmationWords } from '../plan/views.ts';
import { daysToJornada, electionDayOf, type OpenProcess } from '../process/views.ts';
import type { ActivityDay } from './events.ts';
import { systemsPageWords } from './page-words.ts';
import { activitiesOf, type Row, rowsOf, type Served, type SystemsState, stages } from './views.ts';
import { milestoneName, stageMark, systemsWords } from './words.ts';

export type SystemsWorld = { readonly process: OpenProcess; readonly systems: SystemsState; readonly people: PeopleState };
export type V = Visit<SystemsWorld>;

export const systemHref = (visit: V, id: string, rest = ''): string => visit.href(`/sistemas/${id}${rest}`);
export const percent = (share: number): string => `${Math.floor(share * 100)} %`;

export function SystemsPage({ visit }: { readonly visit: V }) {
  const { lang, world, day } = visit;
  const t = systemsPageWords(lang);
  const rows = rowsOf(world.process, world.systems, day);
  const mayWatch = visit.may('administer') || visit.may('report-systems');
  const mayRegister = visit.reader.kind === 'signed-in' && !visit.asOf && visit.may('report-systems');
  return (
    <>
      <PageHead
        title={t.systems}
        meta={metaOf(visit, rows.length)}
        actions={
          <>
            <LinkButton href={visit.href('/estado')}>{t.status}</LinkButton>
            <LinkButton href={visit.href('/cronograma')}>{t.schedule}</LinkButton>
            <LinkButton href={visit.href('/sistemas-por-entidad')}>{t.byEntity}</LinkButton>
            {mayWatch && <LinkButton href={visit.href('/sondas')}>{t.probes}</LinkButton>}
            {mayWatch && <LinkButton href={visit.href('/avisos-salientes')}>{t.webhooks}</LinkButton>}
            {mayRegister && <LinkButton href={visit.href('/registrar-sistema')}>{systemsWords(lang).register}</LinkButton>}
          </>
        }
      />
      <SystemsTable visit={visit} rows={rows} />
      <Legend lang={lang} marks={stages.map((stage) => stageMark(stage, lang))} />
      <ActivitiesTable visit={visit} />
    </>
  );
}

function metaOf({ lang, world, day }: V, systems: number): string {
  const t = systemsPageWords(lang);
  const jornada = electionDayOf(world.process)?.jornada;
  const date = jornada === undefined ? [] : [`${t.fromJornada(0)}: ${longDate(jornada, lang)}, ${t.inDays(daysToJornada(jornada, day))}`];
  return [t.count(systems), ...date].join(' · ');
}

function SystemsTable({ visit, rows }: { readonly visit: V; readonly rows: readonly Row[] }) {
  const { lang, day } = visit;
  const t = systemsPageWords(lang);
  return (
    <DataTable
      lang={lang}
      id="sistemas"
      caption={t.systems}
      columns={[
        { title: t.system, head: true, cell: ({ system }: Row) => pick(system.description.name, lang) },
        { title: t.state, keep: true, cell: (row) => <Status {...stageMark(row.stage, lang)} /> },
        { title: t.progress, align: 'end', cell: ({ progress }) => (progress === undefined ? '—' : percent(progress)) },
        { title: t.next, cell: ({ next }) => nextOf(next, visit) },
        { title: t.goLive, keep: true, cell: (row) => goLiveOf(row, visit) },
        { title: t.slip, unit: t.days, align: 'end', cell: ({ slipDays }) => slipDays ?? '—' },
        { title: t.serves, cell: ({ served }) => (served ? pick(served.activity.name, lang) : '—') },
        { title: t.toActivity, unit: t.days, align: 'end', cell: ({ served }) => served?.days ?? '—' },
        { title: t.owner, cell: ({ system }) => system.description.owner ?? t.unknown },
        { title: t.confirmation, cell: ({ confirmation }) => pick(confirmationWords[confirmation], lang) },
      ]}
      rows={rows}
      rowHref={({ system }) => systemHref(visit, system.id)}
      empty={t.empty}
      downloads={(end) => visit.href(`/sistemas.${end}`)}
      note={longDate(day, lang)}
    />
  );
}

const nextOf = (next: Row['next'], { lang, day }: V): string =>
  next === undefined
    ? '—'
    : `${milestoneName(next.milestone, lang)}${next.date === undefined ? '' : `, ${nearDate(next.date, day, lang)}`}`;

function goLiveOf({ liveSince, goLive }: Row, { lang, day }: V): string {
  const t = systemsPageWords(lang);
  if (liveSince !== undefined) return t.liveSince(nearDate(liveSince, day, lang));
  return goLive?.date === undefined ? t.unknown : nearDate(goLive.date, day, lang);
}

function ActivitiesTable({ visit }: { readonly visit: V }) {
  const { lang, world, day } = visit;
  const t = systemsPageWords(lang);
  const servants = (id: string) => [...world.systems.systems.values()].filter(({ activities }) => activities.includes(id));
  return (
    <DataTable
      lang={lang}
      id="actividades"
      caption={t.activities}
      note={t.activitiesMeta}
      columns={[
        { title: t.activity, head: true, cell: ({ activity }: Served) => pick(activity.name, lang) },
        { title: t.day, keep: true, cell: ({ date }) => (date === undefined ? t.unknown : mediumDate(date, lang)) },
        { title: t.toActivity, unit: t.days, align: 'end', cell: ({ days }) => days ?? '—' },
        { title: t.rule, cell: ({ activity }) => ruleOf(activity.day, t) },
        { title: t.confirmation, cell: ({ activity }) => pick(confirmationWords[activity.source.confirmation], lang) },
        {
          title: t.systems,
          cell: ({ activity }) =>
            servants(activity.id)
              .map((one) => pick(one.description.name, lang))
              .join(', ') || '—',
        },
      ]}
      rows={activitiesOf(world.process, world.systems, day)}
      empty={t.empty}
    />
  );
}

function ruleOf(day: ActivityDay | undefined, t: ReturnType<typeof systemsPageWords>): string {
  if (day === undefined) return t.unknown;
  return 'date' in day ? t.fixedDay : t.fromJornada(day.daysFromJornada);
}

/** The list as plain values: what is downloaded. Dates are ISO, so that a spreadsheet reads them. */
export function systemsTable({ lang, world, day }: V): Table {
  const t = systemsPageWords(lang);
  const titles = [t.id, t.system, t.state, t.progress, t.next, t.due, t.goLive, t.slip, t.serves, t.toActivity, t.owner, t.confirmation];
  return {
    kind: 'table',
    id: 'sistemas',
    caption: t.systems,
    columns: titles.map((title) => ({ title })),
    rows: rowsOf(world.process, world.systems, day).map((row) => [
      row.system.id,
      pick(row.system.description.name, lang),
      stageMark(row.stage, lang).word,
      row.progress === undefined ? null : percent(row.progress),
      row.next ? milestoneName(row.next.milestone, lang) : null,
      row.next?.date ?? null,
      row.liveSince ?? row.goLive?.date ?? null,
      row.slipDays ?? null,
      row.served ? pick(row.served.activity.name, lang) : null,
      row.served?.days ?? null,
      row.system.description.owner ?? null,
      pick(confirmationWords[row.confirmation], lang),
    ]),
  };
}
