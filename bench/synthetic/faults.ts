import { type Acta, observationOf, sumOf } from './acta.ts';
import { digest } from './random.ts';
import type { TotalLabel } from './totals.ts';

/** What a planted fault must be found as: the id of a check, and where. `row` counts data rows from 1; null: about a total. */
export type Planted = { readonly check: string; readonly row: number | null; readonly subject: string | null };

type RowFault = {
  readonly check: string;
  /** Only an acta captured and counted, of an ordinary casilla with all votes legible, can bear most faults; `pending` asks for one not captured. */
  readonly on?: 'pending' | 'catd' | 'casilla';
  /** Plants it; what it returns is put after the row, and is part of the fault. */
  readonly plant: (acta: Acta, n: number) => readonly Acta[] | undefined;
};

const set = (change: Partial<Acta>) => (acta: Acta) => {
  Object.assign(acta, change);
  return undefined;
};

/** The key with another section, one that the country does not have. */
const elsewhere = (key: string, from: number, n: number): string => `${key.slice(0, 2)}${from + (n % 1000)}${key.slice(6)}`;

/** Every kind of fault of one row, under the check that must find it. Each is planted so that no other check has reason to speak. */
export const rowFaults: readonly RowFault[] = [
  {
    check: 'key-mismatch',
    plant: (acta, n) => set({ key: elsewhere(acta.key, 8000, n), actaKey: `${elsewhere(acta.key, 8000, n)}02` })(acta),
  },
  { check: 'acta-key-mismatch', plant: (acta, n) => set({ actaKey: `${elsewhere(acta.key, 9000, n)}02` })(acta) },
  { check: 'key-absent', plant: set({ key: '-', actaKey: '-' }) },
  {
    check: 'acta-key-repeated',
    plant: (acta, n) => [
      { ...acta, votes: acta.votes.map((vote) => (typeof vote === 'number' ? vote + 1 : vote)).map(small), hash: 10_000_000 + n },
    ],
  },
  {
    check: 'out-of-catalogue',
    plant: (acta) => [
      { ...acta, key: '-', actaKey: '-', counted: '2', votes: [], observations: observationOf.stray, hash: '', list: 0, reps: 0 },
    ],
  },
  { check: 'sum-not-calculated', plant: (acta) => set({ calculated: sumOf(acta) + 10 })(acta) },
  { check: 'over-limit-counted', plant: (acta) => vote(acta, 0, acta.list + acta.reps + 30) },
  { check: 'over-list-flag-counted', plant: set({ observations: observationOf.over }) },
  { check: 'negative-vote', plant: (acta) => vote(acta, 3, -3) },
  { check: 'vote-not-whole', plant: (acta) => vote(acta, 3, '3.5') },
  {
    check: 'counted-nothing-legible',
    plant: (acta) => set({ votes: acta.votes.map(() => 'ILEGIBLE'), observations: observationOf.illegible })(acta),
  },
  { check: 'void-flag-counted', plant: set({ observations: observationOf.void }) },
  { check: 'not-counted-without-reason', plant: set({ counted: '0' }) },
  { check: 'special-without-observation', plant: (acta) => vote(acta, 2, 'SIN DATO') },
  { check: 'counted-without-verification', plant: set({ withoutVerification: true }) },
  { check: 'not-captured-with-data', on: 'pending', plant: (acta) => set({ votes: [12, 30] })(acta) },
  { check: 'no-acta-with-votes', plant: set({ counted: '0', observations: observationOf.noActa }) },
  { check: 'stamp-after-cut', plant: (acta) => set({ verified: acta.verified + 1440 })(acta) },
  { check: 'verified-before-captured', plant: (acta) => set({ verified: acta.capture - 3 })(acta) },
  {
    check: 'captured-before-collected',
    on: 'catd',
    plant: (acta) => set({ collected: acta.capture + 1, verified: acta.capture + 2 })(acta),
  },
  {
    check: 'captured-before-collected-casilla',
    on: 'casilla',
    plant: (acta) => set({ collected: acta.capture + 1, verified: acta.capture + 2 })(acta),
  },
  { check: 'hash-length', plant: (acta, n) => set({ hash: digest(7, n).slice(0, 40) })(acta) },
  { check: 'counted-without-hash', plant: set({ hash: '' }) },
  { check: 'ragged-row', plant: set({ spare: 1 }) },
];

const small = (vote: number | string): number | string => (typeof vote === 'number' ? Math.min(vote, 12) : vote);
function vote(acta: Acta, party: number, value: number | string): undefined {
  acta.votes[party] = value;
  return undefined;
}

/** Faults of the published totals, each on a total of its own. */
export const totalFaults: readonly (Planted & { readonly plant: (totals: Record<TotalLabel, number>) => void })[] = [
  {
    check: 'total-different',
    row: null,
    subject: 'votesWithSpecials',
    plant: (totals) => {
      totals.TOTAL_VOTOS_C_CS += 1282;
    },
  },
  {
    check: 'total-fraction',
    row: null,
    subject: 'inconsistentPercent',
    plant: (totals) => {
      totals.PORCENTAJE_ACTAS_INCONSISTENCIAS = Math.floor(totals.PORCENTAJE_ACTAS_INCONSISTENCIAS * 100) / 10_000;
    },
  },
  {
    check: 'total-float-noise',
    row: null,
    subject: 'capturedPercent',
    plant: (totals) => {
      totals.PORCENTAJE_ACTAS_CAPTURADAS = Math.round(totals.PORCENTAJE_ACTAS_CAPTURADAS * 10_000 - 1) / 10_000;
    },
  },
];
