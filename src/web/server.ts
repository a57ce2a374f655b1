import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { streamSSE } from 'hono/streaming';
import type { Lang } from '../core/words.ts';
import type { Asset } from './assets.ts';
import { type CachedPage, cachedPage, createPageCache } from './cache.ts';
import type { Answer, Reader, Route, Visit } from './visit.ts';

/** A request as it came, before anybody knows whose it is or what it is about. */
export type Raw = {
  readonly url: URL;
  readonly lang: Lang;
  readonly cookie: string;
  readonly address: string;
  readonly params: Readonly<Record<string, string>>;
  readonly form: ReadonlyMap<string, string>;
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
  readonly onAdvance: (listener: () => void) => () => void;
  readonly addressOf: (context: Context) => string;
};

const oneMegabyte = 1024 * 1024;

/** The one style Turbo puts into a page (its progress bar, which is never shown), by its digest. It changes with Turbo's version. */
const turboStyle = "'sha256-WAyOw4V+FqDc35lQPyRADLBWbuNK8ahvYEaQIYF1+Ps='";

const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': `default-src 'none'; script-src 'self'; style-src 'self' ${turboStyle}; font-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
};

export function createServer(site: Site) {
  const app = new Hono();
  const cache = createPageCache();

  app.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(securityHeaders)) c.res.headers.set(name, value);
  });
  app.use(bodyLimit({ maxSize: oneMegabyte }));

  app.get('/recursos/*', (c) => {
    const asset = site.assets.get(c.req.path);
    if (!asset) return c.notFound();
    return c.body(asset.body, 200, { 'content-type': asset.type, 'cache-control': 'public, max-age=31536000, immutable' });
  });

  app.get('/vivo', (c) =>
    streamSSE(c, async (stream) => {
      let waiting = Promise.withResolvers<void>();
      const stop = site.onAdvance(() => waiting.resolve());
      stream.onAbort(() => {
        stop();
        waiting.resolve();
      });
      while (!stream.aborted && !stream.closed) {
        await Promise.race([waiting.promise, stream.sleep(25_000)]);
        const changed = await Promise.race([waiting.promise.then(() => true), Promise.resolve(false)]);
        waiting = Promise.withResolvers<void>();
        await stream.writeSSE(changed ? { data: '<turbo-stream action="refresh"></turbo-stream>' } : { event: 'alive', data: '' });
      }
      stop();
    }),
  );

  const respond = (c: Context, raw: Raw, answer: Answer, visit: Visit<unknown> | undefined): Response => {
    // A program that asks for JSON is told in JSON what a person is told on a page.
    if (answer.kind === 'not-found' && raw.url.pathname.startsWith('/api/')) return respond(c, raw, site.notFound(raw, answer), visit);
    if (answer.kind === 'page' && raw.url.pathname.startsWith('/api/'))
      return c.json({ error: answer.problem ?? answer.title }, answer.status ?? 200);
    switch (answer.kind) {
      case 'page':
        for (const cookie of answer.setCookie ?? []) c.header('set-cookie', cookie, { append: true });
        return c.html(site.shell(raw, answer, visit), answer.status ?? 200);
      case 'not-found':
        return c.html(site.shell(raw, site.notFound(raw, answer), visit), 404);
      case 'redirect': {
        for (const cookie of answer.setCookie ?? []) c.header('set-cookie', cookie, { append: true });
        return c.redirect(answer.to, 303);
      }
      case 'json':
        return c.json(answer.body as never, answer.status ?? 200); // an answer's body is plain data, made for JSON
      case 'file': {
        const name = answer.name === undefined ? {} : { 'content-disposition': `attachment; filename="${answer.name}"` };
        return c.body(answer.body, 200, { 'content-type': answer.type, ...name });
      }
    }
  };

  const fromCache = (c: Context, page: CachedPage): Response => {
    const headers = { etag: page.etag, 'cache-control': 'no-cache', vary: 'Cookie, Accept-Encoding', 'content-type': page.type };
    if (c.req.header('if-none-match') === page.etag) return c.body(null, 304, headers);
    if (c.req.header('accept-encoding')?.includes('br') && page.type.startsWith('text/'))
      return c.body(page.compressed(), 200, { ...headers, 'content-encoding': 'br' });
    return c.body(page.body, 200, headers);
  };

  const mount = <W>(family: Family<W>): void => {
    for (const route of family.routes) {
      app.on(route.method, route.path, async (c) => {
        const cookie = c.req.header('cookie') ?? '';
        const url = new URL(c.req.url);
        const lang = langOf(url, cookie);
        const isPublic = route.method === 'GET' && route.may === 'anyone' && !site.mayBeSomebody(cookie);
        const version = site.version();
        const key = `${lang} ${url.pathname}${url.search}`;
        const known = isPublic ? cache.get(version, key) : undefined;
        if (known) return fromCache(c, known);
        const form = route.method === 'POST' ? await formOf(c) : new Map<string, string>();
        const reader = await site.reader(cookie);
        const raw: Raw = { url, lang, cookie, address: site.addressOf(c), params: c.req.param(), form, reader };
        try {
          if (route.method === 'POST' && (isCrossSite(c) || (await site.forged(raw)))) return respond(c, raw, site.forgery(raw), undefined);
          if (!site.authorised(reader, route.may, raw)) return respond(c, raw, site.forbidden(raw), undefined);
          const met = await family.visit(raw);
          if ('answer' in met) return respond(c, raw, met.answer, undefined);
          const answer = await route.answer(met.visit);
          const response = respond(c, raw, answer, met.visit);
          if (!isPublic || response.status !== 200 || site.version() !== version || answer.kind === 'json') {
            if (reader.kind !== 'anonymous') response.headers.set('cache-control', 'private, no-store');
            return response;
          }
          if (response.headers.has('content-disposition') || response.headers.has('set-cookie')) return response;
          const type = response.headers.get('content-type') ?? 'text/html; charset=UTF-8';
          const page = cachedPage(type, new Uint8Array(await response.arrayBuffer()));
          cache.set(version, key, page);
          return fromCache(c, page);
        } catch (error) {
          const reference = site.newReference();
          site.record(reference, error);
          return c.html(site.shell(raw, site.broken(raw, reference), undefined), 500);
        }
      });
    }
  };

  const finish = (): Hono => {
    app.notFound(async (c) => {
      const cookie = c.req.header('cookie') ?? '';
      const url = new URL(c.req.url);
      const reader = await site.reader(cookie);
      const raw: Raw = { url, lang: langOf(url, cookie), cookie, address: site.addressOf(c), params: {}, form: new Map(), reader };
      return respond(c, raw, { kind: 'not-found' }, undefined);
    });
    return app;
  };
  return { mount, finish };
}

/** `?lang=` for one page, the cookie for all of them, Spanish otherwise. */
function langOf(url: URL, cookie: string): Lang {
  const asked = url.searchParams.get('lang') ?? /(?:^|;\s*)lang=(\w+)/.exec(cookie)?.[1];
  return asked === 'en' ? 'en' : 'es';
}

/** Browsers say where a form came from; one that came from another site is refused whatever it carries. */
function isCrossSite(c: Context): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const origin = c.req.header('origin');
  return origin !== undefined && new URL(origin).host !== c.req.header('host');
}

async function formOf(c: Context): Promise<ReadonlyMap<string, string>> {
  const fields = new Map<string, string>();
  for (const [name, value] of await c.req.raw.formData()) if (typeof value === 'string') fields.set(name, value.trim());
  return fields;
}
