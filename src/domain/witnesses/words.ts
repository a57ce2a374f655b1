import type { Shape, StatusMark } from '../../core/document.ts';
import { unreachable } from '../../core/result.ts';
import { type Bilingual, catalogue, type Lang, pick } from '../../core/words.ts';
import type { WitnessesRefusal } from './decide.ts';
import type { WitnessFailure } from './events.ts';
import type { WitnessStanding } from './views.ts';

const standings: Readonly<Record<WitnessStanding, { readonly shape: Shape; readonly word: Bilingual }>> = {
  holds: { shape: 'done', word: { es: 'Concuerda', en: 'Agrees' } },
  waiting: { shape: 'todo', word: { es: 'Aún sin cofirma', en: 'No cosignature yet' } },
  failing: { shape: 'late', word: { es: 'No responde', en: 'Does not answer' } },
  forked: { shape: 'late', word: { es: 'No concuerda', en: 'Does not agree' } },
  retired: { shape: 'unknown', word: { es: 'Retirado', en: 'Retired' } },
};
export const witnessMark = (standing: WitnessStanding, lang: Lang): StatusMark => {
  const { shape, word } = standings[standing];
  return { shape, word: pick(word, lang) };
};

export const witnessFailureWords: Readonly<Record<WitnessFailure, Bilingual>> = {
  unreachable: { es: 'no se pudo llegar a él', en: 'it could not be reached' },
  'unlisted-log': {
    es: 'no tiene registrada esta bitácora; quien lo opera debe agregar su clave pública',
    en: 'it does not list this log; whoever runs it must add its public key',
  },
  'bad-answer': { es: 'respondió algo que no es del protocolo', en: 'its answer is not of the protocol' },
  'bad-cosignature': { es: 'su cofirma no se sostiene con la clave registrada', en: 'its cosignature does not hold under the listed key' },
  inconsistent: {
    es: 'vio otra historia de esta bitácora: compare las exportaciones antes de seguir',
    en: 'it saw another history of this log: compare exports before going on',
  },
  ahead: {
    es: 'vio una bitácora más larga que ésta: puede haberse restaurado un respaldo viejo',
    en: 'it saw a longer log than this one: an old backup may have been restored',
  },
};

/** The verbs, as they stand on buttons. */
export const witnessesWords = catalogue({
  list: { es: 'Registrar testigo', en: 'List witness' },
  retire: { es: 'Retirar testigo', en: 'Retire witness' },
});

export const witnessesPageWords = catalogue({
  witnesses: { es: 'Testigos', en: 'Witnesses' },
  log: { es: 'Bitácora', en: 'Log' },
  meta: {
    es: 'Otros organismos que guardan los puntos de control de esta bitácora y los cofirman.',
    en: 'Other bodies that keep the checkpoints of this log, and cosign them.',
  },
  about: {
    es: 'Cada testigo firma un punto de control solo si continúa el anterior. Si alguien cambiara lo ya atestiguado, dejaría de concordar.',
    en: 'Each witness signs a checkpoint only when it continues the one before. Were anybody to change what was witnessed, it would agree no more.',
  },
  none: {
    es: 'Aquí estarán los testigos que la administración registre. Un organismo puede serlo con «atalaya witness serve».',
    en: 'The witnesses that the administrator lists will be here. A body can be one with “atalaya witness serve”.',
  },
  witness: { es: 'Testigo', en: 'Witness' },
  id: { es: 'Clave', en: 'Id' },
  idHint: { es: 'Minúsculas, cifras y guiones: iec', en: 'Lower case, digits and hyphens: iec' },
  body: { es: 'Organismo', en: 'Body' },
  key: { es: 'Clave pública', en: 'Public key' },
  keyHint: { es: 'La que da «atalaya witness key»', en: 'The one that “atalaya witness key” gives' },
  url: { es: 'Dirección', en: 'Address' },
  urlHint: { es: 'La que lleva al final /add-checkpoint, sin eso', en: 'The one that /add-checkpoint follows, without it' },
  isPrivate: { es: 'La dirección es de una red privada', en: 'The address is of a private network' },
  state: { es: 'Estado', en: 'State' },
  holds: { es: 'Guarda hasta', en: 'Holds up to' },
  entry: { es: 'asiento', en: 'entry' },
  seen: { es: 'Visto', en: 'Seen' },
  root: { es: 'Raíz', en: 'Root' },
  since: { es: (when: string, why: string) => `Desde ${when}: ${why}`, en: (when: string, why: string) => `Since ${when}: ${why}` },
  otherRoot: { es: 'La raíz de la bitácora a ese tamaño es otra.', en: 'The root of the log at that size is another.' },
  cosigned: { es: 'Puntos de control cofirmados', en: 'Cosigned checkpoints' },
  noneCosigned: { es: 'Todavía no hay ninguno.', en: 'There is none yet.' },
  size: { es: 'Asientos', en: 'Entries' },
  recorded: { es: 'Registrado', en: 'Recorded' },
  by: { es: 'Cofirmado por', en: 'Cosigned by' },
  download: { es: 'Descargar', en: 'Download' },
  downloadOf: {
    es: (size: number) => `Descargar el punto de control de ${size} asientos`,
    en: (size: number) => `Download the checkpoint of ${size} entries`,
  },
  reason: { es: 'Motivo', en: 'Reason' },
  choose: { es: 'Elija el testigo.', en: 'Choose the witness.' },
  needUrl: { es: 'Escriba la dirección, con https:// o http://.', en: 'Write the address, with https:// or http://.' },
  badKey: {
    es: 'No es la clave de un testigo (nombre+8 cifras+base64, de tipo cosignature/v1). Cópiela entera de quien lo opera.',
    en: 'Not the key of a witness (name+8 digits+base64, of type cosignature/v1). Copy it whole from whoever runs it.',
  },
  unknown: { es: 'No hay ningún punto de control cofirmado de ese tamaño.', en: 'There is no cosigned checkpoint of that size.' },
  changedMeanwhile: {
    es: 'Alguien registró algo al mismo tiempo. Revise y vuelva a enviar.',
    en: 'Somebody recorded something at the same time. Check, and send again.',
  },
});

/** What was refused, and what to do. */
export function witnessesRefusalText(refusal: WitnessesRefusal): Bilingual {
  switch (refusal.kind) {
    case 'witness-exists':
      return {
        es: `Ya hay un testigo «${refusal.witness}». Elija otra clave.`,
        en: `There is a witness “${refusal.witness}” already. Choose another id.`,
      };
    case 'key-listed':
      return {
        es: `Esa clave pública ya es la del testigo «${refusal.witness}».`,
        en: `That public key is that of witness “${refusal.witness}” already.`,
      };
    case 'witness-unknown':
      return { es: 'No hay ningún testigo con esa clave. Revise la lista.', en: 'There is no witness with that id. See the list.' };
    case 'witness-retired':
      return { es: 'El testigo ya se retiró. Registre otro.', en: 'The witness was retired already. List another.' };
    case 'reason-missing':
      return { es: 'Falta el motivo. Escríbalo en una línea.', en: 'The reason is missing. Write it in one line.' };
    case 'larger-held':
      return { es: `Ya cofirmó ${refusal.size} asientos.`, en: `It cosigned ${refusal.size} entries already.` };
    case 'failing-already':
      return { es: 'Ya consta que no cofirma, y por qué.', en: 'It is on record already that it does not cosign, and why.' };
    default:
      return unreachable(refusal);
  }
}
