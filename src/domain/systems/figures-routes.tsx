import type { Result } from '../../core/result.ts';
import type { StoredFile } from '../../core/stored-file.ts';
import { type Bilingual, pick } from '../../core/words.ts';
import { csvFromRows } from '../../documents/csv.ts';
import type { FormError } from '../../ui/forms.tsx';
import { both, known, readForm } from '../../web/read-form.ts';
import { tableRoutes } from '../../web/table-routes.ts';
import { fileOf, type Upload } from '../../web/uploads.ts';
import type { Answer, Route } from '../../web/visit.ts';
import { defineFigure, figureFaults, reportFigures } from './decide-operation.ts';
import { type FileRow, readFigures } from './figures-file.ts';
import { FiguresPage, figuresFileUploads, figuresTable } from './figures-page.tsx';
import { figuresPageWords, fileRefusalText } from './figures-page-words.ts';
import { isGood, type Preview } from './figures-preview-page.tsx';
import { usersOf } from './incident-forms.tsx';
import { type SystemsWorld, systemHref, type V } from './list-page.tsx';
import type { Series } from './operation-state.ts';
import { find, findOwn, here, record, reporting } from './shared-routes.tsx';
import type { Row } from './views.ts';

/** Reads a file that was kept. */
export type ReadFile = (file: StoredFile) => Promise<Result<Uint8Array, Bilingual>>;

type Status = 200 | 409 | 422;
type Done = Answer | Promise<Answer>;
type Shown = { readonly errors?: readonly FormError[]; readonly status?: Status; readonly preview?: Preview };

const show = (visit: V, row: Row, { errors = [], status = 200, preview }: Shown = {}): Answer => ({
  kind: 'page',
  title: `${pick(row.system.description.name, visit.lang)}: ${figuresPageWords(visit.lang).figures}`,
  here,
  status,
  body: <FiguresPage visit={visit} row={row} errors={errors} {...known('preview', preview)} />,
});

const then = (visit: V, row: Row, figure: string) => ({
  to: systemHref(visit, row.system.id, `/cifras#cifra-${figure}`),
  refused: (errors: readonly FormError[]) => show(visit, row, { errors, status: 409 }),
});

function define(visit: V, row: Row): Done {
  const t = figuresPageWords(visit.lang);
  const read = readForm(visit);
  const figure = read.id('d-clave');
  const data = { name: both(read.text('d-nombre')), denominator: both(read.text('d-total')) };
  const everyDays = read.raw('d-cada') === '' ? undefined : read.integer('d-cada', 1, 366, t.badEvery);
  if (read.errors.length > 0) return show(visit, row, { errors: read.errors, status: 422 });
  const command = { on: visit.today, system: row.system.id, figure, ...data, ...known('everyDays', everyDays) };
  return record(visit, (context, by) => defineFigure(context, { by, ...command }), then(visit, row, figure));
}

const most = 1_000_000_000;

function report(visit: V, row: Row): Done {
  const t = figuresPageWords(visit.lang);
  const read = readForm(visit);
  const figure = read.oneOf('r-cifra', [...row.system.operation.figures.keys()], t.chooseFigure);
  const ids = usersOf(visit, row).map(({ id }) => id as string);
  const entity = read.oneOf('r-entidad', ids, t.chooseEntity);
  const date = read.pastDate('r-fecha', t.date);
  const time = read.optionalTime('r-hora');
  const achieved = read.raw('r-logrado') === '' ? undefined : read.integer('r-logrado', 0, most);
  const counts = { reported: read.integer('r-reportado', 0, most), of: read.integer('r-total', 0, most) };
  if (!figure || !entity || read.errors.length > 0) return show(visit, row, { errors: read.errors, status: 422 });
  const rows = [{ entity, date, ...known('time', time), ...counts, ...known('achieved', achieved) }];
  const command = { on: visit.today, system: row.system.id, figure, rows, ...known('reason', read.optional('r-motivo')) };
  return record(visit, (context, by) => reportFigures(context, { by, ...command }), then(visit, row, figure));
}

/** An entity as people write it: the id or the acronym of its OPL, or its name. */
const entityOf =
  ({ world }: V) =>
  (typed: string): string | undefined => {
    const plain = typed.toLowerCase();
    return world.process.opls.find(({ id, acronym, entity }) => [id, acronym.toLowerCase(), entity].includes(plain))?.id;
  };

/** The rows of the file, each with all that is wrong with it: its cells, and what the rules of figures say. */
function checked(visit: V, row: Row, series: Series, rows: readonly FileRow[], reason: string | undefined): readonly FileRow[] {
  const good = rows.flatMap((one) => (one.figure ? [{ row: one.row, figure: one.figure }] : []));
  const command = { on: visit.today, rows: good.map(({ figure }) => figure), ...known('reason', reason) };
  const placed = figureFaults(visit.world.process, row.system, series, command).map((fault) => {
    const at = good[fault.row - 1]?.row ?? fault.row;
    return fault.kind === 'twice' ? { ...fault, row: at, first: good[fault.first - 1]?.row ?? fault.first } : { ...fault, row: at };
  });
  return rows.map((one) => ({ ...one, faults: [...one.faults, ...placed.filter((fault) => fault.row === one.row)] }));
}

const load = (readFile: ReadFile) => async (visit: V, row: Row) => {
  const { lang } = visit;
  const t = figuresPageWords(lang);
  const read = readForm(visit);
  const figure = read.oneOf('c-cifra', [...row.system.operation.figures.keys()], t.chooseFigure);
  const [upload] = visit.uploads.of('c-archivo');
  if (!upload && read.errors.every(({ field }) => field !== 'c-archivo')) read.wrong('c-archivo', t.needFile);
  const series = figure && row.system.operation.figures.get(figure);
  if (!series || !upload || read.errors.length > 0) return show(visit, row, { errors: read.errors, status: 422 });
  const refused = (text: Bilingual) => show(visit, row, { errors: [{ field: 'c-archivo', text: pick(text, lang) }], status: 422 });
  const bytes = await readFile(fileOf(upload));
  if (!bytes.ok) return refused(bytes.error);
  const file = readFigures(bytes.value, entityOf(visit));
  if (!file.ok) return refused(fileRefusalText(file.error));
  const reason = read.optional('c-motivo');
  const rows = checked(visit, row, series, file.value.rows, reason);
  if (read.raw('c-paso') !== 'registrar' || !rows.every(isGood)) {
    const preview = { figure: series.id, rows, token: upload.token, reason: reason ?? '' };
    return show(visit, row, { preview, status: rows.every(isGood) ? 200 : 422 });
  }
  return recordFile(visit, row, series, rows, upload, reason);
};

function recordFile(
  visit: V,
  row: Row,
  { id: figure }: Series,
  rows: readonly FileRow[],
  upload: Upload,
  reason: string | undefined,
): Done {
  const figures = rows.flatMap((one) => one.figure ?? []);
  const command = { on: visit.today, system: row.system.id, figure, rows: figures, file: fileOf(upload), ...known('reason', reason) };
  return record(visit, (context, by) => reportFigures(context, { by, ...command }), then(visit, row, figure));
}

/** A file to be filled in: one line for each entity that uses the system. */
const template = (visit: V, row: Row): Answer => {
  const heads =
    visit.lang === 'es'
      ? ['entidad', 'fecha', 'hora', 'reportado', 'logrado', 'total']
      : ['entity', 'date', 'time', 'reported', 'achieved', 'of'];
  const rows = usersOf(visit, row).map(({ id }) => [id as string, visit.today, '', '', '', '']);
  const name = `plantilla-${row.system.id}.csv`;
  return { kind: 'file', body: csvFromRows([heads, ...rows]), type: 'text/csv; charset=utf-8', name };
};

const ofSystem = '/:process/sistemas/:system';

export const figuresRoutes = (readFile: ReadFile): readonly Route<SystemsWorld>[] => [
  { method: 'GET', path: `${ofSystem}/cifras`, may: 'anyone', answer: (visit) => find(visit, (row) => show(visit, row)) },
  {
    method: 'GET',
    path: `${ofSystem}/plantilla-cifras.csv`,
    may: reporting,
    answer: (visit) => findOwn(visit, (row) => template(visit, row)),
  },
  ...tableRoutes<SystemsWorld>(`${ofSystem}/cifras/:figure/historia`, 'anyone', (visit) =>
    find(visit, (row) => {
      const series = row.system.operation.figures.get(visit.params.figure ?? '');
      const what = { es: figuresPageWords('es').none, en: figuresPageWords('en').none };
      return series ? figuresTable(visit, row, series) : { kind: 'not-found', what };
    }),
  ),
  { method: 'POST', path: `${ofSystem}/cifras/definir`, may: reporting, answer: (visit) => findOwn(visit, (row) => define(visit, row)) },
  { method: 'POST', path: `${ofSystem}/cifras/registrar`, may: reporting, answer: (visit) => findOwn(visit, (row) => report(visit, row)) },
  {
    method: 'POST',
    path: `${ofSystem}/cifras/cargar`,
    may: reporting,
    uploads: figuresFileUploads,
    answer: (visit) => findOwn(visit, (row) => load(readFile)(visit, row)),
  },
];
