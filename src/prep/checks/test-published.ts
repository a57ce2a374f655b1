import { must } from '../../core/result.ts';
import type { LoadedCut, Prep } from '../load/prep.ts';
import { readSources } from '../source/read.ts';

/** Loads one published results file as the next cut, through the reader and the loader of the house. */
export async function publishedCut(prep: Prep, path: string): Promise<LoadedCut> {
  const [source] = await readSources([path], prep.temp);
  return prep.load(must(source, `${path} is one file`));
}
