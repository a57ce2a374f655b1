import { expect, test } from 'vitest';
import { alone, type Leader } from './leader.ts';
import { createSchedule, type Job } from './schedule.ts';

/** A job whose every run lasts until the test says so. */
function slowJob(name: string, everyMs: number) {
  const runs: { finish: () => void; fail: (fault: Error) => void; signal: AbortSignal }[] = [];
  const job: Job = {
    name,
    everyMs,
    run: (signal) => {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      runs.push({ finish: resolve, fail: reject, signal });
      return promise;
    },
  };
  return { job, runs };
}
function scheduleOf(jobs: readonly Job[], leader: Leader = alone) {
  let at = 0;
  const faults: string[] = [];
  const schedule = createSchedule({ jobs, leader, elapsed: () => at, fault: (job, fault) => faults.push(`${job}: ${String(fault)}`) });
  const pass = (ms: number) => {
    at += ms;
    return schedule.tick();
  };
  return { schedule, faults, pass };
}

test('a job is done at once and then each time its while has passed, never twice at once', async () => {
  const { job, runs } = slowJob('a', 1000);
  const { schedule, pass } = scheduleOf([job]);
  await pass(0);
  await pass(5000);
  expect(runs).toHaveLength(1); // the first is still running
  runs[0]?.finish();
  await schedule.settled();
  await pass(0);
  expect(runs).toHaveLength(2);
  runs[1]?.finish();
  await schedule.settled();
  await pass(999);
  expect(runs).toHaveLength(2);
  await pass(1);
  expect(runs).toHaveLength(3);
});

test('one that fails is told, holds up no other, and is done again when next due', async () => {
  const [bad, good] = [slowJob('bad', 1000), slowJob('good', 1000)];
  const { schedule, faults, pass } = scheduleOf([bad.job, good.job]);
  await pass(0);
  bad.runs[0]?.fail(new Error('disk full'));
  good.runs[0]?.finish();
  await schedule.settled();
  expect(faults).toEqual(['bad: Error: disk full']);
  await pass(1000);
  expect([bad.runs.length, good.runs.length]).toEqual([2, 2]);
});

test('nothing is done where another machine leads, nor while nobody can tell who does', async () => {
  const { job, runs } = slowJob('a', 1000);
  const answers = [() => Promise.resolve(false), () => Promise.reject(new Error('no database')), () => Promise.resolve(true)];
  const leader: Leader = { lead: () => (answers.shift() ?? (async () => true))(), resign: async () => undefined };
  const { faults, pass } = scheduleOf([job], leader);
  await pass(0);
  await pass(0);
  expect([runs.length, faults]).toEqual([0, ['leader: Error: no database']]);
  await pass(0);
  expect(runs).toHaveLength(1);
});

test('stopping tells what runs, waits for it, starts nothing more, and gives up the lead', async () => {
  const { job, runs } = slowJob('a', 1000);
  const told: string[] = [];
  const { schedule, pass } = scheduleOf([job], { lead: async () => true, resign: async () => void told.push('resigned') });
  await pass(0);
  const stopped = schedule.stop().then(() => told.push('stopped'));
  expect(runs[0]?.signal.aborted).toBe(true);
  await Promise.resolve();
  expect(told).toEqual([]);
  runs[0]?.finish();
  await stopped;
  expect(told).toEqual(['resigned', 'stopped']);
  await pass(9000);
  expect(runs).toHaveLength(1);
});
