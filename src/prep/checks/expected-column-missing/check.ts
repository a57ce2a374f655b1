import type { CutCheck } from '../check.ts';
import { missingColumns } from '../missing-columns.ts';
import { leeme } from '../sources.ts';

export const expectedColumnMissing: CutCheck = {
  id: 'expected-column-missing',
  family: 'structure',
  severity: 'note',
  kind: 'cut',
  title: { es: 'Falta una columna prevista', en: 'An expected column is missing' },
  source: leeme({ es: 'datos del acta', en: 'data of the acta' }),
  publisher: {
    es: 'La estructura acordada prevé estas columnas. Publíquelas, o aclare en el LEEME por qué no.',
    en: 'The agreed structure has these columns. Publish them, or say in the readme why not.',
  },
  overseer: {
    es: 'Hay reglas que en este archivo no se pudieron comprobar: horas, códigos de integridad u otras.',
    en: 'There are rules that could not be checked in this file: times, integrity codes or others.',
  },
  fromCut: ({ cut }) => missingColumns(cut, 'expected'),
};
