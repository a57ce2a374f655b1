import type { Result } from '../../core/result.ts';
import { ok, refuse } from '../../core/result.ts';
import type { StoredFile } from '../../core/stored-file.ts';
import { type Bilingual, pick } from '../../core/words.ts';
import { tableToCsv } from '../../documents/csv.ts';
import type { FormError } from '../../ui/forms.tsx';
import { uploadErrors } from '../../web/upload-errors.ts';
import { fileOf } from '../../web/uploads.ts';
import type { Answer, Route, Visit } from '../../web/visit.ts';
import { columnsOf, type Planned, planRows } from './bulk.ts';
import { BulkPage, mostBulkBytes } from './bulk-page.tsx';
import { bulkWords } from './bulk-words.ts';
import type { PlanWorld } from './pages.tsx';
import { planInForce } from './views.ts';
import { stepWords } from './words.ts';

/** The cells of a stored sheet, or what is the matter with it. */
export type ReadSheet = (file: StoredFile) => Promise<Result<readonly (readonly string[])[], Bilingual>>;

type V = Visit<PlanWorld>;
type More = {
  readonly rows?: readonly Planned[];
  readonly token?: string | undefined;
  readonly recorded?: number;
  readonly errors?: readonly FormError[];
};
const page = (visit: V, more: More = {}, status: 200 | 409 | 422 = 200): Answer => ({
  kind: 'page',
  title: bulkWords(visit.lang).title,
  here: 'prep',
  status,
  body: <BulkPage visit={visit} {...more} />,
});
const wrong = (visit: V, text: string, status: 409 | 422 = 422): Answer => page(visit, { errors: [{ field: 'hoja', text }] }, status);

export function bulkRoutes<W extends PlanWorld>(readSheet: ReadSheet): readonly Route<W>[] {
  /** The sheet that came with the form, cell by cell; or the page that says why not. */
  const sheetIn = async (
    visit: V,
    then: (cells: readonly (readonly string[])[], token: string) => Answer | Promise<Answer>,
  ): Promise<Answer> => {
    const { lang, uploads } = visit;
    const errors = uploadErrors(visit);
    const [upload] = uploads.of('hoja');
    if (errors.length > 0) return page(visit, { errors }, 422);
    if (!upload) return wrong(visit, bulkWords(lang).choose);
    const cells = await readSheet(fileOf(upload));
    if (!cells.ok) return wrong(visit, pick(cells.error, lang));
    return then(cells.value, upload.token);
  };

  const plan = (visit: V, world: PlanWorld, cells: readonly (readonly string[])[]) => {
    const { lang, reader, today, may } = visit;
    const columns = columnsOf(cells[0] ?? []);
    if ('missing' in columns) return refuse(bulkWords(lang).missing(columns.missing.map((one) => bulkWords(lang)[one]).join(', ')));
    const by = reader.kind === 'signed-in' ? reader.by : { office: 'nadie' };
    return ok(planRows(world, cells, columns, { by, today, may: (opl) => may('report-progress', opl) }));
  };

  const preview = (visit: V) =>
    sheetIn(visit, (cells, token) => {
      const planned = plan(visit, visit.world, cells);
      return planned.ok ? page(visit, { rows: planned.value.rows, token }) : wrong(visit, planned.error);
    });

  const record = (visit: V) =>
    sheetIn(visit, async (cells) => {
      let rows: readonly Planned[] = [];
      const done = await visit.execute((world) => {
        const planned = plan(visit, world, cells);
        if (!planned.ok) return planned;
        rows = planned.value.rows;
        return planned.value.events.length === rows.length ? ok(planned.value.events) : refuse('rows' as const);
      });
      if (done.ok) return page(visit, { recorded: rows.length });
      if (done.error === 'rows') return page(visit, { rows }, 409);
      return wrong(visit, typeof done.error === 'string' ? done.error : bulkWords(visit.lang).changed, 409);
    });

  /** Two rows of the plan in force, to be written over. */
  const sample = (visit: V): Answer => {
    const t = bulkWords(visit.lang);
    const [opl] = visit.world.process.opls;
    const obligations = planInForce(visit.world.plan)?.obligations.slice(0, 2) ?? [];
    const body = tableToCsv({
      kind: 'table',
      id: 'muestra',
      caption: t.title,
      columns: [t.opl, t.key, t.step, t.on, t.effectiveDate, t.note].map((title) => ({ title })),
      rows: obligations.map(({ key }) => [opl?.acronym ?? '', key, pick(stepWords.deliver.done, visit.lang), visit.today, null, null]),
    });
    return { kind: 'file', body, type: 'text/csv; charset=utf-8', name: 'muestra.csv' };
  };

  const may = { right: 'report-progress' } as const;
  const uploads = { maxBytes: mostBulkBytes };
  return [
    { method: 'GET', path: '/:process/carga', may, answer: (visit) => page(visit) },
    {
      method: 'POST',
      path: '/:process/carga',
      may,
      uploads,
      answer: (visit) => (visit.form.get('paso') === 'registrar' ? record(visit) : preview(visit)),
    },
    { method: 'GET', path: '/:process/carga/muestra.csv', may, answer: sample },
  ];
}
