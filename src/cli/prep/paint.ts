import { colourPaint, type Paint, plainPaint } from '../../prep/report/text.ts';

/** Colours only for a person at a terminal that wants them (https://no-color.org). */
export const paintOf = (): Paint => (process.stdout.isTTY && process.env['NO_COLOR'] === undefined ? colourPaint : plainPaint);
