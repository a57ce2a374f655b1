import { fold } from './fold.ts';

/** The canonical published totals, in the order in which packages publish them. */
export const totalNames = [
  'expected',
  'registered',
  'outOfCatalogue',
  'captured',
  'capturedPercent',
  'counted',
  'countedPercent',
  'inconsistentPercent',
  'notCounted',
  'list',
  'votesWithSpecials',
  'votesWithoutSpecials',
  'participationPercent',
] as const;
export type TotalName = (typeof totalNames)[number];

/** Labels in their shortest form: `PORC` for a percentage, little words left out. Seen in packages of 2018 to 2024. */
const labels: Readonly<Record<string, TotalName>> = {
  ACTAS_ESPERADAS: 'expected',
  TOTAL_ACTAS_ESPERADAS: 'expected',
  ACTAS_REGISTRADAS: 'registered',
  ACTAS_FUERA_CATALOGO: 'outOfCatalogue',
  ACTAS_CAPTURADAS: 'captured',
  PORC_ACTAS_CAPTURADAS: 'capturedPercent',
  ACTAS_CONTABILIZADAS: 'counted',
  ACTAS_COMPUTADAS: 'counted',
  PORC_ACTAS_CONTABILIZADAS: 'countedPercent',
  PORC_ACTAS_COMPUTADAS: 'countedPercent',
  PORC_ACTAS_INCONSISTENCIAS: 'inconsistentPercent',
  ACTAS_NO_CONTABILIZADAS: 'notCounted',
  LISTA_NOMINAL: 'list',
  LISTA_NOMINAL_ACTAS_CONTABILIZADAS: 'list',
  LISTA_NOMINAL_ACTAS_COMPUTADAS: 'list',
  TOTAL_VOTOS: 'votesWithSpecials',
  TOTAL_VOTOS_C_CS: 'votesWithSpecials',
  TOTAL_VOTOS_CCS: 'votesWithSpecials',
  TOTAL_VOTOS_CASILLAS_ESPECIALES: 'votesWithSpecials',
  TOTAL_VOTOS_S_CS: 'votesWithoutSpecials',
  TOTAL_VOTOS_SCS: 'votesWithoutSpecials',
  TOTAL_VOTOS_SIN_CASILLAS_ESPECIALES: 'votesWithoutSpecials',
  PORC_PARTICIPACION_CIUDADANA: 'participationPercent',
  PORC_PARTICIPACION: 'participationPercent',
  PARTICIPACION_CIUDADANA: 'participationPercent',
};

const littleWords = /^(?:DE|DEL|LA|LAS|EL|LOS|CON|POR|EN)$/;

/** The canonical name of a published label; null when it is none. `more` holds what a profile adds, by label as published. */
export function totalNameOf(label: string, more: Readonly<Record<string, TotalName>> = {}): TotalName | null {
  const given = Object.entries(more).find(([published]) => fold(published) === fold(label));
  if (given) return given[1];
  const words = fold(label)
    .replace(/^(?:PORCENTAJE|PCT|%)(?=_|$)/, 'PORC')
    .split('_')
    .filter((word) => !littleWords.test(word));
  return labels[words.join('_')] ?? null;
}
