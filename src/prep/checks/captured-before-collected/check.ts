import type { RowCheck } from '../check.ts';
import { coherence } from '../sources.ts';

export const capturedBeforeCollected: RowCheck = {
  id: 'captured-before-collected',
  family: 'time',
  severity: 'warning',
  kind: 'row',
  needs: ['collectedAt', 'capturedAt'],
  title: { es: 'Capturada antes de acopiarse', en: 'Captured before it was collected' },
  source: coherence({ es: 'acopio ≤ captura ≤ verificación ≤ corte', en: 'collection ≤ capture ≤ verification ≤ cut' }),
  publisher: {
    es: 'El acta entró por el CATD, así que no pudo capturarse antes de llegar. Revise qué hora guarda cada columna y los relojes.',
    en: 'The acta came in through the CATD, so it could not be captured before it arrived. Check which time each column holds, and the clocks.',
  },
  overseer: {
    es: 'El orden del proceso no se sostiene con las horas publicadas. Puede ser un reloj; causa desconocida.',
    en: 'The order of the process does not hold with the published times. It may be a clock; cause unknown.',
  },
};
