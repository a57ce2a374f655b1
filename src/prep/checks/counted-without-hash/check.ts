import type { RowCheck } from '../check.ts';
import { leeme } from '../sources.ts';

export const countedWithoutHash: RowCheck = {
  id: 'counted-without-hash',
  family: 'integrity',
  severity: 'warning',
  kind: 'row',
  needs: ['hash'],
  title: { es: 'Acta contabilizada sin código de integridad', en: 'Counted acta without an integrity code' },
  source: leeme({
    es: 'CODIGO_INTEGRIDAD: código de la imagen del acta digitalizada',
    en: 'CODIGO_INTEGRIDAD: code of the image of the digitised acta',
  }),
  publisher: {
    es: 'Publique el código de la imagen de toda acta contabilizada.',
    en: 'Publish the code of the image of every counted acta.',
  },
  overseer: {
    es: 'Estos votos no se pueden ligar a la imagen de un acta. Pida la imagen y su código.',
    en: 'These votes cannot be tied to the image of an acta. Ask for the image and its code.',
  },
};
