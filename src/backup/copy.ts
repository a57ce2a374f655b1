import { createHash } from 'node:crypto';
import { checkLedger } from '../ledger/check.ts';
import { type Inspected, inspectSqlite } from '../ledger/inspect.ts';
import { databasePath, type LedgerPlace } from '../ledger/open.ts';
import { refillLedger, type Sealed } from '../ledger/refill.ts';
import { BackupFault, type Fault } from './fault.ts';
import { renderBatch } from './rows.ts';
import { openTables, stores } from './stores.ts';
import type { MakeTables } from './unpack.ts';

export type Copied = { readonly size: number; readonly root: string; readonly rows: number };
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/**
 * The log and the tables of one place, in another that has none: the same entries under the same root, the same rows. The log is verified
 * whole before, its root compared after, and every table read again. Throws `BackupFault` when anything differs.
 */
export async function copyStores(from: LedgerPlace, to: LedgerPlace, makeTables: MakeTables): Promise<Copied> {
  const checked = await checkLedger(from);
  if (checked.faults.length > 0) throw new BackupFault(...checked.faults.map(({ where, what }): Fault => ({ kind: 'log', where, what })));
  const inspected =
    from.databaseUrl === undefined
      ? inspectSqlite(databasePath(from.dataDir))
      : (await import('../ledger/inspect-postgres.ts')).inspectPostgres(from.databaseUrl);
  try {
    const { size, origin } = await inspected.head();
    const placed = await refillLedger(to, origin, entriesOf(inspected, size));
    const [expected, saw] = [hex(checked.root), hex(placed.root)];
    if (saw !== expected) throw new BackupFault({ kind: 'other-root', expected, saw });
    await makeTables(to);
    let rows = 0;
    for (const store of stores) rows += await copyTables(from, to, store);
    const after = await inspected.head();
    if (after.size !== size) throw new BackupFault({ kind: 'in-use', where: from.databaseUrl === undefined ? from.dataDir : 'PostgreSQL' });
    return { size, root: saw, rows };
  } finally {
    await inspected.close();
  }
}

async function* entriesOf(inspected: Inspected, size: number): AsyncGenerator<readonly Sealed[]> {
  for (let after = 0; after < size; ) {
    const rows = await inspected.rows(after, Math.min(2000, size - after));
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map(({ seq, stream, body }) => ({ seq, stream, body: typeof body === 'string' ? body : Buffer.from(body).toString() }));
    after = last.seq;
  }
}

async function copyTables(from: LedgerPlace, to: LedgerPlace, store: (typeof stores)[number]): Promise<number> {
  const [source, target] = [await openTables(from, store, true), await openTables(to, store, true)];
  try {
    await target.fill(source.read());
    const digests = await Promise.all(
      [source, target].map(async (tables) => {
        const hash = createHash('sha256');
        let count = 0;
        for await (const batch of tables.read()) {
          hash.update(renderBatch(batch));
          count += batch.rows.length;
        }
        return { count, digest: hash.digest('hex') };
      }),
    );
    const [read, written] = digests;
    if (!read || read.digest !== written?.digest) throw new BackupFault({ kind: 'altered', path: store.name });
    return read.count;
  } finally {
    await source.close();
    await target.close();
  }
}
