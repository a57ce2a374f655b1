import type { Lang } from '../core/words.ts';
import { catalogue } from '../core/words.ts';

/** What the renderers say by themselves; everything else is in the document. */
export const documentWords = catalogue({
  page: { es: (n: number, of: number) => `Página ${n} de ${of}`, en: (n: number, of: number) => `Page ${n} of ${of}` },
  emptyTable: { es: 'Sin filas.', en: 'No rows.' },
});

/** «Página 1 de 2» cut at its two numbers, for renderers whose reader counts the pages: before, between, after. */
export const pageParts = (lang: Lang): readonly [string, string, string] => {
  const [before = '', between = '', after = ''] = documentWords(lang).page(1, 2).split(/[12]/);
  return [before, between, after];
};
