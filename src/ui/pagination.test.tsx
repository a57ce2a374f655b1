import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Pagination, pageHref, pageOf, pagesToName } from './pagination.tsx';

describe('pagination', () => {
  it('names the first, the last and those around the current page', () => {
    expect(pagesToName(7, 42)).toEqual([1, 0, 6, 7, 8, 0, 42]);
    expect(pagesToName(1, 3)).toEqual([1, 2, 3]);
    expect(pagesToName(4, 5)).toEqual([1, 2, 3, 4, 5]);
  });
  it('always names the current page, in order, once, and never leaves out a single page', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 0, max: 499 }), (pages, offset) => {
        const page = 1 + (offset % pages);
        const named = pagesToName(page, pages);
        const numbers = named.filter((n) => n !== 0);
        expect(numbers).toContain(page);
        expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
        named.forEach((n, i) => {
          const before = named[i - 1] ?? 0;
          const after = named[i + 1] ?? 0;
          if (n === 0) expect(after - before).toBeGreaterThan(2);
        });
      }),
    );
  });
  it('gives the rows of the page asked for, and the nearest page for what is none', () => {
    const all = [1, 2, 3, 4, 5];
    expect(pageOf(all, '2', 2)).toEqual({ page: 2, pages: 3, rows: [3, 4] });
    for (const [asked, page] of [
      [null, 1],
      ['x', 1],
      ['-3', 1],
      ['2.7', 2],
      ['99', 3],
    ] as const)
      expect(pageOf(all, asked, 2).page).toBe(page);
    expect(pageOf([], '5', 2)).toEqual({ page: 1, pages: 1, rows: [] });
  });
  it('leads to another page of the same list, as it was asked for', () => {
    expect(pageHref(new URL('http://localhost/pel/foro?al=2020-03-10&estado=late&pagina=2'))(3)).toBe(
      '/pel/foro?al=2020-03-10&estado=late&pagina=3',
    );
  });
  it('is not there when there is one page', () => {
    expect(String(<Pagination lang="es" page={1} pages={1} href={String} />)).toBe('');
  });
});
