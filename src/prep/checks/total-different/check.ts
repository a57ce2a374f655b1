import type { CutCheck } from '../check.ts';
import { leeme } from '../sources.ts';
import { totalsThat } from '../totals-that.ts';

export const totalDifferent: CutCheck = {
  id: 'total-different',
  family: 'totals',
  severity: 'error',
  kind: 'cut',
  eachSubject: true,
  title: { es: 'El total publicado no es el de las actas publicadas', en: 'The published total is not that of the published actas' },
  source: leeme({ es: 'definición de cada total', en: 'definition of each total' }),
  publisher: {
    es: 'Vuelva a calcular este total con las filas del mismo archivo: total y filas deben salir de la misma consulta.',
    en: 'Compute this total again from the rows of the same file: totals and rows must come out of one query.',
  },
  overseer: {
    es: 'El total y las actas del mismo corte no dicen lo mismo. Se escriben ambos números y la operación. Causa desconocida: pida la explicación y guarde el corte.',
    en: 'The total and the actas of one cut do not say the same. Both numbers and the operation are written out. Cause unknown: ask for the explanation and keep the cut.',
  },
  fromCut: ({ totals }) => totalsThat(totals, 'different'),
};
