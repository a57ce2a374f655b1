import type { Block, Chart, Document, Inline, Shape, Span, Table } from '../core/document.ts';
import type { Lang } from '../core/words.ts';
import { chartsOf } from './chart.ts';
import { escapeXml } from './escape.ts';
import type { Palette } from './palette.ts';
import { shapePaths, shapeSize, shapes } from './shapes.ts';
import { cellInline, safeHref, spansOf } from './text.ts';
import { documentWords } from './words.ts';

/**
 * The document as one `<article class="document">`: headings from h1, tables with caption, scopes and row headers,
 * charts as inline SVG. No style attribute, script or event handler, so a strict content policy lets all of it through.
 * `palette: 'page'` (the default) lets charts follow the page's light and dark tokens.
 */
export async function renderHtml(document: Document, palette: Palette = 'page'): Promise<string> {
  const charts = await chartsOf(document, palette);
  const facts = document.facts.map(([label, value]) => `<div><dt>${escapeXml(label)}</dt><dd>${escapeXml(value)}</dd></div>`).join('');
  return (
    `<article class="document" lang="${document.lang}">${sprite(document)}<header>` +
    (document.notice === undefined ? '' : `<p class="notice">${escapeXml(document.notice)}</p>`) +
    `<h1>${escapeXml(document.title)}</h1>` +
    (document.subtitle === undefined ? '' : `<p class="subtitle">${escapeXml(document.subtitle)}</p>`) +
    (facts === '' ? '' : `<dl class="facts">${facts}</dl>`) +
    `</header>${document.blocks.map((block) => blockHtml(block, document.lang, charts)).join('')}` +
    `<footer>${escapeXml(document.footer)}</footer></article>`
  );
}

/** Some blocks by themselves, to stand in a page that has its own heading. */
export async function renderBlocks(blocks: readonly Block[], lang: Lang): Promise<string> {
  const document: Document = { lang, title: '', facts: [], footer: '', blocks };
  const charts = await chartsOf(document, 'page');
  return `${sprite(document)}${blocks.map((block) => blockHtml(block, lang, charts)).join('')}`;
}

/** A file that stands alone: the article in a page with its style sheet inside. */
export async function htmlPage(document: Document, css: string): Promise<string> {
  return (
    `<!doctype html>\n<html lang="${document.lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">` +
    `<title>${escapeXml(document.title)}</title><style>${css.replaceAll('</', '<\\/')}</style></head><body><main>${await renderHtml(document)}</main></body></html>\n`
  );
}

/** Blocks alone, as they stand within a page of ours; of what people write, which holds no charts. */
export const blocksHtml = (blocks: readonly Block[], lang: Lang): string =>
  blocks.map((block) => blockHtml(block, lang, noCharts)).join('');
const noCharts: ReadonlyMap<Chart, string> = new Map();

function blockHtml(block: Block, lang: Lang, charts: ReadonlyMap<Chart, string>): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}${idAttribute(block.id)}>${escapeXml(block.text)}</h${block.level}>`;
    case 'paragraph':
      return `<p>${inlineHtml(block.text)}</p>`;
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      return `<${tag}>${block.items.map((item) => `<li>${inlineHtml(item)}</li>`).join('')}</${tag}>`;
    }
    case 'table':
      return tableHtml(block, lang);
    case 'chart':
      return `<figure class="chart"${idAttribute(block.id)}><figcaption>${escapeXml(block.title)}</figcaption>${charts.get(block) ?? ''}</figure>`;
    case 'pageBreak':
      return '<div class="page-break"></div>';
  }
}

const idAttribute = (id: string | undefined): string => (id === undefined ? '' : ` id="${escapeXml(id)}"`);

/** The table scrolls inside its own region, reachable by keyboard, so that the page never does. */
function tableHtml(table: Table, lang: Lang): string {
  const id = escapeXml(table.id);
  const end = table.columns.map((column) => (column.align === 'end' ? ' class="end"' : ''));
  const head = table.columns.map((column, i) => `<th scope="col"${end[i]}>${escapeXml(column.title)}</th>`).join('');
  const rows = table.rows.map((row) => {
    const cells = table.columns.map((column, i) => {
      const words = inlineHtml(cellInline(row[i] ?? null, lang));
      return column.head === true ? `<th scope="row"${end[i]}>${words}</th>` : `<td${end[i]}>${words}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  const empty = `<tr><td class="empty" colspan="${table.columns.length}">${escapeXml(table.empty ?? documentWords(lang).emptyTable)}</td></tr>`;
  return (
    `<div class="scroll" role="region" tabindex="0" aria-labelledby="${id}-caption"><table id="${id}"><caption id="${id}-caption">${escapeXml(table.caption)}</caption>` +
    `<thead><tr>${head}</tr></thead><tbody>${rows.length === 0 ? empty : rows.join('')}</tbody></table></div>`
  );
}

const tags = { strong: 'strong', emphasis: 'em', code: 'code', small: 'small' } as const;

/** Inline text as HTML, everything in it escaped. */
export function inlineHtml(text: Inline): string {
  return spansOf(text)
    .map((span: Span) => {
      if (typeof span === 'string') return escapeXml(span);
      if (span.mark === 'status') {
        const { shape, word } = span.status;
        const drawing = `<svg viewBox="0 0 ${shapeSize} ${shapeSize}" aria-hidden="true"><use href="#${spriteId(shape)}"/></svg>`;
        return `<span class="status ${shape}">${drawing}<span>${escapeXml(word)}</span></span>`;
      }
      if (span.mark !== 'link') return `<${tags[span.mark]}>${escapeXml(span.text)}</${tags[span.mark]}>`;
      const href = safeHref(span.href);
      return href === undefined ? escapeXml(span.text) : `<a href="${escapeXml(href)}">${escapeXml(span.text)}</a>`;
    })
    .join('');
}

const spriteId = (shape: Shape): string => `document-shape-${shape}`;

/** Each shape that the document uses, drawn once. */
function sprite(document: Document): string {
  const used = new Set<Shape>();
  const look = (text: Inline) => {
    for (const span of spansOf(text)) if (typeof span !== 'string' && span.mark === 'status') used.add(span.status.shape);
  };
  for (const block of document.blocks) {
    if (block.kind === 'paragraph') look(block.text);
    if (block.kind === 'list') block.items.forEach(look);
    if (block.kind === 'table')
      for (const row of block.rows) for (const cell of row) if (typeof cell !== 'number' && cell !== null) look(cell);
  }
  const symbols = shapes
    .filter((shape) => used.has(shape))
    .map(
      (shape) =>
        `<symbol id="${spriteId(shape)}" viewBox="0 0 ${shapeSize} ${shapeSize}"><path d="${shapePaths[shape]}" fill="currentColor"/></symbol>`,
    );
  return symbols.length === 0 ? '' : `<svg class="sprite" width="0" height="0" aria-hidden="true">${symbols.join('')}</svg>`;
}
