import type { RowCheck } from '../check.ts';
import { coherence } from '../sources.ts';

export const stampAfterCut: RowCheck = {
  id: 'stamp-after-cut',
  family: 'time',
  severity: 'warning',
  kind: 'row',
  title: { es: 'Hora posterior al corte', en: 'Time later than the cut' },
  source: coherence({ es: 'acopio ≤ captura ≤ verificación ≤ corte', en: 'collection ≤ capture ≤ verification ≤ cut' }),
  publisher: {
    es: 'Revise el reloj del equipo que selló la hora y la zona horaria con que se publica el corte.',
    en: 'Check the clock of the machine that stamped the time and the time zone in which the cut is published.',
  },
  overseer: {
    es: 'El acta se habría acopiado, capturado o verificado después de publicarse. Suele ser un reloj o un huso equivocado; causa desconocida.',
    en: 'The acta would have been collected, captured or verified after it was published. It is usually a clock or a wrong zone; cause unknown.',
  },
};
