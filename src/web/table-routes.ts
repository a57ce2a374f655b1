import { longDate } from '../core/date-words.ts';
import type { Table } from '../core/document.ts';
import type { Subject } from '../core/subject.ts';
import { type Bilingual, catalogue, pick } from '../core/words.ts';
import { tableToCsv } from '../documents/csv.ts';
import { tableToXlsx } from '../documents/xlsx.ts';
import type { Answer, Route, Visit } from './visit.ts';

/** What a table that is taken away says of where it comes from. */
type Of = { readonly process: { readonly name: Bilingual; readonly fictitious: boolean } };
type Taken<W> = (visit: Visit<W>) => Table | NotFound | Promise<Table | NotFound>;
type NotFound = Extract<Answer, { kind: 'not-found' }>;

const words = catalogue({
  fictitious: { es: 'DATOS FICTICIOS', en: 'FICTITIOUS DATA' },
  notice: { es: 'Aviso', en: 'Notice' },
  about: { es: 'Acerca de', en: 'About' },
  table: { es: 'Tabla', en: 'Table' },
  process: { es: 'Proceso', en: 'Process' },
  asOf: { es: 'Estado al', en: 'State on' },
  position: { es: 'Bitácora, posición', en: 'Log, position' },
  root: { es: 'Raíz de la bitácora', en: 'Root of the log' },
  rows: { es: 'Filas', en: 'Rows' },
  address: { es: 'Dirección', en: 'Address' },
});

/**
 * The two addresses from which a table is taken away: `path` with `.csv` and with `.xlsx`. Days are ISO texts in the table, absence is null.
 * Where the data are fictitious every row says so, because rows are copied out of their file. `shownOf`: what it shows whoever takes it, of
 * which it must be known later.
 */
export const tableRoutes = <W extends Of>(
  path: string,
  may: Route<W>['may'],
  tableOf: Taken<W>,
  shownOf?: (visit: Visit<W>) => readonly Subject[],
): readonly Route<W>[] =>
  (['csv', 'xlsx'] as const).map((end) => ({
    method: 'GET',
    path: `${path}.${end}`,
    may,
    answer: async (visit) => {
      const table = await tableOf(visit);
      if (table.kind === 'not-found') return table;
      const marked = visit.world.process.fictitious ? withNotice(table, visit) : table;
      const name = `${table.id}-${visit.day}.${end}`;
      const shown = shownOf?.(visit) ?? [];
      return end === 'csv'
        ? { kind: 'file', body: tableToCsv(marked), type: 'text/csv; charset=utf-8', name, shown }
        : { kind: 'file', body: await tableToXlsx({ table: marked, about: aboutOf(marked, visit) }), type: xlsx, name, shown };
    },
  }));

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function withNotice(table: Table, { lang }: Visit<Of>): Table {
  const t = words(lang);
  return { ...table, columns: [...table.columns, { title: t.notice }], rows: table.rows.map((row) => [...row, t.fictitious]) };
}

function aboutOf(table: Table, { lang, world, day, position, root, url }: Visit<Of>) {
  const t = words(lang);
  const facts: (readonly [string, string | number])[] = [
    ...(world.process.fictitious ? [[t.notice, t.fictitious] as const] : []),
    [t.table, table.caption],
    [t.process, pick(world.process.name, lang)],
    [t.asOf, longDate(day, lang)],
    [t.rows, table.rows.length],
    [t.position, position],
    [t.root, root],
    [t.address, url.pathname + url.search],
  ];
  return { sheet: t.about, facts };
}
