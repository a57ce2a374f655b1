import { join } from 'node:path';
import { ok, type Result } from '../core/result.ts';
import type { Bilingual } from '../core/words.ts';
import type { App } from './app.ts';
import { packageRoot } from './paths.ts';
import { type Recording, verifyAndRecord } from './record-verification.ts';

/** Published files that ship with an example, below the package; verified when it is loaded. */
const published: Readonly<Record<string, readonly (Pick<Recording, 'opl' | 'occasion' | 'on'> & { readonly folder: string })[]>> = {
  'campeche-2021': [{ opl: 'ieec', occasion: 'night', on: '2021-06-07', folder: 'src/prep/samples/campeche-2021-juntas' }],
};

/** Verifies the published files of an example that has just been loaded. Returns how many verifications were recorded. */
export async function verifyExample(app: App, example: string): Promise<Result<number, Bilingual>> {
  let count = 0;
  for (const { folder, ...one } of published[example] ?? []) {
    const recording = { process: example, by: { office: 'atalaya' }, ...one };
    const recorded = await verifyAndRecord(app, [join(packageRoot(), folder)], { final: true }, recording);
    if (!recorded.ok) return recorded;
    count += recorded.value.ids.length;
  }
  return ok(count);
}
