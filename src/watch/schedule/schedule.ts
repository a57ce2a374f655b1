import type { Leader } from './leader.ts';

/** Work that is done again and again, by one machine at a time. `run` is told to stop by the signal, and is waited for. */
export type Job = { readonly name: string; readonly everyMs: number; readonly run: (signal: AbortSignal) => Promise<unknown> };

export type ScheduleOptions = {
  readonly jobs: readonly Job[];
  readonly leader: Leader;
  /** Milliseconds that only go forward. */
  readonly elapsed: () => number;
  /** Told what a job rejects with; the job is done again when it is next due. */
  readonly fault: (job: string, fault: unknown) => void;
};

type Kept = { readonly job: Job; dueAt: number; running: Promise<void> | undefined };

/** Starts each job when it is due, never twice at once, and only where the leader is. Between two ticks nothing happens. */
export function createSchedule({ jobs, leader, elapsed, fault }: ScheduleOptions) {
  const kept: readonly Kept[] = jobs.map((job) => ({ job, dueAt: elapsed(), running: undefined }));
  const stopping = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let ticking: Promise<void> | undefined;

  const start = (one: Kept): void => {
    one.dueAt = elapsed() + one.job.everyMs;
    one.running = one.job
      .run(stopping.signal)
      .then(
        () => undefined,
        (thrown: unknown) => fault(one.job.name, thrown),
      )
      .finally(() => {
        one.running = undefined;
      });
  };

  /** Looks once at what is due. Resolves when it is started, not when it is done. */
  const tick = async (): Promise<void> => {
    const due = kept.filter((one) => one.running === undefined && one.dueAt <= elapsed());
    if (due.length === 0 || stopping.signal.aborted) return;
    try {
      if (!(await leader.lead())) return;
    } catch (thrown) {
      return fault('leader', thrown); // who leads is not known now: nothing is started, and the next tick asks again
    }
    for (const one of due) if (!stopping.signal.aborted && one.running === undefined) start(one);
  };

  const settled = async (): Promise<void> => {
    await ticking;
    await Promise.all(kept.map((one) => one.running));
  };

  return {
    tick,
    /** Resolves when no job is running. */
    settled,
    /** Ticks by itself from now on. Keeps no process alive. */
    start(everyMs: number): void {
      timer = setInterval(() => {
        ticking ??= tick().finally(() => {
          ticking = undefined;
        });
      }, everyMs);
      timer.unref();
    },
    /** Starts nothing more, tells what runs to stop, waits for it, and gives up the lead. */
    async stop(): Promise<void> {
      clearInterval(timer);
      stopping.abort();
      await settled();
      await leader.resign();
    },
  };
}
export type Schedule = ReturnType<typeof createSchedule>;
