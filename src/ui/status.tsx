import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { Shape, StatusMark } from '../core/document.ts';
import type { Lang } from '../core/words.ts';
import { uiWords } from './words.ts';

const ring = '<circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" stroke-width="1.5"/>';

/**
 * The seven drawings, on a field of 16 × 16. The signs inside filled shapes are holes, not paint: they show whatever
 * ground they stand on, in light, dark, print and the reader's own colours.
 */
const drawings: Readonly<Record<Shape, string>> = {
  done: '<path fill="currentColor" fill-rule="evenodd" d="M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zM6.95 11.75 12.3 6.1 11 4.85 6.9 9.2 4.9 7.2 3.65 8.45z"/>',
  doneLate: `${ring}<path fill="none" stroke="currentColor" stroke-width="1.6" d="m4.8 8.3 2.2 2.2 4.2-4.5"/>`,
  doing: `${ring}<path fill="currentColor" d="M8 1.75a6.25 6.25 0 0 1 0 12.5z"/>`,
  observed: '<path fill="currentColor" fill-rule="evenodd" d="M1 2h14v9.4H8.9L5 14.8v-3.4H1zM4 4.9v1.3h8V4.9zM4 7.4v1.3h5.5V7.4z"/>',
  todo: '<circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" stroke-width="1.25"/>',
  late: '<path fill="currentColor" fill-rule="evenodd" d="M8 .9 15.6 14.6H.4zM7.15 5.6l.25 4.7h1.2l.25-4.7zM8 11.2a.95.95 0 1 0 0 1.9.95.95 0 0 0 0-1.9z"/>',
  unknown: '<path fill="none" stroke="currentColor" stroke-width="1.75" d="M1.4 8h3.2M6.4 8h3.2M11.4 8h3.2"/>',
};

/** The seven, in the order a legend gives them. */
export const shapes: readonly Shape[] = ['done', 'doneLate', 'doing', 'observed', 'todo', 'late', 'unknown'];

/** Stands once in a page (`Page` puts it there); every status points into it. */
export const statusSprite = raw(
  `<svg hidden width="0" height="0" aria-hidden="true">${shapes
    .map((shape) => `<symbol id="s-${shape}" viewBox="0 0 16 16">${drawings[shape]}</symbol>`)
    .join('')}</svg>`,
);

/** One drawing by itself, for what leaves the page and cannot point into its sprite (a chart, a file). */
export const shapeSvg = (shape: Shape): string => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">${drawings[shape]}</svg>`;

/** The drawing as a string of HTML, for what is built as strings. It says nothing by itself: a word goes with it. */
export const useShape = (shape: Shape): string => `<svg class="shape" aria-hidden="true"><use href="#s-${shape}"/></svg>`;

/** The drawing alone; the word must stand beside it. */
export const ShapeMark = ({ shape }: { readonly shape: Shape }) => raw(useShape(shape));

/** Shape, word and colour. With `showWord={false}` the word is still read aloud and shown under the pointer. */
export function Status({ shape, word, showWord = true }: StatusMark & { readonly showWord?: boolean | undefined }) {
  if (showWord)
    return (
      <span class={`st ${shape}`}>
        <ShapeMark shape={shape} />
        <span>{word}</span>
      </span>
    );
  return (
    <span class={`st ${shape}`} title={word}>
      <ShapeMark shape={shape} />
      <span class="vh">{word}</span>
    </span>
  );
}

/** A status that must be seen from afar: on its own ground. Without `shape`, a plain label. */
export const Tag = ({ shape, children }: { readonly shape?: Shape | undefined; readonly children: Child }) => (
  <span class={shape ? `tag ${shape}` : 'tag'}>
    {shape && <ShapeMark shape={shape} />}
    <span>{children}</span>
  </span>
);

/** What each mark means, under a matrix or a chart. */
export const Legend = ({ lang, marks }: { readonly lang: Lang; readonly marks: readonly StatusMark[] }) => (
  <ul class="legend" aria-label={uiWords(lang).legend}>
    {marks.map((mark) => (
      <li>
        <Status {...mark} />
      </li>
    ))}
  </ul>
);
