import type { Result } from '../core/result.ts';
import type { Request } from './batch.ts';
import type { Appended, Conflict } from './ledger.ts';

type Outcome = Result<Appended, Conflict>;
type Waiting = { readonly request: Request; readonly settle: (outcome: Outcome) => void; readonly fail: (thrown: unknown) => void };

export type CommitQueue = {
  readonly add: (request: Request) => Promise<Outcome>;
  /** Resolves when nothing waits any more. */
  readonly drained: () => Promise<void>;
};

/** Entries a transaction may hold before the next requests wait for the following one. */
const groupEntries = 10_000;

/**
 * Group commit: requests that come while others are being written share the next transaction and its one fsync.
 * `commit` answers each request in order, or throws: then nobody in the group is acknowledged.
 * Between groups the event loop turns, so that a busy writer never starves the readers.
 */
export function commitQueue(commit: (requests: readonly Request[]) => readonly Outcome[] | Promise<readonly Outcome[]>): CommitQueue {
  let waiting: Waiting[] = [];
  let running: Promise<void> | undefined;

  function take(): Waiting[] {
    let entries = 0;
    const past = waiting.findIndex(({ request }) => {
      entries += request.tails.length;
      return entries > groupEntries;
    });
    const cut = past < 0 ? waiting.length : Math.max(past, 1);
    const group = waiting.slice(0, cut);
    waiting = waiting.slice(cut);
    return group;
  }

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      await new Promise(setImmediate);
      const group = take();
      try {
        const written = commit(group.map(({ request }) => request));
        const outcomes = written instanceof Promise ? await written : written;
        outcomes.forEach((outcome, i) => {
          group[i]?.settle(outcome);
        });
      } catch (thrown) {
        for (const { fail } of group) fail(thrown);
      }
    }
    running = undefined;
  }

  return {
    add: (request) =>
      new Promise((settle, fail) => {
        waiting.push({ request, settle, fail });
        running ??= run();
      }),
    drained: async () => {
      await running;
    },
  };
}
