import { pick } from '../../core/words.ts';
import { Submit } from '../../ui/buttons.tsx';
import { Form } from '../../ui/forms.tsx';
import { Notice, Panel } from '../../ui/parts.tsx';
import { Status } from '../../ui/status.tsx';
import { DataTable } from '../../ui/table.tsx';
import { keptField } from '../../web/uploads.ts';
import type { FileRow } from './figures-file.ts';
import { figuresPageWords, rowFaultText } from './figures-page-words.ts';
import { systemHref, type V } from './list-page.tsx';
import type { Row } from './views.ts';

/** What was read of a file, before anything is recorded. */
export type Preview = { readonly figure: string; readonly rows: readonly FileRow[]; readonly token: string; readonly reason: string };

export const isGood = ({ figure, faults }: FileRow): boolean => figure !== undefined && faults.length === 0;

/** Every row as it was read, what is wrong with it, and the button that records them, which is there only when nothing is. */
export function PreviewTable({ visit, row, preview }: { readonly visit: V; readonly row: Row; readonly preview: Preview }) {
  const { lang, reader } = visit;
  const t = figuresPageWords(lang);
  const { rows, figure, token, reason } = preview;
  const wrong = rows.filter((one) => !isGood(one));
  // What is wrong comes first: of ten thousand rows nobody looks for the three.
  const shown = [...wrong, ...rows.filter(isGood)].slice(0, 200);
  const marks = { good: { shape: 'done' as const, word: t.noFault }, wrong: { shape: 'late' as const, word: t.fault } };
  return (
    <Panel id="revision" title={t.preview} note={t.previewCount(rows.length - wrong.length, wrong.length)}>
      {wrong.length > 0 && <Notice kind="refused">{t.allOrNone}</Notice>}
      <DataTable
        lang={lang}
        id="filas"
        caption={t.preview}
        note={rows.length > shown.length ? t.newest(shown.length) : undefined}
        columns={[
          { title: t.row, head: true, cell: (one: FileRow) => one.row },
          { title: t.entity, cell: ({ typed }) => typed.entity },
          { title: t.date, keep: true, cell: ({ typed }) => typed.date },
          { title: t.time, keep: true, cell: ({ typed }) => typed.time || '—' },
          { title: t.reported, align: 'end', cell: ({ typed }) => typed.reported },
          { title: t.achieved, align: 'end', cell: ({ typed }) => typed.achieved || '—' },
          { title: t.of, align: 'end', cell: ({ typed }) => typed.of },
          {
            title: t.fault,
            cell: (one) => (
              <>
                <Status {...(isGood(one) ? marks.good : marks.wrong)} />
                {one.faults.map((fault) => (
                  <small class="detail">{pick(rowFaultText(fault), lang)}</small>
                ))}
              </>
            ),
          },
        ]}
        rows={shown}
      />
      {wrong.length === 0 && reader.kind === 'signed-in' && (
        <Form action={systemHref(visit, row.system.id, '/cifras/cargar')} csrf={reader.csrf} enctype="multipart/form-data">
          <input type="hidden" name="c-cifra" value={figure} />
          <input type="hidden" name="c-motivo" value={reason} />
          <input type="hidden" name="c-paso" value="registrar" />
          <input type="hidden" name={keptField('c-archivo')} value={token} />
          <Submit kind="primary">{t.recordRows(rows.length)}</Submit>
        </Form>
      )}
    </Panel>
  );
}
