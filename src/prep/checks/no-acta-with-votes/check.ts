import type { RowCheck } from '../check.ts';
import { leeme } from '../sources.ts';

export const noActaWithVotes: RowCheck = {
  id: 'no-acta-with-votes',
  family: 'status',
  severity: 'warning',
  kind: 'row',
  title: { es: '«Sin acta» con votos publicados', en: '“Without acta” with votes published' },
  source: leeme({
    es: 'SIN ACTA: paquete no entregado, casilla no instalada o paquete sin bolsa',
    en: 'SIN ACTA: package not delivered, casilla not installed or package without envelope',
  }),
  publisher: {
    es: 'La fila dice que no hay acta y publica votos. Corrija la observación o los votos.',
    en: 'The row says that there is no acta and publishes votes. Mend the observation or the votes.',
  },
  overseer: {
    es: 'No se sabe de dónde salen estos votos. Pida la imagen del acta.',
    en: 'It is not known where these votes come from. Ask for the image of the acta.',
  },
};
