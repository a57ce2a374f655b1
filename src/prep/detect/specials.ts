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
  ['SIN INFORMACION', 'no-data'],
  ['S/D', 'no-data'],
  ['S.D.', 'no-data'],
  ['ILEGIBLES', 'illegible'],
  ['N/A', 'not-applicable'],
  ['N.A.', 'not-applicable'],
  ['NA', 'not-applicable'],
  ['NO APLICA', 'not-applicable'],
  ['N/D', 'not-applicable'],
  ['N.D.', 'not-applicable'],
  ['ND', 'not-applicable'],
  ['NO DISPONIBLE', 'not-applicable'],
  ['NULL', 'blank'],
  ['NAN', 'blank'],
  ['NONE', 'blank'],
  ['VACIO', 'blank'],
  ['NO CAPTURADA', 'blank'],
  ['NO CAPTURADO', 'blank'],
  ['SIN CAPTURAR', 'blank'],
  ['POR CAPTURAR', 'blank'],
  ['PENDIENTE', 'blank'],
  ['--', 'dash'],
  ['---', 'dash'],
  ['–', 'dash'],
  ['—', 'dash'],
];
const byFold = new Map(specials.flatMap(([text, status]) => (fold(text) === '' ? [] : [[fold(text), status] as const])));

/** The status a cell's text means; null for a number or for a text nobody knows. */
export function specialOf(text: string): VoteStatus | null {
  const bare = text.trim();
  if (bare === '') return 'blank';
  if (/^(?:-{1,3}|[–—])$/.test(bare)) return 'dash';
  const folded = fold(bare);
  return folded === '' || /\d/.test(folded) ? null : (byFold.get(folded) ?? null);
}
