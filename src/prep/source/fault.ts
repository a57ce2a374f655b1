import type { Bilingual } from '../../core/words.ts';
import { type FaultCode, faultTexts } from './fault-texts.ts';

/**
 * One thing wrong with an input: what, where, and what to do about it, in both languages. `error`: nothing of the file can be used.
 * `warning`: the file was read and something in it was lost or had to be interpreted. `note`: it was read whole; this is worth knowing.
 */
export type ReadFault = {
  readonly code: FaultCode;
  readonly severity: 'error' | 'warning' | 'note';
  readonly file: string;
  readonly what: Bilingual;
  /** Null when it concerns the whole file. */
  readonly where: Bilingual | null;
  readonly todo: Bilingual;
};

/** Where in a file a fault stands: rows (as `acta.row`), lines from 1, or a text that is the same in both languages. */
export type Place = { readonly rows?: readonly number[]; readonly lines?: readonly number[]; readonly at?: string };

/** The fault of a code. `detail` is what the text names: a count, a name, a size. */
export function fault(code: FaultCode, severity: ReadFault['severity'], file: string, detail = '', place: Place = {}): ReadFault {
  const { what, todo } = faultTexts[code];
  return { code, severity, file, what: { es: what.es(detail), en: what.en(detail) }, where: whereOf(place), todo };
}

const shown = 10;
const listed = (numbers: readonly number[], more: string): string =>
  numbers.length > shown ? `${numbers.slice(0, shown).join(', ')} ${more} ${numbers.length - shown}` : numbers.join(', ');

function whereOf({ rows, lines, at }: Place): Bilingual | null {
  if (rows !== undefined && rows.length > 0) return { es: `filas ${listed(rows, 'y otras')}`, en: `rows ${listed(rows, 'and others:')}` };
  if (lines !== undefined && lines.length > 0)
    return { es: `líneas ${listed(lines, 'y otras')}`, en: `lines ${listed(lines, 'and others:')}` };
  return at === undefined ? null : { es: at, en: at };
}
