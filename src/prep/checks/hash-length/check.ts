import type { SetCheck } from '../check.ts';
import { coherence } from '../sources.ts';

export const hashLength: SetCheck = {
  id: 'hash-length',
  family: 'integrity',
  severity: 'warning',
  kind: 'set',
  needs: ['hash'],
  title: { es: 'Código de integridad de longitud o forma inesperada', en: 'Integrity code of unexpected length or form' },
  source: coherence({
    es: 'un solo algoritmo por publicación; SHA-256 son 64 cifras hexadecimales',
    en: 'one algorithm for a publication; SHA-256 is 64 hexadecimal digits',
  }),
  publisher: {
    es: 'Calcule el código de todas las imágenes con el mismo algoritmo y publíquelo en hexadecimal.',
    en: 'Compute the code of all images with the same algorithm and publish it in hexadecimal.',
  },
  overseer: {
    es: 'Este código no es como los demás del corte: con él no se puede comprobar la imagen del acta de la misma forma. Pida el código correcto.',
    en: 'This code is not like the others of the cut: the image of the acta cannot be checked with it in the same way. Ask for the right code.',
  },
};
