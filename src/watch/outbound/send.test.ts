import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecure } from 'node:https';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';
import { afterEach, describe, expect, test } from 'vitest';
import { addressFor, type Guard } from './guard.ts';
import { type Outgoing, send } from './send.ts';

const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

const portOf = (server: Server) =>
  new Promise<number>((resolve) => {
    open.push(server);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
const serving = (listener: RequestListener) => portOf(createServer(listener));

/** Everything is listed, private addresses too, as an administrator may; names as told. */
const trusting = (names: Readonly<Record<string, string>> = {}): Guard => ({
  isListed: () => true,
  mayBePrivate: () => true,
  resolve: async (host) => [{ address: names[host] ?? '127.0.0.1', family: 4 }],
});
const to = (url: string, more: Partial<Outgoing> = {}): Outgoing => ({
  url: new URL(url),
  method: 'GET',
  limitMs: 2000,
  limitBytes: 1000,
  maxRedirects: 3,
  ...more,
});

describe('what is sent outwards', () => {
  test('goes to an address that was listed, and brings its answer', async () => {
    const port = await serving((_, response) => response.end('en servicio'));
    const answer = await send(to(`http://sistema.example:${port}/`), trusting());
    expect(answer).toMatchObject({ ok: true, value: { status: 200, truncated: false } });
    if (answer.ok) expect(Buffer.from(answer.value.body).toString()).toBe('en servicio');
  });
  test('never goes to a host that nobody listed', async () => {
    const port = await serving((_, response) => response.end());
    const guard = { ...trusting(), isListed: ({ host }: { host: string }) => host === 'otro.example' };
    expect(await send(to(`http://sistema.example:${port}/`), guard)).toEqual({
      ok: false,
      error: { kind: 'guard', refusal: { kind: 'not-listed', host: 'sistema.example', port } },
    });
  });
  test.each(['127.0.0.1', '10.0.0.8', '169.254.169.254', '::1', '::ffff:127.0.0.1'])(
    'never goes to a private address (%s) under a listed name, unless it was listed as such',
    async (address) => {
      let asked = 0;
      const port = await serving((_, response) => {
        asked += 1;
        response.end();
      });
      const guard: Guard = {
        isListed: () => true,
        mayBePrivate: () => false,
        resolve: async () => [{ address, family: address.includes(':') ? 6 : 4 }],
      };
      expect(await send(to(`http://sistema.example:${port}/`), guard)).toMatchObject({
        error: { refusal: { kind: 'private-address', address } },
      });
      expect(asked).toBe(0);
    },
  );
  test('is not misled by a name that has a public and a private address at once', async () => {
    const guard: Guard = {
      isListed: () => true,
      mayBePrivate: () => false,
      resolve: async () => [
        { address: '8.8.8.8', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ],
    };
    expect(await addressFor({ host: 'sistema.example', port: 80 }, guard)).toMatchObject({ ok: false, error: { kind: 'private-address' } });
  });
  test('goes to the very address that was checked, though the name changes a moment later', async () => {
    const port = await serving((_, response) => response.end('el que se revisó'));
    let times = 0;
    const guard: Guard = {
      ...trusting(),
      resolve: async () => [{ address: times++ === 0 ? '127.0.0.1' : '192.0.2.1', family: 4 }],
    };
    expect(await send(to(`http://cambiante.example:${port}/`), guard)).toMatchObject({ ok: true });
    expect(times).toBe(1);
  });
});

describe('redirects', () => {
  test('are followed only to what is listed too', async () => {
    const port = await serving((request, response) => {
      if (request.url === '/fin') response.end('llegó');
      else response.writeHead(302, { location: request.url === '/fuera' ? `http://oculto.example:${port}/fin` : '/fin' }).end();
    });
    const guard = { ...trusting(), isListed: ({ host }: { host: string }) => host === 'sistema.example' };
    expect(await send(to(`http://sistema.example:${port}/`), guard)).toMatchObject({ ok: true, value: { status: 200 } });
    expect(await send(to(`http://sistema.example:${port}/fuera`), guard)).toMatchObject({
      ok: false,
      error: { kind: 'guard', refusal: { kind: 'not-listed', host: 'oculto.example' } },
    });
  });
  test('to a private address are refused', async () => {
    const port = await serving((_, response) => response.writeHead(302, { location: 'http://169.254.169.254/claves' }).end());
    const guard: Guard = { ...trusting(), mayBePrivate: ({ host }) => host === 'sistema.example' };
    expect(await send(to(`http://sistema.example:${port}/`), guard)).toMatchObject({
      ok: false,
      error: { kind: 'guard', refusal: { kind: 'private-address', address: '169.254.169.254' } },
    });
  });
  test('in a circle end', async () => {
    const port = await serving((_, response) => response.writeHead(302, { location: '/' }).end());
    expect(await send(to(`http://sistema.example:${port}/`), trusting())).toMatchObject({
      ok: false,
      error: { kind: 'too-many-redirects' },
    });
  });
  test.each(['file:///etc/passwd', 'gopher://x/', 'http://['])('to «%s» are refused', async (location) => {
    const port = await serving((_, response) => response.writeHead(302, { location }).end());
    expect(await send(to(`http://sistema.example:${port}/`), trusting())).toMatchObject({ ok: false, error: { kind: 'bad-redirect' } });
  });
});

describe('an address that does not behave', () => {
  test('that never answers is given up at the limit', async () => {
    const port = await serving(() => undefined);
    expect(await send(to(`http://mudo.example:${port}/`, { limitMs: 150 }), trusting())).toEqual({
      ok: false,
      error: { kind: 'timeout', limitMs: 150 },
    });
  });
  test('whose name is never resolved is given up at the limit', async () => {
    const guard: Guard = { ...trusting(), resolve: () => new Promise(() => undefined) };
    expect(await send(to('http://mudo.example/', { limitMs: 100 }), guard)).toMatchObject({ error: { kind: 'timeout' } });
  });
  test('that streams for ever is read up to the limit, and then left', async () => {
    let closed = false;
    const port = await serving((_, response) => {
      const timer = setInterval(() => response.write('x'.repeat(400)), 1);
      response.on('close', () => {
        closed = true;
        clearInterval(timer);
      });
    });
    const answer = await send(to(`http://sinfin.example:${port}/`), trusting());
    expect(answer).toMatchObject({ ok: true, value: { truncated: true } });
    if (answer.ok) expect(answer.value.body).toHaveLength(1000);
    await expect.poll(() => closed).toBe(true);
  });
  test('that drips for ever is given up at the limit', async () => {
    const port = await serving((_, response) => {
      const timer = setInterval(() => response.write('.'), 20);
      response.on('close', () => clearInterval(timer));
    });
    expect(await send(to(`http://gotea.example:${port}/`, { limitMs: 200 }), trusting())).toMatchObject({ error: { kind: 'timeout' } });
  });
  test('where nobody listens is told with its code', async () => {
    const port = await serving(() => undefined);
    for (const server of open.splice(0)) server.close();
    expect(await send(to(`http://nadie.example:${port}/`), trusting())).toEqual({
      ok: false,
      error: { kind: 'connection', code: 'ECONNREFUSED' },
    });
  });
});

describe('certificates', () => {
  const certified = async (name: string, days: number) => {
    const pems = await generate([{ name: 'commonName', value: name }], {
      keyType: 'ec',
      algorithm: 'sha256',
      notAfterDate: new Date(Date.now() + days * 86_400_000),
      ...(days < 0 ? { notBeforeDate: new Date(Date.now() - 90 * 86_400_000) } : {}),
      extensions: [
        { name: 'basicConstraints', cA: true },
        { name: 'subjectAltName', altNames: [{ type: 2, value: name }] },
      ],
    });
    const port = await portOf(
      createSecure({ key: pems.private, cert: pems.cert }, (_, response) => response.end('seguro')) as unknown as Server,
    ); // both servers are closed alike
    return { port, ca: pems.cert };
  };
  test('that the system does not know are refused', async () => {
    const { port } = await certified('sistema.example', 30);
    expect(await send(to(`https://sistema.example:${port}/`), trusting())).toMatchObject({ ok: false, error: { kind: 'certificate' } });
  });
  test('of the institution’s own authority are taken, and tell until when', async () => {
    const { port, ca } = await certified('sistema.example', 30);
    const answer = await send(to(`https://sistema.example:${port}/`, { ca }), trusting());
    expect(answer).toMatchObject({ ok: true, value: { status: 200, certificateUntil: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) } });
  });
  test('of another name, or past their end, are refused', async () => {
    const other = await certified('otro.example', 30);
    expect(await send(to(`https://sistema.example:${other.port}/`, { ca: other.ca }), trusting())).toMatchObject({
      error: { kind: 'certificate' },
    });
    const old = await certified('sistema.example', -3);
    expect(await send(to(`https://sistema.example:${old.port}/`, { ca: old.ca }), trusting())).toMatchObject({
      error: { kind: 'certificate' },
    });
  });
});
