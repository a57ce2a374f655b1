import type { RowCheck } from '../check.ts';
import { leeme } from '../sources.ts';

export const sumNotCalculated: RowCheck = {
  id: 'sum-not-calculated',
  family: 'arithmetic',
  severity: 'error',
  kind: 'row',
  needs: ['calculated'],
  title: { es: 'Los votos no suman el total calculado', en: 'The votes do not add up to the calculated total' },
  source: leeme({
    es: 'TOTAL_VOTOS_CALCULADO: suma que hace el sistema de los votos asentados',
    en: 'TOTAL_VOTOS_CALCULADO: the system’s own sum of the votes written down',
  }),
  publisher: {
    es: 'TOTAL_VOTOS_CALCULADO es una suma del propio sistema: vuelva a calcularla con las columnas de votos que se publican. ILEGIBLE y SIN DATO suman cero.',
    en: 'TOTAL_VOTOS_CALCULADO is a sum made by the system itself: compute it again from the vote columns that are published. ILEGIBLE and SIN DATO add zero.',
  },
  overseer: {
    es: 'El total y los votos publicados de la misma acta no dicen lo mismo, y ambos salen del sistema, no de la mano de nadie. Causa desconocida: pida que se explique.',
    en: 'The total and the votes published for the same acta do not say the same, and both come from the system, not from anybody’s hand. Cause unknown: ask for an explanation.',
  },
};
