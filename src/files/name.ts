import { endingOf, kinds } from './kinds.ts';

const longest = 120;

/** Controls, the marks that turn the direction of writing (which hide an ending), and what some disk or address reads as its own. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unfit = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd<>:"|?*%]/gu;
/** Names some systems keep for their devices. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * A name that may be shown, written to any disk and put into a header: the last part of a path, without control or direction
 * characters, of bounded length, ending as its type does.
 */
export function cleanName(given: string, type: string): string {
  const last = given.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = trimmed(last.replace(unfit, ' ').replace(/\s+/gu, ' '));
  const endings = kinds[type] ?? [];
  const ending = endingOf(clean);
  const fits = endings.includes(ending);
  const stem = trimmed(shortened(fits ? clean.slice(0, -(ending.length + 1)) : clean)) || 'archivo';
  const named = device.test(stem) ? `_${stem}` : stem;
  const end = fits ? ending : (endings[0] ?? '');
  return end === '' ? named : `${named}.${end}`;
}

/** No disk or eye is sure of blanks and dots at either end. */
const trimmed = (text: string): string => text.replace(/^[\s.]+|[\s.]+$/gu, '');

/** Cut between characters, never through one. */
const shortened = (text: string): string => text.slice(0, longest).replace(/[\ud800-\udbff]$/u, '');
