import { longDate } from '../../core/date-words.ts';
import type { Shape, StatusMark } from '../../core/document.ts';
import { unreachable } from '../../core/result.ts';
import { type Bilingual, catalogue, type Lang, pick } from '../../core/words.ts';
import type { GateRefusal } from './decide-gate.ts';
import type { RequirementState } from './gate.ts';
import type { RollbackVerdict, Verdict } from './gate-events.ts';
import type { GateStatus } from './gate-state.ts';

type Mark = { readonly shape: Shape; readonly word: Bilingual };
const markOf =
  <K extends string>(marks: Readonly<Record<K, Mark>>) =>
  (key: K, lang: Lang): StatusMark => ({ shape: marks[key].shape, word: pick(marks[key].word, lang) });

export const requirementMark = markOf<RequirementState>({
  met: { shape: 'done', word: { es: 'Acreditado', en: 'Met' } },
  waived: { shape: 'doneLate', word: { es: 'Dispensado', en: 'Waived' } },
  expired: { shape: 'late', word: { es: 'Dispensa vencida', en: 'Waiver expired' } },
  lacking: { shape: 'todo', word: { es: 'Falta', en: 'Lacking' } },
});

export const gateMark = markOf<GateStatus>({
  open: { shape: 'doing', word: { es: 'Por decidir', en: 'To be decided' } },
  refused: { shape: 'late', word: { es: 'No autorizada', en: 'Refused' } },
  conditional: { shape: 'observed', word: { es: 'Autorizada con condiciones', en: 'Approved with conditions' } },
  approved: { shape: 'done', word: { es: 'Autorizada', en: 'Approved' } },
  kept: { shape: 'done', word: { es: 'Confirmada tras la observación', en: 'Confirmed after observation' } },
  rolledBack: { shape: 'observed', word: { es: 'Revertida', en: 'Rolled back' } },
});

export const conditionMark = (condition: { readonly met?: unknown; readonly overdue: boolean }, lang: Lang): StatusMark => {
  if (condition.met) return { shape: 'done', word: pick({ es: 'Cumplida', en: 'Met' }, lang) };
  return condition.overdue
    ? { shape: 'late', word: pick({ es: 'Vencida', en: 'Overdue' }, lang) }
    : { shape: 'todo', word: pick({ es: 'Pendiente', en: 'Pending' }, lang) };
};

export const verdictWords: Readonly<Record<Verdict, Bilingual>> = {
  yes: { es: 'Sí', en: 'Yes' },
  conditional: { es: 'Sí, con condiciones', en: 'Yes, with conditions' },
  no: { es: 'No', en: 'No' },
};
export const rollbackWords: Readonly<Record<RollbackVerdict, Bilingual>> = {
  keep: { es: 'Mantener en producción', en: 'Keep in production' },
  'roll-back': { es: 'Revertir', en: 'Roll back' },
};

/** Buttons and headings. The verbs are those of `decide-gate.ts`. */
export const gateWords = catalogue({
  open: { es: 'Abrir lista de producción', en: 'Open go-live gate' },
  meet: { es: 'Acreditar requisito', en: 'Meet requirement' },
  waive: { es: 'Dispensar requisito', en: 'Waive requirement' },
  decide: { es: 'Decidir puesta en producción', en: 'Decide go-live' },
  meetCondition: { es: 'Registrar condición cumplida', en: 'Record condition as met' },
  rollback: { es: 'Decidir reversión', en: 'Decide rollback' },
});

const lineName = ({ item, entity }: { readonly item: { readonly name: Bilingual }; readonly entity?: string }, lang: Lang): string =>
  entity === undefined ? pick(item.name, lang) : `${pick(item.name, lang)} (${entity})`;

/** What was refused, and what to do. */
export function gateRefusalText(refusal: GateRefusal): Bilingual {
  switch (refusal.kind) {
    case 'gate-open-already':
      return {
        es: `La lista ya está abierta desde el ${longDate(refusal.since, 'es')}. Siga con ella.`,
        en: `The gate is open already, since ${longDate(refusal.since, 'en')}. Go on with it.`,
      };
    case 'gate-not-open':
      return {
        es: 'El sistema no tiene lista de puesta en producción. Ábrala antes.',
        en: 'The system has no go-live gate. Open it first.',
      };
    case 'gate-decided':
      return {
        es: 'La puesta en producción ya está decidida. Los requisitos ya no cambian.',
        en: 'Going into production has been decided. The requirements no longer change.',
      };
    case 'requirement-unknown':
      return {
        es: `La lista no pide «${refusal.item}»${refusal.entity === undefined ? '' : ` a «${refusal.entity}»`}. Elija un requisito de la lista.`,
        en: `The gate does not ask for “${refusal.item}”${refusal.entity === undefined ? '' : ` of “${refusal.entity}”`}. Choose one of its requirements.`,
      };
    case 'figures-missing':
      return {
        es: `Faltan las cifras del reporte de «${refusal.item.name.es}». Escriba al menos una, con su nombre.`,
        en: `The figures of the report of “${refusal.item.name.en}” are missing. Write at least one, with its name.`,
      };
    case 'waiver-past':
      return {
        es: `La dispensa vencería el ${longDate(refusal.until, 'es')}, antes de darse (${longDate(refusal.on, 'es')}). Revise la fecha.`,
        en: `The waiver would end on ${longDate(refusal.until, 'en')}, before it is given (${longDate(refusal.on, 'en')}). Check the date.`,
      };
    case 'not-the-named-office':
      return {
        es: `La decisión corresponde al cargo «${refusal.decider}». Pídale que la tome.`,
        en: `The decision belongs to the office “${refusal.decider}”. Ask it to decide.`,
      };
    case 'transcribed-without-document':
      return {
        es: `La decisión es de «${refusal.office}». Para registrarla en su nombre agregue el documento que la prueba.`,
        en: `The decision is that of “${refusal.office}”. To record it in its name add the document that proves it.`,
      };
    case 'requirements-lacking':
      return {
        es: `No se puede autorizar: falta evidencia o dispensa. ${refusal.items.map((one) => lineName(one, 'es')).join('; ')}.`,
        en: `It cannot be approved: evidence or waiver is lacking. ${refusal.items.map((one) => lineName(one, 'en')).join('; ')}.`,
      };
    case 'conditions-missing':
      return {
        es: 'Faltan las condiciones. Escriba cada una con su fecha.',
        en: 'The conditions are missing. Write each with its date.',
      };
    case 'conditions-not-expected':
      return {
        es: `La decisión «${verdictWords[refusal.verdict].es}» no lleva condiciones. Quítelas o decida con condiciones.`,
        en: `The decision “${verdictWords[refusal.verdict].en}” has no conditions. Remove them, or decide with conditions.`,
      };
    case 'condition-past':
      return {
        es: `Una condición vencería el ${longDate(refusal.due, 'es')}, antes de la decisión (${longDate(refusal.on, 'es')}). Revise la fecha.`,
        en: `A condition would be due on ${longDate(refusal.due, 'en')}, before the decision (${longDate(refusal.on, 'en')}). Check the date.`,
      };
    case 'condition-unknown':
      return {
        es: `La decisión no tiene la condición «${refusal.condition}». Elija una de las suyas.`,
        en: `The decision has no condition “${refusal.condition}”. Choose one of its own.`,
      };
    case 'condition-met-already':
      return {
        es: `La condición se cumplió el ${longDate(refusal.on, 'es')}. No hay nada que registrar.`,
        en: `The condition was met on ${longDate(refusal.on, 'en')}. There is nothing to record.`,
      };
    case 'window-past':
      return {
        es: `La observación terminaría el ${longDate(refusal.until, 'es')}, antes de la decisión (${longDate(refusal.on, 'es')}). Revise la fecha.`,
        en: `Observation would end on ${longDate(refusal.until, 'en')}, before the decision (${longDate(refusal.on, 'en')}). Check the date.`,
      };
    case 'not-approved':
      return {
        es: 'La puesta en producción no está en un estado que lo permita. Revise la decisión vigente.',
        en: 'Going into production is not in a state that allows it. See the decision in force.',
      };
    default:
      return unreachable(refusal);
  }
}
