import type { RowCheck } from '../check.ts';
import { leeme } from '../sources.ts';

export const negativeVote: RowCheck = {
  id: 'negative-vote',
  family: 'arithmetic',
  severity: 'error',
  kind: 'row',
  title: { es: 'Votos negativos', en: 'Negative votes' },
  source: leeme({ es: 'columnas de votos: número de votos', en: 'vote columns: number of votes' }),
  publisher: {
    es: 'Un número de votos no puede ser negativo. Revise la captura o la resta que lo produjo.',
    en: 'A number of votes cannot be negative. Check the capture or the subtraction that made it.',
  },
  overseer: {
    es: 'El acta y los totales de los que forma parte están mal calculados. Causa desconocida.',
    en: 'The acta and the totals it is part of are wrongly computed. Cause unknown.',
  },
};
