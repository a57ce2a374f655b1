import { longDate } from '../../core/date-words.ts';
import type { Shape, StatusMark } from '../../core/document.ts';
import { unreachable } from '../../core/result.ts';
import { type Bilingual, catalogue, type Lang, pick } from '../../core/words.ts';
import type { FigureFault, OperationRefusal } from './decide-operation.ts';
import type { MaintenanceStanding } from './operation.ts';
import type { Severity } from './operation-events.ts';
import type { IncidentStatus, Moment } from './operation-state.ts';

export const severityWords: Readonly<Record<Severity, { readonly word: Bilingual; readonly means: Bilingual }>> = {
  critical: { word: { es: 'Crítico', en: 'Critical' }, means: { es: 'El sistema no se puede usar.', en: 'The system cannot be used.' } },
  major: {
    word: { es: 'Mayor', en: 'Major' },
    means: { es: 'Algo para lo que sirve no se puede hacer.', en: 'Something it serves cannot be done.' },
  },
  minor: { word: { es: 'Menor', en: 'Minor' }, means: { es: 'Molesta, y se puede trabajar.', en: 'A nuisance; work goes on.' } },
};

const statusWords: Readonly<Record<IncidentStatus, { readonly shape: Shape; readonly word: Bilingual }>> = {
  open: { shape: 'late', word: { es: 'Abierto', en: 'Open' } },
  mitigated: { shape: 'observed', word: { es: 'Mitigado', en: 'Mitigated' } },
  resolved: { shape: 'doing', word: { es: 'Resuelto', en: 'Resolved' } },
  closed: { shape: 'done', word: { es: 'Cerrado', en: 'Closed' } },
};
export const incidentMark = (status: IncidentStatus, lang: Lang): StatusMark => {
  const { shape, word } = statusWords[status];
  return { shape, word: pick(word, lang) };
};

const maintenanceWords: Readonly<Record<MaintenanceStanding, { readonly shape: Shape; readonly word: Bilingual }>> = {
  planned: { shape: 'todo', word: { es: 'Planeado', en: 'Planned' } },
  'under-way': { shape: 'doing', word: { es: 'En curso', en: 'Under way' } },
  over: { shape: 'done', word: { es: 'Terminado', en: 'Over' } },
  cancelled: { shape: 'unknown', word: { es: 'Cancelado', en: 'Cancelled' } },
};
export const maintenanceMark = (standing: MaintenanceStanding, lang: Lang): StatusMark => {
  const { shape, word } = maintenanceWords[standing];
  return { shape, word: pick(word, lang) };
};

export const momentWords: Readonly<Record<Moment['what'], Bilingual>> = {
  noted: { es: 'Nota', en: 'Note' },
  mitigated: { es: 'Mitigado', en: 'Mitigated' },
  resolved: { es: 'Resuelto', en: 'Resolved' },
};

/** Buttons and headings. The verbs are those of `decide-operation.ts`. */
export const operationWords = catalogue({
  openIncident: { es: 'Abrir incidente', en: 'Open incident' },
  noteIncident: { es: 'Agregar nota', en: 'Add note' },
  mitigateIncident: { es: 'Registrar mitigación', en: 'Record mitigation' },
  resolveIncident: { es: 'Registrar solución', en: 'Record resolution' },
  closeIncident: { es: 'Cerrar incidente', en: 'Close incident' },
  planMaintenance: { es: 'Planear mantenimiento', en: 'Plan maintenance' },
  cancelMaintenance: { es: 'Cancelar mantenimiento', en: 'Cancel maintenance' },
  defineFigure: { es: 'Definir cifra', en: 'Define figure' },
  reportFigures: { es: 'Registrar cifras', en: 'Report figures' },
});

/** «2020-10-18T15:24:00.000Z» as it is read by everybody: UTC says so. */
const instant = (at: string): string => `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;

/** What is wrong with one row, and what to do. */
export function figureFaultText(fault: FigureFault): Bilingual {
  const { row } = fault;
  switch (fault.kind) {
    case 'entity-unknown':
      return {
        es: `Fila ${row}: «${fault.entity}» no es una entidad que use este sistema. Escriba la clave de su OPL.`,
        en: `Row ${row}: “${fault.entity}” is no entity that uses this system. Write the id of its OPL.`,
      };
    case 'date-ahead':
      return {
        es: `Fila ${row}: la fecha (${longDate(fault.date, 'es')}) está en el futuro; hoy es ${longDate(fault.on, 'es')}. Corrija la fecha.`,
        en: `Row ${row}: the date (${longDate(fault.date, 'en')}) lies ahead; today is ${longDate(fault.on, 'en')}. Correct the date.`,
      };
    case 'reported-exceeds':
      return {
        es: `Fila ${row}: se reportan ${fault.reported}, más que el total (${fault.of}). Corrija una de las dos cifras.`,
        en: `Row ${row}: ${fault.reported} are reported, more than the total (${fault.of}). Correct one of the two.`,
      };
    case 'achieved-exceeds':
      return {
        es: `Fila ${row}: se logran ${fault.achieved}, más que las reportadas (${fault.reported}). Corrija una de las dos cifras.`,
        en: `Row ${row}: ${fault.achieved} are achieved, more than are reported (${fault.reported}). Correct one of the two.`,
      };
    case 'twice':
      return {
        es: `Fila ${row}: repite la entidad, el día y la hora de la fila ${fault.first}. Deje una sola.`,
        en: `Row ${row}: repeats the entity, day and hour of row ${fault.first}. Leave only one.`,
      };
    case 'stated-already':
      return {
        es: `Fila ${row}: ya consta otra cifra (${fault.reported} reportadas). Para corregirla escriba el motivo.`,
        en: `Row ${row}: another figure stands (${fault.reported} reported). To correct it write the reason.`,
      };
    default:
      return unreachable(fault);
  }
}

const kinds: Readonly<Record<OperationRefusal['kind'], true>> = {
  'incident-unknown': true,
  'incident-taken': true,
  'incident-not-possible': true,
  'times-out-of-order': true,
  'instant-ahead': true,
  'postmortem-missing': true,
  'maintenance-taken': true,
  'maintenance-unknown': true,
  'maintenance-over': true,
  'figure-taken': true,
  'figure-unknown': true,
  'rows-wrong': true,
};
export const isOfOperation = <R extends { readonly kind: string }>(refusal: R | OperationRefusal): refusal is OperationRefusal =>
  Object.hasOwn(kinds, refusal.kind);

/** What was refused, and what to do. */
export function operationRefusalText(refusal: OperationRefusal): Bilingual {
  switch (refusal.kind) {
    case 'incident-unknown':
      return {
        es: `El sistema no tiene ningún incidente «${refusal.incident}». Vea sus incidentes.`,
        en: `The system has no incident “${refusal.incident}”. See its incidents.`,
      };
    case 'incident-taken':
      return {
        es: `Ya hay un incidente «${refusal.incident}». Use otra clave.`,
        en: `There is an incident “${refusal.incident}” already. Use another id.`,
      };
    case 'incident-not-possible':
      return {
        es: `El incidente está en otro estado: ${statusWords[refusal.status].word.es.toLowerCase()}. Recargue la página y vea qué se puede registrar.`,
        en: `The incident is in another state: ${statusWords[refusal.status].word.en.toLowerCase()}. Reload the page and see what can be recorded.`,
      };
    case 'times-out-of-order':
      return {
        es: `Las horas están en desorden: ${instant(refusal.later)} sería anterior a ${instant(refusal.earlier)}. Revise las horas.`,
        en: `The times are out of order: ${instant(refusal.later)} would come before ${instant(refusal.earlier)}. Check the times.`,
      };
    case 'instant-ahead':
      return {
        es: `La hora (${instant(refusal.at)}) es posterior al día en que se registra (${longDate(refusal.on, 'es')}). Revise la hora.`,
        en: `The time (${instant(refusal.at)}) comes after the day on which it is recorded (${longDate(refusal.on, 'en')}). Check the time.`,
      };
    case 'postmortem-missing':
      return {
        es: 'Falta el análisis posterior. Un incidente crítico o mayor se cierra con su documento.',
        en: 'The postmortem is missing. A critical or major incident is closed with its document.',
      };
    case 'maintenance-taken':
      return {
        es: `Ya hay un mantenimiento «${refusal.maintenance}». Use otra clave.`,
        en: `There is a maintenance “${refusal.maintenance}” already. Use another id.`,
      };
    case 'maintenance-unknown':
      return {
        es: `No hay ningún mantenimiento «${refusal.maintenance}». Revise la lista.`,
        en: `There is no maintenance “${refusal.maintenance}”. See the list.`,
      };
    case 'maintenance-over':
      return {
        es: 'El mantenimiento ya terminó o ya se canceló. No hay nada que cancelar.',
        en: 'The maintenance is over or was cancelled. There is nothing to cancel.',
      };
    case 'figure-taken':
      return {
        es: `Ya hay una cifra con la clave «${refusal.figure}». Use otra clave.`,
        en: `There is a figure with the id “${refusal.figure}” already. Use another id.`,
      };
    case 'figure-unknown':
      return {
        es: `El sistema no lleva la cifra «${refusal.figure}». Defínala antes.`,
        en: `The system keeps no figure “${refusal.figure}”. Define it first.`,
      };
    case 'rows-wrong':
      return {
        es: `No se registró ninguna fila: ${refusal.faults.map((fault) => figureFaultText(fault).es).join(' ')}`,
        en: `No row was recorded: ${refusal.faults.map((fault) => figureFaultText(fault).en).join(' ')}`,
      };
    default:
      return unreachable(refusal);
  }
}
