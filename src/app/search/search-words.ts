import { type Bilingual, catalogue } from '../../core/words.ts';
import type { SayingKind } from './sayings.ts';

export const kindNames: Readonly<Record<SayingKind, Bilingual>> = {
  opl: { es: 'OPL', en: 'OPL' },
  obligation: { es: 'Obligación', en: 'Obligation' },
  system: { es: 'Sistema', en: 'System' },
  incident: { es: 'Incidente', en: 'Incident' },
  meeting: { es: 'Reunión', en: 'Meeting' },
  point: { es: 'Orden del día', en: 'Agenda' },
  minutes: { es: 'Minuta', en: 'Minutes' },
  commitment: { es: 'Compromiso', en: 'Commitment' },
  report: { es: 'Informe', en: 'Informe' },
  observation: { es: 'Observación', en: 'Observation' },
  exercise: { es: 'Simulacro', en: 'Drill' },
  thread: { es: 'Foro', en: 'Forum' },
  file: { es: 'Documento', en: 'Document' },
  fact: { es: 'Hecho', en: 'Event' },
  entry: { es: 'Bitácora', en: 'Log' },
};

export const searchWords = catalogue({
  search: { es: 'Buscar', en: 'Search' },
  meta: {
    es: 'En todo lo que su cargo puede leer: asuntos, reuniones, minutas, compromisos, observaciones, foro, documentos y bitácora.',
    en: 'In everything your office may read: subjects, meetings, minutes, commitments, observations, forum, documents and log.',
  },
  words: { es: 'Palabras', en: 'Words' },
  wordsHint: {
    es: 'Se encuentran sus formas («operación», «operaciones»), con o sin acentos.',
    en: 'Their forms are found («operación», «operaciones»), with or without accents.',
  },
  narrow: { es: 'Acotar', en: 'Narrow' },
  kind: { es: 'Dónde', en: 'Where' },
  opl: { es: 'OPL', en: 'OPL' },
  organisation: { es: 'Lo dijo', en: 'Said by' },
  from: { es: 'Desde', en: 'From' },
  to: { es: 'Hasta', en: 'To' },
  results: { es: 'Resultados', en: 'Results' },
  count: {
    es: (n: number) => (n === 1 ? '1 resultado' : `${n} resultados`),
    en: (n: number) => (n === 1 ? '1 result' : `${n} results`),
  },
  more: {
    es: (n: number) => `Más de ${n}: los más recientes. Agregue palabras`,
    en: (n: number) => `More than ${n}: the newest. Add words`,
  },
  nothing: {
    es: 'Nada de lo que su cargo puede leer contiene todas esas palabras. Pruebe con menos, o quite un filtro.',
    en: 'Nothing your office may read holds all those words. Try fewer, or take away a filter.',
  },
  askFirst: { es: 'Escriba una o más palabras.', en: 'Write one word or more.' },
  badDate: { es: 'Escriba la fecha como 2020-03-10.', en: 'Write the date as 2020-03-10.' },
});
