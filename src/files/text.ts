import { fromBufferPromise } from 'yauzl';
import { ok, type Result, refuse } from '../core/result.ts';
import { readInThread, type ThreadFault, type ThreadLimits } from './text-thread.ts';

/** Why there is no text to read. `image`: pages that are pictures, as a scanner makes them. */
export type TextFault = ThreadFault | 'no-text-kind' | 'image';

/** What may be asked of one document. */
export type TextLimits = ThreadLimits & { readonly bytes: number; readonly unpackedBytes: number };
export const textLimits: TextLimits = {
  bytes: 32 * 2 ** 20,
  unpackedBytes: 64 * 2 ** 20,
  pages: 2000,
  characters: 5_000_000,
  milliseconds: 20_000,
};

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const libraries: Readonly<Record<string, string>> = { [word]: 'mammoth', 'application/pdf': 'unpdf' };
const plain = new Set(['text/plain', 'text/markdown', 'text/csv', 'application/json', 'application/xml', 'application/yaml']);

/** Whether files of this type (as the store found it) have text that can be read. */
export const hasText = (type: string): boolean => plain.has(type) || Object.hasOwn(libraries, type);

/**
 * The text of a file, for whoever compares or searches: of a PDF one part a page, of anything else one part. Paragraphs and lines end in
 * a line end; nothing else of the layout remains. The same bytes always give the same text, so the answer may be kept by their digest.
 * The bytes are those of the store, which has looked into every archive.
 */
export async function textOf(
  bytes: Uint8Array,
  type: string,
  limits: TextLimits = textLimits,
): Promise<Result<readonly string[], TextFault>> {
  if (!hasText(type)) return refuse('no-text-kind');
  if (bytes.length > limits.bytes) return refuse('too-large');
  const library = libraries[type];
  if (library === undefined) {
    const text = decoded(bytes);
    return text.length > limits.characters ? refuse('too-large') : ok([text]);
  }
  if (type === word) {
    const unpacked = await unpackedBytesOf(bytes);
    if (unpacked === undefined) return refuse('unreadable');
    if (unpacked > limits.unpackedBytes) return refuse('too-large');
  }
  const read = await readInThread(bytes, library, limits);
  return read.ok && read.value.every((part) => part === '') ? refuse('image') : read;
}

/** UTF-16 announces itself; what is not UTF-8 is read as Windows wrote it in Mexico. */
export function decoded(bytes: Uint8Array): string {
  const mark = bytes.length < 2 ? 0 : ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  if (mark === 0xfffe || mark === 0xfeff) return new TextDecoder(mark === 0xfffe ? 'utf-16le' : 'utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** How much the written parts of an Office document unpack to, pictures apart; absent when it is no archive. */
export async function unpackedBytesOf(bytes: Uint8Array): Promise<number | undefined> {
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    let total = 0;
    for await (const { fileName, uncompressedSize } of zip.eachEntry()) if (/\.(?:xml|rels)$/i.test(fileName)) total += uncompressedSize;
    return total;
  } catch {
    return undefined;
  }
}
