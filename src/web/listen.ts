import { createServer as createTcp } from 'node:net';
import { serve } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, Hono } from 'hono';

/** Whether the address can be listened on; port 0 always can. */
export const isFree = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createTcp()
      .once('error', () => resolve(false))
      .listen(port, host, () => probe.close(() => resolve(true)));
  });

export type Listening = { readonly port: number; readonly stop: () => Promise<void> };

/** Listens on one address; port 0 takes any that is free. `stop` ends open streams too. */
export const listen = (site: Pick<Hono, 'fetch'>, host: string, port: number): Promise<Listening> =>
  new Promise((resolve) => {
    // A large file on a slow line takes its time; whoever falls silent is cut off by `uploads.ts`.
    const serverOptions = { requestTimeout: 4 * 3_600_000, headersTimeout: 60_000 };
    const server = serve({ fetch: site.fetch, hostname: host, port, serverOptions }, (address) => {
      const stop = () =>
        new Promise<void>((stopped) => {
          server.close(() => stopped());
          if ('closeAllConnections' in server) server.closeAllConnections();
        });
      resolve({ port: address.port, stop });
    });
  });

/** Where a request comes from; `in-process` for one that was asked without a connection. */
export function addressOf(context: Context): string {
  try {
    return getConnInfo(context).remote.address ?? 'unknown';
  } catch {
    return 'in-process'; // the only thing that throws here is the lack of a connection
  }
}
