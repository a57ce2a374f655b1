import type { SetCheck } from '../check.ts';
import { coherence } from '../sources.ts';

export const hashRepeated: SetCheck = {
  id: 'hash-repeated',
  family: 'integrity',
  severity: 'error',
  kind: 'set',
  needs: ['hash'],
  title: { es: 'El mismo código de integridad en dos actas', en: 'The same integrity code for two actas' },
  source: coherence({ es: 'dos imágenes distintas tienen códigos distintos', en: 'two different images have different codes' }),
  publisher: {
    es: 'Dos actas llevan el código de una misma imagen. Revise cuál de las imágenes es la suya y publique la que falta.',
    en: 'Two actas carry the code of one image. See which image is whose and publish the one that is missing.',
  },
  overseer: {
    es: 'Al menos una de estas actas no está respaldada por su propia imagen. Pida las imágenes y cotéjelas. Causa desconocida.',
    en: 'At least one of these actas is not backed by its own image. Ask for the images and compare them. Cause unknown.',
  },
};
