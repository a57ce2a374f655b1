import type { CutCheck } from '../check.ts';
import { coherence } from '../sources.ts';

export const repeatedColumn: CutCheck = {
  id: 'repeated-column',
  family: 'structure',
  severity: 'warning',
  kind: 'cut',
  title: { es: 'Nombre de columna repetido', en: 'Column name repeated' },
  source: coherence({ es: 'cada columna se llama de una sola manera', en: 'each column has one name' }),
  publisher: {
    es: 'Dos columnas llevan el mismo nombre. Quien lea por nombre perderá una de las dos.',
    en: 'Two columns bear one name. Whoever reads by name will lose one of them.',
  },
  overseer: {
    es: 'Aquí los votos se leen por posición y no se pierde ninguno; no se sabe a quién corresponde cada una de las columnas repetidas.',
    en: 'Here votes are read by position and none is lost; it is not known whose each of the repeated columns is.',
  },
  fromCut: ({ cut }) =>
    cut.detected.columns
      .filter((column) => column.repeated)
      .map((column) => ({
        row: null,
        subject: column.name,
        saw: `${cut.detected.columns.filter((one) => one.name === column.name).length} × ${column.name}`,
        expected: `1 × ${column.name}`,
      })),
};
