import { type StoredFile, storedFile } from '../core/stored-file.ts';

/** A file and the first entry that names it. */
export type Named = { readonly file: StoredFile; readonly seq: number };

/** Gathers the files that entries name, each once, whatever event of whatever slice names them. */
export function fileNames() {
  const named = new Map<string, Named>();
  const look = (value: unknown, seq: number): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('sha256' in value && 'sizeBytes' in value && 'type' in value) {
      const file = storedFile.safeParse(value);
      if (file.success && !named.has(file.data.sha256)) named.set(file.data.sha256, { file: file.data, seq });
    }
    for (const inner of Object.values(value)) look(inner, seq);
  };
  return {
    see: (seq: number, body: string): void => {
      if (body.includes('"sizeBytes"')) look(JSON.parse(body), seq); // most entries name none, and are not parsed
    },
    /** By digest, so that they come in the same order whatever named them first. */
    all: (): readonly Named[] => [...named.values()].sort((a, b) => (a.file.sha256 < b.file.sha256 ? -1 : 1)),
  };
}
