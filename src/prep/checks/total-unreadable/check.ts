import type { CutCheck } from '../check.ts';
import { leeme } from '../sources.ts';

export const totalUnreadable: CutCheck = {
  id: 'total-unreadable',
  family: 'totals',
  severity: 'warning',
  kind: 'cut',
  eachSubject: true,
  title: { es: 'Total publicado que no es un número', en: 'Published total that is no number' },
  source: leeme({ es: 'primera sección, encabezado', en: 'first section, header' }),
  publisher: {
    es: 'Publique el número, sin textos y con punto decimal.',
    en: 'Publish the number, without words and with a decimal point.',
  },
  overseer: { es: 'Este total no se pudo comprobar.', en: 'This total could not be checked.' },
  fromCut: ({ cut }) =>
    cut.detected.totals
      .filter((total) => total.value === null)
      .map((total) => ({
        row: null,
        subject: total.name ?? total.label,
        saw: `${total.label} = ${total.text || '—'}`,
        expected: '0, 1, 2 …',
      })),
};
