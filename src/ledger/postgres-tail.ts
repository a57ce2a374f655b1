import { Client } from 'pg';

export type Tails = { readonly add: (listener: (size: number) => void) => () => void; readonly close: () => Promise<void> };

const firstWaitMs = 250;
const longestWaitMs = 5000;

/**
 * Hears of advances through LISTEN/NOTIFY on a connection of its own, while anybody listens. When the connection is lost
 * it connects again, waiting longer each time, and then asks for the size: what was announced meanwhile is not missed.
 */
export function tailPostgres(url: string, size: () => Promise<number>): Tails {
  const listeners = new Set<(size: number) => void>();
  let client: Client | undefined;
  let waiting: NodeJS.Timeout | undefined;
  let announced = Number.NaN;

  function announce(now: number): void {
    if (now <= announced) return;
    const first = Number.isNaN(announced);
    announced = now;
    if (!first) for (const listener of listeners) queueMicrotask(() => listeners.has(listener) && listener(now));
  }

  async function connect(waitMs: number): Promise<void> {
    const mine = new Client({ connectionString: url, application_name: 'atalaya-ledger-tail', keepAlive: true });
    client = mine;
    let over = false;
    const retry = () => {
      if (over) return;
      over = true;
      mine.end().catch(() => undefined); // already broken
      if (client !== mine) return;
      waiting = setTimeout(() => void connect(Math.min(waitMs * 2, longestWaitMs)), waitMs).unref();
    };
    mine.on('error', retry);
    mine.on('end', retry);
    mine.on('notification', ({ payload }) => announce(Number(payload)));
    try {
      await mine.connect();
      await mine.query('LISTEN atalaya_ledger');
      announce(await size());
      waitMs = firstWaitMs;
    } catch {
      retry(); // unreachable for now; appends and reads report it to whoever asks
    }
  }

  async function disconnect(): Promise<void> {
    clearTimeout(waiting);
    const old = client;
    client = undefined;
    announced = Number.NaN;
    await old?.end();
  }

  return {
    add(listener) {
      const own = (now: number) => listener(now);
      listeners.add(own);
      if (client === undefined) void connect(firstWaitMs);
      return () => {
        listeners.delete(own);
        if (listeners.size === 0) void disconnect();
      };
    },
    close: async () => {
      listeners.clear();
      await disconnect();
    },
  };
}
