import { longDate } from '../../core/date-words.ts';
import type { StatusMark } from '../../core/document.ts';
import { unreachable } from '../../core/result.ts';
import { type Bilingual, catalogue, type Lang, pick } from '../../core/words.ts';
import type { KeysRefusal } from './decide.ts';
import type { Scope } from './events.ts';
import type { KeyStanding } from './views.ts';

export const scopeWords: Readonly<Record<Scope, Bilingual>> = {
  release: { es: 'Liberaciones', en: 'Releases' },
  figures: { es: 'Cifras de uso', en: 'Figures of use' },
};

const standingWords = {
  'in-force': { shape: 'done', word: { es: 'Vigente', en: 'In force' } },
  expired: { shape: 'doneLate', word: { es: 'Vencida', en: 'Expired' } },
  revoked: { shape: 'unknown', word: { es: 'Revocada', en: 'Revoked' } },
} as const satisfies Record<KeyStanding, { readonly shape: StatusMark['shape']; readonly word: Bilingual }>;
export const keyMark = (standing: KeyStanding, lang: Lang): StatusMark => {
  const { shape, word } = standingWords[standing];
  return { shape, word: pick(word, lang) };
};

/** The verbs, as they stand on buttons. */
export const keysWords = catalogue({
  issue: { es: 'Emitir llave', en: 'Issue key' },
  revoke: { es: 'Revocar llave', en: 'Revoke key' },
});

/** What was refused, and what to do. */
export function keysRefusalText(refusal: KeysRefusal): Bilingual {
  switch (refusal.kind) {
    case 'key-exists':
      return {
        es: `Ya hay una llave «${refusal.key}». Elija otra clave.`,
        en: `There is a key “${refusal.key}” already. Choose another id.`,
      };
    case 'key-unknown':
      return { es: 'No hay ninguna llave con esa clave. Revise la lista.', en: 'There is no key with that id. See the list.' };
    case 'system-unknown':
      return {
        es: `No hay ningún sistema «${refusal.system}» en el catálogo.`,
        en: `There is no system “${refusal.system}” in the catalogue.`,
      };
    case 'already-over':
      return {
        es: `El último día (${longDate(refusal.until, 'es')}) ya pasó. Elija una fecha que no haya pasado.`,
        en: `The last day (${longDate(refusal.until, 'en')}) has passed. Choose a date that has not.`,
      };
    case 'too-long':
      return {
        es: `Una llave dura a lo más hasta el ${longDate(refusal.last, 'es')}. Elija una fecha anterior.`,
        en: `A key lasts at most until ${longDate(refusal.last, 'en')}. Choose an earlier date.`,
      };
    case 'reason-missing':
      return { es: 'Falta el motivo. Escríbalo en una línea.', en: 'The reason is missing. Write it in one line.' };
    case 'revoked':
      return {
        es: `La llave se revocó el ${longDate(refusal.on, 'es')}. Pida otra a quien lleva el sistema.`,
        en: `The key was revoked on ${longDate(refusal.on, 'en')}. Ask whoever reports the system for another.`,
      };
    case 'expired':
      return {
        es: `La llave venció el ${longDate(refusal.until, 'es')}. Pida otra a quien lleva el sistema.`,
        en: `The key expired on ${longDate(refusal.until, 'en')}. Ask whoever reports the system for another.`,
      };
    case 'other-system':
      return { es: `La llave no es del sistema «${refusal.system}».`, en: `The key is not of the system “${refusal.system}”.` };
    case 'scope-not-granted':
      return {
        es: `La llave no permite reportar: ${scopeWords[refusal.scope].es}.`,
        en: `The key does not allow reporting: ${scopeWords[refusal.scope].en}.`,
      };
    case 'sent-otherwise':
      return {
        es: `Con la clave «${refusal.request}» ya se envió otro contenido. Use una clave nueva para un contenido nuevo.`,
        en: `Other content was sent with the key “${refusal.request}” before. Use a new key for new content.`,
      };
    default:
      return unreachable(refusal);
  }
}
