import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { readAnswers } from '../src/app/probe-answers.ts';
import { sampleKey } from '../src/app/watching.ts';
import { latencySvg } from '../src/ui/latency.ts';
import type { Guard } from '../src/watch/outbound/guard.ts';
import { ask } from '../src/watch/probes/ask.ts';
import { createMonitor, type Watched } from '../src/watch/probes/monitor.ts';
import { instantOf, type Sample, type Samples, secondsOf, slotOf } from '../src/watch/probes/samples.ts';
import { openSqliteSamples } from '../src/watch/probes/samples-sqlite.ts';
import { type Measured, median, most } from './measure.ts';
import { inScratch } from './scratch.ts';

const probes = 500;
const schedule = { everySeconds: 60, limitMs: 10_000, retrySeconds: 15, failuresToConfirm: 3, answersToRecover: 2 };
const start = '2026-10-01T00:00:00.000Z';
const fault = (thrown: unknown) => {
  throw thrown;
};

/** A minute of five hundred probes over real connections, each answer kept: the time of the processor, the answering server's own included. */
async function minuteOfProbes(samples: Samples): Promise<number> {
  const server = createServer((_, response) => response.end('en servicio'));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo; // it listens on a port
  const guard: Guard = { isListed: () => true, mayBePrivate: () => true };
  let seconds = 0;
  const monitor = createMonitor({
    ask: ({ question }) => ask(question, { guard, limitMs: 10_000, elapsed: () => performance.now(), now: () => start }),
    samples,
    inMaintenance: () => false,
    onTurn: async () => undefined,
    fault,
    elapsed: () => seconds * 1000,
    now: () => instantOf(secondsOf(start) + seconds),
    atOnce: 64,
  });
  monitor.watch(watched(`http://127.0.0.1:${port}/`));
  const before = process.cpuUsage();
  for (; seconds < 60; seconds++) {
    monitor.tick();
    await monitor.settle();
  }
  const { user, system } = process.cpuUsage(before);
  server.close();
  server.closeAllConnections();
  return (user + system) / 1e6;
}

const watched = (url: string): readonly Watched[] =>
  Array.from({ length: probes }, (_, n) => ({ id: `sonda-${n}`, question: { kind: 'http' as const, url }, schedule }));

// Asked of the engine here: without collecting first, what is measured is garbage that nobody has swept yet.
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void; // what that flag adds to a new context

/** An hour of them in simulated time: how much more memory the last fifty minutes hold than the first ten. */
async function hourOfProbes(samples: Samples): Promise<number> {
  let seconds = 3600;
  const monitor = createMonitor({
    ask: async () => ({ ok: true, latencyMs: 20 }),
    samples,
    inMaintenance: () => false,
    onTurn: async () => undefined,
    fault,
    elapsed: () => seconds * 1000,
    now: () => instantOf(secondsOf(start) + seconds),
    atOnce: 64,
  });
  monitor.watch(watched('http://sistema.example/'));
  const heap = () => {
    collect();
    return process.memoryUsage().heapUsed / 2 ** 20;
  };
  let early = 0;
  for (; seconds < 7200; seconds++) {
    monitor.tick();
    await monitor.settle();
    if (seconds === 4200) early = heap();
  }
  return heap() - early;
}

const days = 30;

/** Thirty days of one probe, a sample a minute, as kept. */
async function month(samples: Samples): Promise<string> {
  const end = secondsOf(start);
  const from = end - days * 86_400;
  for (let day = 0; day < days; day++) {
    const some = Array.from({ length: 1440 }, (_, minute): Sample => {
      const at = instantOf(from + day * 86_400 + minute * 60);
      const outcome =
        minute % 700 === 0
          ? { ok: false as const, failure: 'timeout' as const, detail: '' }
          : { ok: true as const, latencyMs: 20 + ((minute * 7) % 90) };
      return { probe: sampleKey('pais', 'sije'), slot: slotOf(at, 60), at, inMaintenance: false, outcome };
    });
    await samples.add(some);
  }
  return instantOf(end);
}

export async function run(): Promise<Measured> {
  return inScratch(async (dir) => {
    const samples = openSqliteSamples(dir);
    try {
      const processor = await minuteOfProbes(samples);
      const growth = await hourOfProbes(samples);
      const end = await month(samples);
      const to = Temporal.Instant.from(end).epochMilliseconds;
      const read = readAnswers(samples);
      let bytes = 0;
      const chart = await median(10, async () => {
        const answers = await read('pais', 'sije', end, 'America/Mexico_City');
        bytes = latencySvg(answers.hours, { from: to - days * 86_400_000, to, stepMs: 3_600_000, labels: [] }).length;
      });
      return {
        name: 'Probes',
        rows: [
          most('500 probes a minute, asked and kept: share of one core', (processor / 60) * 100, 30, '%', 1),
          most('an hour of 500 probes: growth of the heap from the tenth minute on', growth, 5, 'MB', 1),
          most(`30 days of one-minute samples read and drawn (${Math.round(bytes / 1024)} kB)`, chart, 100, 'ms', 1),
        ],
      };
    } finally {
      await samples.close();
    }
  });
}
