import type { Child } from 'hono/jsx';
import type { Lang } from '../core/words.ts';
import { EmptyState } from './parts.tsx';
import { uiWords } from './words.ts';

export type TableColumn<Row> = {
  readonly title: string;
  /** Under the title: «días», «%», «MB». */
  readonly unit?: string | undefined;
  /** `end` for numbers. */
  readonly align?: 'start' | 'end' | undefined;
  /** Its cells never break: dates, codes, folios. */
  readonly keep?: boolean | undefined;
  /** Its cells name their rows and stay in sight; give it to the first column. */
  readonly head?: boolean | undefined;
  readonly cell: (row: Row) => Child;
};

export type TableProps<Row> = {
  readonly lang: Lang;
  /** Names the table for links; unique in the page. */
  readonly id: string;
  readonly caption: string;
  readonly note?: Child;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  /** Where a row leads: its head cell becomes the link. */
  readonly rowHref?: ((row: Row) => string | undefined) | undefined;
  readonly rowId?: ((row: Row) => string | undefined) | undefined;
  /** It has just changed: fades in once. */
  readonly fresh?: ((row: Row) => boolean) | undefined;
  /** Said in place of the rows when there are none: what will be here and who puts it there. */
  readonly empty?: Child;
  readonly downloads?: Downloads | undefined;
  /** Pagination, or a note on the sources, at the foot. */
  readonly foot?: Child;
};

function Cell<Row>({ column, row, href }: { readonly column: TableColumn<Row>; readonly row: Row; readonly href: string | undefined }) {
  const content = column.cell(row);
  if (!column.head) return <td class={column.align === 'end' ? 'n' : column.keep ? 'keep' : undefined}>{content}</td>;
  return (
    <th scope="row" class={column.align === 'end' ? 'pin n' : 'pin'}>
      {href === undefined ? content : <a href={href}>{content}</a>}
    </th>
  );
}

/** A table that stays readable when it is long or wide: it scrolls within itself, its head and row names in sight. */
export function DataTable<Row>(props: TableProps<Row>) {
  const { lang, id, caption, note, columns, rows, rowHref, rowId, fresh, empty, downloads, foot } = props;
  const w = uiWords(lang);
  return (
    <div class="sheet" id={id}>
      <section class="scroll" tabindex={0} aria-labelledby={`${id}-t`}>
        <table class="data">
          <caption>
            <span id={`${id}-t`}>
              {caption} {note !== undefined && <small>{note}</small>}
            </span>
          </caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th scope="col" class={[column.head ? 'pin' : '', column.align === 'end' ? 'n' : ''].join(' ').trim() || undefined}>
                  {column.title}
                  {column.unit !== undefined && <span class="unit">{column.unit}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr id={rowId?.(row)} class={fresh?.(row) ? 'fresh' : undefined}>
                {columns.map((column) => (
                  <Cell column={column} row={row} href={rowHref?.(row)} />
                ))}
              </tr>
            ))}
            {rows.length === 0 && (
              <tr>
                <td colspan={columns.length}>
                  <EmptyState>{empty ?? w.noRows}</EmptyState>
                </td>
              </tr>
            )}
          </tbody>
        </table>
      </section>
      <TableFoot lang={lang} count={rows.length || undefined} downloads={downloads}>
        {foot}
      </TableFoot>
    </div>
  );
}

/** Where a table is taken away as a file that ends so: `(end) => visit.href(`/reuniones.${end}`)`. */
export type Downloads = (end: 'csv' | 'xlsx') => string;

/** «Descargar: CSV · XLSX». Turbo is told to leave them alone: they are files. */
export function DownloadLinks({ lang, downloads }: { readonly lang: Lang; readonly downloads: Downloads }) {
  const w = uiWords(lang);
  return (
    <span class="files">
      {w.download}{' '}
      <a href={downloads('csv')} data-turbo="false">
        CSV
      </a>{' '}
      ·{' '}
      <a href={downloads('xlsx')} data-turbo="false">
        XLSX
      </a>
    </span>
  );
}

type FootProps = {
  readonly lang: Lang;
  readonly count?: number | undefined;
  readonly downloads?: Downloads | undefined;
  readonly children?: Child;
};
/** Under every table: how many rows, and the files to take away. */
export function TableFoot({ lang, count, downloads, children }: FootProps) {
  const w = uiWords(lang);
  return (
    <footer>
      {count !== undefined && <span>{w.rowCount(count)}</span>}
      {children}
      {downloads !== undefined && <DownloadLinks lang={lang} downloads={downloads} />}
    </footer>
  );
}
