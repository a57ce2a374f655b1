import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { streamSSE } from 'hono/streaming';
import { must, type Result } from '../core/result.ts';
import type { StoredFile } from '../core/stored-file.ts';
import { type Bilingual, catalogue, type Lang } from '../core/words.ts';
import type { Asset } from './assets.ts';
import { type CachedPage, cachedPage, createPageCache } from './cache.ts';
import { dispositionOf } from './disposition.ts';
import { type Counted, countedAs, type Limits } from './limits.ts';
import { mountOperator, type Operator } from './operator.ts';
import { createResumable, type Waiting } from './resumable.ts';
import { BrokenOff, type Intake, type Marks, noUploads, readUploads, type Sent, type Uploads } from './uploads.ts';
import type { Answer, Reader, Route, Visit } from './visit.ts';

/** A request as it came, before anybody knows whose it is or what it is about. */
export type Raw = {
  readonly method: Route<never>['method'];
  readonly url: URL;
  readonly lang: Lang;
  readonly cookie: string;
  readonly address: string;
  /** What the browser says of itself. */
  readonly agent: string;
  readonly params: Readonly<Record<string, string>>;
  readonly form: ReadonlyMap<string, string>;
  readonly uploads: Uploads;
  readonly reader: Reader;
};

/** Routes that share one kind of world, and the way to that world. */
export type Family<W> = {
  readonly routes: readonly Route<W>[];
  readonly visit: (raw: Raw) => Promise<{ readonly visit: Visit<W> } | { readonly answer: Answer }>;
};

/** What the server asks of the program it serves. */
export type Site = {
  /** Changes whenever any page may read differently: the position of the log and the day. */
  readonly version: () => string;
  readonly reader: (cookie: string) => Promise<Reader>;
  /** True when the cookie header could belong to somebody: such a request is never answered from the cache. */
  readonly mayBeSomebody: (cookie: string) => boolean;
  readonly authorised: (reader: Reader, may: Route<never>['may'], raw: Raw) => boolean;
  /** Told what a page or a file showed to whoever is signed in, once it is made. Must not throw or wait. */
  readonly shown: (visit: Visit<unknown>, answer: Answer) => void;
  readonly forged: (raw: Raw) => Promise<boolean>;
  /** The whole HTML page around an answer. `visit` is absent when the request never got as far as a world. */
  readonly shell: (raw: Raw, answer: Extract<Answer, { kind: 'page' }>, visit: Visit<unknown> | undefined) => string;
  readonly notFound: (raw: Raw, answer: Extract<Answer, { kind: 'not-found' }>) => Extract<Answer, { kind: 'page' }>;
  readonly forbidden: (raw: Raw) => Extract<Answer, { kind: 'page' }>;
  readonly forgery: (raw: Raw) => Extract<Answer, { kind: 'page' }>;
  readonly broken: (raw: Raw, reference: string) => Extract<Answer, { kind: 'page' }>;
  readonly record: (reference: string, error: unknown) => void;
  readonly newReference: () => string;
  readonly assets: ReadonlyMap<string, Asset>;
  /** Another one whenever an open page may read differently. */
  readonly mark: () => string;
  readonly onAdvance: (listener: () => void) => () => void;
  readonly addressOf: (context: Context) => string;
  /** How often anybody may do what costs something; absent: as often as they like. */
  readonly limits?: Limits | undefined;
  /** A page that says what is the matter with a request that never reached a slice. */
  readonly told: (raw: Raw, title: string, text: string) => Extract<Answer, { kind: 'page' }>;
  /** Where the files go that come with a form of this reader. */
  readonly intake: (reader: Reader) => Intake & Marks;
  /** The address people type begins with `https:`. */
  readonly isHttps: boolean;
  readonly operator?: Operator;
  /** Where files that come in piece by piece wait for their rest. */
  readonly waiting: Waiting;
  /** The bytes of a stored file, or what is the matter with them. */
  readonly stored: (file: StoredFile) => Promise<Result<ReadableStream<Uint8Array<ArrayBuffer>>, Bilingual>>;
};

const oneMegabyte = 1024 * 1024;

/** How long a page that follows the log waits before it asks again, when the line was cut or the program restarted. */
const comeBackMs = 1000;

const serverWords = catalogue({
  tooLarge: {
    es: (megabytes: number) =>
      `Lo enviado pesa más de ${megabytes} MB. No se registró nada. Vuelva a la página anterior: lo escrito sigue ahí.`,
    en: (megabytes: number) =>
      `What was sent is larger than ${megabytes} MB. Nothing was recorded. Go back to the page before: what you wrote is still there.`,
  },
  notReceivedTitle: { es: 'No se recibió el envío', en: 'What was sent did not arrive' },
  brokenOff: {
    es: 'El envío se interrumpió antes de llegar completo. No se registró nada ni se guardó ningún archivo. Vuelva a la página anterior e inténtelo otra vez.',
    en: 'What was sent broke off before it had arrived whole. Nothing was recorded and no file was kept. Go back to the page before and try again.',
  },
  filesTooLarge: {
    es: (megabytes: number) =>
      `Lo enviado pesa más de ${megabytes} MB, lo más que se admite aquí. No se registró nada. Envíe menos archivos a la vez o divídalos.`,
    en: (megabytes: number) =>
      `What was sent is larger than ${megabytes} MB, the most that is taken here. Nothing was recorded. Send fewer files at a time or split them.`,
  },
  mayNotSend: {
    es: 'Su cargo no puede enviar archivos aquí, o su sesión terminó. Vuelva a entrar e inténtelo otra vez.',
    en: 'Your office may not send files here, or your session ended. Enter again and try once more.',
  },
  tooOftenTitle: { es: 'Demasiadas solicitudes', en: 'Too many requests' },
  tooOften: {
    es: (seconds: number) =>
      `Se hicieron demasiadas en poco tiempo. Espere ${seconds} ${seconds === 1 ? 'segundo' : 'segundos'} e inténtelo de nuevo. No se registró nada de esta última.`,
    en: (seconds: number) =>
      `Too many were made in a short time. Wait ${seconds} ${seconds === 1 ? 'second' : 'seconds'} and try again. Nothing of this last one was recorded.`,
  },
  fileFaultTitle: { es: 'El archivo no se puede entregar', en: 'The file cannot be handed out' },
});

/** A stored file is nobody's page: should a browser show it all the same, nothing in it may run, load or reach us. */
const storedFilePolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/** The one style Turbo puts into a page (its progress bar, which is never shown), by its digest. It changes with Turbo's version. */
const turboStyle = "'sha256-WAyOw4V+FqDc35lQPyRADLBWbuNK8ahvYEaQIYF1+Ps='";

const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': `default-src 'none'; script-src 'self'; style-src 'self' ${turboStyle}; font-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
};

/**
 * An address for programs: a key in the `authorization` header instead of a session, JSON instead of a form. No cookie is read, so there is
 * nothing that another site could make a browser send along.
 */
export type MachineRoute = {
  readonly path: string;
  readonly answer: (
    asked: MachineRequest,
  ) => Promise<{ readonly status: number; readonly body: unknown; readonly headers?: Readonly<Record<string, string>> }>;
};
export type MachineRequest = {
  readonly params: Readonly<Record<string, string>>;
  readonly header: (name: string) => string | undefined;
  readonly body: string;
  readonly lang: Lang;
};

export function createServer(site: Site) {
  const app = new Hono<{ Variables: { raw?: Raw; route?: string } }>();
  const cache = createPageCache();
  const { operator } = site;
  const headers = Object.entries({
    ...securityHeaders,
    ...(site.isHttps ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  });

  app.use(async (c, next) => {
    const began = performance.now();
    await next();
    if (operator?.isStopping()) c.res.headers.set('connection', 'close');
    operator?.answered({ method: c.req.method, route: c.get('route') ?? 'other', status: c.res.status, ms: performance.now() - began });
    for (const [name, value] of headers) if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  });
  const limitOf = (maxSize: number) =>
    bodyLimit({ maxSize, onError: (c) => c.text(serverWords(langOf(c)).tooLarge(Math.floor(maxSize / oneMegabyte)), 413) });
  const smallBody = limitOf(oneMegabyte);

  if (operator) mountOperator(app, operator);

  app.get('/recursos/*', (c) => {
    c.set('route', '/recursos/*');
    const asset = site.assets.get(c.req.path);
    if (!asset) return c.notFound();
    if (asset.isWorker) c.header('service-worker-allowed', '/');
    return c.body(asset.body, 200, { 'content-type': asset.type, 'cache-control': 'public, max-age=31536000, immutable' });
  });

  app.get('/vivo', (c) => {
    c.set('route', '/vivo');
    if (operator?.isStopping()) return c.body(null, 503, { 'retry-after': '5' });
    return streamSSE(c, async (stream) => {
      operator?.streams(1);
      let advance = Promise.withResolvers<true>();
      // What was recorded since the page was made, or while nobody was there to tell it, is told at once.
      const seen = c.req.header('last-event-id') ?? c.req.query('desde');
      if (seen !== undefined && seen !== site.mark()) advance.resolve(true);
      const wake = () => advance.resolve(true);
      const stops = [site.onAdvance(wake), operator?.onStop(wake)];
      const isOver = () => stream.aborted || stream.closed || operator?.isStopping() === true;
      stream.onAbort(wake);
      // Said at once, so that whoever opens the page knows from when on no change is missed.
      await stream.writeSSE({ event: 'alive', data: '', id: site.mark(), retry: comeBackMs });
      while (!isOver()) {
        const refresh = await Promise.race([advance.promise, pause(25_000, false, { ref: false })]);
        if (refresh) advance = Promise.withResolvers(); // before writing: an advance while we write is told next
        if (!isOver())
          await stream.writeSSE({
            id: site.mark(),
            ...(refresh ? { data: '<turbo-stream action="refresh"></turbo-stream>' } : { event: 'alive', data: '' }),
          });
      }
      for (const stop of stops) stop?.();
      operator?.streams(-1);
    });
  });

  const respond = async (c: Context, raw: Raw, answer: Answer, visit: Visit<unknown> | undefined): Promise<Response> => {
    // A program that asks for JSON is told in JSON what a person is told on a page.
    if (answer.kind === 'not-found' && isApi(raw)) return respond(c, raw, site.notFound(raw, answer), visit);
    if (answer.kind === 'page' && answer.retryAfterSeconds !== undefined) c.header('retry-after', String(answer.retryAfterSeconds));
    if (answer.kind === 'page' && isApi(raw)) return c.json({ error: answer.problem ?? answer.title }, answer.status ?? 200);
    switch (answer.kind) {
      case 'page':
        for (const cookie of answer.setCookie ?? []) c.header('set-cookie', cookie, { append: true });
        return c.html(site.shell(raw, answer, visit), answer.status ?? 200);
      case 'not-found':
        return c.html(site.shell(raw, site.notFound(raw, answer), visit), 404);
      case 'redirect': {
        for (const cookie of answer.setCookie ?? []) c.header('set-cookie', cookie, { append: true });
        if (answer.forgets) c.header('clear-site-data', '"storage"');
        return c.redirect(answer.to, 303);
      }
      case 'json':
        return c.json(answer.body as never, answer.status ?? 200); // an answer's body is plain data, made for JSON
      case 'file': {
        const name = answer.name === undefined ? {} : { 'content-disposition': `attachment; filename="${answer.name}"` };
        return c.body(answer.body, 200, { 'content-type': answer.type, ...name });
      }
      case 'stored': {
        const bytes = await site.stored(answer.file);
        if (!bytes.ok) {
          site.record(answer.file.sha256, bytes.error.en);
          const page = site.told(raw, serverWords(raw.lang).fileFaultTitle, bytes.error[raw.lang]);
          return isApi(raw) ? c.json({ error: bytes.error[raw.lang] }, 500) : c.html(site.shell(raw, page, visit), 500);
        }
        return c.body(bytes.value, 200, {
          'content-type': answer.file.type,
          'content-length': String(answer.file.sizeBytes),
          'content-disposition': dispositionOf(answer.file.name),
          'content-security-policy': storedFilePolicy,
        });
      }
    }
  };

  /** The page that says to wait, when whoever asks did so too often. */
  const tooOften = (raw: Raw, kind: Counted | undefined, key?: string): Extract<Answer, { kind: 'page' }> | undefined => {
    if (kind === undefined || !site.limits) return undefined;
    const { reader, address } = raw;
    // Visitors of an example sit on the same chair and are no one person.
    const person = reader.kind === 'signed-in' && !reader.demo ? (reader.by.person ?? reader.by.office) : undefined;
    const wait = site.limits.take(kind, { identity: key ?? person, address });
    const t = serverWords(raw.lang);
    return wait === undefined ? undefined : { ...site.told(raw, t.tooOftenTitle, t.tooOften(wait)), status: 429, retryAfterSeconds: wait };
  };

  const fromCache = (c: Context, page: CachedPage): Response => {
    const headers = { etag: page.etag, 'cache-control': 'no-cache', vary: 'Cookie, Accept-Encoding', 'content-type': page.type };
    if (isKnown(c.req.header('if-none-match'), page.etag)) return c.body(null, 304, headers);
    if (c.req.header('accept-encoding')?.includes('br') && page.type.startsWith('text/'))
      return c.body(page.compressed(), 200, { ...headers, 'content-encoding': 'br' });
    return c.body(page.body, 200, headers);
  };

  /** What may belong to somebody, or carries a token made for one browser, is kept nowhere. */
  const neverKept = (response: Response, isSomebodys: boolean): Response => {
    const isPrivate = isSomebodys || response.headers.has('set-cookie');
    response.headers.set('cache-control', isPrivate ? 'private, no-store' : 'no-cache');
    return response;
  };

  /** The form, and the files with it where the route takes files: kept only for whoever may send this form. */
  const sentWith = async (c: Context, raw: Raw, { may, uploads }: Pick<Route<never>, 'may' | 'uploads'>): Promise<Sent | NotReceived> => {
    if (!uploads || !isMultipart(c)) return { form: await formOf(c), uploads: noUploads };
    const t = serverWords(raw.lang);
    const mostBytes = uploads.maxBytes * (uploads.maxFiles ?? 1) + oneMegabyte;
    const problem = (text: string, status: 400 | 413) => ({ problem: site.told(raw, t.notReceivedTitle, text), status });
    if (Number(c.req.header('content-length') ?? 0) > mostBytes) return problem(t.filesTooLarge(Math.floor(mostBytes / oneMegabyte)), 413);
    const admitted = async (form: Raw['form']) => {
      const asked = { ...raw, form };
      return !isCrossSite(c) && !(await site.forged(asked)) && site.authorised(raw.reader, may, asked);
    };
    try {
      return await readUploads(c.req.raw, uploads, site.intake(raw.reader), admitted);
    } catch (error) {
      if (error instanceof BrokenOff) return problem(t.brokenOff, 400);
      throw error;
    }
  };

  const takePiece = createResumable(site.waiting);
  /** Below a form that takes files, for whoever may send that form: its files piece by piece, ahead of it. */
  const mountPieces = (route: Pick<Route<never>, 'path' | 'may' | 'uploads'>): void => {
    const answer = async (c: Context): Promise<Response> => {
      const form = new Map([['csrf', c.req.header('x-csrf') ?? '']]);
      const reader = await site.reader(c.req.header('cookie') ?? '');
      const raw = { ...rawOf(c, { reader, address: site.addressOf(c) }), form };
      const wait = c.req.method === 'POST' ? tooOften(raw, 'upload') : undefined;
      if (wait) return neverKept(await respond(c, raw, wait, undefined), true);
      const mayNot = isCrossSite(c) || (await site.forged(raw)) || !site.authorised(reader, route.may, raw);
      if (mayNot) return neverKept(c.text(serverWords(raw.lang).mayNotSend, 403), true);
      const id = c.req.param('envio');
      const path = id === undefined ? c.req.path : c.req.path.slice(0, -id.length - 1);
      const { maxBytes } = must(route.uploads, 'only a form that takes files has pieces');
      return neverKept(await takePiece(c.req.raw, { path, id, maxBytes, lang: raw.lang, intake: site.intake(reader) }), true);
    };
    for (const path of [`${route.path}/envio`, `${route.path}/envio/:envio`]) app.on(['GET', 'POST', 'PATCH'], path, answer); // GET: Hono's HEAD
  };

  const mount = <W>(family: Family<W>): void => {
    for (const route of family.routes) {
      // An address typed without its last slash is the same one.
      if (/.\/$/.test(route.path)) app.get(route.path.slice(0, -1), (c) => c.redirect(`${c.req.path}/${new URL(c.req.url).search}`, 302));
      if (route.uploads) mountPieces(route);
      const counts = countedAs(route);
      const answerTo = async (c: Context, raw: Raw): Promise<Answered> => {
        const { reader } = raw;
        if (route.method === 'POST' && (isCrossSite(c) || (await site.forged(raw)))) return { answer: site.forgery(raw) };
        if (!site.authorised(reader, route.may, raw)) return { answer: site.forbidden(raw) };
        const met = await family.visit(raw);
        return 'answer' in met ? met : { answer: await route.answer(met.visit), visit: met.visit };
      };
      const answer = async (c: Context): Promise<Response> => {
        const cookie = c.req.header('cookie') ?? '';
        const isSomebodys = route.method === 'POST' || route.may !== 'anyone' || site.mayBeSomebody(cookie);
        const mayKeep = !isSomebodys && route.fresh !== true;
        const version = site.version();
        const url = new URL(c.req.url);
        const key = `${langOf(c)} ${url.pathname}${url.search}`;
        const known = mayKeep ? cache.get(version, key) : undefined;
        if (known) return fromCache(c, known);
        const bare = rawOf(c, { reader: await site.reader(cookie), address: site.addressOf(c) });
        c.set('raw', bare);
        // A past state is folded anew for whoever asks.
        const isPast = url.searchParams.has('al') || url.searchParams.has('conocido');
        const wait = tooOften(bare, counts ?? (isPast ? 'search' : undefined));
        if (wait) return neverKept(await respond(c, bare, wait, undefined), true);
        const sent: Sent | NotReceived = route.method === 'POST' ? await sentWith(c, bare, route) : noSending;
        if ('problem' in sent) return neverKept(c.html(site.shell(bare, sent.problem, undefined), sent.status), true);
        const raw = { ...bare, ...sent };
        c.set('raw', raw);
        const { answer, visit } = await answerTo(c, raw);
        const response = await respond(c, raw, answer, visit);
        // A program that asks for the headers alone is shown nothing.
        if (visit && raw.reader.kind === 'signed-in' && c.req.method !== 'HEAD') site.shown(visit, answer);
        const isPage = response.status === 200 && answer.kind !== 'json' && !response.headers.has('content-disposition');
        if (!mayKeep || !isPage || response.headers.has('set-cookie') || site.version() !== version)
          return neverKept(response, isSomebodys);
        const type = response.headers.get('content-type') ?? 'text/html; charset=UTF-8';
        const page = cachedPage(type, new Uint8Array(await response.arrayBuffer()));
        cache.set(version, key, page);
        return fromCache(c, page);
      };
      const limit = route.maxFormBytes === undefined ? smallBody : limitOf(route.maxFormBytes);
      app.on(route.method, route.path, async (c) => {
        c.set('route', route.path);
        if (route.uploads && isMultipart(c)) return await answer(c); // what may come with it is limited as it is read
        let answered: Response | undefined;
        const refused = await limit(c, async () => {
          answered = await answer(c);
        });
        return answered ?? must(refused ?? undefined, 'the limit either refuses or lets pass');
      });
    }
  };

  const mountMachine = (routes: readonly MachineRoute[]): void => {
    for (const route of routes)
      app.post(route.path, smallBody, async (c) => {
        c.set('route', route.path);
        const raw = rawOf(c, { reader: { kind: 'anonymous' }, address: site.addressOf(c) });
        const wait = tooOften(raw, 'write', c.req.header('authorization'));
        if (wait) return neverKept(await respond(c, raw, wait, undefined), true);
        const asked = { params: c.req.param(), header: (name: string) => c.req.header(name), body: await c.req.text(), lang: langOf(c) };
        const { status, body, headers = {} } = await route.answer(asked);
        const response = c.json(body as never, status as never, headers); // plain data, made for JSON, and one of HTTP's statuses
        return neverKept(response, true);
      });
  };

  const finish = () => {
    app.notFound(async (c) => {
      const raw = rawOf(c, { reader: await site.reader(c.req.header('cookie') ?? ''), address: site.addressOf(c) });
      return neverKept(await respond(c, raw, { kind: 'not-found' }, undefined), true);
    });
    app.onError((error, c) => {
      const reference = site.newReference();
      site.record(reference, error);
      const raw = c.get('raw') ?? rawOf(c, { reader: { kind: 'anonymous' }, address: '' });
      const page = site.broken(raw, reference);
      const told = isApi(raw) ? c.json({ error: page.problem ?? page.title }, 500) : c.html(site.shell(raw, page, undefined), 500);
      return neverKept(told, true);
    });
    return app;
  };
  return { mount, mountMachine, finish };
}

/** What was sent did not arrive as a form: the page that says so. */
type NotReceived = { readonly problem: Extract<Answer, { kind: 'page' }>; readonly status: 400 | 413 };
type Answered = { readonly answer: Answer; readonly visit?: Visit<unknown> };

const isMultipart = (c: Context): boolean => /^multipart\/form-data\b/i.test(c.req.header('content-type') ?? '');
const isApi = (raw: Raw): boolean => raw.url.pathname.startsWith('/api/');

const noForm: ReadonlyMap<string, string> = new Map();
const noSending: Sent = { form: noForm, uploads: noUploads };

function rawOf(c: Context, known: Pick<Raw, 'reader' | 'address'>): Raw {
  const method = c.req.method === 'POST' ? 'POST' : 'GET';
  const cookie = c.req.header('cookie') ?? '';
  const agent = c.req.header('user-agent') ?? '';
  return { method, url: new URL(c.req.url), lang: langOf(c), cookie, agent, params: c.req.param(), ...noSending, ...known };
}

/** A proxy that compresses makes our ETag weak (W/), and a browser may send several. */
const isKnown = (ifNoneMatch: string | undefined, etag: string): boolean =>
  ifNoneMatch?.split(',').some((one) => one.trim().replace(/^W\//, '') === etag) ?? false;

/** `?lang=` for one page, the cookie for all of them, Spanish otherwise. */
function langOf(c: Context): Lang {
  const asked = c.req.query('lang') ?? /(?:^|;\s*)lang=(\w+)/.exec(c.req.header('cookie') ?? '')?.[1];
  return asked === 'en' ? 'en' : 'es';
}

/** Browsers say where a form came from; one that came from another site is refused whatever it carries. */
function isCrossSite(c: Context): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const origin = c.req.header('origin');
  // «null» is what a sandboxed page or a redirect from elsewhere says.
  return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== c.req.header('host'));
}

/** The fields of a form as typed, without the blanks around them. A body that is no form has none, and so no token either. */
async function formOf(c: Context): Promise<ReadonlyMap<string, string>> {
  if (!/^(?:application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(c.req.header('content-type') ?? '')) return noForm;
  const sent = await c.req.raw.formData().catch(() => new FormData()); // unreadable: nothing in it can be acted upon
  const fields = new Map<string, string>();
  for (const [name, value] of sent) if (typeof value === 'string') fields.set(name, value.trim());
  return fields;
}
