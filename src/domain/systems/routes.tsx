import type { Child } from 'hono/jsx';
import type { Table } from '../../core/document.ts';
import { tableRoutes } from '../../web/table-routes.ts';
import type { Answer, Route, Visit } from '../../web/visit.ts';
import { openSystemReporting } from './decide.ts';
import { EntitiesPage, entitiesTable, entitiesWords } from './entities-page.tsx';
import { figuresRoutes, type ReadFile } from './figures-routes.tsx';
import { GanttPage, ganttWords, scheduleTable } from './gantt-page.tsx';
import { gateRoutes } from './gate-routes.tsx';
import { incidentRoutes } from './incident-routes.tsx';
import { SystemsPage, type SystemsWorld, systemHref, systemsTable, type V } from './list-page.tsx';
import { maintenanceRoutes } from './maintenance-routes.tsx';
import { milestoneRoutes } from './milestone-routes.tsx';
import { systemsPageWords } from './page-words.ts';
import { recordRoutes } from './record-routes.tsx';
import { find, findOwn, here, record, reporting, show } from './shared-routes.tsx';
import type { Row, System } from './views.ts';
import { milestoneMark, milestoneName } from './words.ts';

const list = (visit: V): Answer => ({
  kind: 'page',
  title: systemsPageWords(visit.lang).systems,
  here,
  body: <SystemsPage visit={visit} />,
});

function milestonesTable(visit: V, { system, milestones }: Row): Table {
  const { lang } = visit;
  const t = systemsPageWords(lang);
  return {
    kind: 'table',
    id: `hitos-${system.id}`,
    caption: t.milestones,
    columns: [t.milestone, t.state, t.firstDue, t.due, t.reachedOn, t.slip, t.weight].map((title) => ({ title })),
    rows: milestones.map(({ milestone, status, slipDays }) => [
      milestoneName(milestone, lang),
      milestoneMark(status, lang).word,
      milestone.firstDue ?? null,
      milestone.due ?? null,
      milestone.standing.kind === 'reached' ? milestone.standing.on : null,
      slipDays ?? null,
      milestone.weight,
    ]),
  };
}

/** What the program hands in, so that this slice knows neither the file store nor the slices that tell more of a system. */
export type SystemsTools<W extends SystemsWorld> = {
  readonly readFile: ReadFile;
  readonly panels: readonly ((visit: Visit<W>, system: System) => Child)[];
};

/** Addresses of all systems together. */
const together: readonly Route<SystemsWorld>[] = [
  {
    method: 'GET',
    path: '/:process/cronograma',
    may: 'anyone',
    answer: (visit) => ({ kind: 'page', title: ganttWords(visit.lang).schedule, here, body: <GanttPage visit={visit} /> }),
  },
  ...tableRoutes<SystemsWorld>('/:process/cronograma', 'anyone', scheduleTable),
  {
    method: 'GET',
    path: '/:process/sistemas-por-entidad',
    may: 'anyone',
    answer: (visit) => ({ kind: 'page', title: entitiesWords(visit.lang).title, here, body: <EntitiesPage visit={visit} /> }),
  },
  ...tableRoutes<SystemsWorld>('/:process/sistemas-por-entidad', 'anyone', entitiesTable),
];

export const systemsRoutes = <W extends SystemsWorld>({ readFile, panels }: SystemsTools<W>): readonly Route<W>[] => [
  ...together,
  { method: 'GET', path: '/:process/sistemas', may: 'anyone', answer: list },
  ...tableRoutes('/:process/sistemas', 'anyone', systemsTable),
  {
    method: 'GET',
    path: '/:process/sistemas/:system',
    may: 'anyone',
    answer: (visit) =>
      find(visit, (row) =>
        show(
          visit,
          row,
          [],
          200,
          panels.map((panel) => panel(visit, row.system)),
        ),
      ),
  },
  ...tableRoutes<SystemsWorld>('/:process/sistemas/:system/hitos', 'anyone', (visit) => find(visit, (row) => milestonesTable(visit, row))),
  {
    method: 'POST',
    path: '/:process/sistemas/:system/abrir-reporte',
    may: reporting,
    answer: (visit) =>
      findOwn(visit, (row) =>
        record(visit, (context, by) => openSystemReporting(context, { by, on: visit.today, system: row.system.id }), {
          to: systemHref(visit, row.system.id),
          refused: (errors) => show(visit, row, errors, 409),
        }),
      ),
  },
  ...milestoneRoutes,
  ...gateRoutes,
  ...incidentRoutes,
  ...maintenanceRoutes,
  ...figuresRoutes(readFile),
  ...recordRoutes,
];
