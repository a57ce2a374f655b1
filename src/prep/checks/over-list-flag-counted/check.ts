import type { RowCheck } from '../check.ts';
import { leeme } from '../sources.ts';

export const overListFlagCounted: RowCheck = {
  id: 'over-list-flag-counted',
  family: 'arithmetic',
  severity: 'error',
  kind: 'row',
  title: { es: 'Acta marcada como excedida y sin embargo contabilizada', en: 'Acta flagged as over its list and yet counted' },
  source: leeme({ es: 'EXCEDE LISTA NOMINAL: el acta no se contabiliza', en: 'EXCEDE LISTA NOMINAL: the acta is not counted' }),
  publisher: {
    es: 'OBSERVACIONES dice que excede la lista nominal y CONTABILIZADA dice 1. Corrija la que esté mal.',
    en: 'OBSERVACIONES says that it exceeds the list and CONTABILIZADA says 1. Mend the one that is wrong.',
  },
  overseer: {
    es: 'La fila se contradice y sus votos están en los totales. Pregunte cuál de las dos columnas es la buena.',
    en: 'The row contradicts itself and its votes are in the totals. Ask which of the two columns is right.',
  },
};
