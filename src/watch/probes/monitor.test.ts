import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Turn } from './confirm.ts';
import { createMonitor, type Watched } from './monitor.ts';
import type { Outcome } from './probe.ts';
import type { Samples } from './samples.ts';
import { openSqliteSamples } from './samples-sqlite.ts';

let dataDir: string;
let samples: Samples;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'atalaya-probes-'));
  samples = openSqliteSamples(dataDir);
});
afterEach(async () => {
  await samples.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const noon = Temporal.Instant.from('2026-11-25T12:00:00Z');
const at = (seconds: number) => noon.add({ milliseconds: Math.round(seconds * 1000) }).toString({ fractionalSecondDigits: 3 });
const watched = (id: string): Watched => ({ id, question: { kind: 'dns', host: 'sistema.example' }, schedule: usualSchedule });
const usualSchedule = { everySeconds: 60, limitMs: 10_000, retrySeconds: 15, failuresToConfirm: 3, answersToRecover: 2 };
const up: Outcome = { ok: true, latencyMs: 20 };
const down: Outcome = { ok: false, failure: 'connection', detail: 'ECONNREFUSED' };

/** A watcher on a clock of its own, second by second. `wallJump`: seconds by which the wall's clock is put wrong. */
function watching(
  ids: readonly string[],
  answer: (id: string, second: number) => Outcome,
  more: { maintenance?: (second: number) => boolean } = {},
) {
  const clock = { seconds: 0, wallJump: 0 };
  const told: (Turn & { probe: string })[] = [];
  const faults: unknown[] = [];
  let asked = 0;
  const monitor = createMonitor({
    ask: async ({ id }) => {
      asked += 1;
      return answer(id, clock.seconds);
    },
    samples,
    inMaintenance: () => more.maintenance?.(clock.seconds) ?? false,
    onTurn: async (one, turn) => void told.push({ ...turn, probe: one.id }),
    fault: (fault) => faults.push(fault),
    elapsed: () => clock.seconds * 1000,
    now: () => at(clock.seconds + clock.wallJump),
    atOnce: 50,
  });
  monitor.watch(ids.map(watched));
  const pass = async (seconds: number) => {
    for (const end = clock.seconds + seconds; clock.seconds < end; clock.seconds += 1) {
      monitor.tick();
      await monitor.settle();
    }
  };
  return { monitor, clock, told, faults, pass, asked: () => asked };
}

describe('a watcher', () => {
  test('asks once an interval, spreads its probes over it, and keeps every answer', async () => {
    const ids = Array.from({ length: 30 }, (_, i) => `sonda-${i}`);
    const { pass, asked } = watching(ids, () => up);
    await pass(1);
    expect(asked()).toBe(1);
    await pass(599);
    expect(asked()).toBe(300);
    const [first] = await samples.summaries('sonda-3', 600, at(-600), at(1200));
    expect(first).toMatchObject({ from: at(0), answers: 10, failures: 0, latencyMean: 20 });
  });
  test('tells an outage once, since its first failure, and its end once', async () => {
    const { pass, told } = watching(['sije'], (_, second) => (second >= 120 && second < 400 ? down : up));
    await pass(900);
    expect(told.map(({ to, since }) => [to, since])).toEqual([
      ['up', at(0)],
      ['down', at(120)],
      ['up', expect.stringMatching(/T12:0[67]/)],
    ]);
  });
  test('during maintenance keeps what it hears apart and tells nobody', async () => {
    const { pass, told } = watching(['sije'], () => down, { maintenance: () => true });
    await pass(600);
    expect(told).toEqual([]);
    expect(await samples.summaries('sije', 600, at(0), at(600))).toMatchObject([{ answers: 0, failures: 0, inMaintenance: 10 }]);
  });
  test('goes on as before when the wall’s clock jumps, either way', async () => {
    for (const wallJump of [86_400, -86_400]) {
      const run = watching(['sije'], () => up);
      await run.pass(120);
      run.clock.wallJump = wallJump;
      await run.pass(600);
      expect(run.asked()).toBe(12);
      expect(run.faults).toEqual([]);
    }
  });
  test('asks nothing twice while an answer is out, and never more at once than it may', async () => {
    let out = 0;
    let most = 0;
    const release: (() => void)[] = [];
    const clock = { seconds: 0 };
    const monitor = createMonitor({
      ask: () => {
        out += 1;
        most = Math.max(most, out);
        return new Promise((resolve) =>
          release.push(() => {
            out -= 1;
            resolve(up);
          }),
        );
      },
      samples,
      inMaintenance: () => false,
      onTurn: async () => undefined,
      fault: () => undefined,
      elapsed: () => clock.seconds * 1000,
      now: () => at(clock.seconds),
      atOnce: 4,
    });
    monitor.watch(Array.from({ length: 12 }, (_, i) => watched(`s${i}`)));
    for (; clock.seconds < 130; clock.seconds += 1) monitor.tick();
    expect(most).toBe(4);
    while (release.length > 0 || out > 0) {
      for (const done of release.splice(0)) done();
      await new Promise((resolve) => setImmediate(resolve));
      monitor.tick();
      if (release.length === 0) break;
    }
    await monitor.settle();
  });
  test('that could not tell the log of a change tells it again with the next answer', async () => {
    const told: string[] = [];
    let isDown = true;
    const clock = { seconds: 0 };
    const monitor = createMonitor({
      ask: async () => up,
      samples,
      inMaintenance: () => false,
      onTurn: async (_, turn) => {
        if (isDown) throw new Error('the log is out of reach');
        told.push(turn.to);
      },
      fault: () => undefined,
      elapsed: () => clock.seconds * 1000,
      now: () => at(clock.seconds),
      atOnce: 4,
    });
    monitor.watch([watched('sije')]);
    for (; clock.seconds < 200; clock.seconds += 1) {
      if (clock.seconds === 100) isDown = false;
      monitor.tick();
      await monitor.settle();
    }
    expect(told).toEqual(['up']);
  });
});

describe('kept answers', () => {
  const one = (second: number, outcome: Outcome = up) => ({
    probe: 'sije',
    slot: Math.floor(second / 15),
    at: at(second),
    inMaintenance: false,
    outcome,
  });

  test('are kept once, though two watchers heard them', async () => {
    expect(await samples.add([one(0), one(60)])).toBe(2);
    expect(await samples.add([one(3), one(61), one(120)])).toBe(1);
    expect(await samples.summaries('sije', 3600, at(-3600), at(3600))).toMatchObject([{ answers: 3 }]);
  });
  test('come back as they were, newest first', async () => {
    const failed: Outcome = { ok: false, failure: 'status', detail: '503', latencyMs: 7.5, certificateUntil: '2027-01-01T00:00:00.000Z' };
    await samples.add([one(0), one(60.25, failed)]);
    expect(await samples.latest('sije', 5)).toEqual([
      { ...one(60.25, failed), at: at(60.25) },
      { ...one(0), at: at(0) },
    ]);
  });
  test('are told as the lowest, the mean and the highest of those that answered; failures are counted', async () => {
    await samples.add([one(0, { ok: true, latencyMs: 10 }), one(60, { ok: true, latencyMs: 40 }), one(120, down)]);
    expect(await samples.summaries('sije', 600, at(0), at(600))).toEqual([
      { from: at(0), answers: 2, failures: 1, inMaintenance: 0, latencyMin: 10, latencyMean: 25, latencyMax: 40 },
    ]);
  });
  test('of minutes are forgotten after their time, their summaries of an hour never', async () => {
    await samples.add([one(0)]);
    await samples.forget(at(86_400 * 34));
    expect(await samples.latest('sije', 5)).toHaveLength(1);
    await samples.forget(at(86_400 * 400));
    expect(await samples.latest('sije', 5)).toEqual([]);
    expect(await samples.summaries('sije', 600, at(0), at(600))).toEqual([]);
    expect(await samples.summaries('sije', 3600, at(0), at(600))).toHaveLength(1);
  });
});
