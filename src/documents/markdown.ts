import type { Block, Document, Inline, Span, Table } from '../core/document.ts';
import type { Lang } from '../core/words.ts';
import { shapeGlyphs } from './shapes.ts';
import { cellInline, safeHref, spansOf } from './text.ts';
import { documentWords } from './words.ts';

/** The document as GitHub-flavoured Markdown: tables with pipes, charts by their alternative text. Nothing written by people becomes markup. */
export function renderMarkdown(document: Document): string {
  const head = [
    ...(document.notice === undefined ? [] : [`> **${literal(document.notice)}**`]),
    `# ${literal(document.title)}`,
    ...(document.subtitle === undefined ? [] : [literal(document.subtitle)]),
    ...(document.facts.length === 0
      ? []
      : [document.facts.map(([label, value]) => `- **${literal(label)}**: ${literal(value)}`).join('\n')]),
  ];
  const body = document.blocks.flatMap((block) => blockMarkdown(block, document.lang));
  return `${[...head, ...body, '---', literal(document.footer)].join('\n\n')}\n`;
}

function blockMarkdown(block: Block, lang: Lang): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [`${'#'.repeat(block.level)} ${literal(block.text)}`];
    case 'paragraph':
      return [inline(block.text)];
    case 'list':
      return [block.items.map((item, i) => `${block.ordered ? `${i + 1}.` : '-'} ${inline(item)}`).join('\n')];
    case 'table':
      return [
        `**${literal(block.caption)}**`,
        block.rows.length > 0 ? tableMarkdown(block, lang) : `*${literal(block.empty ?? documentWords(lang).emptyTable)}*`,
      ];
    case 'chart':
      return [`**${literal(block.title)}**`, literal(block.alt)];
    case 'pageBreak':
      return [];
  }
}

function tableMarkdown(table: Table, lang: Lang): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rows = table.rows.map((row) =>
    table.columns.map((column, i) => {
      const words = inline(cellInline(row[i] ?? null, lang));
      return column.head === true ? `**${words}**` : words;
    }),
  );
  const rule = table.columns.map((column) => (column.align === 'end' ? '---:' : '---'));
  return [table.columns.map((column) => literal(column.title)), rule, ...rows].map(line).join('\n');
}

const inline = (text: Inline): string => spansOf(text).map(spanMarkdown).join('');

function spanMarkdown(span: Span): string {
  if (typeof span === 'string') return literal(span);
  switch (span.mark) {
    case 'strong':
      return `**${literal(span.text)}**`;
    case 'emphasis':
      return `*${literal(span.text)}*`;
    case 'code':
    case 'small':
      return literal(span.text);
    case 'status':
      return `${shapeGlyphs[span.status.shape]} ${literal(span.status.word)}`;
    case 'link': {
      const href = safeHref(span.href);
      return href === undefined ? literal(span.text) : `[${literal(span.text)}](<${href.replaceAll(/[<>|]/g, encodeURIComponent)}>)`;
    }
  }
}

/** One line, with every character that could start Markdown, HTML or a table cell escaped. */
const literal = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\\`*_{}[\]<>|~&#]/g, '\\$&')
    .replace(/^(\s*)([-+=]|\d+[.)])(?=\s|$)/, (_, space: string, sign: string) => `${space}${sign.slice(0, -1)}\\${sign.slice(-1)}`);
