import { longDate } from '../../core/date-words.ts';
import type { Shape, StatusMark } from '../../core/document.ts';
import { unreachable } from '../../core/result.ts';
import type { SubjectKind } from '../../core/subject.ts';
import { type Bilingual, type Lang, pick } from '../../core/words.ts';
import type { ForumRefusal } from './decide.ts';
import type { Audience } from './events.ts';
import type { Standing } from './views.ts';

export const standingWords: Readonly<Record<Standing, Bilingual>> = {
  talk: { es: 'Conversación', en: 'Conversation' },
  question: { es: 'Pregunta abierta', en: 'Open question' },
  late: { es: 'Sin respuesta en plazo', en: 'Not answered in time' },
  answered: { es: 'Respondida', en: 'Answered' },
};
const standingShapes: Readonly<Record<Standing, Shape>> = { talk: 'todo', question: 'doing', late: 'late', answered: 'done' };
export const standingMark = (standing: Standing, lang: Lang): StatusMark => ({
  shape: standingShapes[standing],
  word: pick(standingWords[standing], lang),
});

export const audienceWords: Readonly<Record<Audience, Bilingual>> = {
  internal: { es: 'Interno', en: 'Internal' },
  circulation: { es: 'Para circular', en: 'For circulation' },
};

/** What is refused, why, and what to do. */
export function forumRefusalText(refusal: ForumRefusal): Bilingual {
  switch (refusal.kind) {
    case 'text-missing':
      return { es: 'Falta el texto. Escríbalo.', en: 'The text is missing. Write it.' };
    case 'thread-unknown':
      return { es: `No hay ningún hilo ${refusal.thread}. Vea la lista.`, en: `There is no thread ${refusal.thread}. See the list.` };
    case 'post-unknown':
      return {
        es: `En el hilo ${refusal.thread} no hay ningún mensaje ${refusal.post}. Elija uno que esté en la página.`,
        en: `Thread ${refusal.thread} has no post ${refusal.post}. Choose one that is on the page.`,
      };
    case 'post-withdrawn':
      return {
        es: `El mensaje ${refusal.post} está retirado por moderación. Para usarlo, pida que se restituya.`,
        en: `Post ${refusal.post} was withdrawn by moderation. To use it, ask for it to be restored.`,
      };
    case 'post-standing':
      return { es: `El mensaje ${refusal.post} no está retirado.`, en: `Post ${refusal.post} is not withdrawn.` };
    case 'not-author':
      return {
        es: `El mensaje ${refusal.post} lo edita el cargo que lo escribió. Puede citarlo en otro mensaje.`,
        en: `Post ${refusal.post} is edited by the office that wrote it. You may quote it in another post.`,
      };
    case 'not-asker':
      return {
        es: `Eso corresponde al cargo que abrió el hilo ${refusal.thread}. Puede escribir un mensaje.`,
        en: `That is for the office that opened thread ${refusal.thread}. You may write a post.`,
      };
    case 'own-answer':
      return {
        es: `El mensaje ${refusal.post} es del mismo cargo que preguntó. Se acepta la respuesta de otro.`,
        en: `Post ${refusal.post} is by the office that asked. The answer accepted is another’s.`,
      };
    case 'no-question':
      return {
        es: `El hilo ${refusal.thread} no es una pregunta que admita este paso. Vea su estado.`,
        en: `Thread ${refusal.thread} is not a question at this step. See where it stands.`,
      };
    case 'already-answered':
      return {
        es: `La pregunta ya tiene aceptada la respuesta del mensaje ${refusal.post}. Para seguir, reábrala.`,
        en: `The answer in post ${refusal.post} was accepted already. To go on, reopen the question.`,
      };
    case 'already-circulated':
      return {
        es: `El hilo es para circular desde el ${longDate(refusal.on, 'es')}.`,
        en: `The thread has been for circulation since ${longDate(refusal.on, 'en')}.`,
      };
    case 'answer-before':
      return {
        es: `El plazo de respuesta (${longDate(refusal.answerBy, 'es')}) es anterior a hoy (${longDate(refusal.on, 'es')}). Elija otro día.`,
        en: `The day for the answer (${longDate(refusal.answerBy, 'en')}) comes before today (${longDate(refusal.on, 'en')}). Choose another.`,
      };
    case 'before-what-it-follows':
      return {
        es: `El ${longDate(refusal.on, 'es')} es anterior a lo último que hay en el hilo (${longDate(refusal.last, 'es')}). Corrija la fecha.`,
        en: `The day ${longDate(refusal.on, 'en')} comes before the last thing in the thread (${longDate(refusal.last, 'en')}). Correct the date.`,
      };
    case 'nothing-changed':
      return { es: 'Ya está así. Cambie algo antes de enviarlo.', en: 'It stands so already. Change something before you send it.' };
    default:
      return unreachable(refusal);
  }
}

export const subjectKindWords: Readonly<Record<SubjectKind, Bilingual>> = {
  process: { es: 'Proceso', en: 'Process' },
  opl: { es: 'OPL', en: 'OPL' },
  obligation: { es: 'Obligación', en: 'Obligation' },
  observation: { es: 'Observación', en: 'Observation' },
  exercise: { es: 'Ejercicio', en: 'Exercise' },
  checkpoint: { es: 'Punto de control', en: 'Checkpoint' },
  system: { es: 'Sistema', en: 'System' },
  incident: { es: 'Incidente', en: 'Incident' },
  meeting: { es: 'Reunión', en: 'Meeting' },
  commitment: { es: 'Compromiso', en: 'Commitment' },
  report: { es: 'Informe', en: 'Informe' },
  thread: { es: 'Hilo', en: 'Thread' },
  alert: { es: 'Alerta', en: 'Alert' },
  verification: { es: 'Verificación', en: 'Verification' },
  finding: { es: 'Hallazgo', en: 'Finding' },
};
