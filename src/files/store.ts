import type { Result } from '../core/result.ts';
import type { StoredFile } from '../core/stored-file.ts';

/** Why a file is not taken in. Nothing of it remains. */
export type FileRefusal =
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-large'; readonly maxBytes: number }
  | { readonly kind: 'not-accepted'; readonly found: string | undefined }
  | { readonly kind: 'program' }
  | { readonly kind: 'macros' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'old-office' }
  | { readonly kind: 'damaged-archive' }
  | { readonly kind: 'bomb' }
  | { readonly kind: 'disk-full' };

/** `known`: the same bytes were already here. */
export type Kept = { readonly file: StoredFile; readonly known: boolean };

/** What cannot be handed out although a record names it: a matter for whoever runs the installation. */
export type FileFault = 'missing' | 'altered';

/** Files by the SHA-256 of their bytes: on a disk here, in an object store elsewhere. */
export interface FileStore {
  /**
   * Takes a stream in, and resolves once the bytes are durable. Throws what the stream throws (a cut connection) and what the disk
   * does beyond being full; nothing of it remains then.
   */
  keep(
    bytes: AsyncIterable<Uint8Array>,
    asked: { readonly givenName: string; readonly maxBytes: number },
  ): Promise<Result<Kept, FileRefusal>>;
  /** The bytes, found to be what their digest says before the first of them is handed out. */
  open(file: Pick<StoredFile, 'sha256' | 'sizeBytes'>): Promise<Result<ReadableStream<Uint8Array<ArrayBuffer>>, FileFault>>;
  /** The same, all at once: for files small enough to be compared or read. */
  read(file: Pick<StoredFile, 'sha256' | 'sizeBytes'>): Promise<Result<Uint8Array<ArrayBuffer>, FileFault>>;
  has(sha256: string): Promise<boolean>;
}
