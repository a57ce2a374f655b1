import { createSocket } from 'node:dgram';
import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo, createServer as createTcp, type Server } from 'node:net';
import { performance } from 'node:perf_hooks';
import { afterEach, describe, expect, test } from 'vitest';
import { type AskOptions, ask } from './ask.ts';

const cleanUp: (() => void)[] = [];
afterEach(() => {
  for (const close of cleanUp.splice(0)) close();
});

const listen = (server: Server) =>
  new Promise<number>((resolve) => {
    cleanUp.push(() => server.close());
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
const serving = async (listener: RequestListener) => {
  const server = createServer(listener);
  const port = await listen(server);
  cleanUp.push(() => server.closeAllConnections());
  return port;
};
const options: AskOptions = {
  guard: { isListed: () => true, mayBePrivate: () => true, resolve: async () => [{ address: '127.0.0.1', family: 4 }] },
  limitMs: 500,
  elapsed: () => performance.now(),
  now: () => '2026-11-25T12:00:00.000Z',
};
const http = (port: number, more: object = {}) => ({ kind: 'http' as const, url: `http://sistema.example:${port}/salud`, ...more });

describe('an HTTP probe', () => {
  test('is answered by a status of success, and tells how long it took', async () => {
    const port = await serving((_, response) => response.end('ok'));
    const outcome = await ask(http(port), options);
    expect(outcome).toMatchObject({ ok: true });
    expect(outcome.latencyMs).toBeGreaterThan(0);
  });
  test.each([
    [500, {}, { ok: false, failure: 'status', detail: '500' }],
    [401, { expectStatus: [401] }, { ok: true }],
    [200, { expectStatus: [401] }, { ok: false, failure: 'status', detail: '200' }],
  ])('takes status %i, asked for %o, as %o', async (status, more, outcome) => {
    const port = await serving((_, response) => response.writeHead(status).end());
    expect(await ask(http(port, more), options)).toMatchObject(outcome);
  });
  test('looks for the text it was told to', async () => {
    const port = await serving((_, response) => response.end('<p>Sistema en operación</p>'));
    expect(await ask(http(port, { expectText: 'en operación' }), options)).toMatchObject({ ok: true });
    expect(await ask(http(port, { expectText: 'en mantenimiento' }), options)).toMatchObject({ ok: false, failure: 'text' });
  });
  test('slower than it may be is a failure that says so', async () => {
    const port = await serving((_, response) => setTimeout(() => response.end(), 60));
    expect(await ask(http(port, { slowMs: 20 }), options)).toMatchObject({
      ok: false,
      failure: 'slow',
      detail: expect.stringMatching(/ ms$/),
    });
  });
  test('that is never answered ends at its limit', async () => {
    const port = await serving(() => undefined);
    expect(await ask(http(port), { ...options, limitMs: 100 })).toMatchObject({ ok: false, failure: 'timeout', detail: '100 ms' });
  });
  test('to an address that nobody listed sends nothing', async () => {
    const guard = { ...options.guard, isListed: () => false };
    expect(await ask(http(9), { ...options, guard })).toEqual({ ok: false, failure: 'guard', detail: 'sistema.example' });
  });
});

describe('a TCP probe', () => {
  test('is answered by a connection', async () => {
    const port = await listen(createTcp((socket) => socket.end()));
    expect(await ask({ kind: 'tcp', host: 'sistema.example', port }, options)).toMatchObject({ ok: true });
  });
  test('where nobody listens fails with the code of the system', async () => {
    const server = createTcp();
    const port = await listen(server);
    await new Promise((closed) => server.close(closed));
    expect(await ask({ kind: 'tcp', host: 'sistema.example', port }, options)).toMatchObject({
      ok: false,
      failure: 'connection',
      detail: 'ECONNREFUSED',
    });
  });
  test('to a private address that was not listed as one sends nothing', async () => {
    const guard = { ...options.guard, mayBePrivate: () => false };
    expect(await ask({ kind: 'tcp', host: 'sistema.example', port: 80 }, { ...options, guard })).toEqual({
      ok: false,
      failure: 'guard',
      detail: '127.0.0.1',
    });
  });
});

describe('a DNS probe', () => {
  /** A name server of one address (192.0.2.7) for whatever name, or of none, or a silent one. */
  const nameServer = (how: 'answers' | 'denies' | 'silent') =>
    new Promise<string>((resolve) => {
      const socket = createSocket('udp4');
      cleanUp.push(() => socket.close());
      socket.on('message', (asked, from) => {
        if (how === 'silent') return;
        const end = asked.indexOf(0, 12) + 5;
        const isA = asked.readUInt16BE(end - 4) === 1;
        const header = Buffer.from(asked.subarray(0, 12));
        header.writeUInt16BE(how === 'denies' ? 0x8183 : 0x8180, 2);
        header.writeUInt16BE(how === 'answers' && isA ? 1 : 0, 6);
        header.writeUInt32BE(0, 8);
        const answer = how === 'answers' && isA ? Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 192, 0, 2, 7]) : Buffer.alloc(0);
        socket.send(Buffer.concat([header, asked.subarray(12, end), answer]), from.port, from.address);
      });
      socket.bind(0, '127.0.0.1', () => resolve(`127.0.0.1:${socket.address().port}`));
    });
  const name = { kind: 'dns' as const, host: 'prep.example.mx' };

  test('is answered by an address', async () => {
    expect(await ask(name, { ...options, nameServer: await nameServer('answers') })).toMatchObject({ ok: true });
  });
  test('fails when the name has none, or not the one it must have', async () => {
    expect(await ask(name, { ...options, nameServer: await nameServer('denies') })).toMatchObject({
      ok: false,
      failure: 'name',
      detail: 'ENOTFOUND',
    });
    const asked = { ...name, expectAddresses: ['192.0.2.9'] };
    expect(await ask(asked, { ...options, nameServer: await nameServer('answers') })).toMatchObject({
      ok: false,
      failure: 'name',
      detail: '192.0.2.7',
    });
  });
  test('that the name server never answers ends at its limit', async () => {
    expect(await ask(name, { ...options, limitMs: 150, nameServer: await nameServer('silent') })).toMatchObject({
      ok: false,
      failure: 'timeout',
    });
  });
});
