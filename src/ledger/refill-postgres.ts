import { Pool } from 'pg';
import { LedgerFault } from './fault.ts';
import { sha256 } from './link.ts';
import { insert, inTransaction } from './postgres.ts';
import { faultOf } from './postgres-fault.ts';
import { createSchema, schemaVersion } from './postgres-schema.ts';
import { placer, type Refilled, type Sealed } from './refill.ts';

/** In one transaction: whoever looks meanwhile finds nothing, and a fault leaves nothing. */
export async function refillPostgres(url: string, origin: string, batches: AsyncIterable<readonly Sealed[]>): Promise<Refilled> {
  const { place, placed } = placer();
  const pool = new Pool({ connectionString: url, max: 1, application_name: 'atalaya-ledger-refill' });
  pool.on('error', () => undefined); // one in use rejects its own query
  try {
    await inTransaction(pool, async (client) => {
      await client.query(createSchema);
      const made = await client.query(
        'INSERT INTO atalaya_ledger.head (one, size, root, origin, version) VALUES (1, 0, $1, $2, $3) ON CONFLICT DO NOTHING',
        [sha256(''), origin, schemaVersion],
      );
      if (made.rowCount !== 1) throw new LedgerFault('occupied', 'atalaya_ledger');
      for await (const batch of batches) await insert(client, batch.map(place));
      const { size, root } = placed();
      if (size > 0) await client.query('UPDATE atalaya_ledger.head SET size = $1, root = $2', [size, root]);
    });
    return placed();
  } catch (thrown) {
    throw faultOf(thrown);
  } finally {
    await pool.end();
  }
}
