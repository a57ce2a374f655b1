import { type Bilingual, catalogue } from '../core/words.ts';
import type { MessageState } from '../mail/message.ts';

export const messageStateWords: Readonly<Record<MessageState, Bilingual>> = {
  waiting: { es: 'en espera', en: 'waiting' },
  sent: { es: 'enviado', en: 'sent' },
  refused: { es: 'rechazado por el servidor', en: 'refused by the server' },
  unaddressed: { es: 'sin dirección', en: 'no address' },
  expired: { es: 'vencido sin enviarse', en: 'expired unsent' },
};

export const digestWords = catalogue({
  subject: {
    es: (n: number, name: string) => `Atalaya: ${n} por atender · ${name}`,
    en: (n: number, name: string) => `Atalaya: ${n} waiting · ${name}`,
  },
  alerts: { es: 'Alertas', en: 'Alerts' },
  observed: { es: 'Con observaciones por responder', en: 'With observations to answer' },
  due: { es: 'Vencen en siete días', en: 'Due within seven days' },
  cycle: { es: 'Del ciclo de las reuniones', en: 'Of the cycle of the meetings' },
  commitments: { es: 'Compromisos a su cargo', en: 'Commitments of yours' },
  unread: { es: 'Informes circulados que no ha abierto', en: 'Circulated reports you have not opened' },
  since: {
    es: (what: string, date: string) => `${what} (desde el ${date})`,
    en: (what: string, date: string) => `${what} (since ${date})`,
  },
  dueOn: { es: (what: string, date: string) => `${what}: ${date}`, en: (what: string, date: string) => `${what}: ${date}` },
  questions: { es: 'Preguntas del foro', en: 'Questions of the forum' },
  mentions: { es: 'Lo mencionan en el foro', en: 'You are named in the forum' },
  answerBy: {
    es: (title: string, date: string) => `${title}: responder ${date}`,
    en: (title: string, date: string) => `${title}: answer ${date}`,
  },
  toAccept: {
    es: (title: string) => `${title}: hay respuesta; acéptela o siga preguntando`,
    en: (title: string) => `${title}: there is an answer; accept it or ask on`,
  },
  mentionedBy: { es: (title: string, who: string) => `${title}: ${who}`, en: (title: string, who: string) => `${title}: ${who}` },
  circulated: { es: (date: string) => `Informe con corte al ${date}`, en: (date: string) => `Report with cut-off ${date}` },
  foot: {
    es: (address: string) => `Recibe este resumen por el cargo que ejerce. Para elegir cuándo, o no recibirlo: ${address}`,
    en: (address: string) => `You receive this digest for the office you hold. To choose when, or to stop it: ${address}`,
  },
  page: { es: 'Mi resumen', en: 'My digest' },
  meta: {
    es: 'Lo que espera de su cargo hoy. Es lo mismo que llega por correo a quien lo eligió.',
    en: 'What waits for your office today. It is what reaches by e-mail those who chose it.',
  },
  nothing: { es: 'Nada espera de su cargo hoy.', en: 'Nothing waits for your office today.' },
  choose: { es: 'Resumen por correo', en: 'Digest by e-mail' },
  chooseHint: {
    es: 'Sólo se envía si algo cambió desde el anterior, en días hábiles, después de las ocho.',
    en: 'It is sent only when something changed since the last one, on weekdays, after eight.',
  },
  daily: { es: 'Cada día hábil', en: 'Every weekday' },
  weekly: { es: 'Los lunes', en: 'On Mondays' },
  never: { es: 'No enviar', en: 'Do not send' },
  now: { es: 'Avisarme enseguida de lo que no puede esperar', en: 'Tell me at once of what cannot wait' },
  nowHint: {
    es: 'Sólo alertas rojas de su cargo, el día en que empiezan, a cualquier hora. Cada una, una vez.',
    en: 'Only red alerts of your office, on the day they begin, at any hour. Each one once.',
  },
  nowSubject: {
    es: (rule: string, name: string) => `Atalaya: ${rule} · ${name}`,
    en: (rule: string, name: string) => `Atalaya: ${rule} · ${name}`,
  },
  sinceDay: { es: (date: string) => `Desde el ${date}.`, en: (date: string) => `Since ${date}.` },
  nowFoot: {
    es: (address: string) => `Pidió que se le avise enseguida de las alertas rojas de su cargo. Para dejar de recibirlas: ${address}`,
    en: (address: string) => `You asked to be told at once of the red alerts of your office. To stop: ${address}`,
  },
  save: { es: 'Guardar elección', en: 'Save choice' },
  saved: { es: 'Se guardó su elección.', en: 'Your choice was saved.' },
  badChoice: { es: 'Elija una de las tres opciones.', en: 'Choose one of the three.' },
  noAccount: {
    es: 'En el ejemplo se entra sin cuenta: no hay a quién enviar correo. Con una cuenta se elige aquí.',
    en: 'In the example people enter without an account: there is nobody to send mail to. With an account the choice is made here.',
  },
});

export const outboxWords = catalogue({
  title: { es: 'Correo', en: 'Mail' },
  meta: {
    es: 'Todo lo que Atalaya envía. Nada se pierde: lo que no sale se vuelve a intentar.',
    en: 'All that Atalaya sends. Nothing is lost: what does not go out is tried again.',
  },
  noServer: {
    es: 'No hay un servidor de correo configurado: los mensajes se leen aquí y esperan. Para enviarlos, ponga ATALAYA_SMTP_URL y ATALAYA_MAIL_FROM y reinicie.',
    en: 'No mail server is configured: messages are read here and wait. To send them, set ATALAYA_SMTP_URL and ATALAYA_MAIL_FROM and restart.',
  },
  messages: { es: 'Mensajes', en: 'Messages' },
  number: { es: 'Núm.', en: 'No.' },
  to: { es: 'Para', en: 'To' },
  subject: { es: 'Asunto', en: 'Subject' },
  state: { es: 'Estado', en: 'State' },
  put: { es: 'Creado (UTC)', en: 'Made (UTC)' },
  next: { es: 'Último cambio o próximo intento (UTC)', en: 'Last change or next try (UTC)' },
  attempts: { es: 'Intentos', en: 'Tries' },
  answer: { es: 'Respuesta del servidor', en: 'Server’s answer' },
  none: {
    es: 'Aquí estarán los mensajes. Los crea Atalaya: resúmenes diarios y convocatorias.',
    en: 'Messages will be here. Atalaya makes them: daily digests and convocations.',
  },
  older: { es: 'Mensajes anteriores', en: 'Older messages' },
  text: { es: 'Texto', en: 'Text' },
  retry: { es: 'Reintentar envío', en: 'Retry sending' },
  unknown: {
    es: 'No hay ningún mensaje con ese número. Vea la lista de correo.',
    en: 'There is no message with that number. See the list of mail.',
  },
  erased: { es: 'sin dirección', en: 'no address' },
});
