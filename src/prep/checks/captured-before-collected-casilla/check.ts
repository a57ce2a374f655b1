import type { RowCheck } from '../check.ts';
import { coherence } from '../sources.ts';

export const capturedBeforeCollectedCasilla: RowCheck = {
  id: 'captured-before-collected-casilla',
  family: 'time',
  severity: 'warning',
  kind: 'row',
  needs: ['collectedAt', 'capturedAt'],
  title: { es: 'PREP Casilla: capturada antes de acopiarse', en: 'PREP Casilla: captured before it was collected' },
  source: coherence({
    es: 'acopio ≤ captura; con PREP Casilla la foto puede llegar antes que el paquete',
    en: 'collection ≤ capture; with PREP Casilla the photo may come before the package',
  }),
  publisher: {
    es: 'Con la foto tomada en la casilla esto puede ocurrir. Aclare en el LEEME qué hora guarda FECHA_HORA_ACOPIO en ese caso.',
    en: 'With a photo taken in the casilla this may happen. Say in the readme which time FECHA_HORA_ACOPIO holds in that case.',
  },
  overseer: {
    es: 'Con PREP Casilla la foto puede capturarse antes de recibir el acta en papel: no se rechaza, se advierte. Si son muchas, pregunte qué se anota como acopio.',
    en: 'With PREP Casilla the photo may be captured before the paper is received: it is not rejected, it is pointed out. If they are many, ask what is written down as collection.',
  },
};
