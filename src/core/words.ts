/** The two languages of the interface. Spanish is the default; both are complete or the code does not compile. */
export type Lang = 'es' | 'en';
export const langs: readonly Lang[] = ['es', 'en'];

/** One text in both languages. */
export type Bilingual = Readonly<Record<Lang, string>>;
export const pick = (text: Bilingual, lang: Lang): string => text[lang];

type Row = Readonly<Record<Lang, string>> | Readonly<Record<Lang, (...args: never[]) => string>>;
type Spoken<C extends Readonly<Record<string, Row>>> = { readonly [K in keyof C]: C[K]['es'] };

/**
 * A catalogue of texts: each row is a pair of strings, or a pair of functions of the same shape.
 * The compiler refuses a row that lacks a language. `spoken(lang)` gives the texts of one language by name.
 */
export function catalogue<C extends Readonly<Record<string, Row>>>(rows: C): (lang: Lang) => Spoken<C> {
  const in_ = (lang: Lang) =>
    // Row by row the value has the type of C[K]['es'], since both languages of a row share one shape.
    Object.freeze(Object.fromEntries(Object.entries(rows).map(([key, row]) => [key, row[lang]]))) as Spoken<C>;
  const made: Readonly<Record<Lang, Spoken<C>>> = { es: in_('es'), en: in_('en') };
  return (lang) => made[lang];
}
