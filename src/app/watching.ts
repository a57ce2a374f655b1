import { performance } from 'node:perf_hooks';
import { ok } from '../core/result.ts';
import { conditionOf, type Probe, probesInForce } from '../domain/probes/views.ts';
import { maintenanceAt } from '../domain/systems/views.ts';
import { execute } from '../ledger/execute.ts';
import type { Guard } from '../watch/outbound/guard.ts';
import { ask } from '../watch/probes/ask.ts';
import type { Turn } from '../watch/probes/confirm.ts';
import { createMonitor, type Watched } from '../watch/probes/monitor.ts';
import { type Question, targetOf } from '../watch/probes/probe.ts';
import type { App } from './app.ts';
import { todayIn } from './today.ts';
import { type ConfirmedTurn, decideTurn, type ToldTurn } from './turns.ts';

type Told = Watched & { readonly process: string; readonly probe: Probe };

/** Every probe in force, of every open process, under a name that no two of them share. */
function watchedIn(app: App): readonly (Told & { readonly condition: ReturnType<typeof conditionOf> })[] {
  return [...app.worlds.current().processes].flatMap(([process, world]) =>
    world.process.kind !== 'open'
      ? []
      : probesInForce(world.probes).map((probe) => ({
          id: sampleKey(process, probe.id),
          process,
          probe,
          question: probe.question,
          schedule: probe.schedule,
          condition: conditionOf(probe),
        })),
  );
}

/** The name under which a probe's answers are kept. */
export const sampleKey = (process: string, probe: string): string => `${process}/${probe}`;

/** What may be asked: the addresses of the probes in force, and nothing a page redirects to beyond them. */
function guardOf(watched: readonly { readonly question: Question; readonly probe: Probe }[]): Guard {
  const targets = watched.map(({ question, probe }) => ({ ...targetOf(question), isPrivate: probe.isPrivate }));
  const of = ({ host, port }: { readonly host: string; readonly port: number }) =>
    targets.filter((one) => one.host.toLowerCase() === host && one.port === port);
  return { isListed: (target) => of(target).length > 0, mayBePrivate: (target) => of(target).some((one) => one.isPrivate) };
}

export type WatchingOptions = {
  /** Told of what could not be asked, kept or recorded. */
  readonly fault: (fault: unknown) => void;
  /** The institution's own certificate authority, PEM. */
  readonly ca?: string;
  /** Milliseconds that only go forward; the machine's unless a test says otherwise. */
  readonly elapsed?: () => number;
};

/** Asks the probes that the log lists, keeps their answers, and records in the log what is confirmed. Nothing happens between two ticks. */
export function createWatching(app: App, { fault, ca, elapsed = () => performance.now() }: WatchingOptions) {
  let watched = watchedIn(app);
  let guard = guardOf(watched);
  const told = () => new Map(watched.map((one) => [one.id, one]));
  let byId = told();

  const onTurn = async ({ id }: Watched, turn: Turn): Promise<void> => {
    const one = byId.get(id);
    const world = one && app.worlds.current().processes.get(one.process);
    if (!one || world?.process.kind !== 'open') return; // retired while it was being asked
    const { since, confirmedAt, to, failure, detail } = turn;
    const zone = world.process.timeZone;
    const confirmed: ConfirmedTurn = {
      probe: one.probe.id,
      to,
      since,
      confirmedAt,
      on: todayIn(zone, since),
      confirmedOn: todayIn(zone, confirmedAt),
      ...(failure === undefined ? {} : { failure }),
      ...(detail === undefined ? {} : { detail: detail.slice(0, 300) }),
    };
    const look = async () => {
      const latest = await app.worlds.catchUp();
      return { state: latest.processes.get(one.process) ?? world, position: await app.ledger.streamPosition(one.process) };
    };
    let untold: ToldTurn['untold'];
    const done = await execute(app.ledger, one.process, look, (state) => {
      const decided = decideTurn(state, confirmed);
      untold = decided.ok ? decided.value.untold : undefined;
      return decided.ok ? ok(decided.value.events) : decided;
    });
    await app.worlds.catchUp();
    // Refused: another watcher told it first, or the probe was retired. A conflict is tried again with the next answer.
    if (untold) fault(new Error(`${id}: the change is recorded, and not its incident: ${untold.kind}`));
    if (!done.ok && done.error.kind === 'conflict') throw new Error(`the log of ${one.process} was busy`);
  };

  const monitor = createMonitor({
    ask: ({ question, schedule }) =>
      ask(question, { guard, limitMs: schedule.limitMs, elapsed, now: app.now, ...(ca === undefined ? {} : { ca }) }),
    samples: app.samples,
    inMaintenance: (id, at) => {
      const one = byId.get(id);
      const system = one && app.worlds.current().processes.get(one.process)?.systems.systems.get(one.probe.system);
      return system !== undefined && maintenanceAt(system, at) !== undefined;
    },
    onTurn,
    fault,
    elapsed,
    now: app.now,
    atOnce: 64,
  });
  monitor.watch(watched);
  const stop = app.worlds.onAdvance(() => {
    watched = watchedIn(app);
    guard = guardOf(watched);
    byId = told();
    monitor.watch(watched);
  });
  return {
    tick: monitor.tick,
    settle: monitor.settle,
    stop: async () => {
      stop();
      await monitor.settle();
    },
  };
}
export type Watching = ReturnType<typeof createWatching>;
