import { catalogue } from '../../core/words.ts';

const es = (n: number): string => n.toLocaleString('es-MX');
const en = (n: number): string => n.toLocaleString('en');

export const comparisonDocumentWords = catalogue({
  title: { es: 'PREP frente a los cómputos', en: 'PREP against the final count' },
  opl: { es: 'OPL', en: 'OPL' },
  prep: { es: 'PREP', en: 'PREP' },
  computos: { es: 'Cómputos', en: 'Final count' },
  noTime: { es: 'sin hora', en: 'no time' },
  actas: { es: (n: number) => `${es(n)} actas`, en: (n: number) => `${en(n)} actas` },
  footer: { es: 'Atalaya · comparación sin registrar en la bitácora', en: 'Atalaya · comparison not recorded in the log' },
  footerRecorded: {
    es: (position: number, root: string) => `Atalaya · bitácora: posición ${position}, raíz ${root}`,
    en: (position: number, root: string) => `Atalaya · log: position ${position}, root ${root}`,
  },
  summary: { es: 'En resumen', en: 'In short' },
  matched: {
    es: (n: number) => `${es(n)} casillas están en los dos archivos y se compararon voto por voto.`,
    en: (n: number) => `${en(n)} casillas are in both files and were compared vote by vote.`,
  },
  allEqual: { es: 'Todas son iguales.', en: 'All of them are equal.' },
  different: {
    es: (n: number, equal: number, net: string) =>
      `${es(n)} difieren en algún voto y ${es(equal)} son iguales. La diferencia neta es de ${net} votos (cómputos menos PREP).`,
    en: (n: number, equal: number, net: string) =>
      `${en(n)} differ in some vote and ${en(equal)} are equal. The net difference is ${net} votes (final count less PREP).`,
  },
  onlyIn: {
    es: (left: number, right: number) => `Sólo en el PREP: ${es(left)}. Sólo en los cómputos: ${es(right)}.`,
    en: (left: number, right: number) => `Only in the PREP: ${en(left)}. Only in the final count: ${en(right)}.`,
  },
  uncertain: {
    es: (n: number) =>
      `En ${es(n)} casillas la clave se repite y nada publicado dice cuál es cuál: las cuentas valen, la pareja no es segura.`,
    en: (n: number) =>
      `In ${en(n)} casillas the key repeats and nothing published tells which is which: the counts hold, the match is not certain.`,
  },
  notCompared: {
    es: (names: string) => `Columnas de votos que sólo están en un archivo y no se compararon: ${names}.`,
    en: (names: string) => `Vote columns of one file alone, which were not compared: ${names}.`,
  },
  cause: {
    es: 'El PREP es preliminar: que una casilla difiera de su cómputo puede deberse a un recuento, a un acta corregida o a un error de captura. Aquí se dice cuánto difiere y dónde, no por qué.',
    en: 'The PREP is preliminary: a casilla may differ from its final count by a recount, a corrected acta or an error of capture. This says how much differs and where, not why.',
  },
  byParty: { es: 'Por partido o candidatura', en: 'By party or candidacy' },
  party: { es: 'Partido o candidatura', en: 'Party or candidacy' },
  casillas: { es: 'Casillas', en: 'Casillas' },
  casilla: { es: 'Casilla', en: 'Casilla' },
  net: { es: 'Diferencia de votos', en: 'Difference of votes' },
  byDistrict: { es: 'Diferencias por distrito o municipio', en: 'Differences by district or municipality' },
  byDistrictAlt: {
    es: 'Casillas que difieren, por distrito o municipio, de más a menos.',
    en: 'Casillas that differ, by district or municipality, from most to least.',
  },
  district: { es: 'Distrito o municipio', en: 'District or municipality' },
  compared: { es: 'Comparadas', en: 'Compared' },
  differ: { es: 'Difieren', en: 'Differ' },
  byCasilla: { es: 'Casilla por casilla', en: 'Casilla by casilla' },
  firstOf: {
    es: (n: number, all: number) => `Los primeros ${es(n)} votos distintos de ${es(all)}`,
    en: (n: number, all: number) => `The first ${en(n)} differing votes of ${en(all)}`,
  },
  alone: { es: 'Casillas en un solo archivo', en: 'Casillas of one file alone' },
  source: { es: 'Archivo', en: 'File' },
  keys: { es: 'Claves', en: 'Keys' },
  withoutKey: { es: 'Sin clave', en: 'Without key' },
  inputs: { es: 'Archivos comparados', en: 'Files compared' },
  file: { es: 'Nombre', en: 'Name' },
});
