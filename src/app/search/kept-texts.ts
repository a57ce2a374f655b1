import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { StoredFile } from '../../core/stored-file.ts';
import type { FileStore } from '../../files/store.ts';
import { createTexts } from '../../files/texts.ts';

const mostCharacters = 400_000;

/**
 * The words of stored files, read once and kept beside them by digest: reading five thousand documents again at every start would take
 * minutes. What is kept is derived: it may be deleted at any time. A file without words, or that cannot be read, has none.
 */
export function createKeptTexts(dir: string, store: FileStore) {
  const texts = createTexts(store, 1_000_000);
  const placeOf = ({ sha256 }: StoredFile): string => join(dir, sha256.slice(0, 2), `${sha256}.txt`);
  return async (file: StoredFile): Promise<string> => {
    const place = placeOf(file);
    const kept = await readFile(place, 'utf8').catch(() => undefined);
    if (kept !== undefined) return kept;
    const read = await texts.of(file);
    if (!read.ok && ['missing', 'altered', 'too-slow'].includes(read.error)) return ''; // it may be otherwise next time
    const text = read.ok ? read.value.join('\n').slice(0, mostCharacters) : '';
    await mkdir(dirname(place), { recursive: true });
    await writeFile(`${place}.new`, text);
    await rename(`${place}.new`, place);
    return text;
  };
}
export type KeptTexts = ReturnType<typeof createKeptTexts>;
