import { type Result, refuse } from '../core/result.ts';
import type { StoredFile } from '../core/stored-file.ts';
import type { FileFault, FileStore } from './store.ts';
import { hasText, type TextFault, textLimits, textOf } from './text.ts';

export type Read = Result<readonly string[], TextFault | FileFault>;
/** The texts of stored files, part by part. */
export type Texts = { readonly of: (file: StoredFile) => Promise<Read> };

/** Reads each file once: what was read last is kept, by digest, up to so many characters. */
export function createTexts(store: Pick<FileStore, 'read'>, mostCharacters = 16_000_000): Texts {
  const kept = new Map<string, Promise<Read>>();
  const sizes = new Map<string, number>();
  let total = 0;

  const read = async (file: StoredFile): Promise<Read> => {
    if (!hasText(file.type)) return refuse('no-text-kind');
    if (file.sizeBytes > textLimits.bytes) return refuse('too-large'); // before its bytes are in memory
    const bytes = await store.read(file);
    return bytes.ok ? await textOf(bytes.value, file.type) : bytes;
  };
  const forget = (key: string) => {
    kept.delete(key);
    total -= sizes.get(key) ?? 0;
    sizes.delete(key);
  };
  const weigh = (key: string, answer: Read) => {
    // What may be otherwise next time, on a machine less busy or after a restore, is asked again.
    if (!answer.ok && ['too-slow', 'missing', 'altered'].includes(answer.error)) return forget(key);
    const size = answer.ok ? answer.value.reduce((sum, part) => sum + part.length, 100) : 100;
    sizes.set(key, size);
    total += size;
    for (const oldest of sizes.keys()) if (total > mostCharacters && oldest !== key) forget(oldest);
  };
  return {
    of: (file) => {
      const key = `${file.sha256} ${file.type}`;
      const known = kept.get(key);
      if (known) return known;
      const reading = read(file);
      kept.set(key, reading);
      reading.then(
        (answer) => weigh(key, answer),
        () => forget(key), // the asker is told
      );
      return reading;
    },
  };
}
