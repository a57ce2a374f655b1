import type { StatusMark } from '../../core/document.ts';
import { unreachable } from '../../core/result.ts';
import { type Bilingual, catalogue, type Lang, pick } from '../../core/words.ts';
import type { ProbesRefusal } from './decide.ts';
import type { Condition, Failure, Question } from './events.ts';

const conditionWords = {
  up: { shape: 'done', word: { es: 'Responde', en: 'Answers' } },
  down: { shape: 'late', word: { es: 'No responde', en: 'Does not answer' } },
  unknown: { shape: 'unknown', word: { es: 'Sin información', en: 'No information' } },
} as const satisfies Record<Condition, { readonly shape: StatusMark['shape']; readonly word: Bilingual }>;

export const conditionMark = (condition: Condition, lang: Lang): StatusMark => {
  const { shape, word } = conditionWords[condition];
  return { shape, word: pick(word, lang) };
};

export const failureWords: Readonly<Record<Failure, Bilingual>> = {
  guard: { es: 'Dirección no permitida', en: 'Address not allowed' },
  timeout: { es: 'Sin respuesta a tiempo', en: 'No answer in time' },
  connection: { es: 'Sin conexión', en: 'No connection' },
  certificate: { es: 'Certificado no válido', en: 'Certificate not valid' },
  'certificate-ending': { es: 'Certificado por vencer', en: 'Certificate about to end' },
  redirect: { es: 'Redirección no permitida', en: 'Redirect not allowed' },
  status: { es: 'Respuesta de error', en: 'Answer of error' },
  text: { es: 'Falta el texto esperado', en: 'Expected text is missing' },
  slow: { es: 'Respuesta lenta', en: 'Slow answer' },
  name: { es: 'Nombre sin dirección', en: 'Name without address' },
};

/** What is asked, in one line. */
export function questionText(asked: Question): string {
  switch (asked.kind) {
    case 'http':
      return `GET ${asked.url}`;
    case 'tcp':
      return `TCP ${asked.host}:${asked.port}`;
    case 'dns':
      return `DNS ${asked.host}`;
    default:
      return unreachable(asked);
  }
}

/** The verbs, as they stand on buttons. */
export const probesWords = catalogue({
  list: { es: 'Registrar sonda', en: 'List probe' },
  retire: { es: 'Retirar sonda', en: 'Retire probe' },
});

/** What was refused, and what to do. */
export function probesRefusalText(refusal: ProbesRefusal): Bilingual {
  switch (refusal.kind) {
    case 'probe-exists':
      return {
        es: `Ya hay una sonda con la clave «${refusal.probe}». Elija otra clave.`,
        en: `There is a probe with the id “${refusal.probe}” already. Choose another id.`,
      };
    case 'probe-unknown':
      return { es: `No hay ninguna sonda «${refusal.probe}». Revise la lista.`, en: `There is no probe “${refusal.probe}”. See the list.` };
    case 'probe-retired':
      return {
        es: `La sonda «${refusal.probe}» ya se retiró. Registre otra si hay que volver a preguntar.`,
        en: `The probe “${refusal.probe}” was retired already. List another if it has to be asked again.`,
      };
    case 'system-unknown':
      return {
        es: `No hay ningún sistema «${refusal.system}» en el catálogo. Elija uno de la lista.`,
        en: `There is no system “${refusal.system}” in the catalogue. Choose one from the list.`,
      };
    case 'limit-too-long':
      return {
        es: `El límite (${refusal.limitSeconds} s) no cabe en el intervalo (${refusal.everySeconds} s). Reduzca uno o aumente el otro.`,
        en: `The limit (${refusal.limitSeconds} s) does not fit the interval (${refusal.everySeconds} s). Lower the one or raise the other.`,
      };
    case 'reason-missing':
      return { es: 'Falta el motivo. Escríbalo en una línea.', en: 'The reason is missing. Write it in one line.' };
    case 'turned-already':
      return { es: 'Ese cambio ya está registrado.', en: 'That change is recorded already.' };
    default:
      return unreachable(refusal);
  }
}
