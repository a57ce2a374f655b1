import type { Lang } from '../core/words.ts';
import { uiWords } from './words.ts';

/** The pages to name: first, last, and those around the current one; 0 stands for a gap. */
export function pagesToName(page: number, pages: number): readonly number[] {
  const near = [1, page - 1, page, page + 1, pages].filter((n) => n >= 1 && n <= pages);
  const sorted = [...new Set(near)].sort((a, b) => a - b);
  return sorted.flatMap((n, i) => {
    const before = sorted[i - 1];
    if (before === undefined || n === before + 1) return [n];
    return n === before + 2 ? [before + 1, n] : [0, n];
  });
}

/** The rows of the page asked for (`?pagina=2`), and which page of how many it is; what is no page is the nearest one. */
export function pageOf<Row>(all: readonly Row[], asked: string | null, size: number) {
  const pages = Math.max(1, Math.ceil(all.length / size));
  const page = Math.min(Math.max(Math.trunc(Number(asked) || 1), 1), pages);
  return { page, pages, rows: all.slice((page - 1) * size, page * size) };
}

/** The address of another page of the list at `url`, with all that was asked for. */
export const pageHref =
  (url: URL) =>
  (page: number): string => {
    const asked = new URLSearchParams(url.search);
    asked.set('pagina', String(page));
    return `${url.pathname}?${asked}`;
  };

type Props = {
  readonly lang: Lang;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly href: (page: number) => string;
};
/** Nothing when there is one page. */
export function Pagination({ lang, page, pages, href }: Props) {
  if (pages <= 1) return null;
  const w = uiWords(lang);
  return (
    <nav aria-label={w.pages}>
      <ul class="pages">
        {page > 1 && (
          <li>
            <a href={href(page - 1)} rel="prev">
              {w.previous}
            </a>
          </li>
        )}
        {pagesToName(page, pages).map((n) => (
          <li>
            {n === 0 ? (
              <span class="gap" aria-hidden="true">
                …
              </span>
            ) : (
              <a href={href(n)} aria-label={w.page(n)} aria-current={n === page ? 'page' : undefined}>
                {n}
              </a>
            )}
          </li>
        ))}
        {page < pages && (
          <li>
            <a href={href(page + 1)} rel="next">
              {w.next}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
