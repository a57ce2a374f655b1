import type { CutCheck } from '../check.ts';
import { leeme } from '../sources.ts';
import { totalsThat } from '../totals-that.ts';

export const totalFraction: CutCheck = {
  id: 'total-fraction',
  family: 'totals',
  severity: 'warning',
  kind: 'cut',
  eachSubject: true,
  title: { es: 'Fracción en vez de porcentaje', en: 'Fraction instead of percentage' },
  source: leeme({ es: 'porcentajes: (actas ÷ ACTAS_ESPERADAS) × 100', en: 'percentages: (actas ÷ ACTAS_ESPERADAS) × 100' }),
  publisher: { es: 'Multiplique por cien antes de publicar.', en: 'Multiply by a hundred before publishing.' },
  overseer: {
    es: 'El número publicado es cien veces menor que el porcentaje que anuncia.',
    en: 'The published number is a hundred times less than the percentage it announces.',
  },
  fromCut: ({ totals }) => totalsThat(totals, 'fraction-instead-of-percentage'),
};
