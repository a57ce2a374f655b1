import { existsSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { judge } from '../scripts/audit.ts';
import { addressesBehind, listen } from '../src/web/listen.ts';
import { openTestApp, type TestApp } from './open-test-app.ts';

describe('where people type an https address', () => {
  let site: TestApp;
  beforeAll(async () => {
    site = await openTestApp({ example: false, baseUrl: 'https://atalaya.ejemplo.mx' });
  });
  afterAll(() => site.close());

  test('every answer says to keep to it, and that no other site may load, frame or read it', async () => {
    for (const path of ['/entrar', '/nada', '/api/openapi.json', '/recursos/nada']) {
      const { headers } = await site.web.request(path);
      expect(headers.get('strict-transport-security'), path).toBe('max-age=31536000');
      expect(headers.get('cross-origin-resource-policy'), path).toBe('same-origin');
      expect(headers.get('content-security-policy'), path).toMatch(/frame-ancestors 'none'/);
      expect(headers.get('content-security-policy'), path).not.toContain('unsafe');
    }
  });

  test('every cookie is for this host alone, Secure, and out of reach of other sites', async () => {
    const cookies = (await site.web.request('/entrar')).headers.getSetCookie();
    expect(cookies.length).toBeGreaterThan(0);
    for (const cookie of cookies)
      expect(cookie).toMatch(/^__Host-(?=.*; Path=\/(?:;|$))(?=.*; Secure)(?=.*; HttpOnly)(?=.*; SameSite=Lax)(?!.*Domain)/);
  });
});

test('over plain HTTP, as on one’s own machine, nobody is told to come back over TLS', async () => {
  const site = await openTestApp({ example: false });
  expect((await site.web.request('/entrar')).headers.has('strict-transport-security')).toBe(false);
  await site.close();
});

test('whoever sends headers that never end is cut off', async () => {
  const server = await listen(
    new Hono().get('/', (c) => c.text('x')),
    '127.0.0.1',
    0,
    { headersMs: 200, checkMs: 50 },
  );
  const socket = connect(server.port, '127.0.0.1');
  socket.write('GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ');
  const answered = await new Promise<string>((resolve) => {
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.on('close', () => resolve(text));
  });
  expect(answered).toContain('408');
  await server.stop();
});

describe('where a request comes from', () => {
  const behind = addressesBehind(['127.0.0.0/8', '::1', '10.1.0.7']);
  const web = new Hono().get('/', (c) => c.text(behind(c)));
  let at: string;
  let server: Awaited<ReturnType<typeof listen>>;
  beforeAll(async () => {
    server = await listen(web, '127.0.0.1', 0);
    at = `http://127.0.0.1:${server.port}/`;
  });
  afterAll(() => server.stop());
  const asked = async (forwarded?: string) =>
    (await fetch(at, forwarded === undefined ? {} : { headers: { 'x-forwarded-for': forwarded } })).text();

  test('is what the last proxy of ours was connected from, whatever stands before it', async () => {
    expect(await asked()).toBe('127.0.0.1');
    expect(await asked('203.0.113.9')).toBe('203.0.113.9');
    expect(await asked('198.51.100.1, 203.0.113.9, 10.1.0.7')).toBe('203.0.113.9');
    expect(await asked('2001:db8::1')).toBe('2001:db8::1');
    expect(await asked('no es una dirección')).toBe('127.0.0.1');
  });

  test('is the connection’s where no proxy is believed', async () => {
    const plain = addressesBehind([]);
    const own = await listen(
      new Hono().get('/', (c) => c.text(plain(c))),
      '127.0.0.1',
      0,
    );
    const answer = await fetch(`http://127.0.0.1:${own.port}/`, { headers: { 'x-forwarded-for': '203.0.113.9' } });
    expect(await answer.text()).toBe('127.0.0.1');
    await own.stop();
  });
});

test('SECURITY.md names tests and documents that there are', () => {
  const named = [...readFileSync('SECURITY.md', 'utf8').matchAll(/`((?:src|test|docs)\/[\w./-]+|[A-Z]+\.md)`/g)].map(
    (match) => match[1] ?? '',
  );
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter((path) => !existsSync(path))).toEqual([]);
});

test('every line of the checklist names a test or a document, or says why there is none', () => {
  const lines = readFileSync('SECURITY.md', 'utf8')
    .split('\n')
    .filter((line) => /^\| V\d/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  expect(lines.length).toBeGreaterThan(20);
  for (const [, section = '', holds = '', by = ''] of lines) {
    expect(holds, section).toMatch(/^(?:yes|partly|\*\*no\*\*|does not apply)$/);
    expect(/`[\w./-]+\.(?:ts|md)`/.test(by) || by.includes('Reason: '), section).toBe(true);
  }
});

describe('the audit of dependencies', () => {
  const found = (high: number, critical: number) => JSON.stringify({ metadata: { vulnerabilities: { low: 3, high, critical } } });
  test.each([
    [found(0, 0), false, /0 critical and 0 high/],
    [found(1, 0), true, /0 critical and 1 high/],
    [found(0, 2), true, /2 critical/],
    ['{"message":"405 Method Not Allowed","statusCode":405}', false, /NOT DONE, the registry does not answer.*405/],
    ['', false, /NOT DONE, npm gave no answer/],
  ])('%j: the build stops for a fault that is known, never for a network that is not there', (answer, isFaulty, told) => {
    expect(judge(answer)).toEqual({ isFaulty, told: expect.stringMatching(told) });
  });
});
