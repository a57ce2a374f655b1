import { stemmer } from '@orama/stemmers/spanish';

/** Words that say nothing by themselves, without accents. */
const silent: ReadonlySet<string> = new Set(
  `a al algo ante antes aqui asi aun aunque cada como con contra cual cuando de del desde donde dos e el ella ellas ellos en entre era eran es esa
  esas ese eso esos esta estaba estan estar este esto estos fue fueron ha habia haber han hasta hay la las le les lo los mas me mi muy ni no nos o
  otra otras otro otros para pero por porque que quien quienes se sea sean ser si sido sin sobre son su sus tal tambien tan tanto te tiene tienen
  todo todos tras tu u un una unas uno unos y ya the of and to in is for`.split(/\s+/),
);

/** Accents and capitals aside, letter by letter: places in the answer are places in the text. */
export function plain(text: string): string {
  const folded = text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  if (folded.length === text.length) return folded;
  // Some letter takes more room in one form than in the other: one by one, so that the places stay.
  return [...text]
    .map((letter) => letter.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').padEnd(letter.length).slice(0, letter.length))
    .join('');
}

export const wordPattern = /[\p{L}\p{N}]+/gu;
const mostKept = 50_000;

/** Stems by word, kept: a language repeats itself. */
export function createTerms() {
  const stems = new Map<string, string>();
  /** The term of one plain word; nothing for one that says nothing. */
  const termOf = (word: string): string | undefined => {
    const known = stems.get(word);
    if (known !== undefined) return known === '' ? undefined : known;
    const term = silent.has(word) || word.length > 60 ? '' : stemOf(word);
    if (stems.size >= mostKept) stems.clear();
    stems.set(word, term);
    return term === '' ? undefined : term;
  };
  return {
    termOf,
    /** All terms of a text, in its order, repeated as it repeats them. */
    termsOf: (text: string): readonly string[] =>
      (plain(text).match(wordPattern) ?? []).flatMap((word) => {
        const term = termOf(word);
        return term === undefined ? [] : [term];
      }),
  };
}
export type Terms = ReturnType<typeof createTerms>;

/** The rules for endings know «-ción» with its accent only, and leave short plurals as they are. */
function stemOf(word: string): string {
  if (/\d/.test(word)) return word;
  const accented = word.replace(/([csx])ion$/, '$1ión');
  const stem = plain(stemmer(accented));
  return stem === word && /[aeo]s$/.test(word) && word.length > 3 ? plain(stemmer(word.slice(0, -1))) : stem;
}
