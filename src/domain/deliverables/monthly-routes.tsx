import type { Table } from '../../core/document.ts';
import { type Bilingual, pick } from '../../core/words.ts';
import { tableRoutes } from '../../web/table-routes.ts';
import type { Route } from '../../web/visit.ts';
import { planPageWords } from '../plan/page-words.ts';
import { statusWords } from '../plan/words.ts';
import { type Opl, oplOf } from '../process/views.ts';
import { reportFigures } from './events.ts';
import { monthsOf, reportsOf } from './monthly.ts';
import { MonthsPage, SeriesPage } from './monthly-page.tsx';
import { monthlyWords } from './monthly-words.ts';
import { type DeliverablesWorld, mayOpen, type V } from './versions-page.tsx';
import { figureWords } from './words.ts';

const here = 'informes-mensuales';
const unknown: Bilingual = { es: planPageWords('es').unknownOpl, en: planPageWords('en').unknownOpl };

/** One row a report: whose, of which month, when it was due, where it stands and how late it was. */
function monthsTable({ lang, world, day }: V): Table {
  const t = monthlyWords(lang);
  const p = planPageWords(lang);
  return {
    kind: 'table',
    id: 'informes-mensuales',
    caption: t.reports,
    columns: [p.opl, t.month, p.due, p.status, t.daysLate].map((title) => ({ title })),
    rows: monthsOf(world.process, world.plan, day).rows.flatMap(({ opl, items }) =>
      [...items].map(([period, { obligation, status, daysLate, handedInLate }]) => [
        opl.acronym,
        period,
        obligation.due,
        pick(statusWords[status], lang),
        Math.max(daysLate, handedInLate),
      ]),
    ),
  };
}

/** One row a month, with its figures; what was not stated is empty. */
function seriesTable(visit: V, opl: Opl): Table {
  const { lang, world } = visit;
  const t = monthlyWords(lang);
  return {
    kind: 'table',
    id: 'cifras',
    caption: t.series(opl.acronym),
    columns: [t.month, ...reportFigures.map((one) => pick(figureWords[one], lang))].map((title) => ({ title })),
    rows: reportsOf(world.deliverables, opl.id)
      .filter(({ key }) => mayOpen(visit, opl.id, key))
      .map(({ period, report }) => [period, ...reportFigures.map((one) => report.figures[one] ?? null)]),
  };
}

export const monthlyRoutes: readonly Route<DeliverablesWorld>[] = [
  {
    method: 'GET',
    path: '/:process/informes-mensuales',
    may: 'anyone',
    answer: (visit) => ({ kind: 'page', title: monthlyWords(visit.lang).reports, here, body: <MonthsPage visit={visit} /> }),
  },
  ...tableRoutes<DeliverablesWorld>('/:process/informes-mensuales', 'anyone', monthsTable),
  {
    method: 'GET',
    path: '/:process/informes-mensuales/:opl',
    may: { right: 'read-internal', oplParam: 'opl' },
    answer: (visit) => {
      const opl = oplOf(visit.world.process, visit.params.opl ?? '');
      if (!opl) return { kind: 'not-found', what: unknown };
      const title = monthlyWords(visit.lang).series(opl.acronym);
      return { kind: 'page', title, here, body: <SeriesPage visit={visit} opl={opl} /> };
    },
  },
  ...tableRoutes<DeliverablesWorld>('/:process/informes-mensuales/:opl/cifras', { right: 'read-internal', oplParam: 'opl' }, (visit) => {
    const opl = oplOf(visit.world.process, visit.params.opl ?? '');
    return opl ? seriesTable(visit, opl) : { kind: 'not-found', what: unknown };
  }),
];
