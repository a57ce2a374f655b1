import type { RowCheck } from '../check.ts';
import { leeme } from '../sources.ts';

export const voteNotWhole: RowCheck = {
  id: 'vote-not-whole',
  family: 'arithmetic',
  severity: 'error',
  kind: 'row',
  title: { es: 'Votos que no son un número entero', en: 'Votes that are no whole number' },
  source: leeme({
    es: 'columnas de votos: número de votos, o ILEGIBLE, SIN DATO, SIN ACTA',
    en: 'vote columns: number of votes, or ILEGIBLE, SIN DATO, SIN ACTA',
  }),
  publisher: {
    es: 'Publique un entero o una de las marcas previstas. Fracciones y otros textos no se pueden sumar.',
    en: 'Publish a whole number or one of the agreed marks. Fractions and other texts cannot be added.',
  },
  overseer: {
    es: 'Lo publicado en esa celda no es un número de votos: aquí cuenta como cero. Compare con la imagen del acta.',
    en: 'What is published in that cell is no number of votes: here it counts as zero. Compare with the image of the acta.',
  },
};
