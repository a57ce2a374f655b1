import type { CutCheck } from '../check.ts';
import { leeme } from '../sources.ts';

export const totalsOnly: CutCheck = {
  id: 'totals-only',
  family: 'structure',
  severity: 'error',
  kind: 'cut',
  title: { es: 'Hay totales y no hay tabla de actas', en: 'There are totals and no table of actas' },
  source: leeme({ es: 'segunda sección, datos del acta', en: 'second section, data of the acta' }),
  publisher: { es: 'Publique la tabla de actas junto con los totales.', en: 'Publish the table of actas together with the totals.' },
  overseer: { es: 'Sin actas los totales no se pueden comprobar.', en: 'Without actas the totals cannot be checked.' },
  fromCut: ({ cut }) =>
    cut.faults.some((fault) => fault.code === 'totals-only')
      ? [{ row: null, subject: null, saw: String(cut.detected.totals.length), expected: 'CLAVE_CASILLA' }]
      : [],
};
