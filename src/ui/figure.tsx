import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { StatusMark } from '../core/document.ts';
import type { Lang } from '../core/words.ts';
import { ShapeMark } from './status.tsx';
import { uiWords } from './words.ts';

type FigureProps = {
  readonly lang: Lang;
  readonly id: string;
  readonly title: string;
  /** What the picture says, in one sentence. */
  readonly alt: string;
  /** A whole `<svg>` made by the program (never by a person): it is not escaped. Widths as attributes; no `style`. */
  readonly svg: string;
  /** Its data: a `DataTable`. */
  readonly table: Child;
  /** `after`: folded under the picture. `beside`: in sight, where there is room. */
  readonly tableAt?: 'after' | 'beside' | undefined;
  readonly note?: Child;
};
/** A picture and its table: whoever cannot see the one reads the other. */
export const Figure = ({ lang, id, title, alt, svg, table, tableAt = 'after', note }: FigureProps) => (
  <figure class={tableAt === 'beside' ? 'figure beside' : 'figure'} id={id} aria-labelledby={`${id}-t`}>
    <figcaption id={`${id}-t`}>{title}</figcaption>
    <div class="pic">
      {/* The role makes one picture of many strokes; the sentence is what is read. */}
      <div class="drawing" role="img" aria-label={alt}>
        {raw(svg)}
      </div>
      {note !== undefined && <p class="note">{note}</p>}
    </div>
    {tableAt === 'beside' ? (
      <div>{table}</div>
    ) : (
      <details>
        <summary>{uiWords(lang).figureData}</summary>
        {table}
      </details>
    )}
  </figure>
);

export type Share = { readonly mark: StatusMark; readonly count: number };

/** How a whole divides into statuses: a thin bar, and its counts in words. */
export function ShareBar({ shares }: { readonly shares: readonly Share[] }) {
  const present = shares.filter((share) => share.count > 0);
  const total = present.reduce((sum, share) => sum + share.count, 0);
  const width = (count: number) => (100 * count) / total;
  const starts = present.map((_, i) => present.slice(0, i).reduce((x, share) => x + width(share.count), 0));
  return (
    <div>
      <svg class="share" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        {present.map(({ mark, count }, i) => (
          <rect class={mark.shape} x={starts[i]} y="0" width={Math.max(0.5, width(count) - 0.4)} height="6" />
        ))}
      </svg>
      <ul class="legend">
        {present.map(({ mark, count }) => (
          <li class={`st ${mark.shape}`}>
            <ShapeMark shape={mark.shape} />
            <span>
              <b>{count}</b> {mark.word}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
