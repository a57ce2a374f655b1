import type { CutCheck } from '../check.ts';
import { missingColumns } from '../missing-columns.ts';
import { leeme } from '../sources.ts';

export const requiredColumnMissing: CutCheck = {
  id: 'required-column-missing',
  family: 'structure',
  severity: 'error',
  kind: 'cut',
  title: { es: 'Falta una columna indispensable', en: 'An indispensable column is missing' },
  source: leeme({ es: 'datos del acta', en: 'data of the acta' }),
  publisher: {
    es: 'Sin estas columnas no se puede saber qué casilla es cada fila ni si cuenta. Publíquelas con los nombres acordados.',
    en: 'Without these columns it cannot be known which casilla each row is, nor whether it counts. Publish them under the agreed names.',
  },
  overseer: {
    es: 'Las reglas que se apoyan en estas columnas no se pudieron comprobar; no es que se cumplan.',
    en: 'The rules that rest on these columns could not be checked; that is not to say that they hold.',
  },
  fromCut: ({ cut }) => missingColumns(cut, 'indispensable'),
};
