import { catalogue } from '../../core/words.ts';

export const reportPageWords = catalogue({
  reports: { es: 'Informes', en: 'Reports' },
  meta: {
    es: 'Cada informe es el estado a su corte: quien lo vuelva a generar obtiene los mismos bytes.',
    en: 'Each report is the state at its cut-off: whoever makes it again gets the same bytes.',
  },
  list: { es: 'Informes congelados', en: 'Frozen reports' },
  report: { es: 'Informe', en: 'Report' },
  cutoff: { es: 'Corte', en: 'Cut-off' },
  edition: { es: 'Edición', en: 'Edition' },
  state: { es: 'Estado', en: 'State' },
  frozen: { es: 'Congelado', en: 'Frozen' },
  circulated: { es: 'Circulado', en: 'Circulated' },
  on: { es: (word: string, date: string) => `${word} el ${date}`, en: (word: string, date: string) => `${word} on ${date}` },
  position: { es: 'Bitácora', en: 'Log' },
  files: { es: 'Descargar', en: 'Download' },
  none: {
    es: 'Aquí estarán los informes congelados. Los congela la Secretaría Técnica en la fecha de corte de cada reunión.',
    en: 'Frozen reports will be here. The technical secretariat freezes them at the cut-off of each meeting.',
  },
  preview: { es: 'Leer el estado a cualquier corte', en: 'Read the state at any cut-off' },
  previewHint: {
    es: 'Se genera al momento con lo registrado hasta ese día. No es un informe congelado.',
    en: 'Made on the spot from what was recorded up to that day. It is not a frozen report.',
  },
  previewButton: { es: 'Leer informe', en: 'Read report' },
  freeze: { es: 'Congelar un informe', en: 'Freeze a report' },
  freezeHint: {
    es: 'Queda fijado a su corte y a la posición actual de la bitácora. No se borra ni se cambia; una corrección es otra edición.',
    en: 'It is fixed to its cut-off and to the present position of the log. It is never erased or changed; a correction is another edition.',
  },
  freezeButton: { es: 'Congelar informe', en: 'Freeze report' },
  inPreparation: { es: 'En preparación', en: 'In preparation' },
  texts: { es: (done: number, all: number) => `${done} de ${all} textos`, en: (done: number, all: number) => `${done} of ${all} texts` },
  difference: { es: 'Diferencia con el anterior', en: 'Difference from the former one' },
  between: {
    es: (now: string, before: string) => `${now}, frente a ${before}. Lo tachado se fue; lo subrayado llegó.`,
    en: (now: string, before: string) => `${now}, against ${before}. Struck out: gone; underlined: new.`,
  },
  noFormer: {
    es: 'Es el primero de su tipo: no hay con cuál compararlo.',
    en: 'It is the first of its kind: there is none to compare it with.',
  },
  sectionAdded: { es: 'Sección nueva', en: 'New section' },
  sectionGone: { es: 'Ya no está', en: 'No longer there' },
  unchanged: { es: (list: string) => `Sin cambios: ${list}.`, en: (list: string) => `Unchanged: ${list}.` },
  observed: { es: (n: number) => `Observaciones (${n})`, en: (n: number) => `Observations (${n})` },
  preparation: { es: 'Preparación', en: 'Preparation' },
  published: { es: 'Publicado', en: 'Published' },
  publishButton: { es: 'Publicar informe', en: 'Publish report' },
  asPublic: { es: 'Ver lo que lee el público', en: 'See what the public reads' },
  circulateButton: { es: 'Circular informe', en: 'Circulate report' },
  cutoffLabel: { es: 'Fecha de corte', en: 'Cut-off date' },
  cutoffHint: {
    es: (next: string) => `Los cortes del calendario se sugieren en la lista: ${next}.`,
    en: (next: string) => `The calendar’s cut-offs: ${next}.`,
  },
  reason: { es: 'Motivo de otra edición', en: 'Reason for another edition' },
  reasonHint: { es: 'Sólo si ya hay un informe con ese corte.', en: 'Only when there is a report with that cut-off already.' },
  draft: { es: 'Vista al corte, sin congelar', en: 'View at the cut-off, not frozen' },
  unknownReport: {
    es: 'No hay ningún informe con esa clave. Vea la lista de informes.',
    en: 'There is no report with that id. See the list of reports.',
  },
  nothingThen: {
    es: 'A ese corte no se sabía nada del proceso. Elija una fecha posterior a su apertura.',
    en: 'Nothing was known of the process at that cut-off. Choose a date after it was opened.',
  },
  changed: {
    es: 'Alguien registró algo al mismo tiempo. Vuelva a intentarlo.',
    en: 'Somebody recorded something at the same time. Try again.',
  },
  sameBytes: {
    es: (position: number) => `Generado desde la posición ${position} de la bitácora.`,
    en: (position: number) => `Made from position ${position} of the log.`,
  },
});
