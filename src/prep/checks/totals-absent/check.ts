import type { CutCheck } from '../check.ts';
import { leeme } from '../sources.ts';

export const totalsAbsent: CutCheck = {
  id: 'totals-absent',
  family: 'structure',
  severity: 'error',
  kind: 'cut',
  title: { es: 'El archivo no publica los totales', en: 'The file does not publish the totals' },
  source: leeme({ es: 'primera sección, encabezado', en: 'first section, header' }),
  publisher: {
    es: 'Publique antes de la tabla los nombres y los valores de los totales.',
    en: 'Publish the names and values of the totals before the table.',
  },
  overseer: {
    es: 'No hay totales publicados que comprobar. Los recalculados son de Atalaya, no de quien publica.',
    en: 'There are no published totals to check. Those recomputed are Atalaya’s, not the publisher’s.',
  },
  fromCut: ({ cut }) =>
    cut.detected.columns.length > 0 && cut.detected.totals.length === 0
      ? [{ row: null, subject: null, saw: '0', expected: 'ACTAS_ESPERADAS … PORCENTAJE_PARTICIPACION_CIUDADANA' }]
      : [],
};
