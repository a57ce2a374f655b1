import { atFirst, confirm, nextIn, type Standing, type Turn } from './confirm.ts';
import type { Outcome, Question, Schedule } from './probe.ts';
import { type Sample, type Samples, slotOf } from './samples.ts';

/** A probe in force: what is asked of which system, and how often. */
export type Watched = { readonly id: string; readonly question: Question; readonly schedule: Schedule };

export type MonitorOptions = {
  readonly ask: (watched: Watched) => Promise<Outcome>;
  readonly samples: Samples;
  readonly inMaintenance: (probe: string, at: string) => boolean;
  /** Told once of each confirmed change. What it rejects with is told to `fault`, and the change is told again with the next outcome. */
  readonly onTurn: (watched: Watched, turn: Turn) => Promise<void>;
  readonly fault: (fault: unknown) => void;
  /** Milliseconds that only go forward: when to ask next does not depend on the wall's clock. */
  readonly elapsed: () => number;
  /** UTC, RFC 3339: what answers are dated with. */
  readonly now: () => string;
  /** Questions under way at once. */
  readonly atOnce: number;
};

type Kept = { watched: Watched; standing: Standing; dueAt: number; isAsking: boolean; untold: Turn | undefined };

/** Asks each probe when it is due. `tick` is called often by whoever keeps the time; between two calls nothing happens. */
export function createMonitor(options: MonitorOptions) {
  const kept = new Map<string, Kept>();
  const running = new Set<Promise<void>>();

  const askOne = async (one: Kept): Promise<void> => {
    const { watched } = one;
    const outcome = await options.ask(watched);
    const at = options.now();
    const inMaintenance = options.inMaintenance(watched.id, at);
    const sample: Sample = { probe: watched.id, slot: slotOf(at, slotSeconds(watched.schedule)), at, inMaintenance, outcome };
    await options.samples.add([sample]);
    const { standing, turn } = confirm(one.standing, outcome, at, watched.schedule, inMaintenance);
    one.standing = standing;
    one.untold = turn ?? one.untold;
    one.dueAt = options.elapsed() + nextIn(standing, watched.schedule) * 1000;
    if (one.untold === undefined) return;
    await options.onTurn(watched, one.untold);
    one.untold = undefined;
  };

  const start = (one: Kept): void => {
    one.isAsking = true;
    // Before it is known how it went: should keeping the answer fail, the next question is not asked at once.
    one.dueAt = options.elapsed() + one.watched.schedule.everySeconds * 1000;
    const work = askOne(one)
      .catch(options.fault)
      .finally(() => {
        one.isAsking = false;
        running.delete(work);
      });
    running.add(work);
  };

  return {
    /** What is to be watched from now on. A probe that stays keeps what was confirmed of it; `condition`: as last told to the log. */
    watch(probes: readonly (Watched & { readonly condition?: Standing['condition'] })[]): void {
      const ids = new Set(probes.map((one) => one.id));
      for (const id of kept.keys()) if (!ids.has(id)) kept.delete(id);
      for (const [i, { condition, ...watched }] of probes.entries()) {
        const known = kept.get(watched.id);
        if (known) known.watched = watched;
        else {
          const standing: Standing = condition === undefined ? atFirst : { condition, against: 0 };
          // Spread over their interval, so that five hundred probes are not five hundred questions at once.
          const offset = (i / Math.max(1, probes.length)) * watched.schedule.everySeconds * 1000;
          kept.set(watched.id, { watched, standing, dueAt: options.elapsed() + offset, isAsking: false, untold: undefined });
        }
      }
    },
    /** Starts the questions that are due, the longest overdue first, no more at once than allowed. */
    tick(): void {
      const now = options.elapsed();
      const due = [...kept.values()].filter((one) => !one.isAsking && one.dueAt <= now).sort((a, b) => a.dueAt - b.dueAt);
      for (const one of due.slice(0, Math.max(0, options.atOnce - running.size))) start(one);
    },
    standingOf: (probe: string): Standing | undefined => kept.get(probe)?.standing,
    /** Waits for the questions under way. */
    async settle(): Promise<void> {
      await Promise.all(running);
    },
  };
}

/** Retries fall between the regular questions: slots are as fine as the finer of the two. */
const slotSeconds = ({ everySeconds, retrySeconds }: Schedule): number => Math.min(everySeconds, retrySeconds);
