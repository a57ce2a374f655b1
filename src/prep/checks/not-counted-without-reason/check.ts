import type { RowCheck } from '../check.ts';
import { leeme } from '../sources.ts';

export const notCountedWithoutReason: RowCheck = {
  id: 'not-counted-without-reason',
  family: 'status',
  severity: 'warning',
  kind: 'row',
  needs: ['observations'],
  title: { es: 'Acta no contabilizada sin observación', en: 'Acta not counted, without an observation' },
  source: leeme({
    es: 'OBSERVACIONES: motivos por los cuales un acta no se contabiliza',
    en: 'OBSERVACIONES: the reasons for which an acta is not counted',
  }),
  publisher: { es: 'Escriba en OBSERVACIONES por qué no se contabilizó.', en: 'Write in OBSERVACIONES why it was not counted.' },
  overseer: {
    es: 'Sus votos no están en los totales y no se dice por qué. Pida el motivo.',
    en: 'Its votes are not in the totals and it is not said why. Ask for the reason.',
  },
};
