import { type App, examplesDir, openApp } from '../app/app.ts';
import { assemble } from '../app/assemble.tsx';
import { loadExample } from '../app/example.ts';
import { verifyExample } from '../app/example-verifications.ts';
import { homeZone, todayIn } from '../app/today.ts';
import { createWatching } from '../app/watching.ts';
import { createWork } from '../app/work.ts';
import { mailSettings } from '../mail/settings.ts';
import { isFree, listen } from '../web/listen.ts';
import { type Call, type Command, Refusal, textOption } from './command.ts';
import { whereOf } from './open.ts';

function portOf(call: Call): number {
  const text = textOption(call, 'port') ?? process.env.PORT ?? '3000';
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
    { norms: await app.norms() },
    todayIn(homeZone, app.now()),
  );
  if (!loaded.ok) throw new Refusal(loaded.error);
  await app.worlds.catchUp();
  const verified = await verifyExample(app, name);
  if (!verified.ok) throw new Refusal(verified.error);
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
    const host = textOption(call, 'host') ?? '127.0.0.1';
    const port = portOf(call);
    if (!(await isFree(host, port)))
      throw new Refusal({
        es: `El puerto ${port} está ocupado. Cierre el otro programa o elija otro con --port.`,
        en: `Port ${port} is taken. Close the other program, or choose another with --port.`,
      });
    const baseUrl = textOption(call, 'base-url') ?? process.env.ATALAYA_BASE_URL ?? `http://localhost:${port}`;
    const mail = mailSettings(process.env);
    if (!mail.ok) throw new Refusal(mail.error, 2);
    const app = await openApp({ ...whereOf(call), baseUrl, ...(mail.value === undefined ? {} : { mail: mail.value }) });
    await loadFirstExample(call, app);
    const server = await listen(assemble(app), host, port);
    call.out(`${call.lang === 'es' ? 'Atalaya está en' : 'Atalaya is at'} http://localhost:${server.port}/`);
    call.note(`${call.lang === 'es' ? 'Clave pública de la bitácora' : 'Public key of the log'}: ${app.ledger.verifierKey}`);
    const token = await app.identity.setupToken();
    if (token !== undefined) {
      const link = new URL(`/puesta-en-marcha?token=${encodeURIComponent(token)}`, baseUrl);
      call.note(`${call.lang === 'es' ? 'Para crear la primera cuenta' : 'To make the first account'}: ${link}`);
    }
    const watching = createWatching(app, { fault: (fault) => console.error(fault) });
    const schedule = createWork(app, watching);
    schedule.start(1000);
    const unreachable = await app.mail.check();
    if (unreachable !== undefined)
      call.note(
        `${call.lang === 'es' ? 'El servidor de correo no responde; se seguirá intentando' : 'The mail server does not answer; it will be tried again'}: ${unreachable}`,
      );
    const stopped = Promise.withResolvers<void>();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopped.resolve());
    await stopped.promise;
    await schedule.stop();
    await watching.stop();
    await server.stop();
    await app.close();
    return 0;
  },
};
