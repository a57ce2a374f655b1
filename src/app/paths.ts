import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the program itself, wherever its code was bundled to: the nearest one above that is the package `atalaya`. */
export function packageRoot(): string {
  for (let dir = dirname(fileURLToPath(import.meta.url)); dir !== dirname(dir); dir = dirname(dir)) {
    const manifest = join(dir, 'package.json');
    if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).name === 'atalaya') return dir;
  }
  throw new Error('the package `atalaya` is not above its own code');
}

/** The cases with which the rules are tried. */
export const casesDir = (): string => join(packageRoot(), 'cases');
