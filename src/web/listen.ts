import { BlockList, createServer as createTcp, isIP, isIPv6 } from 'node:net';
import { serve } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, Hono } from 'hono';

/** The port if it can be listened on, and for 0 one that can; absent: somebody else has it. Known before anything is told of our address. */
export const freePort = (host: string, port: number): Promise<number | undefined> =>
  new Promise((resolve) => {
    const probe = createTcp()
      .once('error', () => resolve(undefined))
      .listen(port, host, () => {
        const address = probe.address();
        probe.close(() => resolve(typeof address === 'object' && address ? address.port : port));
      });
  });

export type Listening = {
  readonly port: number;
  /** Takes no more connections, lets every request that came be answered, and then ends. Streams must be ended by whoever writes them. */
  readonly stop: () => Promise<void>;
};

/** How long a request that came may take once the program is to end; how long its headers may take, and how often that is looked at. */
export type Patience = { readonly stopMs?: number; readonly headersMs?: number; readonly checkMs?: number };

/** Listens on one address; port 0 takes any that is free. */
export const listen = (site: Pick<Hono, 'fetch'>, host: string, port: number, patience: Patience = {}): Promise<Listening> =>
  new Promise((resolve) => {
    // A large file on a slow line takes its time; whoever falls silent is cut off by `uploads.ts`.
    const { stopMs = 30_000, headersMs = 20_000, checkMs = 5_000 } = patience;
    const serverOptions = { requestTimeout: 4 * 3_600_000, headersTimeout: headersMs, connectionsCheckingInterval: checkMs };
    const server = serve({ fetch: site.fetch, hostname: host, port, serverOptions }, (address) => {
      const stop = () =>
        new Promise<void>((stopped) => {
          if (!('closeIdleConnections' in server)) throw new Error('HTTP/1 only: nothing else is asked for');
          // A connection that a browser keeps open has no request on it once it is idle; it is looked for again as answers are finished.
          const idle = setInterval(() => server.closeIdleConnections(), 20);
          const late = setTimeout(() => server.closeAllConnections(), stopMs);
          server.close(() => {
            clearInterval(idle);
            clearTimeout(late);
            stopped();
          });
          server.closeIdleConnections();
        });
      resolve({ port: address.port, stop });
    });
  });

/**
 * Where a request comes from; `in-process` for one that was asked without a connection. Behind a proxy every connection is the proxy's: of what
 * it says (`X-Forwarded-For`), the last address that is no proxy of ours is taken. What anybody else says there is not believed.
 */
export function addressesBehind(proxies: readonly string[]): (context: Context) => string {
  const ours = new BlockList();
  for (const one of proxies) {
    const [address = '', bits] = one.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (bits === undefined) ours.addAddress(address, family);
    else ours.addSubnet(address, Number(bits), family);
  }
  const plain = (address: string) => address.trim().replace(/^::ffff:(?=\d+\.)/i, '');
  const isOurs = (address: string) => isIP(address) !== 0 && ours.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
  return (context) => {
    const connected = plain(connectedFrom(context));
    if (!isOurs(connected)) return connected;
    const told = (context.req.header('x-forwarded-for') ?? '')
      .split(',')
      .map(plain)
      .filter((one) => isIP(one) !== 0);
    return told.findLast((one) => !isOurs(one)) ?? connected;
  };
}

function connectedFrom(context: Context): string {
  try {
    return getConnInfo(context).remote.address ?? 'unknown';
  } catch {
    return 'in-process'; // the only thing that throws here is the lack of a connection
  }
}

/** Whether a text is an address or a network (`10.0.0.0/8`). */
export function isNetwork(text: string): boolean {
  const [address = '', bits] = text.split('/');
  const most = isIPv6(address) ? 128 : 32;
  return isIP(address) !== 0 && (bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= most));
}
