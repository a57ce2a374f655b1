import { existsSync, readFileSync } from 'node:fs';
import { noteFault, readCheckpoint, type Signer, signCheckpoint } from './checkpoint.ts';
import { replaceDurably } from './durable.ts';
import { LedgerFault, messageOf } from './fault.ts';
import { checkpointPath } from './keys.ts';
import type { Ledger } from './ledger.ts';

export type Keeper = {
  /** Signs the head now, keeps it in the file `checkpoint`, and returns the signed note. */
  readonly keep: () => Promise<string>;
  /** Keeps a checkpoint within a second. Throws what went wrong the last time it was due, if it still does. */
  readonly due: () => Promise<void>;
  readonly close: () => Promise<void>;
};

const restMs = 1000;

/**
 * Keeps the last signed checkpoint outside the database, so that a tail cut off is found. Before signing it makes sure
 * that the log continues what was signed last: a log must never sign two histories. Throws `LedgerFault` (corrupt) when
 * it does not.
 */
export function keepCheckpoint(ledger: Ledger, signer: Signer, dataDir: string): Keeper {
  const path = checkpointPath(dataDir);
  let last: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let failed = false;

  async function sign(): Promise<string> {
    const head = await ledger.head();
    const previous = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
    if (previous !== undefined) {
      const kept = noteFault(previous, signer.verifierKey) === undefined ? readCheckpoint(previous) : undefined;
      if (kept === undefined) throw new LedgerFault('corrupt', 'checkpoint');
      if (kept.size > head.size) {
        const now = await ledger.head(); // another process may have gone on between our reading the head and the file
        if (kept.size > now.size) throw new LedgerFault('corrupt', `${now.size} < ${kept.size}`);
      } else if (Buffer.compare(kept.root, await ledger.rootAt(kept.size)) !== 0) throw new LedgerFault('corrupt', `root ${kept.size}`);
      if (kept.size >= head.size) return previous;
    }
    const note = signCheckpoint(signer, head);
    try {
      replaceDurably(path, note);
    } catch (thrown) {
      throw new LedgerFault('unreadable', messageOf(thrown), thrown);
    }
    return note;
  }

  function keep(): Promise<string> {
    const mine = last.then(sign);
    last = mine.then(
      () => {
        failed = false;
      },
      () => {
        failed = true; // `mine` carries the reason to whoever asked; a failed timer is asked again by `due`
      },
    );
    return mine;
  }

  return {
    keep,
    due: async () => {
      if (failed) await keep();
      timer ??= setTimeout(() => {
        timer = undefined;
        keep().catch(() => undefined); // remembered in `failed`: the next append tries again and throws
      }, restMs).unref();
    },
    close: async () => {
      clearTimeout(timer);
      await keep();
    },
  };
}
