import { longDate } from '../../core/date-words.ts';
import type { Shape, StatusMark } from '../../core/document.ts';
import { unreachable } from '../../core/result.ts';
import { type Bilingual, type Lang, pick } from '../../core/words.ts';
import type { Confirmation } from '../process/events.ts';
import type { PlanRefusal } from './decide.ts';
import type { Step } from './state.ts';
import type { Status } from './status.ts';
import { type Item, worstOf } from './views.ts';

export const statusWords: Readonly<Record<Status, Bilingual>> = {
  'not-started': { es: 'Por iniciar', en: 'Not started' },
  'in-progress': { es: 'En proceso', en: 'In progress' },
  delivered: { es: 'Entregada', en: 'Delivered' },
  'in-review': { es: 'En revisión', en: 'In review' },
  observed: { es: 'Con observaciones', en: 'With observations' },
  concluded: { es: 'Concluida', en: 'Concluded' },
  'concluded-late': { es: 'Concluida fuera de plazo', en: 'Concluded late' },
  overdue: { es: 'Fuera de plazo', en: 'Overdue' },
  'not-applicable': { es: 'No aplica', en: 'Not applicable' },
  rescheduled: { es: 'Reprogramada', en: 'Rescheduled' },
  suspended: { es: 'Suspendida', en: 'Suspended' },
  unknown: { es: 'Sin información', en: 'No information' },
};

/** The drawing that stands for each status, the same on pages, in documents and in charts. */
export const shapeOf: Readonly<Record<Status, Shape>> = {
  'not-started': 'todo',
  'in-progress': 'doing',
  delivered: 'doing',
  'in-review': 'doing',
  observed: 'observed',
  concluded: 'done',
  'concluded-late': 'doneLate',
  overdue: 'late',
  'not-applicable': 'unknown',
  rescheduled: 'todo',
  suspended: 'todo',
  unknown: 'unknown',
};

export const confirmationWords: Readonly<Record<Confirmation, Bilingual>> = {
  seen: { es: 'leída en la fuente', en: 'read in the source' },
  computed: { es: 'calculada a partir de la fuente', en: 'computed from the source' },
  'to-confirm': { es: 'por confirmar', en: 'to be confirmed' },
};

/** What a button says, and what the history says once it was done. */
export const stepWords: Readonly<Record<Step, { readonly button: Bilingual; readonly done: Bilingual }>> = {
  start: { button: { es: 'Iniciar obligación', en: 'Start obligation' }, done: { es: 'Iniciada', en: 'Started' } },
  deliver: { button: { es: 'Registrar entrega', en: 'Record delivery' }, done: { es: 'Entregada', en: 'Delivered' } },
  review: { button: { es: 'Poner en revisión', en: 'Put in review' }, done: { es: 'Puesta en revisión', en: 'Put in review' } },
  observe: {
    button: { es: 'Registrar observaciones', en: 'Record observations' },
    done: { es: 'Con observaciones', en: 'With observations' },
  },
  conclude: { button: { es: 'Concluir obligación', en: 'Conclude obligation' }, done: { es: 'Concluida', en: 'Concluded' } },
  exempt: { button: { es: 'Marcar que no aplica', en: 'Mark as not applicable' }, done: { es: 'No aplica', en: 'Not applicable' } },
};

/** What was refused, and what to do. */
export function planRefusalText(refusal: PlanRefusal): Bilingual {
  switch (refusal.kind) {
    case 'process-unknown':
      return {
        es: 'No hay ningún proceso con esa clave. Revise la lista de procesos.',
        en: 'There is no process with that id. See the list of processes.',
      };
    case 'election-day-missing':
      return {
        es: 'No hay jornada fijada. Fíjela antes de adoptar el plan.',
        en: 'No election day is fixed. Set it before adopting the plan.',
      };
    case 'plan-in-force':
      return {
        es: `Ya hay un plan vigente para la jornada del ${longDate(refusal.jornada, 'es')}, adoptado el ${longDate(refusal.on, 'es')}. Un plan nuevo requiere otra jornada.`,
        en: `A plan for election day ${longDate(refusal.jornada, 'en')} is in force, adopted on ${longDate(refusal.on, 'en')}. A new plan needs another election day.`,
      };
    case 'replan-needed':
      return {
        es: `Ya hay un plan, para la jornada del ${longDate(refusal.jornada, 'es')}. Para otra jornada, proponga una reprogramación y decida cada fecha.`,
        en: `There is a plan already, for election day ${longDate(refusal.jornada, 'en')}. For another day, propose a re-planning and decide each date.`,
      };
    case 'plan-for-another-day':
      return {
        es: `El plan se calculó para el ${longDate(refusal.jornada, 'es')}, pero la jornada fijada es el ${longDate(refusal.expected, 'es')}. Calcúlelo de nuevo.`,
        en: `The plan was computed for ${longDate(refusal.jornada, 'en')}, but election day is ${longDate(refusal.expected, 'en')}. Compute it again.`,
      };
    case 'before-last-decision':
      return {
        es: `La fecha (${longDate(refusal.on, 'es')}) es anterior al acto del que parte (${longDate(refusal.last, 'es')}). Revise la fecha.`,
        en: `The date (${longDate(refusal.on, 'en')}) comes before the act it rests on (${longDate(refusal.last, 'en')}). Check the date.`,
      };
    case 'before-last-step':
      return {
        es: `La fecha (${longDate(refusal.on, 'es')}) es anterior al último paso registrado (${longDate(refusal.last, 'es')}). Revise la fecha.`,
        en: `The date (${longDate(refusal.on, 'en')}) comes before the last step recorded (${longDate(refusal.last, 'en')}). Check the date.`,
      };
    case 'document-dated-later':
      return {
        es: `La fecha del documento (${longDate(refusal.effectiveDate, 'es')}) es posterior al día en que ocurrió (${longDate(refusal.on, 'es')}). Revise ambas fechas.`,
        en: `The date of the document (${longDate(refusal.effectiveDate, 'en')}) comes after the day on which it happened (${longDate(refusal.on, 'en')}). Check both dates.`,
      };
    case 'reason-missing':
      return {
        es: 'Falta el motivo. Diga en la nota por qué no aplica.',
        en: 'The reason is missing. Say in the note why it does not apply.',
      };
    case 'no-plan':
      return { es: 'El proceso no tiene plan. Adopte uno primero.', en: 'The process has no plan. Adopt one first.' };
    case 'opl-unknown':
      return {
        es: `El OPL «${refusal.opl}» no forma parte del proceso. Revise la lista de OPL.`,
        en: `The OPL “${refusal.opl}” is not part of the process. See the list of OPLs.`,
      };
    case 'obligation-unknown':
      return {
        es: `El plan vigente no contiene la obligación «${refusal.key}». Revise la clave.`,
        en: `The plan in force has no obligation “${refusal.key}”. Check the code.`,
      };
    case 'code-unknown':
      return {
        es: `La norma no contiene la clave «${refusal.code}». Revise la lista de lo omitido.`,
        en: `The norm has no code “${refusal.code}”. Check the list of what was left out.`,
      };
    case 'reporting-open':
      return {
        es: `El OPL «${refusal.opl}» ya entrega por Atalaya desde el ${longDate(refusal.since, 'es')}. No hace falta abrirlo otra vez.`,
        en: `The OPL “${refusal.opl}” has delivered through Atalaya since ${longDate(refusal.since, 'en')}. There is no need to open it again.`,
      };
    case 'until-elsewhere':
      return {
        es: `El último día corresponde a una dispensa. Quítelo de «${stepWords[refusal.step].button.es}».`,
        en: `A last day belongs to an exemption. Take it away from “${stepWords[refusal.step].button.en}”.`,
      };
    case 'step-not-possible':
      return {
        es: `No es posible «${stepWords[refusal.step].button.es}» en el estado actual (${refusal.after === 'nothing' ? 'sin registro' : stepWords[refusal.after].done.es}). Vuelva a abrir la página: pudo cambiar.`,
        en: `“${stepWords[refusal.step].button.en}” is not possible in the present state (${refusal.after === 'nothing' ? 'nothing recorded' : stepWords[refusal.after].done.en}). Open the page again: it may have changed.`,
      };
    default:
      return unreachable(refusal);
  }
}

/** What the act that adopted the plan left out is a fact, and drawn as one: it is not mere silence. */
export const omittedMark = (lang: Lang): StatusMark => ({
  shape: 'late',
  word: pick({ es: 'Fuera del plan vigente', en: 'Left out of the plan in force' }, lang),
});

/** How one obligation of one OPL is drawn. */
export const itemMark = (item: Item, lang: Lang): StatusMark => (item.omitted ? omittedMark(lang) : statusMark(item.status, lang));

/** How a group of obligations is drawn: by the most pressing of them. */
export const groupMark = (items: readonly Item[], lang: Lang): StatusMark =>
  items.some((item) => item.omitted) ? omittedMark(lang) : statusMark(worstOf(items), lang);

/** The status as it is drawn: shape and word. */
export const statusMark = (status: Status, lang: Lang): StatusMark => ({ shape: shapeOf[status], word: pick(statusWords[status], lang) });
