import type { Block, Cell, Document, Inline, Span } from '../core/document.ts';
import type { Lang } from '../core/words.ts';

/** An absent value: never an empty place that could be read as a mistake. */
const absent = '—';

/** Made once: making one takes as long as a thousand numbers. */
const formats: Readonly<Record<Lang, Intl.NumberFormat>> = {
  es: new Intl.NumberFormat('es-MX', { maximumFractionDigits: 4 }),
  en: new Intl.NumberFormat('en-US', { maximumFractionDigits: 4 }),
};

/** A number as a reader of that language writes it: 4,211 or 99.5. */
export const numberText = (value: number, lang: Lang): string => formats[lang].format(value);

/** A cell as inline text: numbers in the reader's language, absence as a dash. */
export const cellInline = (cell: Cell, lang: Lang): Inline =>
  cell === null || cell === '' ? absent : typeof cell === 'number' ? numberText(cell, lang) : cell;

export const spansOf = (text: Inline): readonly Span[] => (typeof text === 'string' ? [text] : text);

/** A link that a reader may follow: web, mail, or a place in the same site or document. Scripts and data are not. */
export function safeHref(href: string): string | undefined {
  const compact = href.replaceAll(/[\p{Cc}\s]/gu, '');
  if (/^(?:https?:\/\/|mailto:)/i.test(compact)) return compact;
  return /^[a-z][a-z0-9+.-]*:/i.test(compact) || /^[\\/]{2}/.test(compact) ? undefined : compact || undefined;
}

/** The part of the links that still works in a file away from the site: absolute addresses. */
export function absoluteHref(href: string): string | undefined {
  const safe = safeHref(href);
  return safe !== undefined && /^(?:https?:\/\/|mailto:)/i.test(safe) ? safe : undefined;
}

/** The ids a link may point to inside the document. */
export const anchorsOf = (document: Document): ReadonlySet<string> =>
  new Set(document.blocks.flatMap((block: Block) => ('id' in block && block.id !== undefined ? [block.id] : [])));
