import { performance } from 'node:perf_hooks';
import type { NewEvent } from '../core/event.ts';
import { must, ok, type Result, refuse } from '../core/result.ts';
import { cosignCheckpoint, failWitness } from '../domain/witnesses/decide.ts';
import type { WitnessesEvent, WitnessFailure } from '../domain/witnesses/events.ts';
import { type Witness, witnessesInForce } from '../domain/witnesses/views.ts';
import { nodeTools, readCheckpoint } from '../ledger/checkpoint.ts';
import { cosignatureBy } from '../ledger/cosignature.ts';
import { execute } from '../ledger/execute.ts';
import { guardOfOne } from '../watch/outbound/guard.ts';
import { type Received, send } from '../watch/outbound/send.ts';
import type { App } from './app.ts';
import { todayIn } from './today.ts';
import type { ProcessWorld } from './world.ts';

export type WitnessingOptions = {
  readonly fault: (fault: unknown) => void;
  /** Milliseconds that only go forward; the machine's unless a test says otherwise. */
  readonly elapsed?: () => number;
};

const by = { office: 'atalaya' };
/** A cosignature is an entry of the log itself, so it is asked for at most this often. */
const everyMs = 3_600_000;
const firstWaitMs = 60_000;

type Failure = { readonly why: WitnessFailure; readonly detail: string };
type Cosigned = { readonly line: string; readonly seconds: number };

/** Sends the log's checkpoint to every witness when there is something new in it, and keeps what they sign. `run` is called often. */
export function createWitnessing(app: App, { fault, elapsed = () => performance.now() }: WitnessingOptions) {
  const next = new Map<string, { attempts: number; dueAt: number }>();

  const recorded = async (process: string, decide: (world: ProcessWorld) => Result<readonly NewEvent[], { readonly kind: string }>) => {
    const look = async () => ({
      state: must((await app.worlds.catchUp()).processes.get(process), `there is a process ${process}`),
      position: await app.ledger.streamPosition(process),
    });
    await execute(app.ledger, process, look, decide); // refused: another machine told it first, or the witness was retired meanwhile
    await app.worlds.catchUp();
  };

  const round = async (process: string, zone: string, due: readonly Witness[]): Promise<void> => {
    const note = await app.ledger.checkpoint();
    const { size, root } = must(readCheckpoint(note), 'the ledger signs checkpoints');
    const answers = await Promise.all(due.map(async (witness) => ({ witness, answer: await submit(app, witness, note, size) })));
    const on = todayIn(zone, app.now());
    const lines = new Map<string, Cosigned>();
    for (const { witness, answer } of answers) {
      const key = `${process}/${witness.id}`;
      const attempts = answer.ok ? 0 : (next.get(key)?.attempts ?? 0) + 1;
      next.set(key, { attempts, dueAt: elapsed() + (answer.ok ? everyMs : Math.min(everyMs, firstWaitMs * 2 ** (attempts - 1))) });
      if (answer.ok) lines.set(witness.id, answer.value);
    }
    if (lines.size > 0) {
      const whole = `${note}${[...lines.values()].map(({ line }) => line).join('')}`;
      const cosigners = [...lines].map(([witness, { seconds }]) => ({ witness, seconds }));
      const data = { size, root: Buffer.from(root).toString('hex'), note: whole, cosigners };
      await recorded(process, ({ witnesses }) => cosignCheckpoint({ witnesses }, { on, by, ...data }));
    }
    for (const { witness, answer } of answers)
      if (!answer.ok && witness.failing?.why !== answer.error.why)
        await recorded(process, ({ witnesses }) => failWitness({ witnesses }, { on, by, witness: witness.id, ...answer.error }));
  };

  return {
    /** One checkpoint to every witness that is due, each process after the other. */
    run: async (): Promise<void> => {
      for (const [process, world] of app.worlds.current().processes) {
        if (world.process.kind !== 'open') continue;
        const due = witnessesInForce(world.witnesses).filter(({ id }) => (next.get(`${process}/${id}`)?.dueAt ?? 0) <= elapsed());
        if (due.length === 0 || !(await hasNews(app, world))) continue;
        await round(process, world.process.timeZone, due).catch(fault);
      }
    },
  };
}

const ownTypes: ReadonlySet<string> = new Set(['CheckpointCosigned', 'WitnessFailed'] satisfies readonly WitnessesEvent['type'][]);

/** Whether the log holds anything after what was last recorded of a checkpoint, other than such records. */
async function hasNews(app: App, { witnesses }: ProcessWorld): Promise<boolean> {
  const someWait = witnessesInForce(witnesses).some((one) => !one.held || one.failing);
  if (someWait) return true;
  for await (const batch of app.ledger.entries({ after: witnesses.recordedAt }))
    if (batch.some(({ type }) => !ownTypes.has(type))) return true;
  return false;
}

/** C2SP tlog-witness, `add-checkpoint`: asked again once when the witness says that it holds another size than was believed. */
async function submit(app: App, witness: Witness, note: string, size: number): Promise<Result<Cosigned, Failure>> {
  const first = await post(app, witness, note, witness.held?.size ?? 0, size);
  if (!first.ok) return first;
  const stated = heldSize(first.value);
  if (stated === undefined) return cosignedIn(first.value, witness, note);
  if (stated > size) return refuse({ why: 'ahead', detail: String(stated) });
  const again = await post(app, witness, note, stated, size);
  return again.ok ? cosignedIn(again.value, witness, note) : again;
}

async function post(app: App, witness: Witness, note: string, from: number, size: number): Promise<Result<Received, Failure>> {
  const proof = from === 0 || from >= size ? [] : await app.ledger.consistencyProof(from, size);
  const lines = [`old ${Math.min(from, size)}`, ...proof.map((one) => Buffer.from(one).toString('base64'))];
  const answer = await send(
    {
      url: new URL(`${witness.url.replace(/\/$/, '')}/add-checkpoint`),
      method: 'POST',
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      body: `${lines.join('\n')}\n\n${note}`,
      limitMs: 10_000,
      limitBytes: 10_000,
      maxRedirects: 0,
    },
    guardOfOne(witness),
  );
  if (answer.ok) return answer;
  return refuse({ why: 'unreachable', detail: answer.error.kind === 'guard' ? answer.error.refusal.kind : answer.error.kind });
}

const textOf = ({ body }: Received): string => Buffer.from(body).toString('utf8');

/** The size that a 409 states; absent: the answer is another. */
function heldSize(answer: Received): number | undefined {
  if (answer.status !== 409 || !String(answer.headers['content-type']).startsWith('text/x.tlog.size')) return undefined;
  const [, size] = /^(0|[1-9]\d{0,14})\n$/.exec(textOf(answer)) ?? [];
  return size === undefined ? undefined : Number(size);
}

function cosignedIn(answer: Received, { key }: Witness, note: string): Result<Cosigned, Failure> {
  const { status } = answer;
  if (status === 404 || status === 403) return refuse({ why: 'unlisted-log', detail: String(status) });
  // 409 without another size: the same size under another root.
  if (status === 422 || status === 409) return refuse({ why: 'inconsistent', detail: String(status) });
  if (status !== 200) return refuse({ why: 'bad-answer', detail: String(status) });
  for (const line of textOf(answer).split('\n').filter(Boolean)) {
    const found = cosignatureBy(`${note}${line}\n`, key, nodeTools);
    if (found.kind === 'cosigned') return ok({ line: `${line}\n`, seconds: found.seconds });
    if (found.kind === 'invalid') return refuse({ why: 'bad-cosignature', detail: line.slice(0, 200) });
  }
  return refuse({ why: 'bad-cosignature', detail: textOf(answer).slice(0, 200) });
}
