import { join } from 'node:path';
import type { LedgerPlace } from '../ledger/open.ts';
import type { Tables } from './rows.ts';

/** What an installation keeps in tables beside its log. `passing`: what ends by itself, and must not come back to life with a backup. */
export const stores = [
  { name: 'identity', file: 'identity.db', schema: 'atalaya_identity', first: ['user'], passing: ['session', 'verification'] },
  { name: 'mail', file: 'mail.db', schema: 'atalaya_mail', first: [], passing: [] },
  { name: 'probes', file: 'probes.db', schema: 'atalaya_probes', first: [], passing: [] },
  { name: 'drafts', file: 'drafts.db', schema: 'atalaya_drafts', first: [], passing: [] },
] as const;
export type StoreName = (typeof stores)[number]['name'];
type Store = (typeof stores)[number];

/** `whole`: with what is passing too, as when an installation moves while everybody is signed in. */
export async function openTables({ dataDir, databaseUrl }: LedgerPlace, store: Store, whole: boolean): Promise<Tables> {
  const asked = { first: store.first, skip: whole ? [] : store.passing };
  if (databaseUrl === undefined) return (await import('./tables-sqlite.ts')).sqliteTables(join(dataDir, store.file), asked);
  return (await import('./tables-postgres.ts')).postgresTables(databaseUrl, store.schema, asked);
}

/** Where a file lies below a folder of files, here and in an archive. */
export const filePath = (sha256: string): string => join('files', sha256.slice(0, 2), sha256.slice(2));

const databases: readonly string[] = ['ledger.db', ...stores.map((store) => store.file)];
/** A database of ours, or what lies beside one. */
export const isDatabase = (name: string): boolean =>
  databases.some((one) => name === one || name.startsWith(`${one}-`) || name === `${one}.seal`);
