import type { Detected, KeyProtection } from './detected.ts';

type Row = { readonly line: string; readonly fields: readonly string[] };

/** Whether fields are quoted: told from the sampled rows, once any quote occurs in the file at all. */
export function quotingOf(anyQuote: boolean, rows: readonly Row[], delimiter: string): Detected['quoting'] {
  if (!anyQuote) return { value: 'none', confidence: 1, saw: 'ninguna comilla / no quote' };
  const quoted = rows.filter((row) => row.line.startsWith('"') && row.line.includes(`"${delimiter}"`)).length;
  if (rows.length > 0 && quoted === rows.length) return { value: 'all', confidence: 0.9, saw: `${quoted}/${rows.length}` };
  const some = rows.filter((row) => row.line.includes('"')).length;
  return { value: 'some', confidence: some > 0 ? 1 : 0.7, saw: `${some}/${rows.length}` };
}

const shapes: readonly (readonly [KeyProtection, RegExp])[] = [
  ['equals-quotes', /^="?/],
  ['apostrophes', /^'.*'$/],
  ['apostrophe', /^'/],
  ['none', /^/],
];

/** How keys are protected, by the most frequent shape among the sampled ones. */
export function keyProtectionOf(keys: readonly string[], given?: KeyProtection): Detected['keyProtection'] {
  if (given !== undefined) return { value: given, confidence: 1, saw: 'perfil / profile', given: true };
  const counts = new Map<KeyProtection, number>();
  for (const key of keys) {
    const shape = shapes.find(([, pattern]) => pattern.test(key))?.[0] ?? 'none';
    counts.set(shape, (counts.get(shape) ?? 0) + 1);
  }
  const [best] = [...counts].toSorted(([, a], [, b]) => b - a);
  return best === undefined
    ? { value: 'none', confidence: 0, saw: '' }
    : { value: best[0], confidence: best[1] / keys.length, saw: keys[0] ?? '' };
}
