import type { RowCheck } from '../check.ts';
import { leeme } from '../sources.ts';

export const countedWithoutVerification: RowCheck = {
  id: 'counted-without-verification',
  family: 'status',
  severity: 'warning',
  kind: 'row',
  needs: ['verifiedAt'],
  title: { es: 'Acta contabilizada sin hora de verificación', en: 'Counted acta without a verification time' },
  source: leeme({
    es: 'FECHA_HORA_VERIFICACION: hora en que se verificó la captura del acta',
    en: 'FECHA_HORA_VERIFICACION: when the capture of the acta was verified',
  }),
  publisher: {
    es: 'Publique FECHA_HORA_VERIFICACION de toda acta contabilizada, o aclare en el LEEME por qué no la lleva.',
    en: 'Publish FECHA_HORA_VERIFICACION of every counted acta, or say in the readme why it has none.',
  },
  overseer: {
    es: 'No consta que estos votos pasaran por la verificación antes de publicarse. Puede ser sólo la columna: pregunte cómo se verificaron.',
    en: 'Nothing shows that these votes went through verification before they were published. It may be the column only: ask how they were verified.',
  },
};
