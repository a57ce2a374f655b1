import type { By, IsoInstant } from '../core/event.ts';
import type { Subject } from '../core/subject.ts';
import { recordShown } from '../domain/receipts/decide.ts';
import type { Means } from '../domain/receipts/events.ts';
import { type ReceiptsState, receiptKey } from '../domain/receipts/state.ts';
import { execute } from '../ledger/execute.ts';
import type { App } from './app.ts';

/** Notes what was shown to whom, and records it shortly after, many at once. */
export type Readings = {
  /** Costs a look-up. What is recorded or noted already is not noted again; somebody without a key is nobody in particular. */
  readonly note: (process: string, by: By, means: Means, subjects: readonly Subject[]) => void;
  /** Resolves when everything noted before is recorded; rejects when the ledger would not have it (it stays noted). */
  readonly settle: () => Promise<void>;
  readonly close: () => Promise<void>;
};

type Noted = { readonly process: string; readonly by: By & { readonly person: string }; readonly means: Means };
type Group = Noted & { readonly shown: Map<Subject, IsoInstant> };

const longestDelayMs = 60_000;

export function createReadings(
  app: Pick<App, 'ledger' | 'worlds' | 'now' | 'log'>,
  today: (process: string) => string,
  delayMs = 1000,
): Readings {
  let noted = new Map<string, Group>();
  let timer: NodeJS.Timeout | undefined;
  let nextDelayMs = delayMs;
  let last: Promise<void> = Promise.resolve();

  const receiptsOf = (process: string): ReceiptsState | undefined => app.worlds.current().processes.get(process)?.receipts;
  const groupKey = ({ process, by, means }: Noted) => `${process} ${by.office} ${by.person} ${means}`;

  const arm = (): void => {
    if (timer !== undefined || noted.size === 0) return;
    timer = setTimeout(() => {
      timer = undefined;
      settle().catch((fault: unknown) => app.log('warn', 'what was shown could not be recorded yet', {}, fault)); // it stays noted, and is tried again later
    }, nextDelayMs);
    timer.unref();
  };

  /** Puts back what could not be recorded; an instant noted meanwhile is later than the one put back. */
  const putBack = (groups: readonly Group[]): void => {
    for (const group of groups) {
      const since = noted.get(groupKey(group));
      noted.set(groupKey(group), { ...group, shown: new Map([...(since?.shown ?? []), ...group.shown]) });
    }
  };

  const record = async (process: string, groups: readonly Group[]): Promise<void> => {
    const look = async () => {
      await app.worlds.catchUp();
      return { state: receiptsOf(process), position: await app.ledger.streamPosition(process) };
    };
    const done = await execute(app.ledger, process, look, (state) => {
      const events = [];
      for (const { by, means, shown } of groups) {
        if (!state) break;
        const command = { on: today(process), by, means, shown: [...shown].map(([subject, at]) => ({ subject, at })) };
        const decided = recordShown(state, command);
        if (!decided.ok) return decided;
        events.push(...decided.value);
      }
      return { ok: true, value: events };
    });
    if (!done.ok) throw new Error(`receipts of ${process} were not recorded: ${done.error.kind}`);
  };

  const recordAll = async (): Promise<void> => {
    const groups = [...noted.values()];
    if (groups.length === 0) return;
    noted = new Map();
    const faults: unknown[] = [];
    for (const [process, own] of Map.groupBy(groups, (one) => one.process)) {
      try {
        await record(process, own);
      } catch (fault) {
        putBack(own);
        faults.push(fault);
      }
    }
    await app.worlds.catchUp();
    nextDelayMs = faults.length === 0 ? delayMs : Math.min(nextDelayMs * 2, longestDelayMs);
    arm();
    if (faults.length > 0) throw faults[0];
  };

  /** One recording after another. */
  const settle = (): Promise<void> => {
    const mine = last.then(recordAll);
    last = mine.catch(() => undefined);
    return mine;
  };

  return {
    note: (process, { office, person }, means, subjects) => {
      const known = receiptsOf(process)?.known;
      if (person === undefined || known === undefined) return;
      const by = { office, person };
      const fresh = subjects.filter((subject) => !known.has(receiptKey(by, means, subject)));
      if (fresh.length === 0) return;
      const at = app.now();
      const key = groupKey({ process, by, means });
      const group = noted.get(key) ?? { process, by, means, shown: new Map<Subject, IsoInstant>() };
      for (const subject of fresh) if (!group.shown.has(subject)) group.shown.set(subject, at);
      noted.set(key, group);
      arm();
    },
    settle,
    close: async () => {
      clearTimeout(timer);
      await settle();
      clearTimeout(timer);
    },
  };
}
