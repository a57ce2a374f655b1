import { randomBytes } from 'node:crypto';
import { Pool, type PoolClient } from 'pg';
import { must } from '../core/result.ts';
import { link, type Request, request, rootOf, systemClock, type Tip } from './batch.ts';
import { LedgerFault } from './fault.ts';
import type { Ledger, StoredEntry } from './ledger.ts';
import { atOf, nodeHash, parseBodies, sha256 } from './link.ts';
import { consistencySpans, fold, inclusionSpans, type NodeAt, type Span, span } from './merkle.ts';
import { faultOf } from './postgres-fault.ts';
import { createSchema, schemaVersion } from './postgres-schema.ts';
import { tailPostgres } from './postgres-tail.ts';
import { commitQueue } from './queue.ts';

export type PostgresOptions = {
  /** RFC 3339 instant in UTC with milliseconds. */
  readonly now?: () => string;
};

const batchRows = 2000;
type HeadRow = { readonly size: number; readonly root: Buffer; readonly origin: string };

/**
 * Opens the ledger in the schema `atalaya_ledger` of a PostgreSQL database, making it when it is absent. Several machines
 * may serve from it: the head row, locked by each group of appends, is what they take turns on. Throws `LedgerFault`.
 */
export async function openPostgres(url: string, options: PostgresOptions = {}): Promise<Ledger> {
  const { now = systemClock() } = options;
  const pool = new Pool({ connectionString: url, max: 8, application_name: 'atalaya-ledger' });
  pool.on('error', () => undefined); // an idle connection that breaks is replaced; one in use rejects its own query
  try {
    await inTransaction(pool, async (client) => {
      await client.query(createSchema);
      await client.query(
        'INSERT INTO atalaya_ledger.head (one, size, root, origin, version) VALUES (1, 0, $1, $2, $3) ON CONFLICT DO NOTHING',
        [sha256(''), `atalaya/${randomBytes(8).toString('hex')}`, schemaVersion],
      );
      const { rows } = await client.query('SELECT version FROM atalaya_ledger.head');
      if (rows[0]?.version !== schemaVersion) throw new LedgerFault('notALedger', `version ${rows[0]?.version}`);
    });
  } catch (thrown) {
    await pool.end();
    throw faultOf(thrown);
  }

  let tip: Tip | undefined;
  let closed = false;

  type Asked = Pick<PoolClient, 'query'>;
  const ask = async (on: Asked, sql: string, values: readonly unknown[]) => {
    try {
      return (await on.query(sql, [...values])).rows;
    } catch (thrown) {
      throw faultOf(thrown);
    }
  };
  const headRow = async (on: Asked, lock = ''): Promise<HeadRow> => {
    const [row] = await ask(on, `SELECT size, root, origin FROM atalaya_ledger.head ${lock}`, []);
    return { ...must(row, 'the head row is made with the schema'), size: Number(row.size) };
  };

  async function hashesOf(on: Asked, spans: readonly Span[]): Promise<readonly Uint8Array[]> {
    const seqOf = ({ level, index }: NodeAt) => (index + 1) * 2 ** level;
    const rows = await ask(on, 'SELECT seq, leaf, nodes FROM atalaya_ledger.entry WHERE seq = ANY($1::bigint[])', [
      spans.flat().map(seqOf),
    ]);
    const bySeq = new Map(rows.map((row) => [Number(row.seq), row]));
    const node = (at: NodeAt): Uint8Array => {
      const row = bySeq.get(seqOf(at));
      const found: Uint8Array | undefined = at.level === 0 ? row?.leaf : row?.nodes?.subarray((at.level - 1) * 32, at.level * 32);
      if (found?.length !== 32) throw new LedgerFault('corrupt', `nodes ${seqOf(at)}`);
      return found;
    };
    return spans.map((covered) => fold(covered.map(node), nodeHash));
  }

  async function readTip(on: Asked, size: number): Promise<Tip> {
    const peaks = await hashesOf(
      on,
      span(0, size).map((peak) => [peak]),
    );
    const [last] = size === 0 ? [] : await ask(on, 'SELECT body FROM atalaya_ledger.entry WHERE seq = $1', [size]);
    return { size, peaks, at: last === undefined ? '' : atOf(last.body) };
  }

  async function write(requests: readonly Request[]) {
    if (closed) throw new LedgerFault('closed');
    try {
      const linked = await inTransaction(pool, async (client) => {
        const head = await headRow(client, 'FOR UPDATE');
        if (tip?.size !== head.size) tip = await readTip(client, head.size);
        const rows = await ask(
          client,
          'SELECT stream, max(seq) AS seq FROM atalaya_ledger.entry WHERE stream = ANY($1::text[]) GROUP BY stream',
          [[...new Set(requests.map(({ stream }) => stream))]],
        );
        const positions = new Map(rows.map((row) => [row.stream, Number(row.seq)]));
        const made = link(tip, now(), requests, (stream) => positions.get(stream) ?? 0);
        if (made.rows.length === 0) return made;
        await insert(client, made.rows);
        const swapped = await client.query('UPDATE atalaya_ledger.head SET size = $1, root = $2 WHERE size = $3', [
          made.tip.size,
          rootOf(made.tip),
          head.size,
        ]);
        if (swapped.rowCount !== 1) throw new LedgerFault('corrupt', 'head');
        await client.query("SELECT pg_notify('atalaya_ledger', $1)", [String(made.tip.size)]);
        return made;
      });
      tip = linked.tip;
      return linked.outcomes;
    } catch (thrown) {
      tip = undefined;
      throw faultOf(thrown);
    }
  }

  const queue = commitQueue(write);
  const { origin } = await headRow(pool);
  const tails = tailPostgres(url, async () => (await headRow(pool)).size);

  async function assertReached(size: number): Promise<void> {
    if (!(size >= 0 && size <= (await headRow(pool)).size)) throw new RangeError(`no tree of ${size} yet`);
  }

  return {
    origin,
    head: async () => {
      const { size, root } = await headRow(pool);
      return { size, root };
    },
    append: async (stream, expected, entries) => {
      if (closed) throw new LedgerFault('closed');
      return queue.add(request(stream, expected, entries));
    },
    streamPosition: async (stream) => {
      const [row] = await ask(pool, 'SELECT max(seq) AS seq FROM atalaya_ledger.entry WHERE stream = $1', [stream]);
      return Number(row?.seq ?? 0);
    },
    async *read({ after = 0, upTo = Number.MAX_SAFE_INTEGER, stream } = {}) {
      const end = Math.min(upTo, (await headRow(pool)).size);
      for (let seen = after; seen < end; ) {
        const rows = await ask(
          pool,
          `SELECT seq, stream, body, leaf FROM atalaya_ledger.entry
           WHERE seq > $1 AND seq <= $2 ${stream === undefined ? '' : 'AND stream = $3'} ORDER BY seq LIMIT ${batchRows}`,
          stream === undefined ? [seen, end] : [seen, end, stream],
        );
        const batch: readonly StoredEntry[] = rows.map((row) => ({ ...row, seq: Number(row.seq) }));
        const last = batch.at(-1);
        if (last === undefined) return;
        yield batch;
        seen = last.seq;
      }
    },
    async *entries({ after = 0, upTo = Number.MAX_SAFE_INTEGER, stream } = {}) {
      const end = Math.min(upTo, (await headRow(pool)).size);
      for (let seen = after; seen < end; ) {
        const [row] = await ask(
          pool,
          `SELECT string_agg(body, ',' ORDER BY seq) AS bodies, max(seq) AS last FROM (
             SELECT seq, body FROM atalaya_ledger.entry
             WHERE seq > $1 AND seq <= $2 ${stream === undefined ? '' : 'AND stream = $3'} ORDER BY seq LIMIT ${batchRows}) AS batch`,
          stream === undefined ? [seen, end] : [seen, end, stream],
        );
        if (typeof row?.bodies !== 'string') return;
        yield parseBodies(row.bodies);
        seen = Number(row.last);
      }
    },
    tail: tails.add,
    rootAt: async (size) => {
      await assertReached(size);
      return size === 0 ? sha256('') : must((await hashesOf(pool, [span(0, size)]))[0], 'one span, one hash');
    },
    inclusionProof: async (seq, size) => {
      await assertReached(size);
      return hashesOf(pool, inclusionSpans(seq, size));
    },
    consistencyProof: async (from, to) => {
      await assertReached(to);
      return hashesOf(pool, consistencySpans(from, to));
    },
    close: async () => {
      if (closed) return;
      await queue.drained();
      closed = true;
      await tails.close();
      await pool.end();
    },
  };
}

/** Inserts rows that are linked already. */
export async function insert(client: PoolClient, rows: readonly (StoredEntry & { readonly nodes: Uint8Array | null })[]): Promise<void> {
  const hex = (bytes: Uint8Array | null) => (bytes === null ? null : Buffer.from(bytes).toString('hex'));
  await client.query(
    `INSERT INTO atalaya_ledger.entry (seq, stream, body, leaf, nodes)
     SELECT seq, stream, body, decode(leaf, 'hex'), decode(nodes, 'hex')
     FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[]) AS new (seq, stream, body, leaf, nodes)`,
    [
      rows.map(({ seq }) => seq),
      rows.map(({ stream }) => stream),
      rows.map(({ body }) => body),
      rows.map(({ leaf }) => hex(leaf)),
      rows.map(({ nodes }) => hex(nodes)),
    ],
  );
}

/** Runs `work` in a transaction of its own; a connection that failed is thrown away, not reused. */
export async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const onError = (error: Error) => {
    broken = error;
  };
  client.on('error', onError); // a connection lost between two queries; the next query rejects
  try {
    await client.query('BEGIN');
    const value = await work(client);
    await client.query('COMMIT');
    return value;
  } catch (thrown) {
    await client.query('ROLLBACK').catch((failed: Error) => {
      broken = failed;
    });
    throw thrown;
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
}
