import type { SetCheck } from '../check.ts';
import { coherence } from '../sources.ts';

export const raggedRow: SetCheck = {
  id: 'ragged-row',
  family: 'structure',
  severity: 'error',
  kind: 'set',
  title: { es: 'Fila con más o menos campos que el encabezado', en: 'Row with more or fewer fields than the header' },
  source: coherence({ es: 'cada fila tiene los campos del encabezado', en: 'each row has the fields of the header' }),
  publisher: {
    es: 'Suele ser una coma dentro de un texto sin comillas. Entrecomille los textos y vuelva a publicar.',
    en: 'It is usually a comma inside a text without quotes. Quote texts and publish again.',
  },
  overseer: {
    es: 'Los valores de esta fila pueden estar corridos de columna: no se tome por buena hasta que se corrija. La fila se conserva.',
    en: 'The values of this row may have moved from their columns: do not rely on it until it is mended. The row is kept.',
  },
};
