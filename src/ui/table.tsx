import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { Lang } from '../core/words.ts';
import { escapeHtml } from './html.ts';
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

const classOf = <Row,>({ head, align, keep }: TableColumn<Row>): string => {
  const number = align === 'end' ? 'n' : '';
  if (head) return number === '' ? 'pin' : 'pin n';
  return number === '' && keep ? 'keep' : number;
};

/**
 * The cells of a row. What is plain text, as almost all of it is, is written as a string and not as elements: a table of eight hundred rows
 * would be some ten thousand of them, and cost four times as much.
 */
function cellsOf<Row>(columns: readonly TableColumn<Row>[], row: Row, href: string | undefined): readonly Child[] {
  const cells: Child[] = [];
  let plain = '';
  for (const column of columns) {
    const content = column.cell(row);
    const leads = column.head === true && href !== undefined;
    const name = classOf(column);
    if (typeof content === 'string' || typeof content === 'number') {
      const text = escapeHtml(String(content));
      const said = leads ? `<a href="${escapeHtml(href)}">${text}</a>` : text;
      plain += column.head ? `<th scope="row" class="${name}">${said}</th>` : `<td${name && ` class="${name}"`}>${said}</td>`;
      continue;
    }
    const inner = leads ? <a href={href}>{content}</a> : content;
    cells.push(
      raw(plain),
      column.head ? (
        <th scope="row" class={name}>
          {inner}
        </th>
      ) : (
        <td class={name || undefined}>{inner}</td>
      ),
    );
    plain = '';
  }
  return [...cells, raw(plain)];
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
                {cellsOf(columns, row, rowHref?.(row))}
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
