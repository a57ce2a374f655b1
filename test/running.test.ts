import { get } from 'node:http';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { assemble } from '../src/app/assemble.tsx';
import { cleaned, createLog } from '../src/app/log.ts';
import { createMetrics } from '../src/app/metrics.ts';
import { counting, createRunning } from '../src/app/running.ts';
import { readEnvironment, settings } from '../src/cli/environment.ts';
import { main } from '../src/cli/main.ts';
import { silent } from '../src/core/log.ts';
import { listen } from '../src/web/listen.ts';
import { exampleId, openTestApp, type TestApp } from './open-test-app.ts';
import { visitorOf } from './visitor.ts';

const token = 'una-palabra-larga-de-prueba';
let site: TestApp;
let running: ReturnType<typeof createRunning>;
let web: ReturnType<typeof assemble>;
let metrics: ReturnType<typeof createMetrics>;
beforeAll(async () => {
  site = await openTestApp();
  metrics = createMetrics(site.app);
  running = createRunning(site.app, metrics, token);
  web = assemble(site.app, running);
});
afterAll(() => site.close());

describe('whoever runs the program', () => {
  test('is told that it lives and that it can answer, and what keeps it from answering', async () => {
    expect(await (await web.request('/salud')).json()).toEqual({ alive: true });
    expect(await (await web.request('/listo')).json()).toEqual({ ready: true, why: [] });
    vi.spyOn(site.app, 'log').mockReturnValue();
    vi.spyOn(site.app.ledger, 'head').mockRejectedValue(new Error('no database'));
    const answer = await web.request('/listo');
    expect([answer.status, await answer.json()]).toEqual([503, { ready: false, why: ['log'] }]);
    expect((await web.request('/salud')).status).toBe(200);
  });

  test('reads its figures with the token alone, by route and never by address', async () => {
    await web.request(`/${exampleId}/prep`);
    await web.request('/nada/de/esto');
    expect((await web.request('/metricas')).status).toBe(401);
    expect((await web.request('/metricas', { headers: { authorization: 'Bearer otra' } })).status).toBe(401);
    const text = await (await web.request('/metricas', { headers: { authorization: `Bearer ${token}` } })).text();
    expect(text).toMatch(/atalaya_request_seconds_count\{route="\/:process\/prep",method="GET",status="2xx"\} 1/);
    expect(text).toContain('route="other"');
    expect(text).not.toContain('nada');
    expect(text).toContain(`atalaya_log_entries ${site.app.worlds.current().position}`);
    expect((await site.web.request('/metricas')).status).not.toBe(200); // where there is no token, nobody is shown them
  });

  test('counts what is told as an error', async () => {
    counting(silent, metrics.fault)('error', 'a request failed');
    expect((await metrics.read()).text).toContain('atalaya_faults_total{what="a request failed"} 1');
  });
});

describe('the log of the program', () => {
  test('never has a password, an e-mail, a token, a cookie or an address in it, whatever goes wrong', async () => {
    const lines: string[] = [];
    const log = createLog((line) => lines.push(line), site.app.now);
    vi.spyOn(site.app, 'log').mockImplementation(log);
    const made = await site.app.identity.createAccount({ name: 'Persona Secreta', email: 'secreta@ejemplo.mx' });
    const link = made.ok ? made.value.setupLinkToken : '';
    const visitor = visitorOf(web);
    const csrf = await visitor.token();
    vi.spyOn(site.app.identity, 'signIn').mockImplementation(async ({ email, password, address }) => {
      throw new Error(`${email} with ${password.length} letters at ${address}: cookie ${visitor.cookie()} ${link}`, {
        cause: new Error(`postgres://atalaya:contrasena@10.0.0.7:5432/x?token=${csrf} Bearer ${token}`),
      });
    });
    const answer = await visitor.post('/entrar', { csrf, correo: 'secreta@ejemplo.mx', clave: 'una contraseña larga' });
    expect(answer.status).toBe(500);
    log('error', 'x', { email: 'secreta@ejemplo.mx', password: 'una contraseña larga', where: `/clave?token=${link}` });
    const all = lines.join('');
    expect(lines.length).toBeGreaterThan(1);
    for (const secret of [
      'secreta@',
      'contraseña',
      'contrasena',
      csrf,
      link,
      link.split('.')[0],
      token,
      '10.0.0.7',
      visitor.cookie().split('=')[1],
    ])
      expect(all).not.toContain(secret);
    for (const line of lines)
      expect(JSON.parse(line)).toMatchObject({ at: expect.any(String), level: expect.any(String), what: expect.any(String) });
    expect(all).toContain('running.test.ts'); // where it came from is still told
  });

  test('keeps what says what went wrong', () => {
    const digest = 'a'.repeat(64);
    expect(cleaned(`SQLITE_BUSY: entry ${digest} of pel-2019-2020 in /var/lib/atalaya/ledger.db`)).toContain(digest);
    expect(cleaned('at openLedger (src/ledger/open.ts:35:9)')).toBe('at openLedger (src/ledger/open.ts:35:9)');
  });
});

describe('a program that is told to stop', () => {
  test('answers every request that came, takes no more, ends the pages that listen, and says it is not ready', async () => {
    const own = createRunning(site.app, metrics, undefined);
    const app = new Hono();
    let arrived = 0;
    app.get('/lenta', async (c) => {
      arrived++;
      await pause(300);
      return c.text('hecho');
    });
    app.route('/', assemble(site.app, own));
    const server = await listen(app, '127.0.0.1', 0);
    const at = `http://127.0.0.1:${server.port}`;
    const live = await fetch(`${at}/vivo`);
    const stream = live.text();
    await (await fetch(`${at}/salud`)).text(); // leaves a connection that is kept open
    const slow = Array.from({ length: 20 }, () => asked(`${at}/lenta`));
    while (arrived < 20) await pause(5);
    own.stop();
    expect(await own.unready()).toEqual(['stopping']);
    const began = performance.now();
    await server.stop();
    expect(await Promise.all(slow)).toEqual(Array.from({ length: 20 }, () => '200 hecho'));
    expect(await stream).toContain('alive');
    expect(performance.now() - began).toBeLessThan(5000);
    await expect(fetch(`${at}/salud`)).rejects.toThrow();
  });

  test('waits no longer than it may for one that never ends', async () => {
    const came = Promise.withResolvers<void>();
    const app = new Hono().get('/', () => {
      came.resolve();
      return new Promise<Response>(() => undefined);
    });
    const server = await listen(app, '127.0.0.1', 0, { stopMs: 100 });
    const never = asked(`http://127.0.0.1:${server.port}/`);
    await came.promise;
    await server.stop();
    expect(await never).toBe('ECONNRESET');
  });
});

/** One request on a connection of its own: its status and text, or why there was none. */
const asked = (url: string): Promise<string> =>
  new Promise((resolve) => {
    const request = get(url, { agent: false }, async (response) => {
      let text = '';
      for await (const chunk of response) text += chunk;
      resolve(`${response.statusCode} ${text}`);
    });
    request.on('error', (error) => resolve('code' in error ? String(error.code) : error.message));
  });

describe('what the environment says', () => {
  const said = async (env: Readonly<Record<string, string>>): Promise<readonly [number, string]> => {
    const err: string[] = [];
    const exit = await main(
      ['serve', '--port', '0'],
      () => undefined,
      (text) => err.push(text),
      env,
    );
    return [exit, err.join('\n')];
  };

  test('is checked before anything is opened, all of it at once, and a secret is never repeated', async () => {
    const [exit, err] = await said({
      ATALAYA_DATABASE_URL: 'mysql://atalaya:contrasena@db/x',
      ATALAYA_PORT: 'ochenta',
      ATALAYA_SECRET: 'corto-secreto',
      ATALAYA_BACKUP_DIRECTORY: '/var/backups',
    });
    expect(exit).toBe(2);
    expect(err.split('\n')).toHaveLength(4);
    for (const text of [
      'ATALAYA_DATABASE_URL: No es',
      '«ochenta» no es un número de 0 a 65535',
      'ATALAYA_SECRET: Tiene menos',
      'ATALAYA_BACKUP_DIR,',
    ])
      expect(err).toContain(text);
    expect(err).not.toMatch(/contrasena|corto-secreto/);
  });

  test('may be absent or empty, and each example it gives is one', () => {
    expect(readEnvironment({ ATALAYA_PORT: '', PATH: '/bin' }).ok).toBe(true);
    for (const [name, { example }] of Object.entries(settings))
      if (example !== '…') expect(readEnvironment({ [name]: example }), name).toMatchObject({ ok: true });
  });
});
