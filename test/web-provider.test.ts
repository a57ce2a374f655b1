import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { must } from '../src/core/result.ts';
import { openTestApp, type TestApp } from './open-test-app.ts';
import { visitorOf } from './visitor.ts';

const settings = { clientId: 'atalaya', clientSecret: 'un secreto entre los dos, de prueba', name: 'Cuenta institucional' };
let site: TestApp;
let server: Server;

/** A real provider (the certified `oidc-provider`), in this process; whoever types a name there is that person. */
beforeAll(async () => {
  vi.spyOn(console, 'warn').mockReturnValue(); // it says that its own pages to type a name in are for trying out
  vi.spyOn(console, 'info').mockReturnValue();
  const listening = Promise.withResolvers<void>();
  server = createServer().listen(0, '127.0.0.1', listening.resolve);
  await listening.promise;
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`; // it listens on a port, so its address is one
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: settings.clientId,
        client_secret: settings.clientSecret,
        redirect_uris: ['http://localhost/entrar/proveedor/regreso'],
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'prueba', alg: 'RS256', use: 'sig' }] },
    cookies: { keys: ['una clave de prueba'] },
    pkce: { required: () => true },
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({
        sub: id,
        email: `${id.replace(/^sin-verificar-/, '')}@ejemplo.mx`,
        email_verified: !id.startsWith('sin-verificar-'),
      }),
    }),
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
    features: { devInteractions: { enabled: true } },
  });
  server.on('request', provider.callback());
  site = await openTestApp({ provider: { ...settings, issuer } });
  for (const name of ['ana', 'eva']) await site.app.identity.createAccount({ name, email: `${name}@ejemplo.mx` });
});
afterAll(async () => {
  await site.close();
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

/** Goes to the provider as a browser does, types a name there, agrees, and gives the address it is sent back to. */
async function vouchedFor(start: string, login: string): Promise<string> {
  const jar = new Map<string, string>();
  let next = { url: start, body: undefined as URLSearchParams | undefined };
  for (let hop = 0; hop < 12; hop++) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(next.url, {
      redirect: 'manual',
      headers: { cookie },
      ...(next.body ? { method: 'POST', body: next.body } : {}),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(name, value);
    }
    const to = answer.headers.get('location');
    if (to !== null) {
      const url = new URL(to, next.url);
      if (url.pathname === '/entrar/proveedor/regreso') return url.pathname + url.search;
      next = { url: url.toString(), body: undefined };
      continue;
    }
    const page = await answer.text();
    const action = must(/<form[^>]* action="([^"]+)"/.exec(page)?.[1], `the provider asks something: ${page.slice(0, 300)}`);
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? '';
    next = { url: new URL(action, next.url).toString(), body: new URLSearchParams({ prompt, login, password: 'x' }) };
  }
  throw new Error('the provider never sent back');
}
async function goAs(login: string) {
  const visitor = visitorOf(site.web);
  const { page } = await visitor.get('/entrar');
  expect(page.text).toContain('Entrar con Cuenta institucional');
  const away = await visitor.get('/entrar/proveedor');
  return { visitor, back: await vouchedFor(must(away.location, 'sent to the provider'), login) };
}

test('whoever the provider vouches for enters the account of the same e-mail, and the next time by who they are there', async () => {
  const { visitor, back } = await goAs('ana');
  expect((await visitor.get(back)).location).toBe('/');
  const { page } = await visitor.get('/cuenta');
  expect(page.text).toContain('ana@ejemplo.mx');
  expect(page.text).toContain('Vinculada con Cuenta institucional');
  expect(page.text).toContain('proveedor de identidad');
  const again = await goAs('ana');
  expect((await again.visitor.get(again.back)).location).toBe('/');
});

test('an e-mail without an account here, or that the provider did not verify, opens nothing and makes no account', async () => {
  for (const login of ['nadie', 'sin-verificar-eva']) {
    const { visitor, back } = await goAs(login);
    const answer = await visitor.get(back);
    expect([answer.status, answer.page.alerts[0]]).toEqual([422, expect.stringContaining('no hay una cuenta con el correo')]);
    expect((await visitor.get('/cuenta')).status).toBe(403);
  }
  expect(await site.app.identity.personOf('nadie@ejemplo.mx')).toBeUndefined();
});

test('what the provider sent back opens nothing in another browser, a second time, or altered', async () => {
  const { visitor, back } = await goAs('ana');
  const thief = visitorOf(site.web);
  await thief.get('/entrar/proveedor');
  expect((await thief.get(back)).status).toBe(422);
  expect((await visitorOf(site.web).get(back)).status).toBe(422);
  const altered = await goAs('ana');
  expect((await altered.visitor.get(altered.back.replace(/state=./, 'state=X'))).status).toBe(422);
  expect((await visitor.get(back)).location).toBe('/');
  expect((await visitor.get(back)).status).toBe(422);
});

test('a provider that does not answer is said so, and the administrator finds why', async () => {
  const elsewhere = await openTestApp({ example: false, provider: { ...settings, issuer: 'http://localhost:9' } });
  const { status, page } = await visitorOf(elsewhere.web).get('/entrar/proveedor');
  expect([status, page.alerts[0]]).toEqual([422, expect.stringContaining('El proveedor de identidad no responde')]);
  expect(await elsewhere.app.identity.accessEvents({ most: 1 })).toMatchObject([{ kind: 'provider-refused', note: expect.any(String) }]);
  await elsewhere.close();
});
