import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context, Hono } from 'hono';

/** What the server shows whoever runs it, and tells of each request. */
export type Operator = {
  /** What keeps requests from being answered now; nothing: ready. */
  readonly unready: () => Promise<readonly string[]>;
  /** The program is about to end: streams end, and whoever balances sends people elsewhere. */
  readonly isStopping: () => boolean;
  readonly onStop: (listener: () => void) => () => void;
  /** Absent: not shown to anybody. */
  readonly metrics?: { readonly token: string; readonly read: () => Promise<{ readonly type: string; readonly text: string }> };
  readonly answered: (told: { readonly method: string; readonly route: string; readonly status: number; readonly ms: number }) => void;
  readonly streams: (change: 1 | -1) => void;
};

const plain = { 'cache-control': 'no-store' };

/** `/salud`: the process turns. `/listo`: it can answer. `/metricas`: what it counts, for whoever has the token. */
export function mountOperator<E extends object>(app: Hono<E>, { unready, metrics }: Operator): void {
  app.get('/salud', (c) => c.json({ alive: true }, 200, plain));
  app.get('/listo', async (c) => {
    const why = await unready();
    return c.json({ ready: why.length === 0, why }, why.length === 0 ? 200 : 503, plain);
  });
  if (metrics)
    app.get('/metricas', async (c) => {
      if (!isToken(c, metrics.token)) return c.text('', 401, { ...plain, 'www-authenticate': 'Bearer' });
      const { type, text } = await metrics.read();
      return c.body(text, 200, { ...plain, 'content-type': type });
    });
}

function isToken(c: Context, token: string): boolean {
  const given = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1] ?? '';
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}
