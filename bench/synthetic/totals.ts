import { type Acta, observationOf, sumOf } from './acta.ts';
import type { Format } from './format.ts';

/** The counts from which the thirteen published totals are made. */
export type Counts = {
  expected: number;
  stray: number;
  captured: number;
  counted: number;
  notCounted: number;
  inconsistent: number;
  list: number;
  votes: number;
  votesWithoutSpecials: number;
};
export const noCounts = (): Counts => ({
  expected: 0,
  stray: 0,
  captured: 0,
  counted: 0,
  notCounted: 0,
  inconsistent: 0,
  list: 0,
  votes: 0,
  votesWithoutSpecials: 0,
});

const inconsistent: readonly string[] = [observationOf.illegible, observationOf.void, observationOf.over];

export function count(counts: Counts, acta: Acta): void {
  if (acta.counted === '2') {
    counts.stray += 1;
    return;
  }
  counts.expected += 1;
  if (acta.counted === '') return;
  counts.captured += 1;
  if (inconsistent.includes(acta.observations)) counts.inconsistent += 1;
  if (acta.counted === '0') {
    counts.notCounted += 1;
    return;
  }
  const sum = sumOf(acta);
  counts.counted += 1;
  counts.list += acta.list;
  counts.votes += sum;
  if (acta.type !== 'S') counts.votesWithoutSpecials += sum;
}

export const totalNames = [
  'ACTAS_ESPERADAS',
  'ACTAS_REGISTRADAS',
  'ACTAS_FUERA_CATALOGO',
  'ACTAS_CAPTURADAS',
  'PORCENTAJE_ACTAS_CAPTURADAS',
  'ACTAS_CONTABILIZADAS',
  'PORCENTAJE_ACTAS_CONTABILIZADAS',
  'PORCENTAJE_ACTAS_INCONSISTENCIAS',
  'ACTAS_NO_CONTABILIZADAS',
  'LISTA_NOMINAL_ACTAS_CONTABILIZADAS',
  'TOTAL_VOTOS_C_CS',
  'TOTAL_VOTOS_S_CS',
  'PORCENTAJE_PARTICIPACION_CIUDADANA',
] as const;
export type TotalLabel = (typeof totalNames)[number];

/** In ten-thousandths, truncated: whole numbers all the way, so that no floating point decides. */
const share = (part: number, whole: number): number => (whole === 0 ? 0 : Math.floor((part * 1_000_000) / whole) / 10_000);

export function totalsFrom(counts: Counts): Record<TotalLabel, number> {
  return {
    ACTAS_ESPERADAS: counts.expected,
    ACTAS_REGISTRADAS: counts.captured + counts.stray,
    ACTAS_FUERA_CATALOGO: counts.stray,
    ACTAS_CAPTURADAS: counts.captured,
    PORCENTAJE_ACTAS_CAPTURADAS: share(counts.captured, counts.expected),
    ACTAS_CONTABILIZADAS: counts.counted,
    PORCENTAJE_ACTAS_CONTABILIZADAS: share(counts.counted, counts.expected),
    PORCENTAJE_ACTAS_INCONSISTENCIAS: share(counts.inconsistent, counts.expected),
    ACTAS_NO_CONTABILIZADAS: counts.notCounted,
    LISTA_NOMINAL_ACTAS_CONTABILIZADAS: counts.list,
    TOTAL_VOTOS_C_CS: counts.votes,
    TOTAL_VOTOS_S_CS: counts.votesWithoutSpecials,
    PORCENTAJE_PARTICIPACION_CIUDADANA: share(counts.votesWithoutSpecials, counts.list),
  };
}

export function totalText(label: TotalLabel, value: number, form: Format['totals']): string {
  if (label.startsWith('PORCENTAJE')) return form === 'percent-signs' ? `'${value.toFixed(4)}%` : value.toFixed(4);
  if (form === 'thousands') return `${value}`.replace(/\B(?=(\d{3})+$)/g, ',');
  return form === 'floats' && label.startsWith('TOTAL_VOTOS') ? value.toFixed(1) : `${value}`;
}
