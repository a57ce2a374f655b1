import type { CutCheck } from '../check.ts';
import { leeme } from '../sources.ts';
import { totalsThat } from '../totals-that.ts';

export const totalRounded: CutCheck = {
  id: 'total-rounded',
  family: 'totals',
  severity: 'warning',
  kind: 'cut',
  eachSubject: true,
  title: { es: 'Porcentaje redondeado en vez de truncado', en: 'Percentage rounded instead of truncated' },
  source: leeme({
    es: 'porcentajes: cuatro decimales; el cuarto se trunca y no se redondea',
    en: 'percentages: four decimals; the fourth is truncated and not rounded',
  }),
  publisher: { es: 'Trunque el cuarto decimal.', en: 'Truncate the fourth decimal.' },
  overseer: {
    es: 'La diferencia es de una diezmilésima y no cambia nada, pero la regla dice truncar.',
    en: 'The difference is one ten-thousandth and changes nothing, but the rule says to truncate.',
  },
  fromCut: ({ totals }) => totalsThat(totals, 'rounded-instead-of-truncated'),
};
