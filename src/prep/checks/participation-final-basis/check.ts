import type { CutCheck } from '../check.ts';
import { anexo13 } from '../sources.ts';

export const participationFinalBasis: CutCheck = {
  id: 'participation-final-basis',
  family: 'totals',
  severity: 'note',
  kind: 'cut',
  when: 'final',
  title: {
    es: 'La participación del corte final deja fuera las casillas especiales',
    en: 'The participation of the final cut leaves out special casillas',
  },
  source: anexo13({
    es: 'numeral 29: las casillas especiales entran en la participación sólo en el último corte',
    en: 'numeral 29: special casillas enter participation only in the last cut',
  }),
  publisher: {
    es: 'En el último corte la participación se calcula con TOTAL_VOTOS_C_CS.',
    en: 'In the last cut participation is computed with TOTAL_VOTOS_C_CS.',
  },
  overseer: {
    es: 'Algunos organismos conservan la base de la noche. Diga con qué base se calculó al citar el porcentaje.',
    en: 'Some bodies keep the basis of the night. Say which basis it was computed on when quoting the percentage.',
  },
  fromCut: ({ totals }) =>
    totals.participationBasis === 'S_CS'
      ? [{ row: null, subject: 'participationPercent', saw: 'TOTAL_VOTOS_S_CS', expected: 'TOTAL_VOTOS_C_CS' }]
      : [],
};
