import { existsSync } from 'node:fs';
import { LedgerFault } from './fault.ts';
import { leafHash, nodeHash, sha256 } from './link.ts';
import { addLeaf, fold } from './merkle.ts';
import { databasePath, type LedgerPlace } from './open.ts';
import { createSchema, openSqlite } from './sqlite.ts';
import { faultOf, openConnection } from './sqlite-file.ts';
import { pageSize } from './sqlite-schema.ts';

/** An entry sealed elsewhere, as it was stored there. */
export type Sealed = { readonly seq: number; readonly stream: string; readonly body: string };
export type Refilled = { readonly size: number; readonly root: Uint8Array };

/** Hashes and tree of entries that come in order; throws `LedgerFault` (corrupt) when they do not. */
export function placer() {
  const peaks: Uint8Array[] = [];
  let size = 0;
  return {
    place: ({ seq, stream, body }: Sealed) => {
      const leaf = leafHash(body);
      const completed = addLeaf(peaks, size, leaf, nodeHash);
      size++;
      if (seq !== size) throw new LedgerFault('corrupt', `seq ${seq} ≠ ${size}`);
      return { seq, stream, body, leaf, nodes: completed.length === 0 ? null : Buffer.concat(completed) };
    },
    placed: (): Refilled => ({ size, root: peaks.length === 0 ? sha256('') : fold(peaks, nodeHash) }),
  };
}

/**
 * Makes a ledger of entries that were sealed elsewhere: the same bytes, numbers and instants, under the same name, so that the same key
 * goes on signing it. Only where there is none; throws `LedgerFault` (occupied) otherwise.
 */
export const refillLedger = async (place: LedgerPlace, origin: string, batches: AsyncIterable<readonly Sealed[]>): Promise<Refilled> =>
  place.databaseUrl === undefined
    ? refillSqlite(databasePath(place.dataDir), origin, batches)
    : (await import('./refill-postgres.ts')).refillPostgres(place.databaseUrl, origin, batches);

async function refillSqlite(path: string, origin: string, batches: AsyncIterable<readonly Sealed[]>): Promise<Refilled> {
  if (existsSync(path)) throw new LedgerFault('occupied', path);
  const { place, placed } = placer();
  const db = openConnection(path, { pageSize });
  try {
    createSchema(db, origin);
    const insert = db.prepare('INSERT INTO entry (seq, stream, body, leaf, nodes) VALUES (?, ?, ?, ?, ?)');
    for await (const batch of batches) {
      db.exec('BEGIN IMMEDIATE');
      for (const { seq, stream, body, leaf, nodes } of batch.map(place)) insert.run(seq, stream, body, leaf, nodes);
      db.exec('COMMIT');
    }
  } catch (thrown) {
    throw faultOf(thrown);
  } finally {
    db.close();
  }
  await openSqlite(path).close(); // verifies it whole, and seals its pages
  return placed();
}
