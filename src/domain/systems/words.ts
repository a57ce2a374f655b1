import { longDate } from '../../core/date-words.ts';
import type { Shape, StatusMark } from '../../core/document.ts';
import { type Bilingual, catalogue, type Lang, pick } from '../../core/words.ts';
import type { SystemsRefusal } from './decide.ts';
import type { Aspect, Environment, MilestoneKind } from './events.ts';
import { gateRefusalText } from './gate-words.ts';
import type { MilestoneStatus } from './milestones.ts';
import { isOfOperation, operationRefusalText } from './operation-words.ts';
import type { Stage } from './rows.ts';
import type { Milestone } from './state.ts';

export const milestoneKindWords: Readonly<Record<MilestoneKind, Bilingual>> = {
  requirements: { es: 'Requerimientos', en: 'Requirements' },
  development: { es: 'Desarrollo', en: 'Development' },
  'functional-tests': { es: 'Pruebas funcionales', en: 'Functional tests' },
  'load-tests': { es: 'Pruebas de carga', en: 'Load tests' },
  'security-tests': { es: 'Pruebas de seguridad', en: 'Security tests' },
  training: { es: 'Capacitación', en: 'Training' },
  drill: { es: 'Simulacro', en: 'Drill' },
  'go-live': { es: 'Puesta en producción', en: 'Go-live' },
  operation: { es: 'Operación', en: 'Operation' },
  close: { es: 'Cierre', en: 'Close' },
};

export const milestoneName = (milestone: Milestone, lang: Lang): string => pick(milestone.name ?? milestoneKindWords[milestone.kind], lang);

const milestoneStatusWords: Readonly<Record<MilestoneStatus, { readonly shape: Shape; readonly word: Bilingual }>> = {
  reached: { shape: 'done', word: { es: 'Cumplido', en: 'Reached' } },
  'reached-late': { shape: 'doneLate', word: { es: 'Cumplido fuera de plazo', en: 'Reached late' } },
  planned: { shape: 'todo', word: { es: 'Planeado', en: 'Planned' } },
  'to-replan': { shape: 'observed', word: { es: 'Por reprogramar', en: 'To be replanned' } },
  suspended: { shape: 'todo', word: { es: 'Suspendido', en: 'Suspended' } },
  late: { shape: 'late', word: { es: 'Fuera de plazo', en: 'Overdue' } },
  dropped: { shape: 'unknown', word: { es: 'Retirado', en: 'Dropped' } },
  unknown: { shape: 'unknown', word: { es: 'Sin información', en: 'No information' } },
};
export const milestoneMark = (status: MilestoneStatus, lang: Lang): StatusMark => {
  const { shape, word } = milestoneStatusWords[status];
  return { shape, word: pick(word, lang) };
};

const stageWords: Readonly<Record<Stage, { readonly shape: Shape; readonly word: Bilingual }>> = {
  late: { shape: 'late', word: { es: 'Con atraso', en: 'Behind' } },
  'to-replan': { shape: 'observed', word: { es: 'Por reprogramar', en: 'To be replanned' } },
  'rolled-back': { shape: 'observed', word: { es: 'Revertido', en: 'Rolled back' } },
  observing: { shape: 'doing', word: { es: 'En observación', en: 'Under observation' } },
  preparing: { shape: 'doing', word: { es: 'En preparación', en: 'In preparation' } },
  operating: { shape: 'done', word: { es: 'En operación', en: 'In operation' } },
  suspended: { shape: 'todo', word: { es: 'Suspendido', en: 'Suspended' } },
  unknown: { shape: 'unknown', word: { es: 'Sin información', en: 'No information' } },
};
export const stageMark = (stage: Stage, lang: Lang): StatusMark => {
  const { shape, word } = stageWords[stage];
  return { shape, word: pick(word, lang) };
};

export const environmentWords: Readonly<Record<Environment, Bilingual>> = {
  testing: { es: 'Pruebas', en: 'Testing' },
  training: { es: 'Capacitación', en: 'Training' },
  security: { es: 'Seguridad', en: 'Security' },
  production: { es: 'Producción', en: 'Production' },
};

export const aspectWords: Readonly<Record<Aspect, Bilingual>> = {
  existence: { es: 'Existencia', en: 'Existence' },
  purpose: { es: 'Propósito', en: 'Purpose' },
  activity: { es: 'Actividad', en: 'Activity' },
};

/** Buttons and headings. The verbs are those of `decide.ts`. */
export const systemsWords = catalogue({
  defineActivity: { es: 'Definir actividad', en: 'Define activity' },
  register: { es: 'Registrar sistema', en: 'Register system' },
  amend: { es: 'Corregir ficha', en: 'Amend record' },
  recordRelease: { es: 'Registrar liberación', en: 'Record release' },
  openReporting: { es: 'Abrir reporte', en: 'Open reporting' },
  declareDependency: { es: 'Declarar dependencia', en: 'Declare dependency' },
  withdrawDependency: { es: 'Retirar dependencia', en: 'Withdraw dependency' },
  plan: { es: 'Planear hito', en: 'Plan milestone' },
  replan: { es: 'Reprogramar hito', en: 'Replan milestone' },
  reach: { es: 'Registrar hito cumplido', en: 'Record milestone as reached' },
  recordMilestone: { es: 'Registrar en el hito', en: 'Record on the milestone' },
  reopen: { es: 'Reabrir hito', en: 'Reopen milestone' },
  drop: { es: 'Retirar hito', en: 'Drop milestone' },
});

/** What was refused, and what to do. */
export function systemsRefusalText(refusal: SystemsRefusal): Bilingual {
  switch (refusal.kind) {
    case 'system-unknown':
      return {
        es: `No hay ningún sistema «${refusal.system}» en este proceso. Revise la lista de sistemas.`,
        en: `There is no system “${refusal.system}” in this process. See the list of systems.`,
      };
    case 'system-taken':
      return {
        es: `Ya hay un sistema con la clave «${refusal.system}». Use otra clave o corrija la ficha que existe.`,
        en: `There is a system with the id “${refusal.system}” already. Use another id, or amend the record there is.`,
      };
    case 'activity-unknown':
      return {
        es: `No hay ninguna actividad «${refusal.activity}». Defínala antes.`,
        en: `There is no activity “${refusal.activity}”. Define it first.`,
      };
    case 'activity-taken':
      return {
        es: `Ya hay una actividad con la clave «${refusal.activity}». Use otra clave.`,
        en: `There is an activity with the id “${refusal.activity}” already. Use another id.`,
      };
    case 'opl-unknown':
      return {
        es: `«${refusal.opl}» no es un OPL de este proceso. Revise la clave.`,
        en: `“${refusal.opl}” is no OPL of this process. Check the id.`,
      };
    case 'reason-missing':
      return {
        es: 'Falta el motivo. Escriba por qué: queda en la bitácora.',
        en: 'The reason is missing. Write why: it stays in the log.',
      };
    case 'nothing-changed':
      return {
        es: 'No hay ningún cambio que registrar. Lo que escribió ya consta.',
        en: 'There is no change to record. What you wrote stands already.',
      };
    case 'before-last':
      return {
        es: `La fecha (${longDate(refusal.on, 'es')}) es anterior a lo último registrado (${longDate(refusal.last, 'es')}). Revise la fecha.`,
        en: `The date (${longDate(refusal.on, 'en')}) comes before what was last recorded (${longDate(refusal.last, 'en')}). Check the date.`,
      };
    case 'released-ahead':
      return {
        es: `La liberación (${longDate(refusal.releasedOn, 'es')}) es posterior al día en que se registra (${longDate(refusal.on, 'es')}). Revise la fecha.`,
        en: `The release (${longDate(refusal.releasedOn, 'en')}) comes after the day on which it is recorded (${longDate(refusal.on, 'en')}). Check the date.`,
      };
    case 'reporting-already':
      return {
        es: `El reporte del sistema ya está abierto desde el ${longDate(refusal.since, 'es')}. No hace falta abrirlo otra vez.`,
        en: `Reporting is open already, since ${longDate(refusal.since, 'en')}. There is no need to open it again.`,
      };
    case 'depends-already':
      return {
        es: `La dependencia de «${refusal.target}» ya está declarada. No hay nada que agregar.`,
        en: `The dependency on “${refusal.target}” is declared already. There is nothing to add.`,
      };
    case 'depends-not':
      return {
        es: `El sistema no tiene ninguna dependencia de «${refusal.target}». Revise sus dependencias.`,
        en: `The system has no dependency on “${refusal.target}”. See its dependencies.`,
      };
    case 'circle':
      return {
        es: `Los sistemas dependerían unos de otros en círculo: ${refusal.path.join(' → ')}. Retire antes una de esas dependencias.`,
        en: `The systems would depend on each other in a circle: ${refusal.path.join(' → ')}. Withdraw one of those dependencies first.`,
      };
    case 'milestone-unknown':
      return {
        es: `El sistema no tiene ningún hito «${refusal.milestone}». Revise sus hitos.`,
        en: `The system has no milestone “${refusal.milestone}”. See its milestones.`,
      };
    case 'milestone-taken':
      return {
        es: `El sistema ya tiene un hito con la clave «${refusal.milestone}». Use otra clave o reprograme ese hito.`,
        en: `The system has a milestone with the id “${refusal.milestone}” already. Use another id, or replan that milestone.`,
      };
    case 'milestone-reached-already':
      return {
        es: `El hito se cumplió el ${longDate(refusal.on, 'es')}. Si no fue así, reábralo con su motivo.`,
        en: `The milestone was reached on ${longDate(refusal.on, 'en')}. If it was not, reopen it with the reason.`,
      };
    case 'milestone-dropped-already':
      return {
        es: `El hito se retiró el ${longDate(refusal.on, 'es')}. Planee otro si hace falta.`,
        en: `The milestone was dropped on ${longDate(refusal.on, 'en')}. Plan another if it is needed.`,
      };
    case 'milestone-not-reached':
      return {
        es: 'El hito no consta como cumplido. Solo se reabre un hito cumplido.',
        en: 'The milestone is not recorded as reached. Only one that was reached is reopened.',
      };
    default:
      return isOfOperation(refusal) ? operationRefusalText(refusal) : gateRefusalText(refusal);
  }
}
