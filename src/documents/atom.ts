import type { IsoInstant } from '../core/event.ts';
import { escapeXml } from './escape.ts';

export type Feed = {
  /** Unique in the world and for ever. */
  readonly id: string;
  readonly title: string;
  readonly self: string;
  readonly href: string;
  readonly author: string;
  readonly lang: string;
  /** The newest first. */
  readonly entries: readonly FeedEntry[];
};
export type FeedEntry = {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly updated: IsoInstant;
  readonly summary: string;
};

/** An Atom feed (RFC 4287). A feed without entries says that it changed when nothing had happened yet. */
export function renderAtom({ id, title, self, href, author, lang, entries }: Feed): string {
  const updated = entries.map((one) => one.updated).reduce((a, b) => (a > b ? a : b), '1970-01-01T00:00:00.000Z');
  const items = entries.map(
    (one) =>
      `<entry><id>${escapeXml(one.id)}</id><title>${escapeXml(one.title)}</title><link href="${escapeXml(one.href)}"/><updated>${one.updated}</updated><summary>${escapeXml(one.summary)}</summary></entry>`,
  );
  return (
    `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}"><id>${escapeXml(id)}</id>` +
    `<title>${escapeXml(title)}</title><link rel="self" href="${escapeXml(self)}"/><link href="${escapeXml(href)}"/>` +
    `<updated>${updated}</updated><author><name>${escapeXml(author)}</name></author>${items.join('')}</feed>\n`
  );
}
