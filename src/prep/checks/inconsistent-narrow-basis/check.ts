import type { CutCheck } from '../check.ts';
import { leeme } from '../sources.ts';

export const inconsistentNarrowBasis: CutCheck = {
  id: 'inconsistent-narrow-basis',
  family: 'totals',
  severity: 'note',
  kind: 'cut',
  title: {
    es: 'El porcentaje de inconsistencias sólo cuenta actas no contabilizadas',
    en: 'The percentage of inconsistencies counts only actas not counted',
  },
  source: leeme({
    es: 'PORCENTAJE_ACTAS_INCONSISTENCIAS: excede lista nominal, alguno o todos los campos ilegibles o sin dato',
    en: 'PORCENTAJE_ACTAS_INCONSISTENCIAS: over the list, some or all fields illegible or without data',
  }),
  publisher: {
    es: 'Cuente también las actas contabilizadas con algún campo ilegible o sin dato.',
    en: 'Count also the counted actas with some field illegible or without data.',
  },
  overseer: {
    es: 'El porcentaje publicado es exacto con una definición más estrecha que la acordada: no se compare con el de otros organismos.',
    en: 'The published percentage is exact under a narrower definition than the agreed one: do not compare it with that of other bodies.',
  },
  fromCut: ({ totals }) =>
    totals.inconsistentBasis === 'whole-acta'
      ? totals.comparisons
          .filter((one) => one.name === 'inconsistentPercent')
          .map((one) => ({
            row: null,
            subject: one.name,
            saw: `${one.label} = ${one.published}`,
            expected: 'EXCEDE LISTA NOMINAL · ILEGIBLE · SIN DATO',
          }))
      : [],
};
