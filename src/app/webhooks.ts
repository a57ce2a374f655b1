import { createHmac } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import type { NewEvent } from '../core/event.ts';
import type { Result } from '../core/result.ts';
import { deliverWebhook, failWebhook } from '../domain/webhooks/decide.ts';
import { toldTypes, type Webhook, webhooksInForce } from '../domain/webhooks/views.ts';
import { readSecret } from '../identity/secret.ts';
import { execute } from '../ledger/execute.ts';
import type { Entry } from '../ledger/ledger.ts';
import { guardOfOne } from '../watch/outbound/guard.ts';
import { send } from '../watch/outbound/send.ts';
import type { App } from './app.ts';
import { todayIn } from './today.ts';
import type { ProcessWorld } from './world.ts';

/** The secret of one address: derived from that of the installation, so that none is kept anywhere. */
export function createWebhookSecrets(dataDir: string): (process: string, webhook: string) => string {
  let secret: ReturnType<typeof readSecret> | undefined;
  const ours = () => (secret ??= readSecret(dataDir));
  return (process, webhook) => ours().code('webhook', `${process}/${webhook}`);
}

/** `t=SECONDS,v1=HEX`: over the instant too, so that an old delivery cannot be passed off as a new one. */
export const signatureOf = (secret: string, seconds: number, body: string): string =>
  `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;

export type WebhooksOptions = {
  readonly fault: (fault: unknown) => void;
  /** Milliseconds that only go forward; the machine's unless a test says otherwise. */
  readonly elapsed?: () => number;
};

/** How far one address is: what was looked at in vain, and how often the next delivery has been tried. */
type Progress = { scannedTo: number; attempts: number; dueAt: number };

const mostEvents = 100;
const firstWaitMs = 15_000;
const longestWaitMs = 3_600_000;
const by = { office: 'atalaya' };

/** Sends what is recorded of the systems to the addresses that were listed, each in its order, until it is taken. `run` is called often. */
export function createWebhooks(app: App, { fault, elapsed = () => performance.now() }: WebhooksOptions) {
  const secretOf = createWebhookSecrets(app.dataDir);
  const progress = new Map<string, Progress>();

  const recorded = async (process: string, decide: (world: ProcessWorld) => Result<readonly NewEvent[], { readonly kind: string }>) => {
    const look = async () => {
      const world = (await app.worlds.catchUp()).processes.get(process);
      if (!world) throw new Error(`there is no process ${process}`);
      return { state: world, position: await app.ledger.streamPosition(process) };
    };
    await execute(app.ledger, process, look, decide); // refused: another machine told it first, or the address was retired meanwhile
    await app.worlds.catchUp();
  };

  const one = async (process: string, zone: string, webhook: Webhook, at: Progress): Promise<void> => {
    const after = Math.max(webhook.upTo, at.scannedTo);
    const { events, last } = await toldAfter(app, process, after);
    if (events.length === 0) {
      at.scannedTo = last;
      return;
    }
    const upTo = events.at(-1)?.seq ?? last;
    const body = JSON.stringify({ delivery: `${webhook.id}-${events[0]?.seq ?? upTo}-${upTo}`, process, events });
    const seconds = Math.floor(Temporal.Instant.from(app.now()).epochMilliseconds / 1000);
    at.attempts += 1;
    at.dueAt = elapsed() + Math.min(longestWaitMs, firstWaitMs * 2 ** (at.attempts - 1));
    const answer = await send(
      {
        url: new URL(webhook.url),
        method: 'POST',
        headers: { 'content-type': 'application/json', 'atalaya-signature': signatureOf(secretOf(process, webhook.id), seconds, body) },
        body,
        limitMs: 10_000,
        limitBytes: 1000,
        maxRedirects: 0,
      },
      guardOfOne(webhook),
    );
    const on = todayIn(zone, app.now());
    if (answer.ok && answer.value.status >= 200 && answer.value.status < 300) {
      const data = { webhook: webhook.id, upTo, events: events.length, attempts: at.attempts };
      await recorded(process, ({ webhooks }) => deliverWebhook({ webhooks }, { on, by, ...data }));
      progress.set(`${process}/${webhook.id}`, { scannedTo: 0, attempts: 0, dueAt: 0 });
    } else if (!webhook.failing) {
      const detail = answer.ok
        ? String(answer.value.status)
        : answer.error.kind === 'guard'
          ? answer.error.refusal.kind
          : answer.error.kind;
      await recorded(process, ({ webhooks }) => failWebhook({ webhooks }, { on, by, webhook: webhook.id, detail }));
    }
  };

  return {
    /** Sends what is due, one delivery an address. */
    run: async (): Promise<void> => {
      const due = [...app.worlds.current().processes].flatMap(([process, world]) => {
        const open = world.process;
        if (open.kind !== 'open') return [];
        return webhooksInForce(world.webhooks).map((webhook) => {
          const key = `${process}/${webhook.id}`;
          const at = progress.get(key) ?? { scannedTo: 0, attempts: 0, dueAt: 0 };
          progress.set(key, at);
          return at.dueAt > elapsed() ? Promise.resolve() : one(process, open.timeZone, webhook, at).catch(fault);
        });
      });
      await Promise.all(due);
    },
  };
}

/** What an event is to another program: who recorded it is an office, never a person. */
const toldOf = ({ seq, at, on, type, by: { office }, data }: Entry) => ({ seq, at, on, type, office, data });

async function toldAfter(app: App, process: string, after: number) {
  const events: ReturnType<typeof toldOf>[] = [];
  let last = after;
  for await (const batch of app.ledger.entries({ stream: process, after }))
    for (const entry of batch) {
      if (toldTypes.has(entry.type)) events.push(toldOf(entry));
      last = entry.seq;
      if (events.length === mostEvents) return { events, last };
    }
  return { events, last };
}
