import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../src/app/paths.ts';
import { must } from '../src/core/result.ts';

/** This very program, for what is measured in a process of its own. */
export const thisProgram = (): string => must(process.argv[1], 'a program has a path');

/** A folder on the project's own disk (a memory file system would flatter every fsync), gone afterwards. */
export async function inScratch<T>(use: (dir: string) => Promise<T>): Promise<T> {
  const parent = join(packageRoot(), '.tmp');
  mkdirSync(parent, { recursive: true });
  const dir = mkdtempSync(join(parent, 'bench-'));
  try {
    return await use(dir);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
