import { proseFaultText } from '../../core/prose.ts';
import { unreachable } from '../../core/result.ts';
import type { Bilingual } from '../../core/words.ts';
import type { NarrativesRefusal } from './decide.ts';
import type { Stage } from './views.ts';

export const stageNames: Readonly<Record<Stage | 'none', Bilingual>> = {
  none: { es: 'Sin texto', en: 'No text' },
  written: { es: 'En redacción', en: 'Being written' },
  delivered: { es: 'Entregado', en: 'Delivered' },
  returned: { es: 'Devuelto', en: 'Returned' },
  integrated: { es: 'Integrado', en: 'Integrated' },
};

export function narrativesRefusalText(refusal: NarrativesRefusal): Bilingual {
  switch (refusal.kind) {
    case 'section-unknown':
      return {
        es: `El informe no tiene una sección «${refusal.section}» con texto. Elija una de la lista.`,
        en: `The report has no section “${refusal.section}” with a text. Choose one from the list.`,
      };
    case 'not-yours':
      return {
        es: 'Esta acción requiere otro cargo: la sección la escribe otro. Pida a la Secretaría Técnica que se la asigne.',
        en: 'This section belongs to another office. Ask the technical secretariat to assign it to yours.',
      };
    case 'saved-meanwhile':
      return refusal.version === 0
        ? { es: 'Ese texto todavía no existe.', en: 'That text does not exist yet.' }
        : {
            es: `Mientras tanto se guardó la versión ${refusal.version}. Nada se perdió: compare ambas y vuelva a guardar.`,
            en: `Version ${refusal.version} was saved meanwhile. Nothing was lost: compare both and save again.`,
          };
    case 'nothing-written':
      return { es: 'No hay texto. Escriba antes de guardar.', en: 'There is no text. Write something first.' };
    case 'nothing-changed':
      return { es: 'No cambia nada de lo que ya está registrado.', en: 'It changes nothing of what is on record.' };
    case 'wrong-stage':
      return {
        es: `El texto está ${stageNames[refusal.stage].es.toLowerCase()}: así no procede. Vuelva a ver la página.`,
        en: `The text is ${stageNames[refusal.stage].en.toLowerCase()}: that cannot be done now. Look at the page again.`,
      };
    case 'reason-missing':
      return { es: 'Diga qué hay que corregir.', en: 'Say what has to be corrected.' };
    case 'prose':
      return proseFaultText(refusal.fault);
    default:
      return unreachable(refusal);
  }
}
