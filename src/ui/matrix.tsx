import { raw } from 'hono/html';
import type { Shape, StatusMark } from '../core/document.ts';
import { must } from '../core/result.ts';
import type { Lang } from '../core/words.ts';
import { escapeHtml } from './html.ts';
import { Legend, useShape } from './status.tsx';
import { type Downloads, TableFoot } from './table.tsx';
import { type UiWords, uiWords } from './words.ts';

export type MatrixColumn = {
  /** Set upright at the head: short («E10b»). */
  readonly code: string;
  /** The whole name, beside the code and in each cell's tip. */
  readonly title: string;
  readonly href?: string | undefined;
};
/** When no topic has a title, the row of topics is left out. */
export type MatrixTopic = { readonly title: string; readonly columns: readonly MatrixColumn[] };
/** `null`: the column does not apply to the row. */
export type MatrixCell = { readonly mark: StatusMark; readonly href: string } | null;
export type MatrixRow = {
  readonly label: string;
  readonly note?: string | undefined;
  readonly href?: string | undefined;
  /** How the row as a whole stands, before its name. */
  readonly mark?: StatusMark | undefined;
  /** One a column, in the order of the topics' columns; another length is a bug and throws. */
  readonly cells: readonly MatrixCell[];
};
export type MatrixProps = {
  readonly lang: Lang;
  readonly id: string;
  readonly caption: string;
  readonly note?: string | undefined;
  /** What a row is: «Entidad». */
  readonly rowTitle: string;
  readonly topics: readonly MatrixTopic[];
  readonly rows: readonly MatrixRow[];
  readonly legend: readonly StatusMark[];
  readonly downloads?: Downloads | undefined;
};

const link = (href: string | undefined, inner: string, title = '') =>
  href === undefined ? `<span${title}>${inner}</span>` : `<a href="${escapeHtml(href)}"${title}>${inner}</a>`;

function head(topics: readonly MatrixTopic[], rowTitle: string): string {
  const groups = topics.map((topic) => `<colgroup span="${topic.columns.length}"></colgroup>`).join('');
  // A name over one or two columns has no room to lie down: it stands, as the columns' own do.
  const titles = topics.map(({ title, columns }) => {
    const up = columns.length <= 2;
    const name = up ? `<span>${escapeHtml(title)}</span>` : escapeHtml(title);
    return `<th scope="colgroup" colspan="${columns.length}" class="topic${up ? ' up' : ''}">${name}</th>`;
  });
  const columns = topics.flatMap((topic) =>
    topic.columns.map(({ code, title, href }, i) => {
      const name = link(href, `${code === '' ? '' : `<b>${escapeHtml(code)}</b> `}${escapeHtml(title)}`, ` title="${escapeHtml(title)}"`);
      return `<th scope="col" class="up${i === topic.columns.length - 1 ? ' end' : ''}">${name}</th>`;
    }),
  );
  if (topics.every((topic) => topic.title === ''))
    return `<colgroup></colgroup>${groups}<thead><tr class="bare"><th scope="col" class="pin">${escapeHtml(rowTitle)}</th>${columns.join('')}</tr></thead>`;
  return `<colgroup></colgroup>${groups}<thead><tr><th scope="col" rowspan="2" class="pin">${escapeHtml(rowTitle)}</th>${titles.join('')}</tr><tr>${columns.join('')}</tr></thead>`;
}

/** The rows as one string: 32 × 60 cells would be some 10,000 JSX nodes, and cost ten times as much. */
function body(rows: readonly MatrixRow[], topics: readonly MatrixTopic[], w: UiWords): string {
  const tips = topics.flatMap((topic) => topic.columns.map((column) => escapeHtml(`${column.code} ${column.title}`.trim())));
  const ends = topics.flatMap((topic) => topic.columns.map((_, i) => (i === topic.columns.length - 1 ? ' end' : '')));
  const marks = new Map<Shape, string>();
  const markOf = (shape: Shape) => {
    const drawn = marks.get(shape) ?? useShape(shape);
    marks.set(shape, drawn);
    return drawn;
  };
  const none = `<span class="vh">${escapeHtml(w.notApplicable)}</span></td>`;
  let out = '';
  for (const row of rows) {
    if (row.cells.length !== tips.length) throw new Error(`matrix row «${row.label}»: ${row.cells.length} cells, ${tips.length} columns`);
    const label = escapeHtml(row.label);
    const note = row.note === undefined ? '' : ` <small>${escapeHtml(row.note)}</small>`;
    const { mark } = row;
    const whole = mark
      ? `<span class="st ${mark.shape}" title="${escapeHtml(mark.word)}">${markOf(mark.shape)}<span class="vh">${escapeHtml(mark.word)}: </span></span> `
      : '';
    out += `<tr><th scope="row">${whole}${link(row.href, label)}${note}</th>`;
    for (const [i, cell] of row.cells.entries()) {
      const end = must(ends[i], 'as many cells as columns');
      if (cell === null) {
        out += `<td class="none${end}">${none}`;
        continue;
      }
      const word = escapeHtml(cell.mark.word);
      out += `<td class="${cell.mark.shape}${end}"><a href="${escapeHtml(cell.href)}" title="${label} · ${tips[i]}: ${word}">${markOf(cell.mark.shape)}<span class="vh">${word}</span></a></td>`;
    }
    out += '</tr>';
  }
  return out;
}

/** Rows by columns of status, each a link. Can be skipped from the keyboard; read with its row and column names. */
export function Matrix({ lang, id, caption, note, rowTitle, topics, rows, legend, downloads }: MatrixProps) {
  const w = uiWords(lang);
  return (
    <div class="sheet" id={id}>
      <a class="skip" href={`#${id}-fin`}>
        {w.skipTable}
      </a>
      <section class="scroll" tabindex={0} aria-labelledby={`${id}-t`}>
        <table class="matrix">
          <caption>
            <span id={`${id}-t`}>
              {caption} {note !== undefined && <small>{note}</small>}
            </span>
          </caption>
          {raw(`${head(topics, rowTitle)}<tbody>${body(rows, topics, w)}</tbody>`)}
        </table>
      </section>
      <div id={`${id}-fin`} tabindex={-1} />
      <TableFoot lang={lang} downloads={downloads}>
        <Legend lang={lang} marks={legend} />
      </TableFoot>
    </div>
  );
}
