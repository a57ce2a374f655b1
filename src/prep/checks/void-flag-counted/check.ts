import type { RowCheck } from '../check.ts';
import { leeme } from '../sources.ts';

export const voidFlagCounted: RowCheck = {
  id: 'void-flag-counted',
  family: 'status',
  severity: 'error',
  kind: 'row',
  title: {
    es: 'Acta marcada como vacía, ilegible o ausente y sin embargo contabilizada',
    en: 'Acta flagged as blank, illegible or absent and yet counted',
  },
  source: leeme({
    es: 'ACTAS_NO_CONTABILIZADAS: todos los campos ilegibles o sin dato, o sin acta',
    en: 'ACTAS_NO_CONTABILIZADAS: all fields illegible or without data, or no acta',
  }),
  publisher: {
    es: 'OBSERVACIONES dice que no hay acta o que ninguno de sus campos se lee, y CONTABILIZADA dice 1. Corrija la que esté mal.',
    en: 'OBSERVACIONES says that there is no acta or that none of its fields can be read, and CONTABILIZADA says 1. Mend the one that is wrong.',
  },
  overseer: {
    es: 'La fila se contradice y está en los totales. Pregunte cuál de las dos columnas es la buena.',
    en: 'The row contradicts itself and is in the totals. Ask which of the two columns is right.',
  },
};
