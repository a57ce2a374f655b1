import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { LedgerFault, messageOf } from './fault.ts';
import { type Keeper, keepCheckpoint } from './keeper.ts';
import { loadSigner } from './keys.ts';
import type { Ledger } from './ledger.ts';
import { openSqlite, type SqliteOptions } from './sqlite.ts';

/** A ledger lives in its data folder (SQLite), or in a PostgreSQL database; its key and checkpoint are in the folder either way. */
export type LedgerPlace = { readonly dataDir: string; readonly databaseUrl?: string };

/** An open ledger that signs. */
export type SignedLedger = Ledger & {
  /** The public text others verify checkpoints with: `name+hash+base64`. */
  readonly verifierKey: string;
  /** Signs the head now; the note is also kept in the data folder's file `checkpoint`. */
  readonly checkpoint: () => Promise<string>;
};

export const databasePath = (dataDir: string): string => join(dataDir, 'ledger.db');

/**
 * Opens the ledger, making it, its key and its first checkpoint when the folder is new. Refuses (`LedgerFault`) a key others
 * can read, a log that does not continue its last checkpoint, and whatever the store refuses.
 */
export async function openLedger(place: LedgerPlace & Pick<SqliteOptions, 'now' | 'sealBytes'>): Promise<SignedLedger> {
  const { dataDir, databaseUrl, ...options } = place;
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  } catch (thrown) {
    throw new LedgerFault('unreadable', messageOf(thrown), thrown);
  }
  const store =
    databaseUrl === undefined
      ? openSqlite(databasePath(dataDir), options)
      : await (await import('./postgres.ts')).openPostgres(databaseUrl, options);
  try {
    const signer = loadSigner(dataDir, store.origin);
    const keeper = keepCheckpoint(store, signer, dataDir);
    await keeper.keep();
    return signed(store, keeper, signer.verifierKey);
  } catch (thrown) {
    await store.close();
    throw thrown;
  }
}

function signed(store: Ledger, keeper: Keeper, verifierKey: string): SignedLedger {
  const writing = new Set<Promise<unknown>>();
  let closing: Promise<void> | undefined;

  const finish = async (): Promise<void> => {
    await Promise.allSettled(writing);
    try {
      await keeper.close();
    } finally {
      await store.close();
    }
  };
  const append: Ledger['append'] = async (stream, expected, entries) => {
    if (closing !== undefined) throw new LedgerFault('closed');
    await keeper.due();
    return store.append(stream, expected, entries);
  };

  return {
    ...store,
    verifierKey,
    checkpoint: keeper.keep,
    append: (stream, expected, entries) => {
      const written = append(stream, expected, entries);
      writing.add(written);
      const done = () => writing.delete(written);
      written.then(done, done);
      return written;
    },
    close: () => (closing ??= finish()),
  };
}
