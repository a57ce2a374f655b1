import { longDate } from '../../core/date-words.ts';
import { unreachable } from '../../core/result.ts';
import type { Bilingual } from '../../core/words.ts';
import type { ProcessRefusal } from './decide.ts';

/** What was refused, and what to do. */
export function processRefusalText(refusal: ProcessRefusal): Bilingual {
  switch (refusal.kind) {
    case 'process-exists':
      return {
        es: 'Ya existe un proceso con esa clave. Ábralo, o elija otra clave.',
        en: 'A process with that id exists already. Open it, or choose another id.',
      };
    case 'process-unknown':
      return {
        es: 'No hay ningún proceso con esa clave. Revise la lista de procesos.',
        en: 'There is no process with that id. See the list of processes.',
      };
    case 'before-opening':
      return {
        es: `La fecha (${longDate(refusal.on, 'es')}) es anterior a la apertura del proceso (${longDate(refusal.opened, 'es')}). Revise la fecha.`,
        en: `The date (${longDate(refusal.on, 'en')}) comes before the process was opened (${longDate(refusal.opened, 'en')}). Check the date.`,
      };
    case 'before-last-decision':
      return {
        es: `La fecha (${longDate(refusal.on, 'es')}) es anterior al último acto sobre la jornada o la suspensión (${longDate(refusal.last, 'es')}). Revise la fecha.`,
        en: `The date (${longDate(refusal.on, 'en')}) comes before the last act on election day or suspension (${longDate(refusal.last, 'en')}). Check the date.`,
      };
    case 'opl-exists':
      return {
        es: `El OPL «${refusal.opl}» ya forma parte del proceso. Revise la lista de OPL.`,
        en: `The OPL “${refusal.opl}” is part of the process already. See the list of OPLs.`,
      };
    case 'opl-unknown':
      return {
        es: `El OPL «${refusal.opl}» no forma parte del proceso. Agréguelo primero.`,
        en: `The OPL “${refusal.opl}” is not part of the process. Add it first.`,
      };
    case 'election-day-set-already':
      return {
        es: `La jornada ya está fijada (${longDate(refusal.jornada, 'es')}). Para cambiarla, registre el acuerdo que la mueve.`,
        en: `Election day is fixed already (${longDate(refusal.jornada, 'en')}). To change it, record the agreement that moves it.`,
      };
    case 'election-day-missing':
      return {
        es: 'Todavía no hay jornada fijada. Fíjela con el acuerdo que la establece.',
        en: 'No election day is fixed yet. Set it with the agreement that fixes it.',
      };
    case 'election-day-same':
      return {
        es: `La jornada ya es el ${longDate(refusal.jornada, 'es')}. Indique otra fecha.`,
        en: `Election day is ${longDate(refusal.jornada, 'en')} already. Give another date.`,
      };
    case 'election-day-not-after-act':
      return {
        es: `La jornada (${longDate(refusal.jornada, 'es')}) debe ser posterior al acuerdo que la fija (${longDate(refusal.on, 'es')}). Revise ambas fechas.`,
        en: `Election day (${longDate(refusal.jornada, 'en')}) must come after the act that fixes it (${longDate(refusal.on, 'en')}). Check both dates.`,
      };
    case 'suspended-already':
      return {
        es: `El proceso ya está suspendido desde el ${longDate(refusal.since, 'es')}. Para reanudarlo, registre el acuerdo que fija la jornada.`,
        en: `The process has been suspended since ${longDate(refusal.since, 'en')}. To resume it, record the agreement that fixes election day.`,
      };
    default:
      return unreachable(refusal);
  }
}
