import { longDate } from '../../core/date-words.ts';
import { unreachable } from '../../core/result.ts';
import { type Bilingual, catalogue, type Lang } from '../../core/words.ts';
import type { ObservationRefusal } from './decide-observations.ts';
import type { Anchor } from './observations.ts';

export const observationWords = catalogue({
  observations: { es: 'Observaciones', en: 'Observations' },
  annex: { es: 'Anexo. Matriz de observaciones y respuestas', en: 'Annex. Matrix of observations and answers' },
  annexText: {
    es: 'Lo observado del informe anterior y de las ediciones anteriores de éste, con lo que se respondió y si se atendió.',
    en: 'What was observed of the former report and of the earlier editions of this one, what was answered and whether it was attended.',
  },
  matrix: { es: 'Matriz de observaciones y respuestas', en: 'Matrix of observations and answers' },
  number: { es: 'Observación', en: 'Observation' },
  observer: { es: 'Quién observa', en: 'Observer' },
  where: { es: 'Dónde', en: 'Where' },
  observation: { es: 'Qué observa', en: 'What is observed' },
  answer: { es: 'Respuesta', en: 'Answer' },
  attention: { es: 'Atención', en: 'Attention' },
  answerBy: { es: 'Responder a más tardar', en: 'Answer by' },
  answerDue: { es: (date: string) => `Sin respuesta; a más tardar el ${date}`, en: (date: string) => `Not answered; due by ${date}` },
  none: { es: 'Nadie ha observado este informe.', en: 'Nobody has observed this report.' },
  badPlace: { es: 'Elija dónde: una sección o un párrafo de la lista.', en: 'Choose where: a section or a paragraph of the list.' },
  whole: { es: 'Todo el informe', en: 'The whole report' },
  observe: { es: 'Observar informe', en: 'Observe report' },
  observeHint: {
    es: 'Elija dónde. La leerán quienes integran el grupo y quedará, con su respuesta, en la matriz del informe siguiente.',
    en: 'Choose where. The group will read it, and it will stand with its answer in the matrix of the next report.',
  },
  text: { es: 'Observación', en: 'Observation' },
  toAnswer: { es: 'Responder observación', en: 'Answer observation' },
  answerText: { es: 'Respuesta', en: 'Answer' },
  toAttend: { es: 'Registrar atención', en: 'Record attention' },
  how: { es: 'Cómo quedó', en: 'How it stands' },
  note: { es: 'Nota', en: 'Note' },
  about: { es: 'Observación', en: 'Observation' },
  notYet: { es: 'El informe se observa una vez que se circula.', en: 'A report is observed once it is circulated.' },
  until: {
    es: (from: string, to: string) => `El calendario da del ${from} al ${to} para observarlo; después también se recibe.`,
    en: (from: string, to: string) => `The calendar gives from ${from} to ${to} to observe it; later ones are received too.`,
  },
  edition: { es: 'Emitir edición corregida', en: 'Issue a corrected edition' },
  editionHint: {
    es: 'Congela el mismo corte con lo que se sabe ahora. La edición anterior queda como está.',
    en: 'Freezes the same cut-off with what is known now. The former edition stays as it is.',
  },
  reason: { es: 'Motivo', en: 'Reason' },
});

export const attentionWords = catalogue({
  attended: { es: 'Atendida', en: 'Attended' },
  partly: { es: 'Atendida en parte', en: 'Attended in part' },
  'not-attended': { es: 'No atendida', en: 'Not attended' },
});

/** Of an observation on a day: what it waits for, or what became of it. */
export const standingWords = catalogue({
  open: { es: 'Por responder', en: 'To be answered' },
  late: { es: 'Respuesta vencida', en: 'Answer overdue' },
  answered: { es: 'Respondida', en: 'Answered' },
  attended: { es: 'Atendida', en: 'Attended' },
  partly: { es: 'Atendida en parte', en: 'Attended in part' },
  'not-attended': { es: 'No atendida', en: 'Not attended' },
});

/** Where an observation points: the section, the paragraph and its first words. */
export function anchorText(
  { section, sectionTitle, paragraph, quote }: Anchor & { readonly sectionTitle?: Bilingual },
  lang: Lang,
): string {
  if (section === undefined) return observationWords(lang).whole;
  const title = sectionTitle?.[lang] ?? section;
  const place = paragraph === undefined ? title : `${title}, ${lang === 'es' ? 'párrafo' : 'paragraph'} ${paragraph}`;
  return quote === undefined ? place : `${place}: «${quote}»`;
}

export function observationRefusalText(refusal: ObservationRefusal): Bilingual {
  switch (refusal.kind) {
    case 'report-unknown':
      return { es: 'No hay ese informe. Revise la lista de informes.', en: 'There is no such report. See the list of reports.' };
    case 'not-circulated':
      return {
        es: 'Ese informe todavía no se circula: se observa lo que se recibió. Espere a que circule.',
        en: 'That report has not been circulated yet: what was received is observed. Wait until it is.',
      };
    case 'observation-unknown':
      return {
        es: `No hay una observación ${refusal.observation} de este informe. Vea la lista.`,
        en: `There is no observation ${refusal.observation} of this report. See the list.`,
      };
    case 'nothing-said':
      return { es: 'No hay texto. Escriba antes de enviar.', en: 'There is no text. Write something first.' };
    case 'answer-by-past':
      return {
        es: `La fecha para responder (${longDate(refusal.answerBy, 'es')}) ya pasó. Elija hoy o un día posterior.`,
        en: `The day to answer by (${longDate(refusal.answerBy, 'en')}) has passed. Choose today or a later day.`,
      };
    case 'not-yours':
      return {
        es: 'Esta acción requiere otro cargo: responde quien escribe esa sección, o la Secretaría Técnica.',
        en: 'This needs another office: whoever writes that section answers, or the technical secretariat.',
      };
    case 'not-answered':
      return {
        es: `La observación ${refusal.observation} no se ha respondido. Respóndala antes de decir si se atendió.`,
        en: `Observation ${refusal.observation} has not been answered. Answer it before saying whether it was attended.`,
      };
    case 'attended-already':
      return {
        es: `La observación ${refusal.observation} quedó atendida el ${longDate(refusal.on, 'es')}. Si algo falta, haga otra.`,
        en: `Observation ${refusal.observation} was attended on ${longDate(refusal.on, 'en')}. If something is missing, make another.`,
      };
    default:
      return unreachable(refusal);
  }
}
