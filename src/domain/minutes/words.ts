import { longDate } from '../../core/date-words.ts';
import { proseFaultText } from '../../core/prose.ts';
import { unreachable } from '../../core/result.ts';
import type { Bilingual } from '../../core/words.ts';
import type { MinutesRefusal } from './decide.ts';
import type { OutcomeKind, PresenceKind } from './events.ts';
import type { Record as MeetingRecord } from './views.ts';

export const presenceNames: Readonly<Record<PresenceKind, Bilingual>> = {
  titular: { es: 'Titular', en: 'Titular' },
  suplente: { es: 'Suplente', en: 'Alternate' },
  represented: { es: 'Representado', en: 'Represented' },
};
export const outcomeNames: Readonly<Record<OutcomeKind, Bilingual>> = {
  information: { es: 'Información', en: 'Information' },
  agreement: { es: 'Acuerdo', en: 'Agreement' },
};
export const stageNames: Readonly<Record<MeetingRecord['stage'], Bilingual>> = {
  none: { es: 'Sin minuta', en: 'No minutes' },
  drafted: { es: 'En borrador', en: 'Draft' },
  circulated: { es: 'Circulada', en: 'Circulated' },
  approved: { es: 'Aprobada', en: 'Approved' },
  sealed: { es: 'Sellada', en: 'Sealed' },
  published: { es: 'Publicada', en: 'Published' },
};

/** `2019-11-12T10:05` as people read it: the hour, and its day when that is not the day of the meeting. */
export function hourText(moment: string, day: string, lang: 'es' | 'en'): string {
  const [date = '', time = ''] = moment.split('T');
  return date === day ? time : `${time} (${longDate(date, lang)})`;
}

/** What was refused, and what to do. */
export function minutesRefusalText(refusal: MinutesRefusal): Bilingual {
  switch (refusal.kind) {
    case 'meeting-unknown':
      return {
        es: `No hay reunión ${refusal.number} vigente en este proceso. Revise el calendario.`,
        en: `This process has no standing meeting ${refusal.number}. See the calendar.`,
      };
    case 'not-in-session':
      return {
        es: `La reunión ${refusal.number} no está en sesión. Ábrala primero.`,
        en: `Meeting ${refusal.number} is not in session. Open it first.`,
      };
    case 'not-held':
      return {
        es: `La reunión ${refusal.number} no consta como celebrada. Ciérrela o regístrela antes de levantar la minuta.`,
        en: `Meeting ${refusal.number} is not recorded as held. Close or record it before drafting its minutes.`,
      };
    case 'minutes-approved':
      return {
        es: `La minuta de la reunión ${refusal.number} ya se aprobó: su registro no cambia. Use un adendo.`,
        en: `The minutes of meeting ${refusal.number} are approved: its record does not change. Use an addendum.`,
      };
    case 'item-unknown':
      return {
        es: `La reunión ${refusal.meeting} no tiene el punto ${refusal.item}. Vea su orden del día.`,
        en: `Meeting ${refusal.meeting} has no point ${refusal.item}. See its agenda.`,
      };
    case 'outcome-unknown':
      return {
        es: `No hay un resultado ${refusal.outcome} vigente. Vea la lista.`,
        en: `There is no standing outcome ${refusal.outcome}. See the list.`,
      };
    case 'turn-unknown':
      return {
        es: `El turno ${refusal.turn} no está en espera. Vea la lista.`,
        en: `Turn ${refusal.turn} is not waiting. See the list.`,
      };
    case 'present-already':
      return {
        es: 'Ese cargo ya está presente. Registre antes su salida.',
        en: 'That office is present already. Record its departure first.',
      };
    case 'not-present':
      return { es: 'Ese cargo no está presente. Registre antes su llegada.', en: 'That office is not present. Record its arrival first.' };
    case 'waiting-already':
      return {
        es: 'Ese cargo ya pidió la palabra. Espere su turno.',
        en: 'That office has asked for the floor already. Wait for its turn.',
      };
    case 'representative-unclear':
      return {
        es: 'Diga qué otro cargo representa al ausente, o deje ese campo vacío si asiste su titular o suplente.',
        en: 'Say which other office represents the absent one, or leave that field empty when its titular or alternate attends.',
      };
    case 'taken-up-already':
      return {
        es: `El punto ${refusal.item} ya se abordó. Continúe con el siguiente.`,
        en: `Point ${refusal.item} was taken up already. Go on to the next.`,
      };
    case 'time-out-of-order': {
      const [time, after] = [refusal.time.slice(11), refusal.after.slice(11)];
      return {
        es: `La hora ${time} es anterior a ${after}, que ya consta. Revísela.`,
        en: `The hour ${time} comes before ${after}, which is on record. Check it.`,
      };
    }
    case 'wrong-stage': {
      const stage = stageNames[refusal.stage];
      return {
        es: `No procede: la minuta está «${stage.es.toLowerCase()}». Vea qué paso sigue.`,
        en: `Not now: the minutes stand as “${stage.en.toLowerCase()}”. See which step is next.`,
      };
    }
    case 'revised-meanwhile':
      return {
        es: `Alguien guardó la versión ${refusal.revision} mientras usted escribía. Su texto sigue en el formulario: compárelo con el vigente y guarde de nuevo.`,
        en: `Somebody saved revision ${refusal.revision} while you were writing. Your text is still in the form: compare it with the present one and save again.`,
      };
    case 'nothing-changed':
      return {
        es: 'El texto es igual al vigente. No hay nada que guardar.',
        en: 'The text equals the present one. There is nothing to save.',
      };
    case 'not-later':
      return {
        es: `La reunión ${refusal.in} no es posterior a la ${refusal.number}: la minuta se aprueba en una reunión siguiente.`,
        en: `Meeting ${refusal.in} does not come after ${refusal.number}: minutes are approved at a later meeting.`,
      };
    case 'prose':
      return proseFaultText(refusal.fault);
    default:
      return unreachable(refusal);
  }
}
