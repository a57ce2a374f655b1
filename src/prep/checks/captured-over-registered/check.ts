import type { CutCheck } from '../check.ts';
import { leeme } from '../sources.ts';

export const capturedOverRegistered: CutCheck = {
  id: 'captured-over-registered',
  family: 'totals',
  severity: 'error',
  kind: 'cut',
  title: { es: 'Más actas capturadas que registradas', en: 'More actas captured than registered' },
  source: leeme('ACTAS_REGISTRADAS = ACTAS_CAPTURADAS + ACTAS_FUERA_CATALOGO'),
  publisher: {
    es: 'Toda acta capturada está registrada: revise las dos cuentas.',
    en: 'Every captured acta is registered: check both counts.',
  },
  overseer: {
    es: 'Es imposible por definición. Causa desconocida: pregunte de qué consulta sale cada cuenta.',
    en: 'It is impossible by definition. Cause unknown: ask which query each count comes from.',
  },
  fromCut: ({ totals: { published } }) =>
    published.captured != null && published.registered != null && published.captured > published.registered
      ? [
          {
            row: null,
            subject: 'captured',
            saw: `ACTAS_CAPTURADAS = ${published.captured}`,
            expected: `≤ ACTAS_REGISTRADAS = ${published.registered}`,
          },
        ]
      : [],
};
