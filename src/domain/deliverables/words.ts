import { longDate } from '../../core/date-words.ts';
import type { StatusMark } from '../../core/document.ts';
import { type Bilingual, type Lang, pick } from '../../core/words.ts';
import { planRefusalText } from '../plan/views.ts';
import type { DeliverablesRefusal } from './decide.ts';
import type { Outcome, ReportFigure, Weight } from './events.ts';
import type { ObservationState, Waiting } from './views.ts';

const said = (es: string, en: string): Bilingual => ({ es, en });

export const weightWords: Readonly<Record<Weight, Bilingual>> = {
  mandatory: said('Obligatoria', 'Mandatory'),
  recommendation: said('Recomendación', 'Recommendation'),
};

export const outcomeWords: Readonly<Record<Outcome, Bilingual>> = {
  attended: said('Atendida', 'Attended'),
  partly: said('Atendida en parte', 'Partly attended'),
  not: said('No atendida', 'Not attended'),
};

export const observationStateWords: Readonly<Record<ObservationState, Bilingual>> = {
  open: said('Sin respuesta', 'Unanswered'),
  answered: said('Respondida', 'Answered'),
  ...outcomeWords,
};
const observationShapes: Readonly<Record<ObservationState, StatusMark['shape']>> = {
  open: 'observed',
  answered: 'doing',
  attended: 'done',
  partly: 'observed',
  not: 'late',
};
/** How the state of an observation is drawn. */
export const observationMark = (state: ObservationState, lang: Lang): StatusMark => ({
  shape: observationShapes[state],
  word: pick(observationStateWords[state], lang),
});

export const taskWords: Readonly<Record<Waiting['task'], Bilingual>> = {
  review: said('Revisar la versión', 'Review the version'),
  settle: said('Dictaminar las respuestas', 'Settle the answers'),
  decide: said('Aceptar u observar', 'Accept or observe'),
};

export const figureWords: Readonly<Record<ReportFigure, Bilingual>> = {
  cotaprepSessions: said('Sesiones del COTAPREP', 'Sessions of the COTAPREP'),
  workMeetings: said('Reuniones de trabajo', 'Work meetings'),
  staffPlanned: said('Personal previsto', 'Staff planned'),
  staffHired: said('Personal contratado', 'Staff hired'),
  staffTrained: said('Personal capacitado', 'Staff trained'),
  catdPlanned: said('CATD previstos', 'CATDs planned'),
  catdInstalled: said('CATD instalados', 'CATDs installed'),
  ccvPlanned: said('CCV previstos', 'CCVs planned'),
  ccvInstalled: said('CCV instalados', 'CCVs installed'),
  developmentPercent: said('Avance del sistema (%)', 'Progress of the system (%)'),
  testsRun: said('Pruebas realizadas', 'Tests run'),
};

/** What is refused, why, and what to do. What the plan refuses, it says itself. */
export function deliverablesRefusalText(refusal: DeliverablesRefusal): Bilingual {
  switch (refusal.kind) {
    case 'nothing-handed-in':
      return said('No hay nada que entregar: elija al menos un archivo.', 'There is nothing to hand in: choose at least one file.');
    case 'not-monthly':
      return said(
        'Este entregable no se informa mes con mes: adjunte su documento.',
        'This deliverable is not reported month by month: attach its document.',
      );
    case 'over-hundred':
      return said(
        'El avance del sistema no pasa de 100 %. Corrija la cifra.',
        'The progress of the system is at most 100 %. Correct the figure.',
      );
    case 'file-twice':
      return said(
        `«${refusal.name}» viene dos veces en la misma entrega. Quite uno.`,
        `“${refusal.name}” comes twice in the same delivery. Take one away.`,
      );
    case 'same-as-before':
      return said(
        `Los archivos son, byte por byte, los de la versión ${refusal.version}. Si quiere responder observaciones sin cambiar el documento, escriba la respuesta y no adjunte archivos.`,
        `The files are, byte by byte, those of version ${refusal.version}. To answer observations without changing the document, write the answer and attach nothing.`,
      );
    case 'no-version':
      return said('El OPL todavía no ha entregado ninguna versión.', 'The OPL has not handed in any version yet.');
    case 'version-superseded':
      return said(
        `Usted revisó la versión ${refusal.seen} y ya hay una versión ${refusal.latest}. Revísela antes de continuar.`,
        `You looked at version ${refusal.seen} and there is a version ${refusal.latest} by now. Look at it before going on.`,
      );
    case 'already-accepted':
      return said(
        `El entregable se aceptó el ${longDate(refusal.on, 'es')}. Ya no admite revisión.`,
        `The deliverable was accepted on ${longDate(refusal.on, 'en')}. It is no longer under review.`,
      );
    case 'text-missing':
      return said('Falta el texto: escriba qué y por qué.', 'The text is missing: write what and why.');
    case 'observation-unknown':
      return said(
        `No hay ninguna observación ${refusal.observation}. Vuelva a abrir la página.`,
        `There is no observation ${refusal.observation}. Open the page again.`,
      );
    case 'observation-of-another':
      return said(
        `La observación ${refusal.observation} no es de este entregable. Elija una de la lista.`,
        `Observation ${refusal.observation} is not of this deliverable. Choose one of the list.`,
      );
    case 'observation-attended':
      return said(
        `La observación ${refusal.observation} ya está atendida. Si volvió a presentarse, haga otra que remita a ella.`,
        `Observation ${refusal.observation} is attended already. If it came back, make another one that points to it.`,
      );
    case 'observations-pending':
      return said(
        `Hay observaciones obligatorias sin atender: ${refusal.observations.join(', ')}. Dictamínelas antes de aceptar.`,
        `There are mandatory observations not attended: ${refusal.observations.join(', ')}. Settle them before accepting.`,
      );
    case 'same-office':
      return said(
        'Su cargo entregó una versión de este documento: la aceptación corresponde a otro.',
        'Your office handed in a version of this document: accepting it is for another.',
      );
    case 'same-person':
      return said(
        'Usted entregó una versión de este documento desde otro cargo: la aceptación corresponde a otra persona.',
        'You handed in a version of this document from another office: accepting it is for somebody else.',
      );
    case 'already-said':
      return said(
        `La observación ya quedó como «${outcomeWords[refusal.outcome].es}». Alguien pudo registrarlo al mismo tiempo.`,
        `The observation already stands as “${outcomeWords[refusal.outcome].en}”. Somebody may have recorded it at the same time.`,
      );
    case 'before-what-it-follows':
      return said(
        `El ${longDate(refusal.on, 'es')} es anterior a lo último registrado (${longDate(refusal.last, 'es')}). Corrija la fecha.`,
        `${longDate(refusal.on, 'en')} comes before the last thing recorded (${longDate(refusal.last, 'en')}). Correct the date.`,
      );
    case 'until-before':
      return said(
        `El último día (${longDate(refusal.until, 'es')}) es anterior al día del acto (${longDate(refusal.on, 'es')}).`,
        `The last day (${longDate(refusal.until, 'en')}) comes before the day of the act (${longDate(refusal.on, 'en')}).`,
      );
    default:
      return planRefusalText(refusal);
  }
}
