import { pick } from '../../core/words.ts';
import type { FormError } from '../../ui/forms.tsx';
import { readForm } from '../../web/read-form.ts';
import { tableRoutes } from '../../web/table-routes.ts';
import type { Answer, Route } from '../../web/visit.ts';
import { cancelMaintenance, planMaintenance } from './decide-operation.ts';
import { type SystemsWorld, systemHref, type V } from './list-page.tsx';
import { MaintenancePage, maintenancePageWords, maintenanceTable } from './maintenance-page.tsx';
import { freeMaintenanceId } from './operation.ts';
import { find, findOwn, here, record, reporting } from './shared-routes.tsx';
import type { Row } from './views.ts';

type Done = Answer | Promise<Answer>;

const show = (visit: V, row: Row, errors: readonly FormError[] = [], status: 200 | 409 | 422 = 200): Answer => ({
  kind: 'page',
  title: `${pick(row.system.description.name, visit.lang)}: ${maintenancePageWords(visit.lang).maintenance}`,
  here,
  status,
  body: <MaintenancePage visit={visit} row={row} errors={errors} />,
});
const then = (visit: V, row: Row) => ({
  to: systemHref(visit, row.system.id, '/mantenimientos'),
  refused: (errors: readonly FormError[]) => show(visit, row, errors, 409),
});

function plan(visit: V, row: Row): Done {
  const t = maintenancePageWords(visit.lang);
  const zone = visit.world.process.timeZone;
  const read = readForm(visit);
  const data = {
    system: row.system.id,
    reason: read.text('p-motivo'),
    from: read.instant('p-desde', 'p-desde-hora', t.fromDay, zone),
    to: read.instant('p-hasta', 'p-hasta-hora', t.toDay, zone),
  };
  if (read.errors.length > 0) return show(visit, row, read.errors, 422);
  return record(
    visit,
    (context, by) => {
      const maintenance = freeMaintenanceId(context.systems.systems.get(row.system.id), visit.today);
      return planMaintenance(context, { on: visit.today, by, maintenance, ...data });
    },
    then(visit, row),
  );
}

function cancel(visit: V, row: Row): Done {
  const t = maintenancePageWords(visit.lang);
  const read = readForm(visit);
  const maintenance = read.oneOf('c-cual', [...row.system.operation.maintenance.keys()], t.choose);
  const reason = read.text('c-motivo');
  if (!maintenance || read.errors.length > 0) return show(visit, row, read.errors, 422);
  const data = { system: row.system.id, maintenance, reason };
  return record(visit, (context, by) => cancelMaintenance(context, { on: visit.today, by, ...data }), then(visit, row));
}

const path = '/:process/sistemas/:system/mantenimientos';

export const maintenanceRoutes: readonly Route<SystemsWorld>[] = [
  // What is under way depends on the hour, not on the log alone.
  { method: 'GET', path, may: 'anyone', fresh: true, answer: (visit) => find(visit, (row) => show(visit, row)) },
  ...tableRoutes<SystemsWorld>(path, 'anyone', (visit) => find(visit, (row) => maintenanceTable(visit, row))),
  { method: 'POST', path: `${path}/planear`, may: reporting, answer: (visit) => findOwn(visit, (row) => plan(visit, row)) },
  { method: 'POST', path: `${path}/cancelar`, may: reporting, answer: (visit) => findOwn(visit, (row) => cancel(visit, row)) },
];
