/** Where the stylesheet looks for a font: `${fontsPath}/${name}`. */
export const fontsPath = '/recursos/fuentes';

/** `name` is the last part of the address; `file` is what the package is asked for (resolve it as a module would be). */
export type Font = { readonly name: string; readonly file: string };

const of = (family: string, name: string): Font => ({ name, file: `@fontsource-variable/${family}/files/${name}` });

/** The woff2 files the stylesheet names, all of them and no other; they never change under one name within a version. */
export const fonts: readonly Font[] = [
  of('source-sans-3', 'source-sans-3-latin-wght-normal.woff2'),
  of('source-sans-3', 'source-sans-3-latin-ext-wght-normal.woff2'),
  of('source-sans-3', 'source-sans-3-latin-wght-italic.woff2'),
  of('source-sans-3', 'source-sans-3-latin-ext-wght-italic.woff2'),
  of('source-serif-4', 'source-serif-4-latin-opsz-normal.woff2'),
  of('source-serif-4', 'source-serif-4-latin-ext-opsz-normal.woff2'),
];

/** The two every page needs at once: asked for before the stylesheet is read. */
export const firstFonts: readonly string[] = ['source-sans-3-latin-wght-normal.woff2', 'source-serif-4-latin-opsz-normal.woff2'];
