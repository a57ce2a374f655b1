import { createHash } from 'node:crypto';
import { closeSync, fdatasyncSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';

/** https://sqlite.org/fileformat2.html#the_write_ahead_log */
const headerBytes = 32;
const frameHeaderBytes = 24;

/**
 * The pages in the first `frames` frames of a write-ahead log, each with the digest of its latest content there:
 * what a checkpoint of those frames has copied into the main file. The caller holds the write lock.
 */
export function walDigests(path: string, pageSize: number, frames: number): ReadonlyMap<number, Uint8Array> {
  const latest = new Map<number, number>();
  const digests = new Map<number, Uint8Array>();
  if (frames === 0) return digests;
  const file = openSync(`${path}-wal`, 'r'); // SQLite holds no lock on this file, so closing it drops none
  try {
    const stride = frameHeaderBytes + pageSize;
    const group = 512;
    const bytes = Buffer.alloc(stride * group);
    for (let first = 0; first < frames; first += group) {
      const count = Math.min(group, frames - first);
      readFully(file, bytes.subarray(0, count * stride), headerBytes + first * stride);
      for (let i = 0; i < count; i++) latest.set(bytes.readUInt32BE(i * stride), first + i);
    }
    const page = Buffer.alloc(pageSize);
    for (const [number, frame] of latest) {
      readFully(file, page, headerBytes + frame * stride + frameHeaderBytes);
      digests.set(number, pageDigest(page));
    }
    return digests;
  } finally {
    closeSync(file);
  }
}

/**
 * Makes the write-ahead log at least `bytes` long, with zeros that SQLite takes for no frame, and returns its length.
 * A commit that overwrites needs no change of the file's size in the file system's own journal: it took two thirds of the
 * time here. The caller holds the write lock, so that nobody is writing frames there.
 */
export function extendWal(path: string, bytes: number): number {
  const file = openSync(`${path}-wal`, 'r+');
  try {
    const { size } = fstatSync(file);
    if (size >= bytes) return size;
    const zeros = new Uint8Array(bytes - size);
    for (let done = 0; done < zeros.length; ) done += writeSync(file, zeros, done, zeros.length - done, size + done);
    fdatasyncSync(file);
    return bytes;
  } finally {
    closeSync(file);
  }
}

/** The seal's digest of a page: the first 16 bytes of its SHA-256. */
export const pageDigest = (page: Uint8Array): Uint8Array => createHash('sha256').update(page).digest().subarray(0, 16);

/** Reads exactly `into.length` bytes; throws when the file ends before. */
export function readFully(file: number, into: Uint8Array, position: number): void {
  for (let done = 0; done < into.length; ) {
    const read = readSync(file, into, done, into.length - done, position + done);
    if (read === 0) throw new RangeError(`the file ends at ${position + done}`);
    done += read;
  }
}
