import type { TotalName } from '../../detect/total-names.ts';
import { officialNames } from '../../totals/official-names.ts';
import type { CutCheck } from '../check.ts';
import { leeme } from '../sources.ts';

export const totalsInconsistent: CutCheck = {
  id: 'totals-inconsistent',
  family: 'totals',
  severity: 'error',
  kind: 'cut',
  eachSubject: true,
  title: { es: 'Los totales publicados se contradicen', en: 'The published totals contradict each other' },
  source: leeme(
    'ACTAS_REGISTRADAS = ACTAS_CAPTURADAS + ACTAS_FUERA_CATALOGO; ACTAS_CAPTURADAS = ACTAS_CONTABILIZADAS + ACTAS_NO_CONTABILIZADAS',
  ),
  publisher: { es: 'Revise las cuentas: una es la suma de las otras dos.', en: 'Check the counts: one is the sum of the other two.' },
  overseer: {
    es: 'Los totales no cuadran entre sí y no hay actas con que recalcularlos. Causa desconocida.',
    en: 'The totals do not agree with each other and there are no actas to compute them from. Cause unknown.',
  },
  // With rows every total is recomputed, which says more; this is for cuts that publish totals alone.
  fromCut: ({ totals: { published, recomputed } }) =>
    Object.keys(recomputed).length > 0
      ? []
      : sums.flatMap(([whole, one, other]) => {
          const [sum, a, b] = [published[whole], published[one], published[other]];
          if (sum == null || a == null || b == null || sum === a + b) return [];
          return [
            {
              row: null,
              subject: whole,
              saw: `${officialNames[whole]} = ${sum}`,
              expected: `${officialNames[one]} + ${officialNames[other]} = ${a} + ${b} = ${a + b}`,
            },
          ];
        }),
};

const sums: readonly (readonly [whole: TotalName, one: TotalName, other: TotalName])[] = [
  ['registered', 'captured', 'outOfCatalogue'],
  ['captured', 'counted', 'notCounted'],
];
