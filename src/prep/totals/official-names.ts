import type { TotalName } from '../detect/total-names.ts';

/** The names under which each count is published, for writing a ratio out. */
export const officialNames: Readonly<Record<TotalName, string>> = {
  expected: 'ACTAS_ESPERADAS',
  registered: 'ACTAS_REGISTRADAS',
  outOfCatalogue: 'ACTAS_FUERA_CATALOGO',
  captured: 'ACTAS_CAPTURADAS',
  capturedPercent: 'PORCENTAJE_ACTAS_CAPTURADAS',
  counted: 'ACTAS_CONTABILIZADAS',
  countedPercent: 'PORCENTAJE_ACTAS_CONTABILIZADAS',
  inconsistentPercent: 'PORCENTAJE_ACTAS_INCONSISTENCIAS',
  notCounted: 'ACTAS_NO_CONTABILIZADAS',
  list: 'LISTA_NOMINAL_ACTAS_CONTABILIZADAS',
  votesWithSpecials: 'TOTAL_VOTOS_C_CS',
  votesWithoutSpecials: 'TOTAL_VOTOS_S_CS',
  participationPercent: 'PORCENTAJE_PARTICIPACION_CIUDADANA',
};
