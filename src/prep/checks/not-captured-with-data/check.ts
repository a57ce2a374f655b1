import type { RowCheck } from '../check.ts';
import { leeme } from '../sources.ts';

export const notCapturedWithData: RowCheck = {
  id: 'not-captured-with-data',
  family: 'status',
  severity: 'warning',
  kind: 'row',
  needs: ['counted'],
  title: { es: 'Acta con votos que figura como no capturada', en: 'Acta with votes that stands as not captured' },
  source: leeme({ es: 'CONTABILIZADA: 1 contabilizada, 0 no contabilizada', en: 'CONTABILIZADA: 1 counted, 0 not counted' }),
  publisher: {
    es: 'Si el acta ya tiene votos, CONTABILIZADA debe decir 1 o 0.',
    en: 'If the acta has votes already, CONTABILIZADA must say 1 or 0.',
  },
  overseer: {
    es: 'Hay votos publicados que no están en ningún total. Pregunte en qué estado está el acta.',
    en: 'There are published votes that are in no total. Ask what state the acta is in.',
  },
};
