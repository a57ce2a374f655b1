import { access, constants } from 'node:fs/promises';
import type { Log } from '../core/log.ts';
import type { Operator } from '../web/operator.ts';
import type { App } from './app.ts';
import type { Metrics } from './metrics.ts';

const patienceMs = 2000;
/** A request that takes longer is told in the log of the program. */
const slowMs = 2000;

/** What whoever runs the program sees of it while it serves. `stop` says from then on that it is about to end. */
export function createRunning(app: App, metrics: Metrics, token: string | undefined): Operator & { readonly stop: () => void } {
  const listeners = new Set<() => void>();
  let stopping = false;
  const within = <T>(work: Promise<T>): Promise<T> =>
    Promise.race([
      work,
      new Promise<never>((_, reject) => setTimeout(() => reject(new Error(`no answer within ${patienceMs} ms`)), patienceMs).unref()),
    ]);
  return {
    isStopping: () => stopping,
    onStop: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: () => {
      stopping = true;
      for (const listener of listeners) listener();
    },
    unready: async () => {
      if (stopping) return ['stopping'];
      const [head, folder] = await Promise.allSettled([within(app.ledger.head()), access(app.dataDir, constants.W_OK)]);
      const why: string[] = [];
      if (head.status === 'rejected') why.push('log');
      else if (head.value.size - app.worlds.current().position > 1000) why.push('behind');
      if (folder.status === 'rejected') why.push('data folder');
      return why;
    },
    answered: (told) => {
      metrics.answered(told);
      const { method, route, status, ms } = told; // 503 is `/listo`, which says why by itself
      if ((status >= 500 && status !== 503) || (ms > slowMs && route !== '/vivo'))
        app.log('warn', 'request', { method, route, status, ms: Math.round(ms) });
    },
    streams: metrics.streams,
    ...(token === undefined ? {} : { metrics: { token, read: metrics.read } }),
  };
}

/** The log of the program, with its faults counted too. */
export const counting =
  (log: Log, fault: (what: string) => void): Log =>
  (level, what, fields, thrown) => {
    if (level === 'error') fault(what);
    log(level, what, fields, thrown);
  };
