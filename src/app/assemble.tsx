import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import verifyScript from 'virtual:verify-page';
import { asId, type OfficeId } from '../core/ids.ts';
import { pick } from '../core/words.ts';
import type { Accounts } from '../domain/people/accounts.ts';
import { hasRoomFor } from '../files/disk.ts';
import { network } from '../identity/attempts.ts';
import type { IdentityRefusal } from '../identity/words.ts';
import { faviconSvg } from '../ui/brand.tsx';
import { fonts, fontsPath } from '../ui/fonts.ts';
import { stylesheet } from '../ui/styles.ts';
import { createAssets } from '../web/assets.ts';
import clientScript from '../web/client.js?raw';
import keepPage from '../web/keep-page.js?raw';
import type { Limits } from '../web/limits.ts';
import { addressesBehind } from '../web/listen.ts';
import offlineWorker from '../web/offline-worker.js?raw';
import type { Operator } from '../web/operator.ts';
import passkeys from '../web/passkeys.js?raw';
import sendFiles from '../web/send-files.js?raw';
import { createServer, type Site } from '../web/server.ts';
import { refused } from './account/refused.ts';
import type { App } from './app.ts';
import { intakeOf, storedBytes } from './file-intake.ts';
import { processRoutes, siteRoutes } from './routes.tsx';
import { type Frame, plainPage, renderShell } from './shell.tsx';
import { shellWords } from './shell-words.ts';
import { mayUse, processFamily, readerOf, siteFamily } from './site.tsx';
import { writeRoutes } from './write-api.ts';

/** How the program stands towards the world: what it counts, and whom it believes about where a request comes from. */
export type Edge = { readonly limits?: Limits; readonly proxies?: readonly string[] };

/** Brings every slice's routes to the server. Returns the web application, ready to be served or asked in process. */
export function assemble(app: App, operator?: Operator, edge: Edge = {}) {
  const assets = createAssets();
  const turbo = assets.addFile('turbo.js', 'text/javascript; charset=utf-8', '@hotwired/turbo/dist/turbo.es2017-esm.js');
  for (const font of fonts) assets.addFile(font.name, 'font/woff2', font.file, `${fontsPath}/${font.name}`);
  const worker = assets.addWorker('sin-linea.js', offlineWorker);
  const shellAssets = {
    css: assets.addText('atalaya.css', 'text/css; charset=utf-8', stylesheet),
    script: assets.addText(
      'atalaya.js',
      'text/javascript; charset=utf-8',
      `${clientScript.replace('@hotwired/turbo', turbo)}\n${sendFiles}\n${keepPage.replace('/sin-linea.js', worker)}\n${passkeys}`,
    ),
    favicon: assets.addText('atalaya.svg', 'image/svg+xml', faviconSvg),
  };

  const verifyHref = assets.addText('comprobar.js', 'text/javascript; charset=utf-8', verifyScript);

  const frameOf = (path: string, position: number, root: string | undefined): Frame => {
    const world = app.worlds.current();
    const open = [...world.processes.values()].flatMap(({ process }) => (process.kind === 'open' ? [process] : []));
    const named = open.find((process) => process.id === path.split('/')[1]);
    return { process: named ?? (open.length === 1 ? open[0] : undefined), people: world.people, position, root };
  };

  const site: Site = {
    // By the hour: each process has the day of its own zone, and in all of Mexico days begin on a whole hour of UTC.
    version: () => `${app.worlds.current().position}|${app.now().slice(0, 13)}`,
    reader: (cookie) => readerOf(app, cookie),
    mayBeSomebody: (cookie) => cookie.includes('atalaya-'),
    authorised: (reader, may, raw) => {
      if (may === 'anyone') return true;
      if (may === 'signed-in') return reader.kind === 'signed-in';
      if ('anyOf' in may) return may.anyOf.some((right) => mayUse(app, reader, right));
      return mayUse(app, reader, may.right, may.oplParam === undefined ? undefined : raw.params[may.oplParam]);
    },
    shown: ({ reader, params }, answer) => {
      if (reader.kind === 'anonymous' || params.process === undefined) return;
      if (answer.kind !== 'page' && answer.kind !== 'file' && answer.kind !== 'stored') return;
      app.readings.note(params.process, reader.by, answer.kind === 'page' ? 'page' : 'download', answer.shown ?? []);
    },
    forged: async (raw) => {
      const token = raw.form.get('csrf');
      const who = await app.identity.whoIs(raw.cookie);
      if (who && app.identity.checkCsrf(who.session, token)) return false;
      return raw.reader.kind === 'signed-in' || !app.identity.checkForm(raw.cookie, token);
    },
    shell: (raw, answer, visit) => {
      const { position, root } = visit ?? { position: app.worlds.current().position, root: undefined };
      return renderShell(raw, answer, visit, frameOf(raw.url.pathname, position, root), {
        ...shellAssets,
        live: `/vivo?desde=${app.worlds.lastMove()}`,
      });
    },
    notFound: (raw, answer) => {
      const t = shellWords(raw.lang);
      return plainPage(raw, t.notFoundTitle, answer.what ? pick(answer.what, raw.lang) : t.notFound, 404);
    },
    forbidden: (raw) => {
      const t = shellWords(raw.lang);
      return plainPage(raw, t.forbiddenTitle, raw.reader.kind === 'anonymous' ? t.signInFirst : t.forbidden, 403);
    },
    forgery: (raw) => plainPage(raw, shellWords(raw.lang).forgeryTitle, shellWords(raw.lang).forgery, 403),
    broken: (raw, reference) => plainPage(raw, shellWords(raw.lang).brokenTitle, shellWords(raw.lang).broken(reference), 409),
    record: (reference, error) => app.log('error', 'a request failed', { reference }, error),
    isHttps: new URL(app.baseUrl).protocol === 'https:',
    ...(operator === undefined ? {} : { operator }),
    newReference: () => randomUUID().slice(0, 8),
    assets: assets.byPath,
    mark: () => String(app.worlds.lastMove()),
    onAdvance: (listener) => app.worlds.onAdvance((_, isQuiet) => !isQuiet && listener()),
    addressOf: addressesBehind(edge.proxies ?? []),
    limits: edge.limits && { take: (kind, who) => edge.limits?.take(kind, { ...who, address: network(who.address) }) },
    told: (raw, title, text) => plainPage(raw, title, text, 409),
    intake: (reader) => intakeOf(app, reader),
    waiting: { folder: join(app.dataDir, 'envios'), hasRoom: (bytes) => hasRoomFor(app.dataDir, bytes) },
    stored: (file) => storedBytes(app, file),
  };

  const server = createServer(site);
  const seen = (visit: object) => ({
    cookie: 'cookie' in visit ? String(visit.cookie) : '',
    address: 'address' in visit ? String(visit.address) : '',
    agent: 'agent' in visit ? String(visit.agent) : '',
  });
  server.mount(siteFamily(app, siteRoutes(app, accountsOf(app), seen)));
  server.mount(processFamily(app, processRoutes(app, verifyHref)));
  server.mountMachine(writeRoutes(app));
  return server.finish();
}

/** Accounts and sessions, in the words of the people slice. */
function accountsOf(app: App): Accounts {
  const { identity } = app;
  const told = <T,>(result: { ok: true; value: T } | { ok: false; error: IdentityRefusal }) =>
    result.ok ? result : { ok: false as const, error: refused(result.error) };
  return {
    formToken: (cookie) => identity.formToken(cookie),
    signIn: async (how) => told(await identity.signIn(how)),
    enterWithCode: async (cookie, code, from) => told(await identity.enterWithCode(cookie, code, from)),
    keyChallenge: () => identity.keyChallenge(),
    enterWithKey: async (how) => told(await identity.enterWithKey(how)),
    provider: identity.provider,
    askProvider: async () => told(await identity.askProvider()),
    enterFromProvider: async (cookie, query, from) => told(await identity.enterFromProvider(cookie, query, from)),
    signOut: (cookie) => identity.signOut(cookie),
    chooseOffice: async (cookie, office) => told(await identity.chooseOffice(cookie, office)),
    enterAs: (office: OfficeId) => identity.enterAs(office),
    createAccount: async (data) => told(await identity.createAccount(data)),
    createFirstAccount: async (data) => told(await identity.createFirstAccount(data)),
    setPassword: async (token, password) => told(await identity.setPassword(token, password)),
    nameOf: async (person) => (await identity.personalData(asId(person)))?.name,
    isExampleOnly: app.isExampleOnly,
    addressOf: (path) => new URL(path, app.baseUrl).toString(),
  };
}
