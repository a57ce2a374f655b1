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
  const folded = plain(text);
  const at = firstPlace(folded, wanted, isFound);
  const start = at <= before ? 0 : boundary(folded, at - before);
  const end = start + length >= text.length ? text.length : boundary(folded, start + length);
  const pieces: Piece[] = [];
  let done = start;
  for (const match of folded.slice(start, end).matchAll(wordPattern)) {
    if (!isFound(match[0])) continue;
    const place = start + match.index;
    if (place > done) pieces.push({ text: text.slice(done, place), found: false });
    pieces.push({ text: text.slice(place, place + match[0].length), found: true });
    done = place + match[0].length;
  }
  if (end > done) pieces.push({ text: text.slice(done, end), found: false });
  return [...(start > 0 ? [{ text: '…', found: false }] : []), ...pieces, ...(end < text.length ? [{ text: '…', found: false }] : [])];
}

/** Where the first of the words stands. A stem begins its word but for a few: looking for it is cheaper than taking every word back to its own. */
function firstPlace(folded: string, wanted: readonly string[], isFound: (word: string) => boolean): number {
  const places = wanted.flatMap((term) => {
    for (let at = folded.indexOf(term); at !== -1; at = folded.indexOf(term, at + 1)) {
      if (at > 0 && /[\p{L}\p{N}]/u.test(folded[at - 1] ?? '')) continue;
      const word = /^[\p{L}\p{N}]+/u.exec(folded.slice(at, at + 80))?.[0] ?? '';
      if (isFound(word)) return [at];
    }
    return [];
  });
  return places.length > 0 ? Math.min(...places) : 0;
}

/** The end of the word that stands at `at`. */
function boundary(folded: string, at: number): number {
  const gap = folded.slice(at).search(/[^\p{L}\p{N}]/u);
  return gap === -1 || gap > 60 ? at : at + gap;
}
