import { localMinute } from '../../core/date-words.ts';
import type { Table } from '../../core/document.ts';
import { catalogue, pick } from '../../core/words.ts';
import { ActPanel } from '../../ui/fields.tsx';
import { FieldGroup, type FormError } from '../../ui/forms.tsx';
import { Breadcrumbs, Columns, PageHead } from '../../ui/parts.tsx';
import { Status } from '../../ui/status.tsx';
import { DataTable } from '../../ui/table.tsx';
import { systemHref, type V } from './list-page.tsx';
import { maintenanceStanding } from './operation.ts';
import type { Maintenance } from './operation-state.ts';
import { maintenanceMark, operationWords } from './operation-words.ts';
import { systemsPageWords } from './page-words.ts';
import { mayReport } from './system-page.tsx';
import type { Row } from './views.ts';

export const maintenancePageWords = catalogue({
  maintenance: { es: 'Mantenimientos', en: 'Maintenance' },
  about: {
    es: 'Lo que una sonda ve durante un mantenimiento no cuenta como interrupción ni abre incidentes.',
    en: 'What a probe sees during maintenance is no outage and opens no incident.',
  },
  none: {
    es: 'No hay ningún mantenimiento planeado. Lo planean las áreas que reportan el sistema.',
    en: 'No maintenance is planned. The areas that report the system plan it.',
  },
  window: { es: 'Mantenimiento', en: 'Maintenance' },
  from: { es: 'Desde', en: 'From' },
  to: { es: 'Hasta', en: 'To' },
  fromDay: { es: 'Desde (día)', en: 'From (day)' },
  fromHour: { es: 'Desde (hora)', en: 'From (time)' },
  toDay: { es: 'Hasta (día)', en: 'To (day)' },
  toHour: { es: 'Hasta (hora)', en: 'To (time)' },
  zone: { es: (zone: string) => `Hora de ${zone}.`, en: (zone: string) => `Time of ${zone}.` },
  choose: { es: 'Elija el mantenimiento.', en: 'Choose the maintenance.' },
});

type Props = { readonly visit: V; readonly row: Row };

/** Planned or not, the newest first. */
const windowsOf = ({ system }: Row): readonly Maintenance[] =>
  [...system.operation.maintenance.values()].sort((a, b) => (a.from < b.from ? 1 : -1));

export function MaintenancePage({ visit, row, errors = [] }: Props & { readonly errors?: readonly FormError[] }) {
  const { lang, reader } = visit;
  const t = maintenancePageWords(lang);
  const name = pick(row.system.description.name, lang);
  const trail = [
    { label: systemsPageWords(lang).systems, href: visit.href('/sistemas') },
    { label: name, href: systemHref(visit, row.system.id) },
    { label: t.maintenance },
  ];
  return (
    <>
      <PageHead title={`${name}: ${t.maintenance}`} meta={t.about} trail={<Breadcrumbs lang={lang} items={trail} />} />
      <div class="stack">
        <Windows visit={visit} row={row} />
        {reader.kind === 'signed-in' && !visit.asOf && mayReport(visit, row) && (
          <Forms visit={visit} row={row} errors={errors} csrf={reader.csrf} />
        )}
      </div>
    </>
  );
}

function Windows({ visit, row }: Props) {
  const { lang, world, now } = visit;
  const t = maintenancePageWords(lang);
  const hour = (at: string) => localMinute(at, world.process.timeZone, lang);
  return (
    <DataTable
      lang={lang}
      id="mantenimientos"
      caption={t.maintenance}
      note={t.zone(world.process.timeZone)}
      columns={[
        { title: systemsPageWords(lang).reason, head: true, cell: ({ reason }: Maintenance) => reason },
        { title: t.from, keep: true, cell: ({ from }) => hour(from) },
        { title: t.to, keep: true, cell: ({ to }) => hour(to) },
        {
          title: systemsPageWords(lang).state,
          cell: (one) => (
            <>
              <Status {...maintenanceMark(maintenanceStanding(one, now), lang)} />
              {one.cancelled && <small class="detail">{one.cancelled.reason}</small>}
            </>
          ),
        },
      ]}
      rows={windowsOf(row)}
      empty={t.none}
      downloads={(end) => systemHref(visit, row.system.id, `/mantenimientos.${end}`)}
    />
  );
}

/** The same, to be taken away: hours in UTC. */
export function maintenanceTable({ lang, now }: V, row: Row): Table {
  const t = maintenancePageWords(lang);
  const s = systemsPageWords(lang);
  return {
    kind: 'table',
    id: `mantenimientos-${row.system.id}`,
    caption: t.maintenance,
    columns: [t.window, t.from, t.to, s.state, s.reason].map((title) => ({ title })),
    rows: windowsOf(row).map((one) => [
      one.id,
      one.from,
      one.to,
      maintenanceMark(maintenanceStanding(one, now), lang).word,
      one.cancelled ? `${one.reason}. ${one.cancelled.reason}` : one.reason,
    ]),
  };
}

function Forms({ visit, row, errors, csrf }: Props & { readonly errors: readonly FormError[]; readonly csrf: string }) {
  const { lang, today, world, now } = visit;
  const t = maintenancePageWords(lang);
  const w = operationWords(lang);
  const of = (verb: string) => ({
    filled: { ...visit, errors },
    action: systemHref(visit, row.system.id, `/mantenimientos/${verb}`),
    csrf,
  });
  const open = windowsOf(row).filter((one) => ['planned', 'under-way'].includes(maintenanceStanding(one, now)));
  const options = open.map((one) => ({ value: one.id, label: `${one.reason}, ${localMinute(one.from, world.process.timeZone, lang)}` }));
  return (
    <Columns of={2}>
      <ActPanel {...of('planear')} prefix="p-" id="planear" title={w.planMaintenance} kind="primary">
        {(f) => (
          <>
            {f.text('p-motivo', systemsPageWords(lang).reason, { hint: systemsPageWords(lang).reasonHint })}
            <FieldGroup title={t.zone(world.process.timeZone)}>
              {f.date('p-desde', t.fromDay, { value: today })}
              {f.time('p-desde-hora', t.fromHour)}
              {f.date('p-hasta', t.toDay, { value: today })}
              {f.time('p-hasta-hora', t.toHour)}
            </FieldGroup>
          </>
        )}
      </ActPanel>
      {open.length > 0 && (
        <ActPanel {...of('cancelar')} prefix="c-" id="cancelar" title={w.cancelMaintenance}>
          {(f) => (
            <>
              {f.select('c-cual', t.window, options)}
              {f.text('c-motivo', systemsPageWords(lang).reason, { hint: systemsPageWords(lang).reasonHint })}
            </>
          )}
        </ActPanel>
      )}
    </Columns>
  );
}
