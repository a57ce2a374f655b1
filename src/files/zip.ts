import { openPromise, type ZipFile } from 'yauzl';
import { ok, type Result, refuse } from '../core/result.ts';
import type { FileRefusal } from './store.ts';

/** How much a ZIP may unpack to. Beyond `ratioFromBytes` the ratio counts too: small things compress well by nature. */
export type ZipLimits = {
  readonly entries: number;
  readonly totalBytes: number;
  readonly ratio: number;
  readonly ratioFromBytes: number;
};
export const zipLimits: ZipLimits = { entries: 20_000, totalBytes: 2 * 2 ** 30, ratio: 200, ratioFromBytes: 32 * 2 ** 20 };

/**
 * Looks into a ZIP by unpacking all of it to nowhere, since what it declares about itself may be false. Gives the names of its entries.
 * An archive may hold archives; nobody here ever opens those, so they are counted as they lie.
 */
export async function lookInto(path: string, sizeBytes: number, limits = zipLimits): Promise<Result<readonly string[], FileRefusal>> {
  let zip: ZipFile;
  try {
    zip = await openPromise(path, { decodeStrings: false, validateEntrySizes: true });
  } catch {
    return refuse({ kind: 'damaged-archive' });
  }
  try {
    return await unpackToNowhere(zip, sizeBytes, limits);
  } catch {
    return refuse({ kind: 'damaged-archive' }); // its directory and its entries contradict each other, or an entry cannot be inflated
  } finally {
    zip.close();
  }
}

async function unpackToNowhere(zip: ZipFile, sizeBytes: number, limits: ZipLimits): Promise<Result<readonly string[], FileRefusal>> {
  const names: string[] = [];
  let total = 0;
  if (zip.entryCount > limits.entries) return refuse({ kind: 'bomb' });
  const isTooMuch = () => total > limits.totalBytes || (total > limits.ratioFromBytes && total / sizeBytes > limits.ratio);
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) return refuse({ kind: 'closed' });
    names.push(entry.fileNameRaw.toString('utf8'));
    if (names.length > limits.entries) return refuse({ kind: 'bomb' });
    if (entry.fileNameRaw.at(-1) === 0x2f) continue;
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      total += (chunk as Uint8Array).length; // a stream of bytes gives bytes
      if (isTooMuch()) return refuse({ kind: 'bomb' });
    }
  }
  return ok(names);
}
