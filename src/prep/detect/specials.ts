import { fold } from './fold.ts';

/** Why a cell that should hold a number holds none. */
export type VoteStatus = 'illegible' | 'no-data' | 'no-acta' | 'not-applicable' | 'dash' | 'blank' | 'other';

/** The texts published instead of numbers, in upper case and without accents, `_` written as a blank. */
export const specials: readonly (readonly [text: string, status: VoteStatus])[] = [
  ['', 'blank'],
  ['-', 'dash'],
  ['SIN DATO', 'no-data'],
  ['SIN DATOS', 'no-data'],
  ['ILEGIBLE', 'illegible'],
  ['SIN ACTA', 'no-acta'],
  ['N/A', 'not-applicable'],
  ['NA', 'not-applicable'],
  ['NO APLICA', 'not-applicable'],
  ['NULL', 'blank'],
];
const byFold = new Map(specials.map(([text, status]) => [fold(text), status]));

/** The status a cell's text means; null for a number or for a text nobody knows. */
export function specialOf(text: string): VoteStatus | null {
  const bare = text.trim();
  if (bare === '' || bare === '-') return bare === '' ? 'blank' : 'dash';
  const folded = fold(bare);
  return folded === '' || /\d/.test(folded) ? null : (byFold.get(folded) ?? null);
}
