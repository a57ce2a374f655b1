import type { Block, Cell, Chart, Document, Inline, Span, Table } from '../core/document.ts';
import { plain } from '../core/document.ts';
import type { Lang } from '../core/words.ts';
import { chartSize } from './chart.ts';
import type { Draw } from './pdf-text.ts';
import { pieces } from './pdf-text.ts';
import { absoluteHref, anchorsOf, cellInline, spansOf } from './text.ts';
import { documentWords, pageParts } from './words.ts';

/** A span as the template reads it: plain text, or a tagged tuple. */
type WireSpan = string | readonly [tag: string, ...rest: readonly (string | readonly string[])[]];
type WireInline = string | readonly WireSpan[];
type Speak = (text: Inline) => WireInline;

/** Height over width from which a chart would not fit a page at full width. */
const tallest = 1.15;

/** Rows taller than this many characters a cell may break across pages; the others stay whole. */
const wholeCellLength = 1200;

/**
 * The document as the JSON that the Typst template reads. The template is fixed text and the document is only data,
 * so nothing a person wrote is ever read as Typst markup or code.
 */
export function wireOf(document: Document, draw: Draw, charts: ReadonlyMap<Chart, string>): Readonly<Record<string, unknown>> {
  const speak = speaker(document, draw);
  const levels = headingLevels(document.blocks);
  const taken = new Set<string>();
  return {
    lang: document.lang,
    title: draw(document.title),
    subtitle: draw(document.subtitle ?? ''),
    notice: draw(document.notice ?? ''),
    footer: draw(document.footer),
    facts: document.facts.map(([label, value]) => [draw(label), speak(value)]),
    page: pageParts(document.lang),
    blocks: document.blocks.map((block, i) => withOwnId(blockWire(block, levels[i] ?? 2, document.lang, draw, speak, charts), taken)),
  };
}

/** Typst refuses a link to a label that stands twice: the first block with an id keeps it. */
function withOwnId(wire: Record<string, unknown>, taken: Set<string>): Record<string, unknown> {
  const { id } = wire;
  if (typeof id !== 'string' || !taken.has(id)) {
    if (typeof id === 'string') taken.add(id);
    return wire;
  }
  return { ...wire, id: '' };
}

function blockWire(
  block: Block,
  level: number,
  lang: Lang,
  draw: Draw,
  speak: Speak,
  charts: ReadonlyMap<Chart, string>,
): Record<string, unknown> {
  switch (block.kind) {
    case 'heading':
      return { kind: 'heading', level, text: draw(block.text), id: block.id ?? '' };
    case 'paragraph':
      return { kind: 'paragraph', text: speak(block.text) };
    case 'list':
      return { kind: block.ordered ? 'enum' : 'list', items: block.items.map(speak) };
    case 'table':
      return tableWire(block, lang, draw, speak);
    case 'chart': {
      const { width, height } = chartSize(block);
      return {
        kind: 'chart',
        id: block.id,
        title: draw(block.title),
        alt: draw(block.alt),
        svg: charts.get(block) ?? '',
        tall: height / width > tallest,
      };
    }
    case 'pageBreak':
      return { kind: 'break' };
  }
}

/** A heading may only go one level deeper than the one before it (PDF/UA-1, 7.4.2); the title is level 1. */
function headingLevels(blocks: readonly Block[]): readonly number[] {
  let last = 1;
  return blocks.map((block) => {
    if (block.kind === 'heading') last = Math.min(block.level, last + 1);
    return last;
  });
}

function tableWire(table: Table, lang: Lang, draw: Draw, speak: Speak) {
  const cell = (value: Cell, head: boolean): WireInline | { readonly head: WireInline } => {
    const words = speak(cellInline(value, lang));
    return head ? { head: words } : words;
  };
  return {
    kind: 'table',
    id: table.id,
    caption: draw(table.caption),
    widths: table.columns.map((column) => column.width ?? 1),
    align: table.columns.map((column) => column.align ?? 'start'),
    head: table.columns.map((column) => draw(column.title)),
    rows: table.rows.flatMap((row) => table.columns.map((column, i) => cell(row[i] ?? null, column.head === true))),
    empty: table.rows.length > 0 ? '' : draw(table.empty ?? documentWords(lang).emptyTable),
    whole: table.rows.every((row) => row.every((value) => plain(value).length <= wholeCellLength)),
  };
}

function speaker(document: Document, draw: Draw): Speak {
  const anchors = anchorsOf(document);
  const cut = (text: string): readonly WireSpan[] =>
    pieces(draw(text)).map((piece) => (typeof piece === 'string' ? piece : (['run', piece] as const)));
  const span = (value: Span): readonly WireSpan[] => {
    if (typeof value === 'string') return cut(value);
    if (value.mark === 'status') return [['status', value.status.shape, draw(value.status.word)]];
    // A long run keeps its pieces and loses its own tag to the mark's.
    if (value.mark !== 'link')
      return cut(value.text).map((piece) => [value.mark, ...(typeof piece === 'string' ? [piece] : piece.slice(1))]);
    const href = absoluteHref(value.href);
    if (href !== undefined) return [['link', draw(value.text), href]];
    const id = value.href.slice(1);
    return value.href.startsWith('#') && anchors.has(id) ? [['goto', draw(value.text), id]] : cut(value.text);
  };
  return (text) => {
    const spans = spansOf(text).flatMap(span);
    const [only] = spans;
    return spans.length === 1 && typeof only === 'string' ? only : spans;
  };
}
