import type { Shape, StatusMark } from '../../core/document.ts';
import { unreachable } from '../../core/result.ts';
import { type Bilingual, catalogue, type Lang, pick } from '../../core/words.ts';
import type { WebhooksRefusal } from './decide.ts';
import type { WebhookStanding } from './views.ts';

const standingWords: Readonly<Record<WebhookStanding, { readonly shape: Shape; readonly word: Bilingual }>> = {
  'in-force': { shape: 'done', word: { es: 'Vigente', en: 'In force' } },
  failing: { shape: 'late', word: { es: 'No recibe', en: 'Takes nothing' } },
  retired: { shape: 'unknown', word: { es: 'Retirado', en: 'Retired' } },
};
export const webhookMark = (standing: WebhookStanding, lang: Lang): StatusMark => {
  const { shape, word } = standingWords[standing];
  return { shape, word: pick(word, lang) };
};

/** The verbs, as they stand on buttons. */
export const webhooksWords = catalogue({
  list: { es: 'Registrar aviso saliente', en: 'List webhook' },
  retire: { es: 'Retirar aviso saliente', en: 'Retire webhook' },
});

export const webhooksPageWords = catalogue({
  webhooks: { es: 'Avisos salientes', en: 'Webhooks' },
  systems: { es: 'Sistemas', en: 'Systems' },
  meta: {
    es: 'Direcciones de otros programas a las que se avisa de lo que se registra de los sistemas.',
    en: 'Addresses of other programs that are told of what is recorded of the systems.',
  },
  about: {
    es: 'Cada envío es un POST con hasta cien eventos. Su encabezado atalaya-signature es «t=…,v1=…»: v1 es el HMAC-SHA256, en hexadecimal y con el secreto, del valor de t, un punto y el cuerpo. Responda con 200 a 299; si no, se envía otra vez.',
    en: 'Each delivery is a POST of up to a hundred events. Its header atalaya-signature is “t=…,v1=…”: v1 is the HMAC-SHA256, in hexadecimal and with the secret, of the value of t, a full stop and the body. Answer with 200 to 299; otherwise it is sent again.',
  },
  none: {
    es: 'Aquí estarán las direcciones que la administración registre.',
    en: 'The addresses that the administrator lists will be here.',
  },
  webhook: { es: 'Aviso', en: 'Webhook' },
  id: { es: 'Clave', en: 'Id' },
  idHint: { es: 'Minúsculas, cifras y guiones: tablero-utsi', en: 'Lower case, digits and hyphens: utsi-board' },
  url: { es: 'Dirección', en: 'Address' },
  isPrivate: { es: 'La dirección es de una red privada', en: 'The address is of a private network' },
  state: { es: 'Estado', en: 'State' },
  upTo: { es: 'Recibido hasta', en: 'Taken up to' },
  entry: { es: 'asiento', en: 'entry' },
  waiting: { es: 'Por enviar', en: 'Waiting' },
  failing: { es: (since: string, why: string) => `Desde ${since}: ${why}`, en: (since: string, why: string) => `Since ${since}: ${why}` },
  deliveries: { es: 'Últimos envíos', en: 'Latest deliveries' },
  noDeliveries: { es: 'Todavía no se ha recibido ninguno.', en: 'None has been taken yet.' },
  when: { es: 'Cuándo', en: 'When' },
  events: { es: 'Eventos', en: 'Events' },
  attempts: { es: 'Intentos', en: 'Attempts' },
  secret: { es: 'Secreto', en: 'Secret' },
  reason: { es: 'Motivo', en: 'Reason' },
  choose: { es: 'Elija el aviso.', en: 'Choose the webhook.' },
  needUrl: { es: 'Escriba la dirección, con https:// o http://.', en: 'Write the address, with https:// or http://.' },
  changedMeanwhile: {
    es: 'Alguien registró algo al mismo tiempo. Revise y vuelva a enviar.',
    en: 'Somebody recorded something at the same time. Check, and send again.',
  },
});

/** What was refused, and what to do. */
export function webhooksRefusalText(refusal: WebhooksRefusal): Bilingual {
  switch (refusal.kind) {
    case 'webhook-exists':
      return {
        es: `Ya hay un aviso «${refusal.webhook}». Elija otra clave.`,
        en: `There is a webhook “${refusal.webhook}” already. Choose another id.`,
      };
    case 'webhook-unknown':
      return { es: 'No hay ningún aviso con esa clave. Revise la lista.', en: 'There is no webhook with that id. See the list.' };
    case 'webhook-retired':
      return { es: 'El aviso ya se retiró. Registre otro.', en: 'The webhook was retired already. List another.' };
    case 'reason-missing':
      return { es: 'Falta el motivo. Escríbalo en una línea.', en: 'The reason is missing. Write it in one line.' };
    case 'taken-already':
      return {
        es: `Ya se recibió hasta el asiento ${refusal.upTo}.`,
        en: `It was taken up to entry ${refusal.upTo} already.`,
      };
    case 'failing-already':
      return { es: 'Ya consta que no recibe.', en: 'It is on record already that it takes nothing.' };
    default:
      return unreachable(refusal);
  }
}
