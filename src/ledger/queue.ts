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
/** Requests written at once, each alone, before the event loop must turn. */
const mostAtOnce = 8;

/**
 * Group commit: requests that come while others are being written share the next transaction and its one fsync.
 * `commit` answers each request in order, or throws: then nobody in the group is acknowledged.
 * Between groups the event loop turns, so that others may join and a busy writer never starves the readers; only a
 * request that has lately had no company is written at once.
 */
export function commitQueue(commit: (requests: readonly Request[]) => readonly Outcome[] | Promise<readonly Outcome[]>): CommitQueue {
  let waiting: Waiting[] = [];
  let running = false;
  let run: Promise<void> = Promise.resolve();
  let lastGroup = 1;
  let atOnce = 0;

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

  function company(): Promise<void> | undefined {
    if (lastGroup > 1 || atOnce >= mostAtOnce) return new Promise<void>((resolve) => setImmediate(resolve));
    if (atOnce++ === 0)
      setImmediate(() => {
        atOnce = 0;
      });
    return undefined;
  }

  async function writeAll(): Promise<void> {
    running = true;
    while (waiting.length > 0) {
      const turn = company();
      if (turn !== undefined) await turn;
      const group = take();
      lastGroup = group.length;
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
    running = false;
  }

  return {
    add: (request) =>
      new Promise((settle, fail) => {
        waiting.push({ request, settle, fail });
        if (!running) run = writeAll(); // it may be over when this returns
      }),
    drained: () => run,
  };
}
