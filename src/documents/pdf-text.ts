export type Draw = (text: string) => string;

/**
 * Text as the typesetter may receive it: composed, without invisible controls (direction overrides among them),
 * and with every character that our fonts lack shown as its code, `[U+6F22]`, so that nothing disappears.
 */
export const drawer =
  (covers: (codePoint: number) => boolean): Draw =>
  (text) => {
    if (/^[\x20-\x7e]*$/.test(text)) return text;
    const visible = text
      .toWellFormed()
      .normalize('NFC')
      .replaceAll(/\r\n?/g, '\n')
      .replaceAll('\t', ' ')
      .replaceAll('\u2011', '-')
      .replaceAll(/\p{Cf}|[\ufe00-\ufe0f]/gu, '');
    return Array.from(visible, (char) => (char === '\n' || covers(char.codePointAt(0) ?? 0) ? char : codeOf(char))).join('');
  };

const codeOf = (char: string): string => `[U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;

/** A run of 24 characters or more without a space (a hash, an address): a narrow column must be able to break it. */
const longRun = /(\S{24,})/u;

/** Cuts text into plain pieces and long runs; a long run is given as pieces of eight between which a line may break. */
export function pieces(text: string): readonly (string | readonly string[])[] {
  if (!longRun.test(text)) return [text];
  return text
    .split(longRun)
    .map((piece, i) => (i % 2 === 1 ? (piece.match(/.{1,8}/gu) ?? [piece]) : piece))
    .filter((piece) => piece.length > 0);
}
