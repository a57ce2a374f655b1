import type { RowCheck } from '../check.ts';
import { coherence } from '../sources.ts';

export const verifiedBeforeCaptured: RowCheck = {
  id: 'verified-before-captured',
  family: 'time',
  severity: 'warning',
  kind: 'row',
  needs: ['capturedAt', 'verifiedAt'],
  title: { es: 'Verificada antes de capturarse', en: 'Verified before it was captured' },
  source: coherence({ es: 'acopio ≤ captura ≤ verificación ≤ corte', en: 'collection ≤ capture ≤ verification ≤ cut' }),
  publisher: {
    es: 'Revise qué hora guarda cada columna y los relojes de los equipos de captura y de verificación.',
    en: 'Check which time each column holds and the clocks of the capture and verification machines.',
  },
  overseer: {
    es: 'El orden del proceso no se sostiene con las horas publicadas. Puede ser un reloj; causa desconocida.',
    en: 'The order of the process does not hold with the published times. It may be a clock; cause unknown.',
  },
};
