import { longDate } from '../../core/date-words.ts';
import { unreachable } from '../../core/result.ts';
import type { Bilingual } from '../../core/words.ts';
import type { VerificationRefusal } from './decide.ts';

/** What is said when a verification may not be recorded. */
export function verificationRefusalText(refusal: VerificationRefusal): Bilingual {
  switch (refusal.kind) {
    case 'process-absent':
      return { es: 'Ese proceso no está abierto. Revise su clave.', en: 'That process is not open. Check its id.' };
    case 'opl-unknown':
      return {
        es: `«${refusal.opl}» no es un OPL de este proceso. Los que hay: ${refusal.known.join(', ')}.`,
        en: `“${refusal.opl}” is no OPL of this process. There are: ${refusal.known.join(', ')}.`,
      };
    case 'before-opening':
      return {
        es: `El proceso se abrió el ${longDate(refusal.openedOn, 'es')}; la verificación no puede ser anterior.`,
        en: `The process was opened on ${longDate(refusal.openedOn, 'en')}; the verification cannot be earlier.`,
      };
    case 'cuts-out-of-order':
      return {
        es: `El corte de las ${refusal.later} está después del de las ${refusal.earlier}. Entréguelos en orden.`,
        en: `The cut of ${refusal.later} comes after that of ${refusal.earlier}. Hand them in in order.`,
      };
    case 'recorded-already':
      return {
        es: `Esta verificación ya está registrada como «${refusal.verification}»: mismos archivos, mismas reglas, mismos hallazgos.`,
        en: `This verification is recorded already as “${refusal.verification}”: same files, same rules, same findings.`,
      };
    default:
      return unreachable(refusal);
  }
}
