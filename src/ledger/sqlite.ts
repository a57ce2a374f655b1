import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { setImmediate as turn } from 'node:timers/promises';
import { type Linked, link, type Request, request, rootOf, systemClock, type Tip } from './batch.ts';
import { LedgerFault } from './fault.ts';
import type { Head, Ledger, StoredEntry } from './ledger.ts';
import { atOf, nodeHash, parseBodies, sha256 } from './link.ts';
import { consistencySpans, fold, inclusionSpans, type NodeAt, type Span, span } from './merkle.ts';
import { commitQueue } from './queue.ts';
import { assertSealed, checkpointAndSeal, mainFileBytes, waitingBytes } from './sealing.ts';
import { assertOurs, faultOf, isRefusedByTrigger, openConnection, pragma } from './sqlite-file.ts';
import { applicationId, pageSize, schema, schemaVersion } from './sqlite-schema.ts';
import { extendWal } from './wal.ts';

export type SqliteOptions = {
  /** RFC 3339 instant in UTC with milliseconds. */
  readonly now?: () => string;
  /** Refuses (diskFull) to grow the database beyond this many bytes. */
  readonly quotaBytes?: number;
  /** How often to look for other processes' appends while somebody tails, in milliseconds. */
  readonly pollMs?: number;
  /** Checkpoint and seal when about this much waits in the write-ahead log: 8 MB unless said otherwise. */
  readonly sealBytes?: number;
};

/** A SQLite ledger, which can also bring its main file and its page seal up to date on demand. */
export type SqliteLedger = Ledger & { readonly seal: () => void };

/** Rows read at a time: a few milliseconds of work between two turns of the event loop. */
const batchRows = 2000;
/** What a process writes before it reserves room in the write-ahead log. */
const reserveFrom = 256 * 1024;
/** Stream positions remembered; beyond, all are forgotten and asked again. */
const rememberedStreams = 20_000;

/**
 * Opens the ledger in a SQLite file, making it when it is absent. WAL, synchronous = FULL: an append that resolved
 * survives `kill -9` and power loss. Several processes may open the same file. Throws `LedgerFault`.
 */
export function openSqlite(path: string, options: SqliteOptions = {}): SqliteLedger {
  const { now = systemClock(), pollMs = 100, sealBytes = 8 * 1024 * 1024 } = options;
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
  const lastOf = writer.prepare('SELECT ifnull(max(seq), 0) AS seq FROM entry WHERE stream = ?');
  const selectLastOf = reader.prepare('SELECT ifnull(max(seq), 0) AS seq FROM entry WHERE stream = ?');
  const selectSize = reader.prepare('SELECT ifnull(max(seq), 0) AS size FROM entry');
  const selectNode = reader.prepare('SELECT leaf, nodes FROM entry WHERE seq = ?');
  const columns = 'SELECT seq, stream, body, leaf FROM entry';
  const selectAll = reader.prepare(`${columns} WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ${batchRows}`);
  const selectStream = reader.prepare(`${columns} WHERE stream = ? AND seq > ? AND seq <= ? ORDER BY seq LIMIT ${batchRows}`);
  const joined = (where: string) =>
    reader.prepare(
      `SELECT group_concat(body, ',') AS bodies, max(seq) AS last
       FROM (SELECT seq, body FROM entry WHERE ${where} seq > ? AND seq <= ? ORDER BY seq LIMIT ${batchRows})`,
    );
  const joinAll = joined('');
  const joinStream = joined('stream = ? AND');
  const dataVersion = reader.prepare('PRAGMA data_version');

  const listeners = new Set<(size: number) => void>();
  const positions = new Map<string, number>();
  let tip: Tip | undefined;
  let unsealedBytes = attempt(() => waitingBytes(connections));
  let sealAt = sealThreshold();
  let reserved = 0;
  let poll: NodeJS.Timeout | undefined;
  let announced = 0;
  let closed = false;

  const readSize = (): number => Number(selectSize.get()?.size);

  function readHead(): Head {
    const now = tip?.size === readSize() ? tip : readTip();
    return { size: now.size, root: rootOf(now) };
  }

  function node({ level, index }: NodeAt): Uint8Array {
    const seq = (index + 1) * 2 ** level;
    const row = selectNode.get(seq) as { leaf: Uint8Array; nodes: Uint8Array | null } | undefined; // STRICT columns
    const found = level === 0 ? row?.leaf : row?.nodes?.subarray((level - 1) * 32, level * 32);
    if (found?.length !== 32) throw new LedgerFault('corrupt', `nodes ${seq}`);
    return found;
  }
  const hashOf = (covered: Span): Uint8Array => fold(covered.map(node), nodeHash);

  function readTip(): Tip {
    const size = readSize();
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

  /**
   * One transaction, one fsync. What is remembered of the log is believed only if the database takes the next number:
   * else somebody else has written, and everything is read and linked again, under the lock.
   */
  function write(requests: readonly Request[]) {
    if (closed) throw new LedgerFault('closed');
    try {
      if (unsealedBytes > sealAt) seal();
      if (unsealedBytes > reserveFrom && reserved < sealAt) reserve();
      tip ??= readTip();
      let linked = link(tip, now(), requests, position);
      if (!writeNext(linked)) {
        if (!writer.isTransaction) begin.run();
        positions.clear();
        linked = link(readTip(), now(), requests, position);
        insertAll(linked); // under the lock nobody else writes: what is refused now is a fault
        commit.run();
      }
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

  /** A row alone is a transaction of its own. */
  function writeNext(linked: Linked): boolean {
    if (linked.rows.length < 2) return insertNext(linked);
    begin.run();
    if (!insertNext(linked)) return false;
    commit.run();
    return true;
  }

  function insertAll({ rows }: Pick<Linked, 'rows'>): void {
    for (const { seq, stream, body, leaf, nodes } of rows) insert.run(seq, stream, body, leaf, nodes);
  }

  /** The compare-and-swap: false when the log is longer than remembered, so that its next number is another. */
  function insertNext({ rows, tip: next }: Linked): boolean {
    if (rows.length === 0) return readSize() === next.size;
    try {
      insertAll({ rows });
      return true;
    } catch (thrown) {
      if (isRefusedByTrigger(thrown)) return false;
      throw thrown;
    }
  }

  /** Keeps room in the write-ahead log for all that waits between two seals, once somebody writes more than a little. */
  function reserve(): void {
    begin.run();
    reserved = extendWal(path, sealAt + 128 * pageSize);
    writer.exec('ROLLBACK');
  }

  function seal(): void {
    attempt(() => checkpointAndSeal(connections));
    unsealedBytes = 0;
    sealAt = sealThreshold();
  }

  /** In a large file more may wait, since each seal is written whole. */
  function sealThreshold(): number {
    return Math.max(sealBytes, mainFileBytes(path) / 16);
  }

  function announce(size: number): void {
    if (size <= announced) return;
    announced = size;
    for (const listener of listeners) queueMicrotask(() => listeners.has(listener) && listener(size));
  }

  const queue = commitQueue(write);
  const origin = attempt(() => String(reader.prepare('SELECT origin FROM log').get()?.origin));

  return {
    origin,
    seal,
    head: async () => attempt(readHead),
    append: async (stream, expected, entries) => {
      if (closed) throw new LedgerFault('closed');
      return queue.add(request(stream, expected, entries));
    },
    streamPosition: async (stream) => attempt(() => Number(selectLastOf.get(stream)?.seq)),
    async *read({ after = 0, upTo = Number.MAX_SAFE_INTEGER, stream } = {}) {
      const end = Math.min(upTo, attempt(readSize));
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
    async *entries({ after = 0, upTo = Number.MAX_SAFE_INTEGER, stream } = {}) {
      const end = Math.min(upTo, attempt(readSize));
      for (let seen = after; seen < end; ) {
        const row = attempt(() => (stream === undefined ? joinAll.get(seen, end) : joinStream.get(stream, seen, end)));
        if (typeof row?.bodies !== 'string') return;
        yield parseBodies(row.bodies);
        seen = Number(row.last);
        await turn();
      }
    },
    tail(onAdvance) {
      const listener = (size: number) => onAdvance(size);
      if (listeners.size === 0) {
        announced = readSize();
        let version = Number(dataVersion.get()?.data_version);
        poll = setInterval(() => {
          const seen = Number(dataVersion.get()?.data_version);
          if (seen === version) return;
          version = seen;
          announce(readSize());
        }, pollMs).unref();
      }
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) clearInterval(poll);
      };
    },
    rootAt: async (size) => {
      if (!(size >= 0 && size <= readSize())) throw new RangeError(`no tree of ${size} yet`);
      return size === 0 ? sha256('') : attempt(() => hashOf(span(0, size)));
    },
    inclusionProof: async (seq, size) => {
      if (size > readSize()) throw new RangeError(`no tree of ${size} yet`);
      return attempt(() => inclusionSpans(seq, size).map(hashOf));
    },
    consistencyProof: async (from, to) => {
      if (to > readSize()) throw new RangeError(`no tree of ${to} yet`);
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

/** A name for a new ledger that no other has. */
export const newOrigin = (): string => `atalaya/${randomBytes(8).toString('hex')}`;

/** Makes the tables of a new ledger, with a name of its own; does nothing to a file that has any. */
export function createSchema(db: DatabaseSync, origin = newOrigin()): void {
  if (pragma(db, 'schema_version') !== 0) return;
  db.exec('BEGIN IMMEDIATE');
  try {
    if (db.prepare('SELECT 1 FROM sqlite_schema').get() === undefined) {
      for (const sql of schema.values()) db.exec(sql);
      db.prepare('INSERT INTO log (one, origin) VALUES (1, ?)').run(origin);
      db.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${schemaVersion}`);
    }
    db.exec('COMMIT');
  } catch (thrown) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw thrown;
  }
}
