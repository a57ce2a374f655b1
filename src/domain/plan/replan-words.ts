import { longDate } from '../../core/date-words.ts';
import { unreachable } from '../../core/result.ts';
import { type Bilingual, catalogue, pick } from '../../core/words.ts';
import type { ReplanChoice } from './events.ts';
import type { ReplanRefusal } from './replan-decide.ts';

export const choiceWords: Readonly<Record<ReplanChoice, Bilingual>> = {
  adopt: { es: 'Adoptar la fecha propuesta', en: 'Adopt the date proposed' },
  keep: { es: 'Mantener la fecha actual', en: 'Keep the present date' },
  date: { es: 'Dar otra fecha', en: 'Give another date' },
  drop: { es: 'Dejar fuera del plan', en: 'Leave out of the plan' },
};

export const replanWords = catalogue({
  replan: { es: 'Reprogramación', en: 'Re-planning' },
  none: {
    es: 'No hay nada que reprogramar: el plan vigente es el de la jornada fijada. Si un acuerdo mueve la jornada, aquí se propone una fecha para cada obligación abierta.',
    en: 'There is nothing to re-plan: the plan in force is that of the election day fixed. If an agreement moves election day, a date is proposed here for each open obligation.',
  },
  needed: {
    es: (jornada: string, plan: string) =>
      `La jornada es el ${jornada} y el plan vigente es para el ${plan}. Mientras no se apruebe otro, sus plazos no corren.`,
    en: (jornada: string, plan: string) =>
      `Election day is ${jornada} and the plan in force is for ${plan}. Until another is approved, its deadlines do not run.`,
  },
  propose: { es: 'Proponer fechas', en: 'Propose dates' },
  proposeHint: {
    es: 'La norma da una fecha para cada obligación abierta; ninguna vale hasta que se decida una por una o por grupo y se apruebe con un acuerdo.',
    en: 'The norm gives a date for each open obligation; none holds until they are decided one by one or by group and approved by an agreement.',
  },
  norm: { es: 'Norma', en: 'Norm' },
  progress: {
    es: (decided: number, all: number) => `${decided} de ${all} decididas`,
    en: (decided: number, all: number) => `${decided} of ${all} decided`,
  },
  forJornada: {
    es: (jornada: string, on: string) => `Para la jornada del ${jornada}, propuesta el ${on}`,
    en: (jornada: string, on: string) => `For election day ${jornada}, proposed on ${on}`,
  },
  difference: { es: 'Qué cambiaría', en: 'What would change' },
  moved: { es: 'cambian de fecha', en: 'change date' },
  unchanged: { es: 'mantienen su fecha', en: 'keep their date' },
  dropped: { es: 'quedan fuera del plan', en: 'are left out' },
  late: { es: 'quedan fuera de plazo', en: 'become overdue' },
  past: { es: 'con fecha ya pasada: nadie podría cumplirlas', en: 'with a date already past: nobody could meet it' },
  standing: { es: 'ya concluidas o que no aplican: su evidencia sigue valiendo', en: 'concluded or not applicable: their evidence stands' },
  undecided: { es: 'sin decidir', en: 'undecided' },
  items: { es: 'Lo que hay que decidir', en: 'What has to be decided' },
  item: { es: 'Asunto', en: 'Item' },
  present: { es: 'Fecha actual', en: 'Present date' },
  proposed: { es: 'Fecha propuesta', en: 'Date proposed' },
  decision: { es: 'Decisión', en: 'Decision' },
  newDate: { es: 'Nueva fecha', en: 'New date' },
  reason: { es: 'Motivo', en: 'Reason' },
  pastShort: { es: 'ya pasada', en: 'already past' },
  leftOut: { es: 'fuera del plan', en: 'left out of the plan' },
  decide: { es: 'Decidir', en: 'Decide' },
  which: { es: 'Sobre qué', en: 'On what' },
  whichHint: {
    es: 'Un asunto, o todo lo que sigue sin decidir de una entidad y un tema.',
    en: 'One item, or all that is still undecided of one entity and one topic.',
  },
  subject: { es: 'Asunto', en: 'Item' },
  allUndecided: { es: 'Todo lo que sigue sin decidir', en: 'All that is still undecided' },
  opl: { es: 'Entidad', en: 'Entity' },
  topic: { es: 'Tema', en: 'Topic' },
  systems: { es: 'Sistemas', en: 'Systems' },
  dateHint: { es: 'Sólo al dar otra fecha.', en: 'Only when giving another date.' },
  reasonHint: {
    es: 'Obligatorio al dar otra fecha o al dejar fuera del plan.',
    en: 'Required when giving another date or leaving out of the plan.',
  },
  decideButton: { es: 'Registrar decisión', en: 'Record decision' },
  simulateButton: { es: 'Simular decisión', en: 'Simulate decision' },
  simulation: { es: 'Simulación', en: 'Simulation' },
  simulationText: {
    es: 'Abajo está lo que cambiaría con la decisión del formulario. No se registró nada: quien vuelva a abrir la página la ve como estaba.',
    en: 'Below is what would change with the decision in the form. Nothing was recorded: whoever opens the page again sees it as it was.',
  },
  approve: { es: 'Aprobar la reprogramación', en: 'Approve the re-planning' },
  approveHint: {
    es: 'El plan que resulta entra en vigor hoy; el anterior queda a la vista, y toda decisión, en la bitácora.',
    en: 'The plan that results comes into force today; the former one stays in sight, and every decision in the log.',
  },
  agreement: { es: 'Acuerdo que la aprueba', en: 'Agreement that approves it' },
  agreementHint: { es: 'Su número, como se publicó: INE/CG170/2020.', en: 'Its number, as published: INE/CG170/2020.' },
  source: { es: 'Dónde se lee', en: 'Where it can be read' },
  approveButton: { es: 'Aprobar reprogramación', en: 'Approve re-planning' },
  agreementMissing: { es: 'Escriba el número del acuerdo.', en: 'Write the number of the agreement.' },
  sourceMissing: { es: 'Escriba dónde se lee el acuerdo.', en: 'Write where the agreement can be read.' },
  chooseChoice: { es: 'Elija una decisión de la lista.', en: 'Choose a decision from the list.' },
  chooseNorm: { es: 'Elija una norma de la lista.', en: 'Choose a norm from the list.' },
  nothingChosen: {
    es: 'Nada de eso sigue sin decidir. Elija otro grupo o un asunto.',
    en: 'None of that is still undecided. Choose another group, or an item.',
  },
  plans: { es: 'Planes adoptados', en: 'Plans adopted' },
  plan: { es: 'Acuerdo', en: 'Agreement' },
  jornada: { es: 'Jornada', en: 'Election day' },
  adoptedOn: { es: 'Adoptado', en: 'Adopted' },
  decisions: { es: 'Decisiones', en: 'Decisions' },
  droppedOf: { es: (n: number) => (n === 1 ? '1 fuera del plan' : `${n} fuera del plan`), en: (n: number) => `${n} left out` },
  changedMeanwhile: {
    es: 'Alguien decidió algo al mismo tiempo. Revise la lista y vuelva a intentarlo.',
    en: 'Somebody decided something at the same time. See the list and try again.',
  },
});

/** What was refused, and what to do. */
export function replanRefusalText(refusal: ReplanRefusal): Bilingual {
  switch (refusal.kind) {
    case 'process-unknown':
      return {
        es: 'No hay ningún proceso con esa clave. Revise la lista de procesos.',
        en: 'There is no process with that id. See the list of processes.',
      };
    case 'no-plan':
      return { es: 'No hay plan que reprogramar. Adopte uno primero.', en: 'There is no plan to re-plan. Adopt one first.' };
    case 'election-day-missing':
      return { es: 'No hay jornada fijada. Fíjela antes de reprogramar.', en: 'No election day is fixed. Set it before re-planning.' };
    case 'plan-in-force':
      return {
        es: `El plan vigente ya es el de la jornada del ${longDate(refusal.jornada, 'es')}. Se reprograma cuando un acuerdo mueve la jornada.`,
        en: `The plan in force is that of election day ${longDate(refusal.jornada, 'en')} already. Re-planning follows an agreement that moves election day.`,
      };
    case 'plan-for-another-day':
      return {
        es: `La propuesta es para el ${longDate(refusal.jornada, 'es')}, pero la jornada es el ${longDate(refusal.expected, 'es')}. Proponga de nuevo.`,
        en: `The proposal is for ${longDate(refusal.jornada, 'en')}, but election day is ${longDate(refusal.expected, 'en')}. Propose again.`,
      };
    case 'replan-open':
      return {
        es: `Ya hay una reprogramación propuesta para el ${longDate(refusal.jornada, 'es')}. Decida sobre ella.`,
        en: `A re-planning for ${longDate(refusal.jornada, 'en')} is proposed already. Decide on it.`,
      };
    case 'no-replan':
      return { es: 'No hay ninguna reprogramación propuesta. Propóngala primero.', en: 'No re-planning is proposed. Propose one first.' };
    case 'before-last-decision':
      return {
        es: `La fecha (${longDate(refusal.on, 'es')}) es anterior al acto del que parte (${longDate(refusal.last, 'es')}). Revise la fecha.`,
        en: `The date (${longDate(refusal.on, 'en')}) comes before the act it rests on (${longDate(refusal.last, 'en')}). Check the date.`,
      };
    case 'item-unknown':
      return {
        es: `«${refusal.subject}» no está entre lo que hay que decidir. Revise la lista.`,
        en: `“${refusal.subject}” is not among what has to be decided. See the list.`,
      };
    case 'choice-reason-missing':
      return {
        es: `Falta el motivo de «${pick(choiceWords[refusal.choice], 'es')}». Escríbalo.`,
        en: `The reason for “${pick(choiceWords[refusal.choice], 'en')}” is missing. Write it.`,
      };
    case 'date-missing':
      return { es: 'Falta la fecha. Escríbala, o elija otra decisión.', en: 'The date is missing. Write it, or choose another decision.' };
    case 'date-after-election':
      return {
        es: `La fecha (${longDate(refusal.due, 'es')}) es posterior a la jornada (${longDate(refusal.jornada, 'es')}). Dé una anterior.`,
        en: `The date (${longDate(refusal.due, 'en')}) comes after election day (${longDate(refusal.jornada, 'en')}). Give an earlier one.`,
      };
    case 'nothing-proposed':
      return {
        es: `La norma no da fecha a «${refusal.subject}» para la nueva jornada. Manténgala, dé otra fecha o déjela fuera con su motivo.`,
        en: `The norm gives “${refusal.subject}” no date for the new election day. Keep it, give another date, or leave it out with its reason.`,
      };
    case 'nothing-to-keep':
      return {
        es: `«${refusal.subject}» no tiene fecha en el plan vigente. Adopte la propuesta, dé otra o déjela fuera con su motivo.`,
        en: `“${refusal.subject}” has no date in the plan in force. Adopt the one proposed, give another, or leave it out with its reason.`,
      };
    case 'undecided':
      return {
        es: `${refusal.count === 1 ? 'Falta 1 decisión' : `Faltan ${refusal.count} decisiones`}: la primera, ${refusal.first.es}. No se aprueba mientras quede una sin decidir.`,
        en: `${refusal.count === 1 ? '1 decision is' : `${refusal.count} decisions are`} missing: the first, ${refusal.first.en}. It is not approved while one is undecided.`,
      };
    default:
      return unreachable(refusal);
  }
}
