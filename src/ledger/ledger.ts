import type { NewEvent, Recorded } from '../core/event.ts';
import type { Result } from '../core/result.ts';

export type NewEntry = NewEvent;
/** An event in the log. */
export type Entry = Recorded<NewEvent>;

/** One row as stored: the exact bytes that were hashed (`body`, JSON text of an Entry) and their RFC 9162 leaf hash. */
export type StoredEntry = { readonly seq: number; readonly stream: string; readonly body: string; readonly leaf: Uint8Array };

/** `size` entries, whose Merkle tree has this root (RFC 9162 §2.1). */
export type Head = { readonly size: number; readonly root: Uint8Array };

/** Somebody else wrote to the stream first: look again and decide again. */
export type Conflict = { readonly kind: 'conflict'; readonly stream: string; readonly expected: number; readonly actual: number };

export type Appended = { readonly first: number; readonly last: number; readonly at: string };

/**
 * The append-only log. Nothing in it is ever updated or deleted; the database itself refuses.
 * One contract (`ledger.contract.ts`), two stores: SQLite and PostgreSQL.
 */
export interface Ledger {
  /** The name checkpoints are signed under; set when the ledger is made, e.g. `atalaya/6f1c…`. */
  readonly origin: string;
  head(): Promise<Head>;
  /**
   * Appends all of `entries` to `stream`, or none. `expected` is the `seq` of the stream's last entry the caller has
   * seen (0: the stream is empty). Resolves once the bytes are durable. Concurrent calls share one fsync.
   * Throws `LedgerFault` when the store fails (disk full, connection lost): nothing was acknowledged.
   */
  append(stream: string, expected: number, entries: readonly NewEntry[]): Promise<Result<Appended, Conflict>>;
  /** The `seq` of the stream's last entry; 0 when it is empty. */
  streamPosition(stream: string): Promise<number>;
  /** Entries after `after` (default 0) up to and including `upTo` (default: the head), oldest first, in batches. */
  read(range?: { readonly after?: number; readonly upTo?: number; readonly stream?: string }): AsyncIterable<readonly StoredEntry[]>;
  /**
   * The same entries as events, without their hashes: for folding, where a long log is read whole. Throws `LedgerFault`
   * (corrupt) at a body that is no entry.
   */
  entries(range?: { readonly after?: number; readonly upTo?: number; readonly stream?: string }): AsyncIterable<readonly Entry[]>;
  /** Calls `onAdvance` with the new size after each advance seen here, from any process. Returns the function that stops it. */
  tail(onAdvance: (size: number) => void): () => void;
  /** Root of the first `size` entries; `size` ≤ head. */
  rootAt(size: number): Promise<Uint8Array>;
  /** RFC 9162 §2.1.3: audit path of entry `seq` (1-based) in the tree of `size`. */
  inclusionProof(seq: number, size: number): Promise<readonly Uint8Array[]>;
  /** RFC 9162 §2.1.4: proof that the tree of `from` is a prefix of the tree of `to`. */
  consistencyProof(from: number, to: number): Promise<readonly Uint8Array[]>;
  close(): Promise<void>;
}
