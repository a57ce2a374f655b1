import { unreachable } from '../../core/result.ts';
import type { Bilingual } from '../../core/words.ts';
import type { AgendaRefusal } from './decide.ts';
import type { Purpose } from './events.ts';

export const purposeNames: Readonly<Record<Purpose, Bilingual>> = {
  inform: { es: 'Informar', en: 'To inform' },
  discuss: { es: 'Discutir', en: 'To discuss' },
  agree: { es: 'Acordar', en: 'To agree' },
};

/** What was refused, and what to do. */
export function agendaRefusalText(refusal: AgendaRefusal): Bilingual {
  switch (refusal.kind) {
    case 'meeting-unknown':
      return {
        es: `No hay reunión ${refusal.number} en este proceso. Revise el calendario.`,
        en: `This process has no meeting ${refusal.number}. See the calendar.`,
      };
    case 'meeting-over':
      return refusal.how === 'held'
        ? {
            es: `La reunión ${refusal.number} ya se celebró: su orden del día no cambia. Lleve el punto a una reunión próxima.`,
            en: `Meeting ${refusal.number} has been held: its agenda does not change. Take the point to a coming meeting.`,
          }
        : {
            es: `La reunión ${refusal.number} está cancelada: no se convoca ni se prepara.`,
            en: `Meeting ${refusal.number} is cancelled: it is neither convened nor prepared.`,
          };
    case 'in-session':
      return {
        es: `La reunión ${refusal.number} está en sesión: pueden agregarse puntos, no cambiarse los convocados.`,
        en: `Meeting ${refusal.number} is in session: points may be added, those convened are not changed.`,
      };
    case 'item-unknown':
      return {
        es: `La reunión ${refusal.meeting} no tiene el punto ${refusal.item}. Vea su orden del día.`,
        en: `Meeting ${refusal.meeting} has no point ${refusal.item}. See its agenda.`,
      };
    case 'carried-already':
      return {
        es: `Ese punto ya está en el orden del día de la reunión ${refusal.meeting}, con el número ${refusal.item}.`,
        en: `That point is on the agenda of meeting ${refusal.meeting} already, as number ${refusal.item}.`,
      };
    case 'not-carried-forward':
      return {
        es: `Un punto se traslada a una reunión posterior: de la ${refusal.from} no puede pasar a la ${refusal.meeting}.`,
        en: `A point is carried to a later meeting: it cannot go from ${refusal.from} to ${refusal.meeting}.`,
      };
    case 'place-unknown':
      return {
        es: `El lugar ${refusal.to} no existe: el orden del día tiene ${refusal.places} puntos.`,
        en: `There is no place ${refusal.to}: the agenda has ${refusal.places} points.`,
      };
    case 'nothing-changed':
      return {
        es: 'Lo indicado es igual a lo que ya consta. No hay nada que cambiar.',
        en: 'What you state is what stands already. There is nothing to change.',
      };
    case 'no-items':
      return {
        es: `La reunión ${refusal.number} no tiene puntos. Agregue al menos uno antes de convocar.`,
        en: `Meeting ${refusal.number} has no points. Add at least one before convening.`,
      };
    case 'edition-needs-reason':
      return {
        es: `Ya hay una convocatoria. Para la ${refusal.edition}.ª diga por qué cambia.`,
        en: `There is a convocation already. For number ${refusal.edition} say why it changes.`,
      };
    default:
      return unreachable(refusal);
  }
}
