import type { CutCheck } from '../check.ts';
import { leeme } from '../sources.ts';

export const headerOnly: CutCheck = {
  id: 'header-only',
  family: 'structure',
  severity: 'error',
  kind: 'cut',
  title: { es: 'La tabla no tiene ninguna acta', en: 'The table has not one acta' },
  source: leeme({ es: 'el archivo contiene todas las actas', en: 'the file contains all actas' }),
  publisher: {
    es: 'El archivo debe llevar todas las actas del catálogo desde el primer corte, capturadas o no.',
    en: 'The file must carry all actas of the catalogue from the first cut on, captured or not.',
  },
  overseer: {
    es: 'No hay nada que comprobar en este corte. Pregunte si se publicó un archivo a medio escribir.',
    en: 'There is nothing to check in this cut. Ask whether a half-written file was published.',
  },
  fromCut: ({ cut }) =>
    cut.faults.some((fault) => fault.code === 'no-rows') ? [{ row: null, subject: null, saw: '0', expected: '≥ 1' }] : [],
};
