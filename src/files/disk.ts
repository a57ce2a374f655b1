import { createHash, type Hash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { ok, type Result, refuse } from '../core/result.ts';
import { lookAt } from './look.ts';
import { cleanName } from './name.ts';
import type { FileFault, FileRefusal, FileStore, Kept } from './store.ts';

/** What a test puts in the place of the disk: a file that cannot be written to, a disk with little left. */
export type Disk = {
  readonly create: (path: string) => Promise<FileHandle>;
  readonly freeBytes: (folder: string) => Promise<number>;
};
const realDisk: Disk = {
  create: (path) => open(path, 'wx', 0o600),
  freeBytes: async (folder) => {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  },
};

/** The log lives on the same disk: files never take the last of it. */
const reserveBytes = 512 * 2 ** 20;
const roomAskedEveryBytes = 32 * 2 ** 20;

/** Whether so many bytes more leave the log its part of the disk. */
export const hasRoomFor = async (folder: string, bytes: number, disk: Disk = realDisk): Promise<boolean> =>
  (await disk.freeBytes(folder)) - bytes >= reserveBytes;

const pathOf = (folder: string, sha256: string): string => join(folder, sha256.slice(0, 2), sha256.slice(2));
const isDigest = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);
const isFull = (error: unknown): boolean => error instanceof Error && 'code' in error && ['ENOSPC', 'EDQUOT'].includes(String(error.code));
const isAbsent = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** Where files lie for good, by their digest. What is written aside is put there whole, and found again. */
export type Place = {
  readonly has: (sha256: string) => Promise<boolean>;
  /** Puts a file that lies aside in its place, over one of the same name: the same bytes, or bytes that were damaged since. Durable when it resolves. */
  readonly put: (path: string, sha256: string) => Promise<void>;
  /** Its bytes as they lie there; absent: there is none. */
  readonly get: (sha256: string) => Promise<AsyncIterable<Uint8Array> | undefined>;
};

/** Files on a disk. Nothing is made there before the first is kept; what a killed process left half-way is removed then. */
export const openDiskStore = (folder: string, disk: Disk = realDisk): FileStore => openStore(diskPlace(folder), folder, disk);

/** `folder`: on a disk here, where files are written aside and looked into before they are put in their place. */
export function openStore(place: Place, folder: string, disk: Disk = realDisk): FileStore {
  const aside = join(folder, 'tmp');
  let isPrepared = false;
  const prepare = async (): Promise<void> => {
    await mkdir(aside, { recursive: true });
    const day = Temporal.Now.instant().epochMilliseconds - 24 * 3_600_000;
    for (const name of await readdir(aside)) {
      const path = join(aside, name);
      // Another process may be writing to a younger one.
      if ((await stat(path)).mtimeMs < day) await rm(path, { force: true });
    }
  };

  const keep: FileStore['keep'] = async (bytes, { givenName, maxBytes }) => {
    if (!isPrepared) await prepare();
    isPrepared = true;
    const path = join(aside, randomUUID());
    try {
      const written = await write(bytes, path, maxBytes);
      if (!written.ok) return written;
      const { sha256, sizeBytes } = written.value;
      const found = await lookAt(path, givenName, sizeBytes);
      if (!found.ok) return found;
      const known = await place.has(sha256);
      await place.put(path, sha256);
      const name = cleanName(givenName, found.value);
      const called = name === givenName || givenName === '' ? {} : { givenName: [...givenName].slice(0, 500).join('') };
      return ok({ file: { sha256, sizeBytes, type: found.value, name, ...called }, known } satisfies Kept);
    } catch (error) {
      if (isFull(error)) return refuse({ kind: 'disk-full' });
      throw error;
    } finally {
      await rm(path, { force: true });
    }
  };

  const write = async (bytes: AsyncIterable<Uint8Array>, path: string, maxBytes: number): Promise<Result<Measured, FileRefusal>> => {
    const hash = createHash('sha256');
    let sizeBytes = 0;
    let nextAsk = 0;
    const file = await disk.create(path);
    try {
      for await (const chunk of bytes) {
        sizeBytes += chunk.length;
        if (sizeBytes > maxBytes) return refuse({ kind: 'too-large', maxBytes });
        if (sizeBytes > nextAsk) {
          if ((await disk.freeBytes(folder)) < reserveBytes) return refuse({ kind: 'disk-full' });
          nextAsk = sizeBytes + roomAskedEveryBytes;
        }
        hash.update(chunk);
        await writeAll(file, chunk);
      }
      if (sizeBytes === 0) return refuse({ kind: 'empty' });
      await file.sync();
    } finally {
      await file.close();
    }
    return ok({ sha256: hash.digest('hex'), sizeBytes });
  };

  const verified = async ({ sha256, sizeBytes }: Measured): Promise<FileFault | undefined> => {
    const bytes = isDigest(sha256) ? await place.get(sha256) : undefined;
    if (!bytes) return 'missing';
    const hash = createHash('sha256');
    let read = 0;
    for await (const chunk of bytes) read += taken(hash, chunk);
    return hash.digest('hex') === sha256 && read === sizeBytes ? undefined : 'altered';
  };

  /** Found to be whole just before; lost since, it is a fault of the place. */
  const bytesOf = async ({ sha256 }: Measured): Promise<AsyncIterable<Uint8Array>> => {
    const bytes = await place.get(sha256);
    if (!bytes) throw new Error(`the file ${sha256} was there a moment ago`);
    return bytes;
  };

  return {
    keep,
    open: async (file) => {
      const fault = await verified(file);
      if (fault) return refuse(fault);
      const stream = Readable.toWeb(Readable.from(await bytesOf(file), { objectMode: false, highWaterMark: 256 * 1024 }));
      return ok(stream as ReadableStream<Uint8Array<ArrayBuffer>>); // Node's web stream of a file gives its bytes
    },
    read: async (file) => {
      const fault = await verified(file);
      if (fault) return refuse(fault);
      const parts: Uint8Array[] = [];
      for await (const part of await bytesOf(file)) parts.push(part);
      return ok(new Uint8Array(Buffer.concat(parts)));
    },
    has: async (sha256) => isDigest(sha256) && (await place.has(sha256)),
  };
}

const diskPlace = (folder: string): Place => ({
  has: (sha256) => isThere(pathOf(folder, sha256)),
  put: async (path, sha256) => {
    const place = pathOf(folder, sha256);
    await mkdir(dirname(place), { recursive: true });
    await rename(path, place);
    if (process.platform !== 'win32') {
      const directory = await open(dirname(place), 'r');
      await directory.sync().finally(() => directory.close());
    }
  },
  get: async (sha256) =>
    (await isThere(pathOf(folder, sha256))) ? createReadStream(pathOf(folder, sha256), { highWaterMark: 256 * 1024 }) : undefined,
});

export type Measured = { readonly sha256: string; readonly sizeBytes: number };

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    (one) => one.isFile(),
    (error) => {
      if (isAbsent(error)) return false;
      throw error;
    },
  );

const taken = (hash: Hash, chunk: Uint8Array): number => {
  hash.update(chunk);
  return chunk.length;
};

async function writeAll(file: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let written = 0; written < chunk.length; ) written += (await file.write(chunk, written)).bytesWritten;
}
