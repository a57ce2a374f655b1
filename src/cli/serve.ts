import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { type App, examplesDir, openApp, realClock } from '../app/app.ts';
import { assemble, type Edge } from '../app/assemble.tsx';
import { loadExample } from '../app/example.ts';
import { verifyExample } from '../app/example-verifications.ts';
import { createLog } from '../app/log.ts';
import { createMetrics, type Metrics } from '../app/metrics.ts';
import { counting, createRunning } from '../app/running.ts';
import { homeZone, todayIn } from '../app/today.ts';
import { createWatching } from '../app/watching.ts';
import { createWork } from '../app/work.ts';
import type { ProviderSettings } from '../identity/provider.ts';
import { mailSettings } from '../mail/settings.ts';
import { createLimits, defaultLimits } from '../web/limits.ts';
import { freePort, listen } from '../web/listen.ts';
import { type Call, type Command, Refusal, textOption } from './command.ts';
import type { SettingName } from './environment.ts';
import { filesOf, whereOf } from './open.ts';

function portOf(call: Call): number {
  const text = textOption(call, 'port') ?? call.settings.get('ATALAYA_PORT') ?? process.env.PORT ?? '3000';
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  throw new Refusal(
    { es: `«${text}» no es un puerto. Use un número de 0 a 65535.`, en: `“${text}” is no port. Use a number from 0 to 65535.` },
    2,
  );
}

/** On an empty ledger only: an example never joins real data by itself. */
async function loadFirstExample(call: Call, app: App): Promise<void> {
  const name = textOption(call, 'example');
  if (name === undefined || app.worlds.current().position > 0) return;
  const loaded = await loadExample(
    name,
    examplesDir(),
    app.worlds.current(),
    app.ledger,
    { norms: await app.norms(), files: app.files },
    todayIn(homeZone, app.now()),
  );
  if (!loaded.ok) throw new Refusal(loaded.error);
  await app.worlds.catchUp();
  const verified = await verifyExample(app, name);
  if (!verified.ok) throw new Refusal(verified.error);
}

function backupsOf(call: Call, metrics: Metrics) {
  const { get } = call.settings;
  const dir = get('ATALAYA_BACKUP_DIR');
  if (dir === undefined) return undefined;
  const settings = { dir, everyHours: Number(get('ATALAYA_BACKUP_HOURS') ?? 24), keep: Number(get('ATALAYA_BACKUP_KEEP') ?? 14) };
  return { settings, made: metrics.backedUp };
}

/** All four or none: half of what a provider needs would be found out by whoever tries to enter. */
function providerOf({ settings: { get } }: Call): ProviderSettings | undefined {
  const names = ['ATALAYA_OIDC_ISSUER', 'ATALAYA_OIDC_CLIENT_ID', 'ATALAYA_OIDC_CLIENT_SECRET', 'ATALAYA_OIDC_NAME'] as const;
  const [issuer, clientId, clientSecret, name] = names.map(get);
  if (issuer && clientId && clientSecret && name) return { issuer, clientId, clientSecret, name };
  const missing = names.filter((one) => !get(one));
  if (missing.length === names.length) return undefined;
  const list = missing.join(', ');
  throw new Refusal({ es: `Para el proveedor de identidad falta: ${list}.`, en: `Missing for the identity provider: ${list}.` }, 2);
}

/** How often anybody may do what costs something, and which proxies are believed. */
function edgeOf({ settings: { get } }: Call): Edge {
  const limit = (name: SettingName, otherwise: number) => Number(get(name) ?? otherwise);
  const limits = createLimits(
    {
      write: limit('ATALAYA_LIMIT_WRITES', defaultLimits.write),
      search: limit('ATALAYA_LIMIT_SEARCHES', defaultLimits.search),
      export: limit('ATALAYA_LIMIT_EXPORTS', defaultLimits.export),
      upload: limit('ATALAYA_LIMIT_UPLOADS', defaultLimits.upload),
      addressTimes: limit('ATALAYA_LIMIT_ADDRESS', defaultLimits.addressTimes),
    },
    () => performance.now(),
  );
  return {
    limits,
    proxies:
      get('ATALAYA_PROXIES')
        ?.split(',')
        .map((one) => one.trim()) ?? [],
  };
}

export const serveCommand: Command = {
  name: 'serve',
  usage: 'serve [--port 3000] [--host 127.0.0.1] [--base-url URL] [--example NAME]',
  about: {
    es: 'Sirve las páginas. Con --example, carga ese ejemplo si la bitácora está vacía.',
    en: 'Serves the pages. With --example, loads that example when the log is empty.',
  },
  options: { port: { type: 'string' }, host: { type: 'string' }, 'base-url': { type: 'string' }, example: { type: 'string' } },
  run: async (call) => {
    const { get } = call.settings;
    const host = textOption(call, 'host') ?? get('ATALAYA_HOST') ?? '127.0.0.1';
    const asked = portOf(call);
    const port = await freePort(host, asked);
    if (port === undefined)
      throw new Refusal({
        es: `El puerto ${asked} está ocupado. Cierre el otro programa o elija otro con --port.`,
        en: `Port ${asked} is taken. Close the other program, or choose another with --port.`,
      });
    const baseUrl = textOption(call, 'base-url') ?? get('ATALAYA_BASE_URL') ?? `http://localhost:${port}`;
    const mail = mailSettings(process.env);
    if (!mail.ok) throw new Refusal(mail.error, 2);
    const secret = get('ATALAYA_SECRET');
    const provider = providerOf(call);
    const accessDays = get('ATALAYA_SIGN_IN_DAYS');
    let countFault: (what: string) => void = () => undefined;
    const app = await openApp({
      ...whereOf(call),
      files: filesOf(call),
      baseUrl,
      ...(mail.value === undefined ? {} : { mail: mail.value }),
      ...(secret === undefined ? {} : { secret }),
      ...(provider === undefined ? {} : { provider }),
      ...(accessDays === undefined ? {} : { accessDays: Number(accessDays) }),
      log: counting(createLog(call.note, realClock), (what) => countFault(what)),
    });
    const metrics = createMetrics(app);
    countFault = metrics.fault;
    await loadFirstExample(call, app);
    const running = createRunning(app, metrics, get('ATALAYA_METRICS_TOKEN'));
    const server = await listen(assemble(app, running, edgeOf(call)), host, port);
    call.out(`${call.lang === 'es' ? 'Atalaya está en' : 'Atalaya is at'} http://localhost:${server.port}/`);
    call.note(`${call.lang === 'es' ? 'Clave pública de la bitácora' : 'Public key of the log'}: ${app.ledger.verifierKey}`);
    const token = await app.identity.setupToken();
    if (token !== undefined) {
      const link = new URL(`/puesta-en-marcha?token=${encodeURIComponent(token)}`, baseUrl);
      call.note(`${call.lang === 'es' ? 'Para crear la primera cuenta' : 'To make the first account'}: ${link}`);
    }
    const watching = createWatching(app, { fault: (fault) => app.log('error', 'a probe could not be asked or recorded', {}, fault) });
    const schedule = createWork(app, watching, backupsOf(call, metrics));
    schedule.start(1000);
    // So that the first who looks for something need not wait; each machine has its own.
    void app.search.catchUp().catch((fault: unknown) => app.log('error', 'the search could not be brought up to date', {}, fault));
    const unreachable = await app.mail.check();
    if (unreachable !== undefined)
      call.note(
        `${call.lang === 'es' ? 'El servidor de correo no responde; se seguirá intentando' : 'The mail server does not answer; it will be tried again'}: ${unreachable}`,
      );
    const stopped = Promise.withResolvers<void>();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopped.resolve());
    await stopped.promise;
    app.log('info', 'stopping: requests that came are answered first');
    running.stop();
    await pause(Number(get('ATALAYA_DRAIN_SECONDS') ?? 1) * 1000); // whoever balances looks at /listo and sends people elsewhere
    await server.stop();
    await schedule.stop();
    await watching.stop();
    await app.close();
    return 0;
  },
};
