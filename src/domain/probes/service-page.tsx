import type { Table } from '../../core/document.ts';
import type { IsoInstant } from '../../core/event.ts';
import { pick } from '../../core/words.ts';
import { Breadcrumbs, EmptyState, Facts, PageHead, Panel } from '../../ui/parts.tsx';
import { Legend, Status } from '../../ui/status.tsx';
import { DataTable } from '../../ui/table.tsx';
import { incidentsOf, isUnsolved, type Row, rowsOf, type System } from '../systems/views.ts';
import { probesPageWords } from './page-words.ts';
import { availableText, daysBefore, endOf, momentText, probeHref, type V } from './pages.tsx';
import { knownService, nextMaintenance, serviceOf, services, shareText } from './service.ts';
import { serviceMark, servicePageWords } from './service-words.ts';
import { conditionOf, type Probe, probesOf } from './views.ts';
import { conditionMark } from './words.ts';

const levelOf = (visit: V, system: System) => {
  const end = endOf(visit);
  return knownService(system, probesOf(visit.world.probes, system.id), daysBefore(end, 30), end);
};

/** The systems that users may be using: in production, or watched. */
const usable = (visit: V): readonly Row[] =>
  rowsOf(visit.world.process, visit.world.systems, visit.day).filter(
    ({ liveSince, system }) => liveSince !== undefined || probesOf(visit.world.probes, system.id).some(({ retired }) => !retired),
  );

const happening = ({ system }: Row): string =>
  incidentsOf(system)
    .filter(isUnsolved)
    .map(({ title }) => title)
    .join('; ');

/** For whoever uses the systems: each with how it is now, what happens, and whom to call. */
export function StatusPage({ visit }: { readonly visit: V }) {
  const { lang, world } = visit;
  const t = servicePageWords(lang);
  const end = endOf(visit);
  const zone = world.process.timeZone;
  const hour = (at: IsoInstant) => momentText(at, zone, lang);
  const rows = usable(visit);
  const maintenance = ({ system }: Row) => {
    const next = nextMaintenance(system, end);
    return next ? `${hour(next.from)} – ${hour(next.to)}: ${next.reason}` : '—';
  };
  const available = ({ system }: Row) => {
    const known = levelOf(visit, system);
    return known?.level.availability === undefined ? '—' : shareText(known.level.availability);
  };
  return (
    <>
      <PageHead
        title={t.title}
        meta={t.meta}
        trail={
          <Breadcrumbs lang={lang} items={[{ label: probesPageWords(lang).systems, href: visit.href('/sistemas') }, { label: t.title }]} />
        }
      />
      <DataTable
        lang={lang}
        id="estado"
        caption={t.title}
        note={t.asOf(hour(end))}
        columns={[
          { title: t.system, head: true, cell: ({ system }: Row) => pick(system.description.name, lang) },
          {
            title: t.now,
            keep: true,
            cell: ({ system }) => <Status {...serviceMark(serviceOf(system, probesOf(world.probes, system.id), end), lang)} />,
          },
          { title: t.what, cell: (row) => happening(row) || '—' },
          { title: t.available, unit: t.days30, align: 'end', cell: available },
          { title: t.maintenance, cell: maintenance },
          { title: t.desk, cell: ({ system }) => system.description.supportDesk ?? '—' },
        ]}
        rows={rows}
        rowHref={({ system }) => visit.href(`/sistemas/${system.id}`)}
        empty={t.none}
        downloads={(end) => visit.href(`/estado.${end}`)}
      />
      <Legend lang={lang} marks={services.map((one) => serviceMark(one, lang))} />
    </>
  );
}

/** The same, to be taken away: hours in UTC. */
export function statusTable(visit: V): Table {
  const { lang, world } = visit;
  const t = servicePageWords(lang);
  const end = endOf(visit);
  return {
    kind: 'table',
    id: 'estado-sistemas',
    caption: t.title,
    columns: [t.system, t.now, t.what, t.available, t.maintenance].map((title) => ({ title })),
    rows: usable(visit).map((row) => [
      pick(row.system.description.name, lang),
      serviceMark(serviceOf(row.system, probesOf(world.probes, row.system.id), end), lang).word,
      happening(row) || null,
      levelOf(visit, row.system)?.level.availability ?? null,
      nextMaintenance(row.system, end)?.from ?? null,
    ]),
  };
}

/** On the page of one system: how it served, and what its probes say. Their addresses are for those who may know them. */
export function ServicePanel({ visit, system }: { readonly visit: V; readonly system: System }) {
  const { lang, world } = visit;
  const t = servicePageWords(lang);
  const p = probesPageWords(lang);
  const zone = world.process.timeZone;
  const end = endOf(visit);
  const probes = probesOf(world.probes, system.id).filter(({ retired }) => !retired);
  const known = levelOf(visit, system);
  const mayOpen = ['administer', 'report-systems', 'report-own-systems', 'read-internal'].some((right) => visit.may(right));
  return (
    <Panel id="servicio" title={t.level} note={known && t.levelNote(momentText(known.since, zone, lang))}>
      {known ? (
        <Facts
          items={[
            { term: t.now, value: <Status {...serviceMark(serviceOf(system, probes, end), lang)} /> },
            { term: t.available, value: known.level.availability === undefined ? '—' : shareText(known.level.availability) },
            { term: t.down, value: t.minutes(Math.ceil(known.level.downMinutes)) },
            { term: t.incidents, value: String(known.level.incidents) },
            {
              term: t.resolution,
              value: known.level.meanMinutesToResolve === undefined ? '—' : t.minutes(Math.round(known.level.meanMinutesToResolve)),
            },
          ]}
        />
      ) : (
        <EmptyState>{t.levelUnknown}</EmptyState>
      )}
      {probes.length > 0 && (
        <DataTable
          lang={lang}
          id="sondas"
          caption={t.probes}
          columns={[
            { title: t.probe, head: true, cell: (probe: Probe) => pick(probe.name, lang) },
            { title: p.condition, keep: true, cell: (probe) => <Status {...conditionMark(conditionOf(probe), lang)} /> },
            {
              title: t.since,
              keep: true,
              cell: ({ turns }) => (turns.length > 0 ? momentText(turns.at(-1)?.since ?? end, zone, lang) : '—'),
            },
            { title: p.available, unit: p.days30, align: 'end', cell: (probe) => availableText(probe, end) ?? '—' },
          ]}
          rows={probes}
          rowHref={(probe) => (mayOpen ? probeHref(visit, probe.id) : undefined)}
        />
      )}
    </Panel>
  );
}
