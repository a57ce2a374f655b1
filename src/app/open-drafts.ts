import type { Drafts } from '../drafts/drafts.ts';
import type { LedgerPlace } from '../ledger/open.ts';

/** Where drafts are kept, opened at the first need. */
export function openDrafts({ dataDir, databaseUrl }: LedgerPlace): Drafts {
  let opened: Promise<Drafts> | undefined;
  const open = async (): Promise<Drafts> =>
    databaseUrl === undefined
      ? (await import('../drafts/sqlite.ts')).openSqliteDrafts(dataDir)
      : (await import('../drafts/postgres.ts')).openPostgresDrafts(databaseUrl);
  const drafts = (): Promise<Drafts> =>
    (opened ??= open().catch((fault: unknown) => {
      opened = undefined; // a failure is not kept: the next need tries again
      throw fault;
    }));
  return {
    keep: async (...asked) => (await drafts()).keep(...asked),
    of: async (...asked) => (await drafts()).of(...asked),
    others: async (...asked) => (await drafts()).others(...asked),
    discard: async (...asked) => (await drafts()).discard(...asked),
    forget: async (...asked) => (await drafts()).forget(...asked),
    close: async () => (await opened)?.close(),
  };
}
