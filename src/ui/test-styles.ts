import { readFileSync } from 'node:fs';
import { styles } from './styles.ts';

/** For tests: one part as it stands in its file (Vitest, left to itself, empties every style sheet that is imported). */
export const readStyle = (name: string): string => readFileSync(new URL(`./styles/${name}.css`, import.meta.url), 'utf8');

/** For tests: what `stylesheet` is in the program. */
export const readStylesheet = (): string => Object.keys(styles).map(readStyle).join('\n');
