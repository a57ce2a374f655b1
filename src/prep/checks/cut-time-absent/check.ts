import type { CutCheck } from '../check.ts';
import { leeme } from '../sources.ts';

export const cutTimeAbsent: CutCheck = {
  id: 'cut-time-absent',
  family: 'structure',
  severity: 'warning',
  kind: 'cut',
  title: { es: 'El corte no dice su hora', en: 'The cut does not say its time' },
  source: leeme({ es: 'fecha y hora del corte', en: 'date and time of the cut' }),
  publisher: {
    es: 'Publique la fecha y la hora del corte con su huso, por ejemplo 03/06/2024 20:00 (UTC-6).',
    en: 'Publish the date and time of the cut with its zone, for example 03/06/2024 20:00 (UTC-6).',
  },
  overseer: {
    es: 'Sin hora no se puede ordenar el corte entre los demás ni comprobar las horas de las actas.',
    en: 'Without a time the cut cannot be put in order among the others nor the times of its actas be checked.',
  },
  fromCut: ({ cut }) =>
    cut.detected.cutText === null && cut.detected.columns.length > 0
      ? [{ row: null, subject: null, saw: '—', expected: 'dd/mm/aaaa hh:mm (UTC±h)' }]
      : [],
};
