import type { Bilingual } from '../../core/words.ts';

/** A definition of the readme files that come with the published data; they agree from 2018 to 2024. Names of columns need no translation. */
export const leeme = (what: Bilingual | string): Bilingual => ({
  es: `LEEME de los archivos publicados, 2018–2024: ${said(what).es}`,
  en: `Readme of the published files, 2018–2024: ${said(what).en}`,
});

/** A rule of the Reglamento de Elecciones as the published readme files cite it. */
export const anexo13 = (what: Bilingual): Bilingual => ({
  es: `Reglamento de Elecciones, Anexo 13, ${what.es}; citado en el LEEME de los archivos publicados`,
  en: `Reglamento de Elecciones, Anexo 13, ${what.en}; cited in the readme of the published files`,
});

/** What no text orders and the data must meet to make sense. */
export const coherence = (what: Bilingual): Bilingual => ({
  es: `Coherencia de los datos: ${what.es}`,
  en: `Coherence of the data: ${what.en}`,
});

const said = (what: Bilingual | string): Bilingual => (typeof what === 'string' ? { es: what, en: what } : what);
