import type { CutCheck } from '../check.ts';
import { leeme } from '../sources.ts';

export const unknownColumn: CutCheck = {
  id: 'unknown-column',
  family: 'structure',
  severity: 'warning',
  kind: 'cut',
  title: { es: 'Columna desconocida', en: 'Unknown column' },
  source: leeme({ es: 'descripción de cada columna del archivo', en: 'description of each column of the file' }),
  publisher: {
    es: 'Estas columnas no están en la estructura conocida. Descríbalas en el LEEME, o use los nombres acordados.',
    en: 'These columns are not in the known structure. Describe them in the readme, or use the agreed names.',
  },
  overseer: {
    es: 'No se sabe qué dicen estas columnas: se conservan como se publicaron y ninguna regla las mira.',
    en: 'It is not known what these columns say: they are kept as published and no rule looks at them.',
  },
  fromCut: ({ cut }) =>
    cut.detected.columns
      .filter((column) => column.role === 'unknown')
      .map((column) => ({ row: null, subject: column.name, saw: column.name, expected: 'LEEME' })),
};
