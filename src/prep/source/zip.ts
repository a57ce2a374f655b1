import { isUtf8 } from 'node:buffer';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import { type Entry, openPromise, validateFileName, type ZipFile } from 'yauzl';
import { fault, type ReadFault } from './fault.ts';
import type { Limits } from './limits.ts';

/** What came out of a package: each entry as a file of the run's folder, or the fault that kept it in. */
export type Unpacked = { readonly name: string; readonly file: string | null; readonly faults: readonly ReadFault[] };

/** What is left of the limits while packages are being unpacked; shared by nested ones. */
export type Budget = { readonly limits: Limits; files: number; bytes: number };

class Bomb extends Error {}

/**
 * Unpacks a ZIP into numbered files of `folder`, so that no name inside it ever becomes a path. Sizes are counted while inflating:
 * what an entry declares is not believed. A damaged directory gives one fault; a damaged entry, one for that entry.
 */
export async function unpack(path: string, label: string, folder: string, budget: Budget): Promise<readonly Unpacked[]> {
  const out: Unpacked[] = [];
  const failed = (name: string, one: ReadFault): void => void out.push({ name, file: null, faults: [one] });
  let zip: ZipFile;
  try {
    zip = await openPromise(path, { decodeStrings: false });
  } catch (error) {
    return [{ name: '', file: null, faults: [fault('zip-damaged', 'error', label, messageOf(error))] }];
  }
  try {
    for await (const entry of zip.eachEntry()) {
      const name = nameOf(entry);
      if (name.endsWith('/')) continue;
      const unsafe = validateFileName(name.replaceAll('\\', '/'));
      if (unsafe !== null) {
        failed(name, fault('zip-traversal', 'error', label, name));
        continue;
      }
      if (/(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$)/.test(name)) continue;
      budget.files += 1;
      if (budget.files > budget.limits.files) {
        failed('', fault('too-many-files', 'error', label, String(budget.limits.files)));
        break;
      }
      if (entry.isEncrypted()) {
        failed(name, fault('zip-encrypted', 'error', `${label}!${name}`));
        continue;
      }
      const file = join(folder, `entry-${budget.files}`);
      try {
        await inflate(zip, entry, file, budget);
        out.push({ name, file, faults: [] });
      } catch (error) {
        const bomb = error instanceof Bomb;
        failed(name, fault(bomb ? 'zip-bomb' : 'zip-damaged', 'error', `${label}!${name}`, messageOf(error)));
        if (bomb && budget.bytes > budget.limits.totalBytes) break;
      }
    }
  } catch (error) {
    failed('', fault('zip-damaged', 'error', label, messageOf(error)));
  } finally {
    zip.close();
  }
  return out;
}

async function inflate(zip: ZipFile, entry: Entry, file: string, budget: Budget): Promise<void> {
  const { limits } = budget;
  let bytes = 0;
  let sum = 0;
  const guard = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      budget.bytes += chunk.length;
      sum = crc32(chunk, sum);
      const ratio = bytes / Math.max(1, entry.compressedSize);
      if (bytes > limits.entryBytes || budget.bytes > limits.totalBytes) done(new Bomb(`> ${Math.round(bytes / 2 ** 20)} MiB`));
      else if (bytes > limits.ratioFromBytes && ratio > limits.ratio) done(new Bomb(`1 : ${Math.round(ratio)}`));
      else done(null, chunk);
    },
  });
  await pipeline(await zip.openReadStreamPromise(entry), guard, createWriteStream(file));
  if (sum !== entry.crc32) throw new Error(`CRC-32 ${sum.toString(16)} ≠ ${entry.crc32.toString(16)}`);
}

/** Names are UTF-8 in practice whatever the flag says; the rest is shown byte by byte. */
const nameOf = (entry: Entry): string => entry.fileNameRaw.toString(isUtf8(entry.fileNameRaw) ? 'utf8' : 'latin1');
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
