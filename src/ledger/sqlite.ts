import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { setImmediate as turn } from 'node:timers/promises';
import { must } from '../core/result.ts';
import { link, type Request, request, rootOf, systemClock, type Tip } from './batch.ts';
import { LedgerFault } from './fault.ts';
import type { Ledger, StoredEntry } from './ledger.ts';
import { atOf, nodeHash, sha256 } from './link.ts';
import { consistencySpans, fold, inclusionSpans, type NodeAt, type Span, span } from './merkle.ts';
import { commitQueue } from './queue.ts';
import { assertSealed, checkpointAndSeal, mainFileBytes } from './sealing.ts';
import { assertOurs, faultOf, openConnection, pragma } from './sqlite-file.ts';
import { applicationId, pageSize, schema, schemaVersion } from './sqlite-schema.ts';

export type SqliteOptions = {
  /** RFC 3339 instant in UTC with milliseconds. */
  readonly now?: () => string;
  /** Refuses (diskFull) to grow the database beyond this many bytes. */
  readonly quotaBytes?: number;
  /** How often to look for other processes' appends while somebody tails, in milliseconds. */
  readonly pollMs?: number;
};

/** A SQLite ledger, which can also bring its main file and its page seal up to date on demand. */
export type SqliteLedger = Ledger & { readonly seal: () => void };

/** Checkpoint when about 8 MB wait in the write-ahead log, or a sixteenth of the main file if that is more. */
const sealThreshold = (path: string): number => Math.max(8 * 1024 * 1024, mainFileBytes(path) / 16);
/** Rows read at a time: a few milliseconds of work between two turns of the event loop. */
const batchRows = 2000;
/** Stream positions remembered; beyond, all are forgotten and asked again. */
const rememberedStreams = 20_000;

/**
 * Opens the ledger in a SQLite file, making it when it is absent. WAL, synchronous = FULL: an append that resolved
 * survives `kill -9` and power loss. Several processes may open the same file. Throws `LedgerFault`.
 */
export function openSqlite(path: string, options: SqliteOptions = {}): SqliteLedger {
  const { now = systemClock, pollMs = 100 } = options;
  const writer = attempt(() => openConnection(path, { pageSize }));
  const reader = attempt(() => {
    try {
      createSchema(writer);
      assertOurs(writer);
      if (options.quotaBytes !== undefined) writer.exec(`PRAGMA max_page_count = ${Math.floor(options.quotaBytes / pageSize)}`);
      return openConnection(path);
    } catch (thrown) {
      writer.close();
      throw thrown;
    }
  });
  const connections = { path, writer, reader };
  try {
    assertSealed(connections);
  } catch (thrown) {
    reader.close();
    writer.close();
    throw faultOf(thrown);
  }

  const begin = writer.prepare('BEGIN IMMEDIATE');
  const commit = writer.prepare('COMMIT');
  const insert = writer.prepare('INSERT INTO entry (seq, stream, body, leaf, nodes) VALUES (?, ?, ?, ?, ?)');
  const swap = writer.prepare('UPDATE head SET size = ?, root = ? WHERE size = ?');
  const lastOf = writer.prepare('SELECT ifnull(max(seq), 0) AS seq FROM entry WHERE stream = ?');
  const selectLastOf = reader.prepare('SELECT ifnull(max(seq), 0) AS seq FROM entry WHERE stream = ?');
  const selectHead = reader.prepare('SELECT size, root, origin FROM head');
  const selectNode = reader.prepare('SELECT leaf, nodes FROM entry WHERE seq = ?');
  const columns = 'SELECT seq, stream, body, leaf FROM entry';
  const selectAll = reader.prepare(`${columns} WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ${batchRows}`);
  const selectStream = reader.prepare(`${columns} WHERE stream = ? AND seq > ? AND seq <= ? ORDER BY seq LIMIT ${batchRows}`);
  const dataVersion = reader.prepare('PRAGMA data_version');

  const listeners = new Set<(size: number) => void>();
  const positions = new Map<string, number>();
  let tip: Tip | undefined;
  let unsealedBytes = 0;
  let sealAt = sealThreshold(path);
  let poll: NodeJS.Timeout | undefined;
  let announced = 0;
  let closed = false;

  type HeadRow = { readonly size: number; readonly root: Uint8Array; readonly origin: string };
  const headRow = () => must(selectHead.get(), 'the head row is made with the database') as unknown as HeadRow; // STRICT columns

  function node({ level, index }: NodeAt): Uint8Array {
    const seq = (index + 1) * 2 ** level;
    const row = selectNode.get(seq) as { leaf: Uint8Array; nodes: Uint8Array | null } | undefined; // STRICT columns
    const found = level === 0 ? row?.leaf : row?.nodes?.subarray((level - 1) * 32, level * 32);
    if (found?.length !== 32) throw new LedgerFault('corrupt', `nodes ${seq}`);
    return found;
  }
  const hashOf = (covered: Span): Uint8Array => fold(covered.map(node), nodeHash);

  function readTip(): Tip {
    const { size } = headRow();
    const last = size === 0 ? undefined : selectAll.get(size - 1, size);
    return { size, peaks: span(0, size).map(node), at: last === undefined ? '' : atOf(String(last.body)) };
  }

  function position(stream: string): number {
    const known = positions.get(stream);
    if (known !== undefined) return known;
    const found = Number(lastOf.get(stream)?.seq);
    if (positions.size >= rememberedStreams) positions.clear();
    positions.set(stream, found);
    return found;
  }

  /** One transaction, one fsync. What is remembered of the log is believed only if the compare-and-swap on the head says so. */
  function write(requests: readonly Request[]) {
    if (closed) throw new LedgerFault('closed');
    try {
      if (unsealedBytes > sealAt) seal();
      begin.run();
      if (tip === undefined) tip = readTip();
      let linked = link(tip, now(), requests, position);
      const current = () => (linked.rows.length === 0 ? headRow().size === tip?.size : swapHead(linked.tip, tip));
      if (!current()) {
        positions.clear();
        tip = readTip();
        linked = link(tip, now(), requests, position);
        if (!current()) throw new LedgerFault('corrupt', 'head');
      }
      for (const row of linked.rows) insert.run(row.seq, row.stream, row.body, row.leaf, row.nodes);
      commit.run();
      tip = linked.tip;
      for (const { seq, stream, body } of linked.rows) {
        positions.set(stream, seq);
        unsealedBytes += body.length + 200;
      }
      unsealedBytes += 3 * pageSize;
      if (linked.rows.length > 0) announce(tip.size);
      return linked.outcomes;
    } catch (thrown) {
      tip = undefined;
      positions.clear();
      if (writer.isTransaction) writer.exec('ROLLBACK');
      throw faultOf(thrown);
    }
  }

  const swapHead = (next: Tip, previous: Tip | undefined): boolean => swap.run(next.size, rootOf(next), previous?.size ?? 0).changes === 1;

  function seal(): void {
    attempt(() => checkpointAndSeal(connections));
    unsealedBytes = 0;
    sealAt = sealThreshold(path);
  }

  function announce(size: number): void {
    if (size <= announced) return;
    announced = size;
    for (const listener of listeners) queueMicrotask(() => listeners.has(listener) && listener(size));
  }

  const queue = commitQueue(write);
  const { origin } = headRow();

  return {
    origin,
    seal,
    head: async () => {
      const { size, root } = attempt(headRow);
      return { size, root };
    },
    append: async (stream, expected, entries) => {
      if (closed) throw new LedgerFault('closed');
      return queue.add(request(stream, expected, entries));
    },
    streamPosition: async (stream) => attempt(() => Number(selectLastOf.get(stream)?.seq)),
    async *read({ after = 0, upTo = Number.MAX_SAFE_INTEGER, stream } = {}) {
      const end = Math.min(upTo, attempt(headRow).size);
      for (let seen = after; seen < end; ) {
        const rows = attempt(() => (stream === undefined ? selectAll.all(seen, end) : selectStream.all(stream, seen, end)));
        const batch = rows as unknown as readonly StoredEntry[]; // STRICT columns of these names and types
        const last = batch.at(-1);
        if (last === undefined) return;
        yield batch;
        seen = last.seq;
        await turn();
      }
    },
    tail(onAdvance) {
      const listener = (size: number) => onAdvance(size);
      if (listeners.size === 0) {
        announced = headRow().size;
        let version = Number(dataVersion.get()?.data_version);
        poll = setInterval(() => {
          const seen = Number(dataVersion.get()?.data_version);
          if (seen === version) return;
          version = seen;
          announce(headRow().size);
        }, pollMs).unref();
      }
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) clearInterval(poll);
      };
    },
    rootAt: async (size) => {
      if (!(size >= 0 && size <= headRow().size)) throw new RangeError(`no tree of ${size} yet`);
      return size === 0 ? sha256('') : attempt(() => hashOf(span(0, size)));
    },
    inclusionProof: async (seq, size) => {
      if (size > headRow().size) throw new RangeError(`no tree of ${size} yet`);
      return attempt(() => inclusionSpans(seq, size).map(hashOf));
    },
    consistencyProof: async (from, to) => {
      if (to > headRow().size) throw new RangeError(`no tree of ${to} yet`);
      return attempt(() => consistencySpans(from, to).map(hashOf));
    },
    close: async () => {
      if (closed) return;
      await queue.drained();
      closed = true;
      listeners.clear();
      clearInterval(poll);
      try {
        seal();
      } finally {
        reader.close();
        writer.close();
      }
    },
  };
}

function attempt<T>(work: () => T): T {
  try {
    return work();
  } catch (thrown) {
    if (thrown instanceof RangeError) throw thrown; // a caller's bug, not the store's failure
    throw faultOf(thrown);
  }
}

/** Makes the tables of a new ledger, with a name of its own; does nothing to a file that has any. */
function createSchema(db: DatabaseSync): void {
  if (pragma(db, 'schema_version') !== 0) return;
  db.exec('BEGIN IMMEDIATE');
  try {
    if (db.prepare('SELECT 1 FROM sqlite_schema').get() === undefined) {
      for (const sql of schema.values()) db.exec(sql);
      db.prepare('INSERT INTO head (one, size, root, origin) VALUES (1, 0, ?, ?)').run(
        sha256(''),
        `atalaya/${randomBytes(8).toString('hex')}`,
      );
      db.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${schemaVersion}`);
    }
    db.exec('COMMIT');
  } catch (thrown) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw thrown;
  }
}
