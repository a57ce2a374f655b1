import { plain, type Terms, wordPattern } from './terms.ts';

/** A stretch of text; `found` when it is one of the words asked for. */
export type Piece = { readonly text: string; readonly found: boolean };

const before = 90;
const length = 260;

/** The part of a text in which the words asked for stand, with those words told apart; its beginning when none of them does. */
export function excerptOf(terms: Terms, text: string, asked: string): readonly Piece[] {
  const wanted = [...new Set(terms.termsOf(asked))];
  const last = wanted.at(-1);
  const isFound = (word: string): boolean => {
    const term = terms.termOf(word);
    return term !== undefined && (wanted.includes(term) || (last !== undefined && last.length > 3 && term.startsWith(last)));
  };
  const at = firstPlace(text, wanted, isFound);
  const start = at <= before ? 0 : boundary(text, at - before);
  const end = start + length >= text.length ? text.length : boundary(text, start + length);
  const pieces: Piece[] = [];
  let done = start;
  for (const match of plain(text.slice(start, end)).matchAll(wordPattern)) {
    if (!isFound(match[0])) continue;
    const place = start + match.index;
    if (place > done) pieces.push({ text: text.slice(done, place), found: false });
    pieces.push({ text: text.slice(place, place + match[0].length), found: true });
    done = place + match[0].length;
  }
  if (end > done) pieces.push({ text: text.slice(done, end), found: false });
  return [...(start > 0 ? [{ text: '…', found: false }] : []), ...pieces, ...(end < text.length ? [{ text: '…', found: false }] : [])];
}

const stretch = 4000;
const longestWord = 80;

/**
 * Where the first of the words stands. A text is read stretch by stretch, until one is found; a stem begins its word but for a few, and
 * looking for it is cheaper than taking every word back to its own.
 */
function firstPlace(text: string, wanted: readonly string[], isFound: (word: string) => boolean): number {
  for (let from = 0; from < text.length; from += stretch) {
    const folded = plain(text.slice(from, from + stretch + longestWord));
    const places = wanted.flatMap((term) => {
      for (let at = folded.indexOf(term); at !== -1; at = folded.indexOf(term, at + 1)) {
        if (at > 0 && /[\p{L}\p{N}]/u.test(folded[at - 1] ?? '')) continue;
        const word = /^[\p{L}\p{N}]+/u.exec(folded.slice(at, at + longestWord))?.[0] ?? '';
        if (isFound(word)) return [at];
      }
      return [];
    });
    if (places.length > 0) return from + Math.min(...places);
  }
  return 0;
}

/** The end of the word that stands at `at`. */
function boundary(text: string, at: number): number {
  const gap = text.slice(at, at + 60).search(/[^\p{L}\p{M}\p{N}]/u);
  return gap === -1 ? at : at + gap;
}
