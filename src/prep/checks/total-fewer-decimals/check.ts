import type { CutCheck } from '../check.ts';
import { leeme } from '../sources.ts';
import { totalsThat } from '../totals-that.ts';

export const totalFewerDecimals: CutCheck = {
  id: 'total-fewer-decimals',
  family: 'totals',
  severity: 'warning',
  kind: 'cut',
  eachSubject: true,
  title: { es: 'Porcentaje con menos de cuatro decimales', en: 'Percentage of fewer than four decimals' },
  source: leeme({
    es: 'porcentajes: cuatro decimales; el cuarto se trunca y no se redondea',
    en: 'percentages: four decimals; the fourth is truncated and not rounded',
  }),
  publisher: { es: 'Publique el porcentaje con cuatro decimales.', en: 'Publish the percentage with four decimals.' },
  overseer: {
    es: 'El número es el que dan las filas, acortado. No cambia nada, pero la regla pide cuatro decimales.',
    en: 'The number is the one the rows give, shortened. It changes nothing, but the rule asks for four decimals.',
  },
  fromCut: ({ totals }) => totalsThat(totals, 'fewer-decimals'),
};
