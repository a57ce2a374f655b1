import { longDate } from '../../core/date-words.ts';
import { unreachable } from '../../core/result.ts';
import { type Bilingual, catalogue } from '../../core/words.ts';
import type { ReportRefusal } from './decide.ts';
import type { ReportKind } from './events.ts';

export const kindWords: Readonly<Record<ReportKind, Bilingual>> = {
  prep: { es: 'Informe PREP', en: 'PREP report' },
  systems: { es: 'Informe de sistemas', en: 'Systems report' },
};

/** What stands on the first page of each. */
export const reportTitles: Readonly<Record<ReportKind, Bilingual>> = {
  prep: {
    es: 'Informe sobre la implementación y operación de los PREP',
    en: 'Report on the implementation and operation of the PREPs',
  },
  systems: {
    es: 'Informe sobre el avance y la puesta en producción de los sistemas de la RED INE',
    en: 'Report on the progress and go-live of the RED INE systems',
  },
};

/** What was refused, and what to do. */
export function reportRefusalText(refusal: ReportRefusal): Bilingual {
  switch (refusal.kind) {
    case 'cutoff-in-future':
      return {
        es: `El corte (${longDate(refusal.cutoff, 'es')}) está en el futuro: hoy es ${longDate(refusal.today, 'es')}. Elija hoy o un día anterior.`,
        en: `The cut-off (${longDate(refusal.cutoff, 'en')}) lies in the future: today is ${longDate(refusal.today, 'en')}. Choose today or an earlier day.`,
      };
    case 'edition-needs-reason':
      return {
        es: `Ya hay un informe con corte al ${longDate(refusal.cutoff, 'es')}. Para una edición ${refusal.edition}, diga por qué.`,
        en: `There is a report with cut-off ${longDate(refusal.cutoff, 'en')} already. For edition ${refusal.edition}, say why.`,
      };
    case 'report-unknown':
      return {
        es: `No hay ningún informe «${refusal.report}». Revise la lista de informes.`,
        en: `There is no report “${refusal.report}”. See the list of reports.`,
      };
    case 'circulated-already':
      return {
        es: `El informe «${refusal.report}» ya se circuló el ${longDate(refusal.on, 'es')}. No se circula dos veces: una corrección es otra edición.`,
        en: `The report “${refusal.report}” was circulated already on ${longDate(refusal.on, 'en')}. It is not circulated twice: a correction is another edition.`,
      };
    case 'not-circulated':
      return {
        es: 'Todavía no se circula: el grupo lo recibe antes que el público. Circúlelo primero.',
        en: 'It has not been circulated yet: the group receives it before the public. Circulate it first.',
      };
    case 'published-already':
      return {
        es: `Ya se publicó el ${longDate(refusal.on, 'es')}. No se publica dos veces.`,
        en: `It was published already on ${longDate(refusal.on, 'en')}. It is not published twice.`,
      };
    case 'not-frozen-yet':
      return {
        es: `El informe «${refusal.report}» se congeló el ${longDate(refusal.frozenOn, 'es')}. No pudo circularse antes: revise la fecha.`,
        en: `The report “${refusal.report}” was frozen on ${longDate(refusal.frozenOn, 'en')}. It cannot have been circulated before: check the date.`,
      };
    default:
      return unreachable(refusal);
  }
}

export const informeWords = catalogue({
  group: { es: 'Grupo de Trabajo de la Comisión de seguimiento', en: 'Working group of the follow-up commission' },
  process: { es: 'Proceso', en: 'Process' },
  cutoff: { es: 'Corte', en: 'Cut-off' },
  meeting: { es: 'Reunión', en: 'Meeting' },
  edition: { es: 'Edición', en: 'Edition' },
  editionWhy: { es: (n: number, why: string) => `${n}, corregida: ${why}`, en: (n: number, why: string) => `${n}, corrected: ${why}` },
  version: { es: 'Versión', en: 'Version' },
  publicVersion: { es: 'pública', en: 'public' },
  byline: {
    es: (office: string, version: number, date: string) => `Texto de ${office}. Versión ${version}, integrada el ${date}.`,
    en: (office: string, version: number, date: string) => `Text by ${office}. Version ${version}, integrated on ${date}.`,
  },
  noMeeting: { es: 'ninguna reunión tiene este corte', en: 'no meeting has this cut-off' },
  meetingOf: { es: (n: number, date: string) => `${n}, ${date}`, en: (n: number, date: string) => `${n}, ${date}` },
  jornada: { es: 'Jornada electoral', en: 'Election day' },
  daysLeft: {
    es: (n: number) => (n === 1 ? 'falta 1 día' : `faltan ${n} días`),
    en: (n: number) => (n === 1 ? '1 day to go' : `${n} days to go`),
  },
  daysGone: {
    es: (n: number) => (n === 1 ? 'hace 1 día' : `hace ${n} días`),
    en: (n: number) => (n === 1 ? '1 day ago' : `${n} days ago`),
  },
  today: { es: 'es el día del corte', en: 'is the day of the cut-off' },
  notFixed: { es: 'sin fijar', en: 'not fixed' },
  suspended: {
    es: (since: string, name: string) => `Proceso suspendido desde el ${since} (${name}).`,
    en: (since: string, name: string) => `Process suspended since ${since} (${name}).`,
  },
  fictitious: { es: 'DATOS FICTICIOS', en: 'FICTITIOUS DATA' },
  footer: {
    es: (position: number, root: string) => `Bitácora ${position} · raíz ${root}`,
    en: (position: number, root: string) => `Log ${position} · root ${root}`,
  },
  presentation: { es: 'Presentación', en: 'Presentation' },
  presentationText: {
    es: (opls: string, meeting: string) =>
      `Este informe presenta al grupo de trabajo el seguimiento a la implementación y operación de los Programas de Resultados Electorales Preliminares (PREP) de ${opls}. ${meeting} Todo lo que dice se deriva de lo registrado hasta el corte; lo que nadie ha registrado se muestra como «sin información», nunca como retraso.`,
    en: (opls: string, meeting: string) =>
      `This report presents to the working group the follow-up of the implementation and operation of the preliminary results programmes (PREP) of ${opls}. ${meeting} All it says derives from what was recorded up to the cut-off; what nobody has recorded is shown as “no information”, never as lateness.`,
  },
  presentationMeeting: {
    es: (n: number, date: string) => `Se prepara para la reunión ${n}, del ${date}.`,
    en: (n: number, date: string) => `It is made for meeting ${n}, on ${date}.`,
  },
  legal: { es: 'Base legal', en: 'Legal basis' },
  legalNorm: {
    es: (norm: string, agreement: string, date: string) =>
      `Las fechas se calculan con la norma ${norm} (Reglamento de Elecciones y su Anexo 13), a partir de la jornada fijada por ${agreement}; el plan vigente se adoptó el ${date}.`,
    en: (norm: string, agreement: string, date: string) =>
      `Dates are computed with the norm ${norm} (Reglamento de Elecciones and its Anexo 13), from the election day fixed by ${agreement}; the plan in force was adopted on ${date}.`,
  },
  legalConfirm: {
    es: (n: number, total: number) =>
      `De ${total} obligaciones, ${n} se rigen por una regla por confirmar contra el texto de la norma: así se indica en cada una.`,
    en: (n: number, total: number) =>
      `Of ${total} obligations, ${n} follow a rule still to be confirmed against the text of the norm: each one says so.`,
  },
  noPlan: { es: 'A la fecha del corte no había plan adoptado.', en: 'No plan had been adopted by the cut-off.' },
  state: { es: 'Estado por OPL', en: 'State by OPL' },
  progress: { es: 'Avance por OPL', en: 'Progress by OPL' },
  progressTable: { es: 'Obligaciones por estado', en: 'Obligations by status' },
  progressAlt: {
    es: (parts: string) => `Barras apiladas con el número de obligaciones por estado. ${parts}`,
    en: (parts: string) => `Stacked bars with the number of obligations by status. ${parts}`,
  },
  obligations: { es: 'obligaciones', en: 'obligations' },
  obligation: { es: 'Obligación', en: 'Obligation' },
  topic: { es: 'Tema', en: 'Topic' },
  status: { es: 'Estado', en: 'Status' },
  opl: { es: 'OPL', en: 'OPL' },
  total: { es: 'Total', en: 'Total' },
  next: { es: 'Próximo vencimiento', en: 'Next due' },
  topicsOf: { es: (name: string) => `${name}: estado por tema`, en: (name: string) => `${name}: status by topic` },
  changed: { es: 'Qué cambió desde el corte anterior', en: 'What changed since the last cut-off' },
  changedSince: { es: (date: string) => `Desde el ${date}.`, en: (date: string) => `Since ${date}.` },
  changedTable: { es: 'Obligaciones que cambiaron', en: 'Obligations that changed' },
  firstCutoff: {
    es: 'Es el primer corte: no hay uno anterior con el cual comparar.',
    en: 'This is the first cut-off: there is none before it to compare with.',
  },
  before: { es: 'Antes', en: 'Before' },
  now: { es: 'Ahora', en: 'Now' },
  date: { es: 'Fecha', en: 'Date' },
  event: { es: 'Hecho', en: 'Event' },
  source: { es: 'Fuente', en: 'Source' },
  facts: { es: 'Hechos del periodo', en: 'Events of the period' },
  leftOut: { es: 'fuera del plan vigente', en: 'left out of the plan in force' },
  gone: { es: 'ya no figura en el plan', en: 'no longer in the plan' },
  jornadaSet: {
    es: (agreement: string, jornada: string) => `${agreement} fija la jornada: ${jornada}.`,
    en: (agreement: string, jornada: string) => `${agreement} sets election day: ${jornada}.`,
  },
  jornadaMoved: {
    es: (agreement: string, jornada: string) => `${agreement} cambia la jornada: ${jornada}.`,
    en: (agreement: string, jornada: string) => `${agreement} moves election day: ${jornada}.`,
  },
  processSuspended: {
    es: (agreement: string) => `${agreement} suspende el proceso.`,
    en: (agreement: string) => `${agreement} suspends the process.`,
  },
  planAdopted: {
    es: (agreement: string, jornada: string) => `${agreement}: se adopta el plan para la jornada del ${jornada}.`,
    en: (agreement: string, jornada: string) => `${agreement}: the plan for election day ${jornada} is adopted.`,
  },
  noChange: {
    es: 'Ninguna obligación cambió de estado ni de fecha en el periodo.',
    en: 'No obligation changed status or date in the period.',
  },
  noFacts: { es: 'No se registraron hechos en el periodo.', en: 'No events were recorded in the period.' },
  attention: { es: 'Requiere atención', en: 'Needs attention' },
  attentionTable: { es: 'Fuera de plazo, con observaciones o fuera del plan', en: 'Overdue, with observations, or left out of the plan' },
  noAttention: { es: 'Ninguna obligación está en estos casos.', en: 'No obligation is in these cases.' },
  why: { es: 'Por qué', en: 'Why' },
  whyOverdue: {
    es: (date: string, n: number) => `Venció el ${date}: ${n === 1 ? '1 día' : `${n} días`}`,
    en: (date: string, n: number) => `Was due on ${date}: ${n === 1 ? '1 day' : `${n} days`}`,
  },
  whyOmitted: {
    es: (agreement: string) => `${agreement} no la incluyó en el plan vigente`,
    en: (agreement: string) => `${agreement} left it out of the plan in force`,
  },
  whyObserved: { es: (date: string) => `Observada el ${date}`, en: (date: string) => `Observed on ${date}` },
  upcoming: { es: 'Por vencer en los 30 días siguientes', en: 'Due in the next 30 days' },
  upcomingTable: { es: 'Obligaciones por vencer', en: 'Obligations due' },
  noUpcoming: { es: 'Nada vence en los 30 días siguientes.', en: 'Nothing is due in the next 30 days.' },
  due: { es: 'Vence', en: 'Due' },
  sendBy: { es: 'Envío al INE', en: 'Send by' },
  annex: { es: 'Anexo. Obligaciones y explicación de sus fechas', en: 'Annex. Obligations and the reason for their dates' },
  annexTable: { es: 'Obligaciones del plan vigente', en: 'Obligations of the plan in force' },
  annexText: {
    es: 'Cada fecha con la regla que la produce, su cita y qué tan confirmada está la regla.',
    en: 'Each date with the rule that gives it, its citation, and how well the rule is confirmed.',
  },
  code: { es: 'Clave', en: 'Code' },
  rule: { es: 'Regla y cita', en: 'Rule and citation' },
  confirmation: { es: 'Regla', en: 'Rule' },
  unit: { es: 'obligaciones', en: 'obligations' },
});
