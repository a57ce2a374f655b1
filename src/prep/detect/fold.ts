/** A label as it is compared: upper case, without accents, quotes or byte order mark, every run of other signs one `_`. */
export const fold = (label: string): string =>
  label
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^A-Z0-9%]+/g, '_')
    .replace(/^_+|_+$/g, '');
