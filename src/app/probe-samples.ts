import type { LedgerPlace } from '../ledger/open.ts';
import type { Samples } from '../watch/probes/samples.ts';

/** Where probes' answers are kept, opened at the first need: most of what the program does never asks for it. */
export function openSamples({ dataDir, databaseUrl }: LedgerPlace): Samples {
  let opened: Promise<Samples> | undefined;
  const open = async () =>
    databaseUrl === undefined
      ? (await import('../watch/probes/samples-sqlite.ts')).openSqliteSamples(dataDir)
      : (await import('../watch/probes/samples-postgres.ts')).openPostgresSamples(databaseUrl);
  const samples = () => (opened ??= open());
  return {
    add: async (some) => (await samples()).add(some),
    summaries: async (...asked) => (await samples()).summaries(...asked),
    latest: async (...asked) => (await samples()).latest(...asked),
    forget: async (now) => (await samples()).forget(now),
    close: async () => opened && (await opened).close(),
  };
}
