import { longDate } from '../../core/date-words.ts';
import type { IsoDate } from '../../core/event.ts';
import { unreachable } from '../../core/result.ts';
import { type Bilingual, catalogue, type Lang } from '../../core/words.ts';
import type { MeetingsRefusal, OffsetMark } from './decide.ts';
import type { NumberingWarning, Outcome, StepId, StepState } from './views.ts';

export const stepNames: Readonly<Record<StepId, Bilingual>> = {
  cutoff: { es: 'Corte', en: 'Cut-off' },
  freeze: { es: 'Informe', en: 'Report' },
  circulate: { es: 'Circulación', en: 'Circulation' },
  observe: { es: 'Observaciones', en: 'Observations' },
  meeting: { es: 'Reunión', en: 'Meeting' },
  minutes: { es: 'Minuta', en: 'Minutes' },
  session: { es: 'Sesión de la Comisión', en: 'Commission session' },
};

export const stepStateNames: Readonly<Record<StepState, Bilingual>> = {
  done: { es: 'Hecho', en: 'Done' },
  now: { es: 'En curso', en: 'Under way' },
  next: { es: 'Sigue', en: 'To come' },
  unknown: { es: 'Sin información', en: 'No information' },
};

export const outcomeNames: Readonly<Record<Outcome, Bilingual>> = {
  open: { es: 'En sesión', en: 'In session' },
  held: { es: 'Celebrada', en: 'Held' },
  cancelled: { es: 'Cancelada', en: 'Cancelled' },
  upcoming: { es: 'Programada', en: 'Scheduled' },
  unknown: { es: 'Sin información', en: 'No information' },
};

export const offsetNames: Readonly<Record<OffsetMark, Bilingual>> = {
  cutoffDays: { es: 'el corte', en: 'the cut-off' },
  freezeDays: { es: 'el congelamiento del informe', en: 'the freezing of the report' },
  circulateDays: { es: 'la circulación', en: 'the circulation' },
  observeFromDays: { es: 'el inicio de las observaciones', en: 'the first day of observations' },
  observeUntilDays: { es: 'el cierre de las observaciones', en: 'the last day of observations' },
  meeting: { es: 'la reunión', en: 'the meeting' },
  minutesDays: { es: 'la minuta', en: 'the minutes' },
};

/** Buttons and headings. The verbs are those of `decide.ts`. */
export const meetingsWords = catalogue({
  schedule: { es: 'Programar reunión', en: 'Schedule meeting' },
  reschedule: { es: 'Reprogramar reunión', en: 'Reschedule meeting' },
  cancel: { es: 'Cancelar reunión', en: 'Cancel meeting' },
  hold: { es: 'Registrar reunión celebrada', en: 'Record meeting as held' },
  open: { es: 'Abrir reunión', en: 'Open meeting' },
  close: { es: 'Cerrar reunión', en: 'Close meeting' },
  link: { es: 'Vincular sesión', en: 'Link session' },
  recordSession: { es: 'Registrar sesión', en: 'Record session' },
  setOffsets: { es: 'Fijar plazos del ciclo', en: 'Set cycle offsets' },
  meetingNumber: { es: (number: number) => `Reunión ${number}`, en: (number: number) => `Meeting ${number}` },
  feedName: { es: (process: string) => `Grupo de Trabajo · ${process}`, en: (process: string) => `Working group · ${process}` },
  feedSummary: {
    es: (number: number) => `Reunión ${number} del Grupo de Trabajo`,
    en: (number: number) => `Working group, meeting ${number}`,
  },
  place: { es: (place: string) => `Lugar: ${place}`, en: (place: string) => `Place: ${place}` },
  cutoffOn: { es: (date: string) => `Corte: ${date}`, en: (date: string) => `Cut-off: ${date}` },
  circulatesOn: { es: (date: string) => `Circulación del informe: ${date}`, en: (date: string) => `Circulation of the report: ${date}` },
  observeUntil: { es: (date: string) => `Observaciones hasta: ${date}`, en: (date: string) => `Observations until: ${date}` },
  sessionOn: { es: (date: string) => `Sesión de la Comisión: ${date}`, en: (date: string) => `Commission session: ${date}` },
  sessionToConvene: { es: 'Sesión de la Comisión: por convocar', en: 'Commission session: to be convened' },
  sessionUnknown: { es: 'Sesión de la Comisión: sin información', en: 'Commission session: no information' },
  cancelledBecause: { es: (reason: string) => `Cancelada: ${reason}`, en: (reason: string) => `Cancelled: ${reason}` },
  rescheduledFrom: {
    es: (date: string, reason: string) => `Antes: ${date}. Motivo: ${reason}`,
    en: (date: string, reason: string) => `Formerly: ${date}. Reason: ${reason}`,
  },
});

export const numberingWarningText = ({ earlier, later }: NumberingWarning): Bilingual => ({
  es: `La reunión ${earlier} es anterior a la ${later}: revise la numeración o las fechas.`,
  en: `Meeting ${earlier} comes before meeting ${later}: check the numbers or the dates.`,
});

/** What was refused, and what to do. */
export function meetingsRefusalText(refusal: MeetingsRefusal): Bilingual {
  switch (refusal.kind) {
    case 'meeting-unknown':
      return {
        es: `No hay reunión ${refusal.number} en este proceso. Revise el calendario.`,
        en: `This process has no meeting ${refusal.number}. See the calendar.`,
      };
    case 'number-taken':
      return {
        es: `Ya existe la reunión ${refusal.number}. Un número no se usa dos veces, aunque la reunión se haya cancelado; elija otro.`,
        en: `Meeting ${refusal.number} exists already. A number is not used twice, even after a cancellation; choose another.`,
      };
    case 'day-taken':
      return dated(refusal.date, (date) => ({
        es: `El ${date.es} ya está ocupado por la reunión ${refusal.number}. Elija otro día.`,
        en: `${date.en} is taken by meeting ${refusal.number}. Choose another day.`,
      }));
    case 'held-already':
      return {
        es: `La reunión ${refusal.number} ya se celebró: no puede reprogramarse, cancelarse ni registrarse otra vez.`,
        en: `Meeting ${refusal.number} has been held: it cannot be rescheduled, cancelled or recorded again.`,
      };
    case 'open-already':
      return {
        es: `La reunión ${refusal.number} está en sesión: no puede abrirse, reprogramarse ni cancelarse. Ciérrela cuando termine.`,
        en: `Meeting ${refusal.number} is in session: it cannot be opened, rescheduled or cancelled. Close it when it ends.`,
      };
    case 'not-open':
      return {
        es: `La reunión ${refusal.number} no está en sesión. Ábrala primero.`,
        en: `Meeting ${refusal.number} is not in session. Open it first.`,
      };
    case 'time-out-of-order':
      return {
        es: `La hora indicada, ${momentText(refusal.time, 'es')}, es anterior: ${momentText(refusal.after, 'es')}. Revise ambas.`,
        en: `The time stated, ${momentText(refusal.time, 'en')}, comes before: ${momentText(refusal.after, 'en')}. Check both.`,
      };
    case 'cancelled-already':
      return {
        es: `La reunión ${refusal.number} está cancelada. Programe otra con un número nuevo.`,
        en: `Meeting ${refusal.number} is cancelled. Schedule another under a new number.`,
      };
    case 'reason-missing':
      return { es: 'Falta el motivo. Escríbalo: queda en la bitácora.', en: 'The reason is missing. State it: it stays in the log.' };
    case 'not-before-session':
      return dated(refusal.date, (date) =>
        dated(refusal.session, (session) => ({
          es: `La reunión (${date.es}) debe ser anterior a la sesión de la Comisión que prepara (${session.es}). Cambie la fecha o justifique la excepción.`,
          en: `The meeting (${date.en}) must come before the commission session it prepares (${session.en}). Change the date or justify the exception.`,
        })),
      );
    case 'before-decision':
      return dated(refusal.date, (date) =>
        dated(refusal.on, (on) => ({
          es: `La fecha de la reunión (${date.es}) es anterior al día en que se decide (${on.es}). Revise ambas fechas.`,
          en: `The meeting day (${date.en}) comes before the day of the decision (${on.en}). Check both dates.`,
        })),
      );
    case 'before-last-decision':
      return dated(refusal.on, (on) =>
        dated(refusal.last, (last) => ({
          es: `La decisión lleva fecha ${on.es}, anterior a la última sobre esta reunión (${last.es}). Indique esa fecha u otra posterior.`,
          en: `The decision is dated ${on.en}, before the last one on this meeting (${last.en}). State that day or a later one.`,
        })),
      );
    case 'not-yet-held':
      return dated(refusal.date, (date) => ({
        es: `La reunión es el ${date.es}: no puede registrarse como celebrada antes de ese día. Si se adelantó, reprográmela primero.`,
        en: `The meeting is on ${date.en}: it cannot be recorded as held before that day. If it was brought forward, reschedule it first.`,
      }));
    case 'no-session':
      return {
        es: `La reunión ${refusal.number} no tiene sesión con fecha. Vincúlela primero.`,
        en: `Meeting ${refusal.number} has no session with a date. Link it first.`,
      };
    case 'session-to-come':
      return dated(refusal.date, (date) => ({
        es: `La sesión es el ${date.es}: su resultado se registra ese día o después. Si cambió de fecha, vincúlela de nuevo.`,
        en: `The session is on ${date.en}: its outcome is recorded on that day or later. If its date changed, link it again.`,
      }));
    case 'nothing-changed':
      return {
        es: 'Lo indicado es igual a lo vigente. No hay nada que cambiar.',
        en: 'What you state is already in force. There is nothing to change.',
      };
    case 'offsets-out-of-order': {
      const [earlier, later] = [offsetNames[refusal.earlier], offsetNames[refusal.later]];
      return {
        es: `Los plazos no guardan el orden del ciclo: ${earlier.es} debe ir antes que ${later.es}. Corrija los días.`,
        en: `The offsets break the order of the cycle: ${earlier.en} must come before ${later.en}. Correct the days.`,
      };
    }
    default:
      return unreachable(refusal);
  }
}

/** «10:05 del 12 de noviembre de 2019»; of a day alone, the day. */
export function momentText(moment: string, lang: Lang): string {
  const [day = '', time] = moment.split('T');
  const date = longDate(day, lang);
  return time === undefined ? date : lang === 'es' ? `${time} del ${date}` : `${time} on ${date}`;
}

const dated = (date: IsoDate, then: (date: Bilingual) => Bilingual): Bilingual =>
  then({ es: longDate(date, 'es'), en: longDate(date, 'en') });
