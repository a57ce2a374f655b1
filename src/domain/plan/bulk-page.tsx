import { mediumDate } from '../../core/date-words.ts';
import { pick } from '../../core/words.ts';
import { Submit } from '../../ui/buttons.tsx';
import { ErrorSummary, errorOf, FileField, Form, type FormError } from '../../ui/forms.tsx';
import { EmptyState, Notice, PageHead, Panel } from '../../ui/parts.tsx';
import { Status } from '../../ui/status.tsx';
import { DataTable } from '../../ui/table.tsx';
import type { Visit } from '../../web/visit.ts';
import type { Planned } from './bulk.ts';
import { bulkWords } from './bulk-words.ts';
import type { PlanWorld } from './pages.tsx';
import { shapeOf } from './views.ts';
import { stepWords } from './words.ts';

export const mostBulkBytes = 5 * 2 ** 20;
type Props = {
  readonly visit: Visit<PlanWorld>;
  readonly rows?: readonly Planned[] | undefined;
  /** What stands for the sheet that was looked into: confirming reads it again. */
  readonly token?: string | undefined;
  readonly recorded?: number | undefined;
  readonly errors?: readonly FormError[];
};

/** A sheet of steps: what each row would do, what is wrong, and only then the button that records them. */
export function BulkPage({ visit, rows, token, recorded, errors = [] }: Props) {
  const { lang, reader } = visit;
  const t = bulkWords(lang);
  const csrf = reader.kind === 'signed-in' ? reader.csrf : '';
  const wrong = rows?.filter(({ ok }) => !ok).length ?? 0;
  return (
    <>
      <PageHead title={t.title} meta={t.meta} />
      {recorded !== undefined && <Notice kind="done">{t.done(recorded)}</Notice>}
      <ErrorSummary lang={lang} errors={errors} />
      {rows && rows.length > 0 && wrong > 0 && (
        <Notice kind="refused" title={t.faults(wrong)}>
          <p>{t.correct}</p>
        </Notice>
      )}
      {rows && (rows.length === 0 ? <EmptyState>{t.none}</EmptyState> : <RowsTable visit={visit} rows={rows} />)}
      {rows && rows.length > 0 && wrong === 0 && token !== undefined && (
        <Form action={visit.href('/carga')} csrf={csrf} enctype="multipart/form-data">
          <input type="hidden" name="paso" value="registrar" />
          <input type="hidden" name="hoja-guardado" value={token} />
          <Submit kind="primary">{t.confirm(rows.length)}</Submit>
        </Form>
      )}
      <Panel id="hoja-nueva" title={t.file}>
        <Form action={visit.href('/carga')} csrf={csrf} enctype="multipart/form-data">
          <FileField
            lang={lang}
            name="hoja"
            label={t.file}
            hint={t.hint}
            accept=".xlsx,.csv"
            maxBytes={mostBulkBytes}
            error={errorOf(errors, 'hoja')}
          />
          <Submit>{t.preview}</Submit>
        </Form>
        <p class="small">
          <a href={visit.href('/carga/muestra.csv')} data-turbo="false">
            {t.template}
          </a>
        </p>
      </Panel>
    </>
  );
}

function RowsTable({ visit, rows }: { readonly visit: Visit<PlanWorld>; readonly rows: readonly Planned[] }) {
  const { lang, world } = visit;
  const t = bulkWords(lang);
  const acronym = (id: string) => world.process.opls.find((one) => one.id === id)?.acronym ?? id;
  const told = (one: Planned) => {
    if (!one.ok) return one.cells.filter((cell) => cell !== '').join(' · ');
    const { opl, key, step, on, effectiveDate, note } = one.row;
    const document = effectiveDate === undefined ? '' : ` (${t.effectiveDate}: ${mediumDate(effectiveDate, lang)})`;
    return `${acronym(opl)} · ${key} · ${pick(stepWords[step].done, lang)} · ${mediumDate(on, lang)}${document}${note ? ` · ${pick(note, lang)}` : ''}`;
  };
  return (
    <DataTable
      lang={lang}
      id="renglones"
      caption={t.rows}
      columns={[
        { title: t.line, head: true, cell: (one: Planned) => String(one.line) },
        {
          title: t.result,
          cell: (one) => (
            <>
              <Status shape={one.ok ? shapeOf.concluded : shapeOf.overdue} word={one.ok ? t.right : t.wrong} />
              {!one.ok && one.faults.map((fault) => <div>{pick(fault, lang)}</div>)}
            </>
          ),
        },
        { title: t.step, cell: told },
      ]}
      rows={rows}
    />
  );
}
