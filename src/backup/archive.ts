import { createHash } from 'node:crypto';
import { extract, type Header, type Pack, pack } from 'tar-stream';
import { BackupFault, type Fault } from './fault.ts';

/** One thing to keep: a path below the archive's root, its length, and its bytes. */
export type Piece = { readonly path: string; readonly sizeBytes: number; readonly bytes: Iterable<Uint8Array> | AsyncIterable<Uint8Array> };
/** One thing found. Its bytes are read before the next is asked for; what is not read is skipped, and checked all the same. */
export type Found = { readonly path: string; readonly sizeBytes: number; readonly bytes: AsyncIterable<Uint8Array> };

/** The last piece of every archive, in the form that `sha256sum -c` reads. One that lacks it was cut short. */
const sumsPath = 'SHA256SUMS';

export const pieceOf = (path: string, content: string | Uint8Array): Piece => {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return { path, sizeBytes: bytes.length, bytes: [bytes] };
};

/**
 * The pieces as one tar, with the digest of each at its end. Nothing in it tells when or where it was made: the same pieces give the
 * same bytes.
 */
export async function* writeArchive(pieces: AsyncIterable<Piece>): AsyncGenerator<Uint8Array> {
  const tar = pack();
  tar.on('error', ignored);
  const fill = async (): Promise<void> => {
    const sums: string[] = [];
    for await (const { path, sizeBytes, bytes } of pieces) sums.push(`${await put(tar, path, sizeBytes, bytes)}  ${path}\n`);
    const all = Buffer.from(sums.join(''));
    await put(tar, sumsPath, all.length, [all]);
    tar.finalize();
  };
  const filled = fill().catch((thrown: unknown) => {
    tar.destroy(thrown instanceof Error ? thrown : new Error(String(thrown)));
    throw thrown;
  });
  filled.catch(() => undefined); // told below, after whoever reads has had what there was
  for await (const chunk of tar as AsyncIterable<Uint8Array>) yield chunk;
  await filled;
}

async function put(tar: Pack, path: string, sizeBytes: number, bytes: Piece['bytes']): Promise<string> {
  const header = { name: path, size: sizeBytes, mode: 0o600, mtime: epoch as Header['mtime'] };
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const entry = tar.entry(header, (error) => (error ? reject(error) : resolve()));
  entry.on('error', ignored);
  promise.catch(ignored);
  const hash = createHash('sha256');
  for await (const chunk of bytes) {
    hash.update(chunk);
    // Destroyed while we wait (whoever reads gave up): the entry rejects, and no drain ever comes.
    if (!entry.write(chunk)) await Promise.race([new Promise<void>((drained) => entry.once('drain', () => drained())), promise]);
  }
  entry.end(undefined);
  await promise;
  return hash.digest('hex');
}
const messageOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));
/** What a stream emits, whoever awaits it is told as well. */
const ignored = (): void => undefined;
/** All pieces bear the first second there is; of a moment, tar-stream asks nothing but this. */
const epoch: unknown = { getTime: () => 0 };

/**
 * The pieces of an archive, each checked against the sums at its end: what does not agree is told to `report` once the archive has been
 * read to its end, or as soon as it cannot be read further. Whoever keeps what it yields must look there before believing it. Bytes that
 * break off while somebody reads them throw a `BackupFault` to whoever does.
 */
export async function* readArchive(source: AsyncIterable<Uint8Array>, report: (fault: Fault) => void): AsyncGenerator<Found> {
  const tar = extract();
  let reason = '';
  tar.on('error', (error) => {
    reason = messageOf(error);
  });
  const feed = async (): Promise<void> => {
    for await (const chunk of source) {
      if (tar.destroyed) return;
      if (!tar.write(chunk)) await new Promise<void>((on) => tar.once('drain', () => on()).once('close', () => on()));
    }
    tar.end(undefined);
  };
  feed().catch((thrown: unknown) => tar.destroy(thrown instanceof Error ? thrown : new Error(String(thrown))));
  const digests = new Map<string, string>();
  let sums: string | undefined;
  try {
    for await (const entry of tar) {
      const { name: path, size: sizeBytes = 0 } = entry.header;
      const hash = createHash('sha256');
      async function* bytes(): AsyncGenerator<Uint8Array> {
        try {
          for await (const chunk of entry as AsyncIterable<Uint8Array>) {
            hash.update(chunk);
            yield chunk;
          }
        } catch (thrown) {
          throw new BackupFault({ kind: 'broken', detail: reason || messageOf(thrown) });
        }
      }
      const read = bytes();
      if (path === sumsPath) {
        const parts: Uint8Array[] = [];
        for await (const chunk of read) parts.push(chunk);
        sums = Buffer.concat(parts).toString();
        continue;
      }
      yield { path, sizeBytes, bytes: read };
      for await (const _ of read);
      if (digests.has(path)) report({ kind: 'twice', path });
      digests.set(path, hash.digest('hex'));
    }
  } catch (thrown) {
    const faults: readonly Fault[] =
      thrown instanceof BackupFault ? thrown.faults : [{ kind: 'broken', detail: reason || messageOf(thrown) }];
    for (const fault of faults) report(fault);
    return;
  }
  if (sums === undefined) report({ kind: 'cut' });
  else compare(digests, sums, report);
}

function compare(digests: ReadonlyMap<string, string>, sums: string, report: (fault: Fault) => void): void {
  const said = new Map(
    sums
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => [line.slice(66), line.slice(0, 64)]),
  );
  for (const [path, digest] of digests) if (said.get(path) !== digest) report({ kind: 'altered', path });
  for (const path of said.keys()) if (!digests.has(path)) report({ kind: 'absent', path });
}
