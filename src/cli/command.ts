import type { Bilingual, Lang } from '../core/words.ts';
import type { Settings } from './environment.ts';

/** What every command is given: words split from options, the language, and where to write. */
export type Call = {
  readonly lang: Lang;
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  /** What the environment says, checked. */
  readonly settings: Settings;
  readonly out: (text: string) => void;
  /** Notes for the person at the terminal; never mixed into what a program reads. */
  readonly note: (text: string) => void;
};

/** 0 done · 1 refused, or something was found · 2 not understood or unreadable. */
export type Exit = 0 | 1 | 2;

export type Command = {
  readonly name: string;
  readonly usage: string;
  readonly about: Bilingual;
  /** Its own options beside the common ones (--data, --database-url, --lang, --help). */
  readonly options?: Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>;
  readonly run: (call: Call) => Promise<Exit>;
};

/** Something the person can mend: shown without a trace of the program's insides. */
export class Refusal extends Error {
  readonly text: Bilingual;
  readonly exit: Exit;
  constructor(text: Bilingual, exit: Exit = 1) {
    super(text.es);
    this.text = text;
    this.exit = exit;
  }
}

/** A text option, when it was given with a value. */
export const textOption = (call: Call, name: string): string | undefined => {
  const value = call.options[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

export function neededWord(call: Call, at: number, what: Bilingual): string {
  const word = call.words[at];
  if (word !== undefined) return word;
  throw new Refusal({ es: `Falta ${what.es}.`, en: `Missing: ${what.en}.` }, 2);
}
