import type { FileChild, ParagraphChild, Table as WordTable } from 'docx';
import type { Block, Chart, Document, Inline, Span, Table } from '../core/document.ts';
import type { Lang } from '../core/words.ts';
import { chartSize } from './chart.ts';
import type { Docx } from './docx-style.ts';
import { bullets, colours, numbers, textWidth } from './docx-style.ts';
import { ink, statusToken } from './palette.ts';
import { shapeGlyphs } from './shapes.ts';
import { absoluteHref, anchorsOf, cellInline, spansOf } from './text.ts';
import { documentWords } from './words.ts';

type Links = ReadonlyMap<string, string>;
type Speak = (text: Inline, bold?: boolean) => readonly ParagraphChild[];

/** Every address the document links to, with the id of its relationship: in order of appearance, so the same each time. */
export function linksOf(document: Document): Links {
  const inlines = document.blocks.flatMap((block): readonly Inline[] => {
    if (block.kind === 'paragraph') return [block.text];
    if (block.kind === 'list') return block.items;
    return block.kind === 'table' ? block.rows.flatMap((row) => row.map((cell) => cellInline(cell, document.lang))) : [];
  });
  const hrefs = inlines
    .flatMap(spansOf)
    .flatMap((span) => (typeof span !== 'string' && span.mark === 'link' ? (absoluteHref(span.href) ?? []) : []));
  return new Map([...new Set(hrefs)].map((href, i) => [href, `Link${i + 1}`]));
}

/** The blocks as Word paragraphs and tables, the title and its facts first. */
export function bodyOf(docx: Docx, document: Document, charts: ReadonlyMap<Chart, string>, links: Links): readonly FileChild[] {
  const { Paragraph, TextRun, HeadingLevel } = docx;
  const speak = speaker(docx, document, links);
  const head = [
    ...(document.notice === undefined ? [] : [new Paragraph({ style: 'Notice', text: document.notice })]),
    new Paragraph({ heading: HeadingLevel.HEADING_1, text: document.title }),
    ...(document.subtitle === undefined ? [] : [new Paragraph({ style: 'Subtitle', text: document.subtitle })]),
    ...document.facts.map(
      ([label, value]) =>
        new Paragraph({ style: 'Fact', children: [new TextRun({ text: `${label}\t`, color: colours.quiet }), new TextRun(value)] }),
    ),
  ];
  return [...head, ...document.blocks.flatMap((block, i) => blockOf(docx, block, i, document.lang, speak, charts))];
}

/** `place` is the block's number in the document: it tells lists, anchors and pictures apart, the same each time. */
function blockOf(
  docx: Docx,
  block: Block,
  place: number,
  lang: Lang,
  speak: Speak,
  charts: ReadonlyMap<Chart, string>,
): readonly FileChild[] {
  const { Paragraph, HeadingLevel } = docx;
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: block.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3,
          children: anchored(docx, block.id, block.text, place),
        }),
      ];
    case 'paragraph':
      return [new Paragraph({ children: speak(block.text) })];
    case 'list': {
      const reference = block.ordered ? numbers : bullets;
      return block.items.map(
        (item) => new Paragraph({ numbering: { reference, level: 0, instance: place }, spacing: { after: 60 }, children: speak(item) }),
      );
    }
    case 'table':
      return [
        new Paragraph({ style: 'Caption', children: anchored(docx, block.id, block.caption, place) }),
        tableOf(docx, block, lang, speak),
        new Paragraph({ spacing: { after: 60 } }),
      ];
    case 'chart':
      return [
        new Paragraph({ style: 'Caption', children: anchored(docx, block.id, block.title, place) }),
        pictureOf(docx, block, charts.get(block) ?? '', place),
      ];
    case 'pageBreak':
      return [new Paragraph({ children: [new docx.PageBreak()] })];
  }
}

/** Word takes letters, digits and underscores, a letter first, forty at most. */
const bookmarkOf = (id: string): string => `a_${id.replaceAll(/[^\p{L}\p{N}]/gu, '_')}`.slice(0, 40);

/** The library numbers its bookmarks through the life of the process; the block's place is the same each time. */
function anchored(docx: Docx, id: string | undefined, text: string, place: number): readonly ParagraphChild[] {
  const words = new docx.TextRun(text);
  if (id === undefined) return [words];
  const name = bookmarkOf(id);
  const bookmark = new docx.Bookmark({ id: name, children: [words] });
  return [Object.assign(bookmark, { start: new docx.BookmarkStart(name, place), end: new docx.BookmarkEnd(place) })];
}

function tableOf(docx: Docx, table: Table, lang: Lang, speak: Speak): WordTable {
  const { Paragraph, TableRow, TableCell, AlignmentType } = docx;
  const total = table.columns.reduce((sum, column) => sum + (column.width ?? 1), 0);
  const widths = table.columns.map((column) => Math.floor(((column.width ?? 1) / total) * textWidth));
  const cell = (children: readonly ParagraphChild[], i: number, style: string, columnSpan = 1) =>
    new TableCell({
      columnSpan,
      width: { size: widths[i] ?? 0, type: 'dxa' },
      children: [
        new Paragraph({
          style,
          children: [...children],
          alignment: table.columns[i]?.align === 'end' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        }),
      ],
    });
  const line = (size: number, color: string) => ({ style: 'single' as const, size, color });
  const none = { style: 'none' as const, size: 0, color: 'auto' };
  const rows = table.rows.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        children: table.columns.map((column, i) => cell(speak(cellInline(row[i] ?? null, lang), column.head === true), i, 'Cell')),
      }),
  );
  const empty = () =>
    new TableRow({
      children: [cell(speak([{ mark: 'emphasis', text: table.empty ?? documentWords(lang).emptyTable }]), 0, 'Cell', table.columns.length)],
    });
  return new docx.Table({
    width: { size: textWidth, type: 'dxa' },
    columnWidths: widths,
    layout: 'fixed',
    margins: { left: 60, right: 60 },
    borders: {
      top: line(10, colours.ink),
      bottom: line(4, colours.rule),
      insideHorizontal: line(4, colours.rule),
      left: none,
      right: none,
      insideVertical: none,
    },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: table.columns.map((column, i) => cell(speak(column.title), i, 'CellHead')),
      }),
      ...(rows.length > 0 ? rows : [empty()]),
    ],
  });
}

/** One transparent pixel: what a reader without SVG shows; the table that follows says the same. */
const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');

function pictureOf({ Paragraph, ImageRun }: Docx, chart: Chart, svg: string, place: number) {
  const { width, height } = chartSize(chart);
  const pixels = (textWidth / 1440) * 96;
  const transformation = { width: Math.round(pixels), height: Math.round((pixels * height) / width) };
  return new Paragraph({
    children: [
      new ImageRun({
        type: 'svg',
        data: Buffer.from(svg),
        fallback: { type: 'png', data: pixel },
        transformation,
        altText: { id: String(place + 1), name: chart.id, title: chart.title, description: chart.alt },
      }),
    ],
  });
}

function speaker(docx: Docx, document: Document, links: Links): Speak {
  const { TextRun, ConcreteHyperlink } = docx;
  const anchors = anchorsOf(document);
  const link = (text: string, href: string): ParagraphChild => {
    const linked = [new TextRun({ text, style: 'Hyperlink' })];
    const id = links.get(absoluteHref(href) ?? '');
    if (id !== undefined) return new ConcreteHyperlink(linked, id);
    return href.startsWith('#') && anchors.has(href.slice(1))
      ? new ConcreteHyperlink(linked, '', bookmarkOf(href.slice(1)))
      : new TextRun(text);
  };
  const run = (span: Span, bold: boolean): readonly ParagraphChild[] => {
    const weight = bold ? { bold } : {};
    if (typeof span === 'string') return [new TextRun({ text: span, ...weight })];
    switch (span.mark) {
      case 'status': {
        const { shape, word } = span.status;
        return [
          new TextRun({ text: `${shapeGlyphs[shape]}\u00a0`, color: ink[statusToken[shape]].slice(1) }),
          new TextRun({ text: word, ...weight }),
        ];
      }
      case 'link':
        return [link(span.text, span.href)];
      case 'strong':
        return [new TextRun({ text: span.text, bold: true })];
      case 'emphasis':
        return [new TextRun({ text: span.text, italics: true, ...weight })];
      case 'code':
        return [new TextRun({ text: span.text, font: 'Consolas', ...weight })];
      case 'small':
        return [new TextRun({ text: span.text, size: 17, color: colours.quiet, ...weight })];
    }
  };
  return (text, bold = false) => spansOf(text).flatMap((span) => run(span, bold));
}
