import type { RowCheck } from '../check.ts';
import { leeme } from '../sources.ts';

export const specialWithoutObservation: RowCheck = {
  id: 'special-without-observation',
  family: 'status',
  severity: 'warning',
  kind: 'row',
  needs: ['observations'],
  title: { es: 'Votos ilegibles o sin dato, sin observación', en: 'Votes illegible or without data, without an observation' },
  source: leeme({ es: 'OBSERVACIONES: ilegible, sin dato', en: 'OBSERVACIONES: illegible, without data' }),
  publisher: {
    es: 'Si un campo de votos dice ILEGIBLE o SIN DATO, OBSERVACIONES debe decirlo; de ahí sale el porcentaje de actas con inconsistencias.',
    en: 'If a vote field says ILEGIBLE or SIN DATO, OBSERVACIONES must say so; the percentage of actas with inconsistencies comes from there.',
  },
  overseer: {
    es: 'El porcentaje de actas con inconsistencias puede estar por debajo del verdadero.',
    en: 'The percentage of actas with inconsistencies may be below the true one.',
  },
};
