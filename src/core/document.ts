import type { Lang } from './words.ts';

/**
 * A document as data: what an informe, a receipt or a list says, before anyone decides whether it becomes HTML,
 * Markdown, PDF or DOCX. It knows no domain word; `documents/` renders it; the same tree gives the same bytes.
 */
export type Document = {
  readonly lang: Lang;
  readonly title: string;
  readonly subtitle?: string;
  /** Label and value pairs under the title: cut-off, process, edition. */
  readonly facts: readonly (readonly [label: string, value: string])[];
  /** A loud line above everything: «Estado al 10 de marzo de 2020», «DATOS FICTICIOS». */
  readonly notice?: string;
  /** Printed at the foot of every page, beside the page number: ledger position and root. */
  readonly footer: string;
  readonly blocks: readonly Block[];
};

export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string; readonly id?: string }
  | { readonly kind: 'paragraph'; readonly text: Inline }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Inline[] }
  | Table
  | Chart
  | { readonly kind: 'pageBreak' };

/** Text with a few marks. A plain string is the common case. */
export type Inline = string | readonly Span[];
export type Span =
  | string
  | { readonly mark: 'strong' | 'emphasis' | 'code' | 'small'; readonly text: string }
  | { readonly mark: 'link'; readonly text: string; readonly href: string }
  | { readonly mark: 'status'; readonly status: StatusMark };

/** Status as shape + word + colour, the same everywhere. `shape` names one of the seven drawings; `word` is what is read. */
export type StatusMark = { readonly shape: Shape; readonly word: string };
export type Shape = 'done' | 'doneLate' | 'doing' | 'observed' | 'todo' | 'late' | 'unknown';

export type Table = {
  readonly kind: 'table';
  readonly caption: string;
  /** Kept by CSV and used as anchor; lower case, hyphens. */
  readonly id: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** Said in place of the rows when there are none: what will be here and who puts it there. */
  readonly empty?: string;
};
/** `width` is a share of the page (any positive number; 1 when absent). `head: true` makes the column's cells row headers. */
export type Column = { readonly title: string; readonly align?: 'start' | 'end'; readonly width?: number; readonly head?: boolean };
export type Cell = Inline | number | null;

/** Horizontal stacked bars: one bar a row, one colour and pattern a series. Every chart is followed by its table. */
export type Chart = {
  readonly kind: 'chart';
  readonly id: string;
  readonly title: string;
  /** What the picture says, in one sentence: the alternative text. */
  readonly alt: string;
  readonly unit: string;
  readonly series: readonly { readonly name: string; readonly shape: Shape }[];
  /** `values[i]` belongs to `series[i]`. */
  readonly bars: readonly { readonly label: string; readonly values: readonly number[] }[];
};

/** The words of an inline text without its marks: for CSV, alternative texts and tests. */
export function plain(text: Cell): string {
  if (text === null) return '';
  if (typeof text === 'number') return String(text);
  if (typeof text === 'string') return text;
  return text.map((span) => (typeof span === 'string' ? span : span.mark === 'status' ? span.status.word : span.text)).join('');
}
