import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { By, NewEvent } from '../core/event.ts';
import { ok, type Result, refuse } from '../core/result.ts';
import { type Bilingual, pick } from '../core/words.ts';
import { useKey } from '../domain/keys/decide.ts';
import { idempotencyKey, type Scope } from '../domain/keys/events.ts';
import { keysRefusalText } from '../domain/keys/words.ts';
import { recordRelease } from '../domain/systems/decide.ts';
import { reportFigures } from '../domain/systems/decide-operation.ts';
import { systemsEvents } from '../domain/systems/events.ts';
import { systemsRefusalText } from '../domain/systems/words.ts';
import { execute } from '../ledger/execute.ts';
import type { MachineRequest, MachineRoute } from '../web/server.ts';
import type { App } from './app.ts';
import { todayIn } from './today.ts';
import type { ProcessWorld } from './world.ts';
import { holds, keyIdOf } from './write-keys.ts';

type Answer = Awaited<ReturnType<MachineRoute['answer']>>;
type Refused = { readonly status: 401 | 403 | 409 | 422; readonly text: Bilingual };
type Decide<Sent> = (world: ProcessWorld, command: { on: string; by: By; system: string } & Sent) => Result<readonly NewEvent[], Bilingual>;

/** What a program may record of a system: the form of what it sends, and the decision. */
type Write<Sent> = {
  readonly scope: Scope;
  readonly path: string;
  readonly summary: string;
  readonly sent: z.ZodType<Sent>;
  readonly decide: Decide<Sent>;
};

const release: Write<Omit<z.infer<typeof systemsEvents.ReleaseRecorded>, 'system'>> = {
  scope: 'release',
  path: '/api/processes/:process/systems/:system/releases',
  summary: 'Report a release of the system',
  sent: systemsEvents.ReleaseRecorded.omit({ system: true }),
  decide: (world, command) => {
    // A release is recorded on the day it was made: the pipeline may report it late.
    const decided = recordRelease(world, { ...command, on: command.releasedOn <= command.on ? command.releasedOn : command.on });
    return decided.ok ? decided : refuse(systemsRefusalText(decided.error));
  },
};

const figures: Write<Omit<z.infer<typeof systemsEvents.FiguresReported>, 'system' | 'file'>> = {
  scope: 'figures',
  path: '/api/processes/:process/systems/:system/figures',
  summary: 'Report figures of use of the system: all the rows, or none',
  sent: systemsEvents.FiguresReported.omit({ system: true, file: true }),
  decide: (world, command) => {
    const decided = reportFigures(world, command);
    return decided.ok ? decided : refuse(systemsRefusalText(decided.error));
  },
};

const words = {
  noKey: {
    es: 'Falta la llave, o no es válida. Envíe «authorization: Bearer atalaya_…» con una llave vigente.',
    en: 'The key is missing, or not valid. Send “authorization: Bearer atalaya_…” with a key in force.',
  },
  noRequest: {
    es: 'Falta «idempotency-key»: de 8 a 100 caracteres ASCII visibles, otra para cada reporte, la misma al repetirlo.',
    en: '“idempotency-key” is missing: 8 to 100 visible ASCII characters, another for each report, the same when it is sent again.',
  },
  notJson: { es: 'El contenido no es JSON.', en: 'The content is not JSON.' },
  busy: {
    es: 'Alguien escribió al mismo tiempo. Envíe de nuevo, con la misma clave.',
    en: 'Somebody wrote at the same time. Send again, with the same key.',
  },
} satisfies Record<string, Bilingual>;

const malformed = (error: z.ZodError): Bilingual => {
  const where = error.issues.map((issue) => `${issue.path.join('.') || '·'}: ${issue.message}`).join('; ');
  return { es: `El contenido no tiene la forma esperada. ${where}.`, en: `The content is not of the expected form. ${where}.` };
};

async function write<Sent>(app: App, asked: MachineRequest, what: Write<Sent>): Promise<Answer> {
  const told = (status: Refused['status'], text: Bilingual): Answer => ({ status, body: { error: pick(text, asked.lang) } });
  const { process = '', system = '' } = asked.params;
  const authorization = asked.header('authorization') ?? '';
  const id = keyIdOf(authorization);
  const world = (await app.worlds.catchUp()).processes.get(process);
  const key = id === undefined ? undefined : world?.keys.keys.get(id);
  // A process, a key and a secret that are not there are one answer: nobody learns which.
  if (id === undefined || !key || world?.process.kind !== 'open' || !holds(authorization, key.hash)) return told(401, words.noKey);
  const request = idempotencyKey.safeParse(asked.header('idempotency-key'));
  if (!request.success) return told(422, words.noRequest);
  const sent = what.sent.safeParse(jsonOf(asked.body));
  if (!sent.success) return told(422, asked.body.trim() === '' || jsonOf(asked.body) === undefined ? words.notJson : malformed(sent.error));
  const digest = createHash('sha256').update(asked.body).digest('hex');
  const on = todayIn(world.process.timeZone, app.now());
  let repeated: number | undefined;

  const decide = (state: ProcessWorld): Result<readonly NewEvent[], Refused> => {
    const used = useKey(state, { on, key: id, system, scope: what.scope, request: request.data, digest });
    if (!used.ok) {
      const status =
        used.error.kind === 'sent-otherwise' ? 409 : used.error.kind === 'revoked' || used.error.kind === 'expired' ? 401 : 403;
      return refuse({ status, text: keysRefusalText(used.error) });
    }
    repeated = used.value.kind === 'repeated' ? used.value.use.seq : undefined;
    if (used.value.kind === 'repeated') return ok([]);
    const decided = what.decide(state, { ...sent.data, on, by: used.value.key.by, system });
    return decided.ok ? ok([...used.value.events, ...decided.value]) : refuse({ status: 422, text: decided.error });
  };
  const look = async () => {
    const latest = await app.worlds.catchUp();
    return { state: latest.processes.get(process) ?? world, position: await app.ledger.streamPosition(process) };
  };
  const done = await execute(app.ledger, process, look, decide);
  await app.worlds.catchUp();
  if (!done.ok) return 'status' in done.error ? told(done.error.status, done.error.text) : told(409, words.busy);
  const seq = done.value?.first ?? repeated;
  return { status: done.value ? 201 : 200, body: { recorded: seq }, headers: { 'idempotency-replayed': String(done.value === undefined) } };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // told to the sender as what it is
  }
}

const routeOf = <Sent>(what: Write<Sent>, app: App): MachineRoute => ({ path: what.path, answer: (asked) => write(app, asked, what) });

/** What programs may write, each address with the key's kind of report it needs. */
export const writeRoutes = (app: App): readonly MachineRoute[] => [routeOf(release, app), routeOf(figures, app)];

/** The same for the description of the API. */
export const writeEndpoints = [release, figures].map(({ path, summary, scope, sent }) => ({
  path,
  summary,
  scope,
  sent: z.toJSONSchema(sent),
}));
