import { longDate } from '../../core/date-words.ts';
import type { Shape, StatusMark } from '../../core/document.ts';
import type { IsoDate } from '../../core/event.ts';
import { unreachable } from '../../core/result.ts';
import type { Bilingual, Lang } from '../../core/words.ts';
import type { ExercisesRefusal } from './decide.ts';
import type { checkpointDecisions, ExerciseKind, observationOutcomes, observationWeights, Phase, verdicts } from './events.ts';
import type { ConditionName, Truth } from './verdict.ts';
import type { ExerciseSlot, ObservationRow, Outcome, Standing } from './views.ts';

export const kindNames: Readonly<Record<ExerciseKind, Bilingual>> = {
  'functional-test': { es: 'Prueba funcional', en: 'Functional test' },
  drill: { es: 'Simulacro', en: 'Drill' },
  'extra-drill': { es: 'Simulacro adicional', en: 'Extra drill' },
  'election-night': { es: 'Noche de la jornada', en: 'Election night' },
};

/** «Simulacro 1», «Prueba funcional»: a first functional test needs no number. */
export function exerciseName({ kind, number }: Pick<ExerciseSlot, 'kind' | 'number'>, lang: Lang): string {
  const name = kindNames[kind][lang];
  return number === undefined || (kind === 'functional-test' && number === 1) ? name : `${name} ${number}`;
}

export const phaseNames: Readonly<Record<Phase, Bilingual>> = {
  acopio: { es: 'Acopio', en: 'Reception (acopio)' },
  digitalizacion: { es: 'Digitalización', en: 'Scanning' },
  captura: { es: 'Captura y verificación', en: 'Capture and verification' },
  publicacion: { es: 'Publicación', en: 'Publication' },
  cotejo: { es: 'Cotejo', en: 'Collation (cotejo)' },
  empaquetado: { es: 'Empaquetado', en: 'Packing' },
};

export const outcomeNames: Readonly<Record<Outcome, Bilingual>> = {
  upcoming: { es: 'Programado', en: 'Planned' },
  held: { es: 'Realizado', en: 'Held' },
  cancelled: { es: 'Cancelado', en: 'Cancelled' },
  unknown: { es: 'Sin información', en: 'No information' },
};

const standingMarks: Readonly<Record<Standing, { readonly shape: Shape; readonly word: Bilingual }>> = {
  successful: { shape: 'done', word: { es: 'Exitoso', en: 'Successful' } },
  'with-observations': { shape: 'observed', word: { es: 'Exitoso con observaciones', en: 'Successful, with observations' } },
  unsuccessful: { shape: 'late', word: { es: 'No exitoso', en: 'Not successful' } },
  held: { shape: 'doing', word: { es: 'Realizado, sin calificar', en: 'Held, not judged' } },
  upcoming: { shape: 'todo', word: { es: 'Programado', en: 'Planned' } },
  cancelled: { shape: 'doneLate', word: { es: 'Cancelado', en: 'Cancelled' } },
  unknown: { shape: 'unknown', word: { es: 'Sin información', en: 'No information' } },
};
export const standings = Object.keys(standingMarks) as readonly Standing[]; // the keys of the table are the standings
export const standingMark = (standing: Standing, lang: Lang): StatusMark => ({
  shape: standingMarks[standing].shape,
  word: standingMarks[standing].word[lang],
});

const truthShapes: Readonly<Record<Truth, Shape>> = { met: 'done', broken: 'late', unknown: 'unknown' };
export const truthMark = (truth: Truth, lang: Lang): StatusMark => ({ shape: truthShapes[truth], word: truthNames[truth][lang] });

const observationShapes: Readonly<Record<ObservationRow['standing'], Shape>> = {
  open: 'observed',
  attended: 'done',
  partly: 'doing',
  not: 'late',
};
export const observationMark = (standing: ObservationRow['standing'], lang: Lang): StatusMark => ({
  shape: observationShapes[standing],
  word: standingNames[standing][lang],
});

export const verdictNames: Readonly<Record<(typeof verdicts)[number] | 'unknown', Bilingual>> = {
  successful: { es: 'Exitoso', en: 'Successful' },
  'with-observations': { es: 'Exitoso con observaciones', en: 'Successful, with observations' },
  unsuccessful: { es: 'No exitoso', en: 'Not successful' },
  unknown: { es: 'Sin información', en: 'No information' },
};

export const conditionNames: Readonly<Record<ConditionName, Bilingual>> = {
  phases: { es: 'Todas las fases ejercitadas', en: 'Every phase exercised' },
  order: { es: 'En el orden previsto', en: 'In the order planned' },
  volume: { es: 'Volumen previsto capturado', en: 'Planned volume captured' },
  match: { es: 'Publicadas iguales a capturadas', en: 'As many published as captured' },
};

export const truthNames: Readonly<Record<Truth, Bilingual>> = {
  met: { es: 'Se cumple', en: 'Met' },
  broken: { es: 'No se cumple', en: 'Not met' },
  unknown: { es: 'Sin información', en: 'No information' },
};

export const weightNames: Readonly<Record<(typeof observationWeights)[number], Bilingual>> = {
  blocking: { es: 'Impide operar', en: 'Blocking' },
  mandatory: { es: 'Obligatoria', en: 'Mandatory' },
  recommendation: { es: 'Recomendación', en: 'Recommendation' },
};

export const standingNames: Readonly<Record<(typeof observationOutcomes)[number] | 'open', Bilingual>> = {
  open: { es: 'Abierta', en: 'Open' },
  attended: { es: 'Atendida', en: 'Attended' },
  partly: { es: 'Atendida en parte', en: 'Partly attended' },
  not: { es: 'No atendida', en: 'Not attended' },
};

export const decisionNames: Readonly<Record<(typeof checkpointDecisions)[number], Bilingual>> = {
  go: { es: 'Continuar', en: 'Go' },
  'go-with-conditions': { es: 'Continuar con condiciones', en: 'Go, with conditions' },
  'plan-b': { es: 'Aplicar el plan B', en: 'Take plan B' },
};

/** What was refused, and what to do. */
export function exercisesRefusalText(refusal: ExercisesRefusal): Bilingual {
  switch (refusal.kind) {
    case 'opl-unknown':
      return {
        es: `«${refusal.opl}» no es un OPL de este proceso. Revise la clave.`,
        en: `“${refusal.opl}” is not an OPL of this process. Check its id.`,
      };
    case 'number-missing': {
      const name = kindNames[refusal.exercise];
      return {
        es: `Falta el número: ¿qué ${name.es.toLowerCase()} es?`,
        en: `The number is missing: which ${name.en.toLowerCase()} is it?`,
      };
    }
    case 'number-needless':
      return {
        es: 'La noche de la jornada es una sola: deje vacío el número.',
        en: 'There is only one election night: leave the number empty.',
      };
    case 'exercise-unknown':
      return {
        es: `No hay ningún ejercicio «${refusal.exercise}» de este OPL. Prográmelo primero.`,
        en: `This OPL has no exercise “${refusal.exercise}”. Plan it first.`,
      };
    case 'held-already':
      return {
        es: `«${refusal.exercise}» ya se realizó: no se programa ni se cancela. Si se repite, programe un simulacro adicional.`,
        en: `“${refusal.exercise}” has been held: it is neither planned nor cancelled. If it is run again, plan an extra drill.`,
      };
    case 'cancelled-already':
      return {
        es: `«${refusal.exercise}» está cancelado. Programe un simulacro adicional.`,
        en: `“${refusal.exercise}” is cancelled. Plan an extra drill.`,
      };
    case 'not-held':
      return {
        es: `No se ha registrado que «${refusal.exercise}» se realizara. Regístrelo primero.`,
        en: `Nobody recorded that “${refusal.exercise}” was held. Record it first.`,
      };
    case 'reason-missing':
      return { es: 'Falta el motivo. Escríbalo: queda en la bitácora.', en: 'The reason is missing. State it: it stays in the log.' };
    case 'planned-after-its-day':
      return dated(refusal.date, refusal.on, (date, on) => ({
        es: `Lo que se programa es para el ${date.es}, antes del día en que se decide (${on.es}). Revise ambas fechas.`,
        en: `What is planned is for ${date.en}, before the day of the decision (${on.en}). Check both dates.`,
      }));
    case 'before-its-day':
      return dated(refusal.date, refusal.on, (date, on) => ({
        es: `Está programado para el ${date.es} y se indica que se realizó el ${on.es}. Si se adelantó, prográmelo primero para ese día.`,
        en: `It is planned for ${date.en} and is said to have been held on ${on.en}. If it was brought forward, plan it for that day first.`,
      }));
    case 'before-last':
      return dated(refusal.last, refusal.on, (last, on) => ({
        es: `La fecha indicada (${on.es}) es anterior a lo último registrado (${last.es}). Indique ese día u otro posterior.`,
        en: `The day stated (${on.en}) is before what was last recorded (${last.en}). State that day or a later one.`,
      }));
    case 'phase-repeated': {
      const name = phaseNames[refusal.phase];
      return { es: `La fase «${name.es}» está dos veces. Deje una.`, en: `The phase “${name.en}” stands there twice. Leave one.` };
    }
    case 'order-repeated':
      return {
        es: `Dos fases llevan el lugar ${refusal.order}. Dé a cada una el suyo.`,
        en: `Two phases have place ${refusal.order}. Give each its own.`,
      };
    case 'phase-not-exercised': {
      const name = phaseNames[refusal.phase];
      return {
        es: `«${name.es}» figura como no ejercitada y tiene lugar, hora o actas. Corrija una de las dos cosas.`,
        en: `“${name.en}” is said not to have been exercised and has a place, a time or actas. Correct one of the two.`,
      };
    }
    case 'counts-contradict':
      return {
        es: `Capturadas (${refusal.captured}) y publicadas (${refusal.published}) contradicen lo indicado sobre si coincidían. Deje sólo los números.`,
        en: `Captured (${refusal.captured}) and published (${refusal.published}) contradict what is said of their being equal. Leave only the numbers.`,
      };
    case 'progress-out-of-order':
      return {
        es: `El avance no está en orden: revise el minuto ${refusal.minutes}. Cada punto va después del anterior.`,
        en: `The progress is out of order: check minute ${refusal.minutes}. Each point comes after the one before.`,
      };
    case 'observation-unknown':
      return {
        es: `No hay ninguna observación «${refusal.observation}». Revise su clave en la página del ejercicio.`,
        en: `There is no observation “${refusal.observation}”. See its id on the page of the exercise.`,
      };
    case 'repeats-not-earlier':
      return {
        es: `«${refusal.observation}» no es de un ejercicio anterior de este OPL; sólo lo anterior se repite.`,
        en: `“${refusal.observation}” is not of an earlier exercise of this OPL; only what came before is repeated.`,
      };
    case 'resolved-already':
      return {
        es: `La observación «${refusal.observation}» ya tiene ese resultado o ya se atendió. Si volvió a ocurrir, obsérvela en el ejercicio en que ocurrió.`,
        en: `Observation “${refusal.observation}” has that outcome already, or was attended. If it happened again, observe it on the exercise where it did.`,
      };
    case 'verification-linked':
      return { es: `«${refusal.verification}» ya está vinculada.`, en: `“${refusal.verification}” is linked already.` };
    case 'checkpoint-unknown':
      return {
        es: `No hay ningún punto de control «${refusal.checkpoint}». Fíjelo primero.`,
        en: `There is no checkpoint “${refusal.checkpoint}”. Set it first.`,
      };
    case 'checkpoint-of-other-opl':
      return {
        es: `El punto de control «${refusal.checkpoint}» es del OPL «${refusal.opl}». Elija otra clave.`,
        en: `Checkpoint “${refusal.checkpoint}” is of the OPL “${refusal.opl}”. Choose another id.`,
      };
    case 'decided-already':
      return dated(refusal.on, refusal.on, (on) => ({
        es: `Sobre «${refusal.checkpoint}» se decidió el ${on.es}; la decisión queda. Fije otro punto de control.`,
        en: `“${refusal.checkpoint}” was decided on ${on.en}; the decision stands. Set another checkpoint.`,
      }));
    case 'criteria-differ':
      return {
        es: `El punto de control tiene ${refusal.expected} criterios y se respondieron ${refusal.given}. Responda cada uno, o déjelo sin información.`,
        en: `The checkpoint has ${refusal.expected} criteria and ${refusal.given} were answered. Answer each, or leave it as not known.`,
      };
    default:
      return unreachable(refusal);
  }
}

const both = (date: IsoDate): Bilingual => ({ es: longDate(date, 'es'), en: longDate(date, 'en') });
const dated = (one: IsoDate, other: IsoDate, then: (one: Bilingual, other: Bilingual) => Bilingual): Bilingual =>
  then(both(one), both(other));
