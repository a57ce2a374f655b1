import type { PhrasingContent, Root, RootContent, Table as TableNode } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { type Block, type Cell, type Inline, plain, type Span, type Table } from './document.ts';
import { must, unreachable } from './result.ts';
import { type Bilingual, type Lang, pick } from './words.ts';

/**
 * What people write, in Markdown, as blocks of a document. Nothing in it is ever run or fetched: markup of HTML stays as text, and a picture
 * is told by its description. The same text gives the same blocks.
 */

export const proseLimits = { characters: 100_000, columns: 12, rows: 300, depth: 12 } as const;

export type ProseFault =
  | { readonly kind: 'too-long'; readonly characters: number }
  | { readonly kind: 'table-too-large'; readonly line: number; readonly columns: number; readonly rows: number }
  | { readonly kind: 'too-deep'; readonly line: number };

/** The first thing that keeps the text from being set, or nothing. */
export function proseFault(text: string): ProseFault | undefined {
  if (text.length > proseLimits.characters) return { kind: 'too-long', characters: text.length };
  const deep = tooDeep(text);
  if (deep !== undefined) return { kind: 'too-deep', line: deep };
  for (const node of parse(text).children) {
    if (node.type !== 'table') continue;
    const [rows, columns] = [node.children.length - 1, Math.max(...node.children.map((row) => row.children.length))];
    if (rows > proseLimits.rows || columns > proseLimits.columns)
      return { kind: 'table-too-large', line: must(node.position, 'it was parsed from a text').start.line, columns, rows };
  }
  return undefined;
}

export function proseFaultText(fault: ProseFault): Bilingual {
  switch (fault.kind) {
    case 'too-long':
      return {
        es: `El texto tiene ${fault.characters} caracteres; el máximo es ${proseLimits.characters}. Recórtelo o divídalo: lo escrito sigue en el formulario.`,
        en: `The text has ${fault.characters} characters; the limit is ${proseLimits.characters}. Shorten or split it: what you wrote is still in the form.`,
      };
    case 'table-too-large':
      return {
        es: `La tabla de la línea ${fault.line} tiene ${fault.columns} columnas y ${fault.rows} filas; caben ${proseLimits.columns} y ${proseLimits.rows}. Entréguela como archivo y cítela aquí.`,
        en: `The table on line ${fault.line} has ${fault.columns} columns and ${fault.rows} rows; ${proseLimits.columns} and ${proseLimits.rows} fit. Hand it in as a file and cite it here.`,
      };
    case 'too-deep':
      return {
        es: `La línea ${fault.line} tiene más de ${proseLimits.depth} niveles de cita o de lista. Use menos.`,
        en: `Line ${fault.line} has more than ${proseLimits.depth} levels of quotation or list. Use fewer.`,
      };
    default:
      return unreachable(fault);
  }
}

type Setting = {
  readonly lang: Lang;
  /** Tables are called `<id>-1`, `<id>-2`… after it. */
  readonly id: string;
};

/** The blocks of a text without faults. Its headings are all of the third level: they stand under that of their section. */
export function proseBlocks(text: string, setting: Setting): readonly Block[] {
  let tables = 0;
  const blocks = (nodes: readonly RootContent[], quoted: boolean): readonly Block[] => nodes.flatMap((node) => blocksOf(node, quoted));
  const blocksOf = (node: RootContent, quoted: boolean): readonly Block[] => {
    switch (node.type) {
      case 'heading':
        return [{ kind: 'heading', level: 3, text: wordsOf(node.children) }];
      case 'paragraph':
        return [{ kind: 'paragraph', text: quoted ? [{ mark: 'emphasis', text: wordsOf(node.children) }] : inline(node.children) }];
      case 'blockquote':
        return blocks(node.children, true);
      case 'list':
        return [{ kind: 'list', ordered: node.ordered === true, items: itemsOf(node) }];
      case 'code':
      case 'html':
        return [{ kind: 'paragraph', text: [{ mark: 'code', text: node.value }] }];
      case 'table':
        tables += 1;
        return [tableOf(node, `${setting.id}-${tables}`, pick(tableName(tables), setting.lang))];
      default:
        return []; // rules, and definitions of links that are followed where they are used
    }
  };
  return blocks(parse(text).children, false);
}

/** What a text says without any of its marks, in one line: for a quotation, an excerpt, a message. */
export const proseWords = (text: string): string =>
  proseBlocks(text, { lang: 'es', id: '' })
    .flatMap((block): readonly Cell[] => {
      if (block.kind === 'heading' || block.kind === 'paragraph') return [block.text];
      if (block.kind === 'list') return block.items;
      return block.kind === 'table' ? [...block.columns.map(({ title }) => title), ...block.rows.flat()] : [];
    })
    .map(plain)
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

const parse = (text: string): Root =>
  fromMarkdown(text, {
    extensions: [gfmTable(), gfmStrikethrough()],
    mdastExtensions: [gfmTableFromMarkdown(), gfmStrikethroughFromMarkdown()],
  });

const tableName = (n: number): Bilingual => ({ es: `Cuadro ${n}`, en: `Table ${n}` });

/** The first line that opens more quotations or lists than a person would: parsing them would take a machine's patience too. */
function tooDeep(text: string): number | undefined {
  const at = text.split('\n').findIndex((line) => {
    const [opening] = must(/^(?:\s*(?:>|[-+*](?=\s)|\d{1,9}[.)](?=\s)))*/.exec(line), 'none at all is a match too');
    return (opening.match(/>|[-+*]|\d+[.)]/g)?.length ?? 0) > proseLimits.depth || /^\s{100,}\S/.test(line);
  });
  return at === -1 ? undefined : at + 1;
}

/** A list within a list is told after the item it belongs to. */
function itemsOf(list: Extract<RootContent, { type: 'list' }>): readonly Inline[] {
  return list.children.flatMap((item) =>
    item.children.flatMap((part): readonly Inline[] => {
      if (part.type === 'paragraph') return [inline(part.children)];
      if (part.type === 'list') return itemsOf(part);
      return [['value' in part ? { mark: 'code', text: part.value } : wordsOf([part as unknown as PhrasingContent])]]; // only its words are asked for
    }),
  );
}

function tableOf(node: TableNode, id: string, caption: string): Table {
  const [first, ...rows] = node.children;
  const head = must(first, 'a table has a head').children;
  return {
    kind: 'table',
    id,
    caption,
    columns: head.map((cell, i) => ({
      title: wordsOf(cell.children) || '—',
      ...(node.align?.[i] === 'right' ? { align: 'end' as const } : {}),
      ...(i === 0 ? { head: true } : {}),
    })),
    rows: rows.map((row) => head.map((_, i) => inline(row.children[i]?.children ?? []))),
  };
}

const inline = (nodes: readonly PhrasingContent[]): Inline => nodes.flatMap(spansOf);

function spansOf(node: PhrasingContent): readonly Span[] {
  switch (node.type) {
    case 'text':
    case 'html':
      return [node.value];
    case 'strong':
    case 'emphasis':
      return [{ mark: node.type, text: wordsOf(node.children) }];
    case 'inlineCode':
      return [{ mark: 'code', text: node.value }];
    case 'link':
      return [{ mark: 'link', text: wordsOf(node.children), href: node.url }];
    default:
      return [wordsOf([node])];
  }
}

/** The words of some text without its marks. */
function wordsOf(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map((node): string => {
      if ('value' in node) return node.value;
      if ('children' in node) return wordsOf(node.children);
      return node.type === 'image' || node.type === 'imageReference' ? `[${node.alt || '…'}]` : ' ';
    })
    .join('');
}
