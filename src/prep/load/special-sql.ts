import { specialOf, specials } from '../detect/specials.ts';
import { literal } from './quote.ts';

/** The macro that tells a special text, written as `prep_fold` does; every other text is `other`. */
export const specialMacro = `create or replace temp macro prep_special(folded) as case folded ${specials
  .map(([text, status]) => `when ${literal(text)} then ${literal(status)}`)
  .join(' ')} else 'other' end`;

/** The special texts of nearly every file, tried before those a file was seen to use. */
const usual = ['SIN ACTA', '-', 'SIN DATO', 'ILEGIBLE', '', 'N/A'];

/** Those, and the ones a file was seen to use, each once. */
export const specialTexts = (met: readonly string[]): readonly string[] => [...new Set([...usual, ...met])];

/** The status of a cell `x` by comparing it with texts alone: NULL for a number and for any text not among them. */
export function quickStatus(met: readonly string[]): string {
  return `case x ${specialTexts(met)
    .map((text) => `when ${literal(text)} then ${literal(specialOf(text) ?? 'other')}`)
    .join(' ')} end`;
}
