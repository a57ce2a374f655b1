import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { record } from '../../test/hand-in.ts';
import { exampleId, openTestApp, type TestApp } from '../../test/open-test-app.ts';
import { visitorOf } from '../../test/visitor.ts';
import { must } from '../core/result.ts';
import { createWebhooks } from './webhooks.ts';

const page = `/${exampleId}/avisos-salientes`;
const utsi = { office: 'utsi', person: 'persona-utsi' };
type Got = { readonly body: string; readonly signature: string };

let site: TestApp;
let status = 200;
const got: Got[] = [];
const faults: unknown[] = [];
const clock = { seconds: 0 };
const start = Temporal.Instant.from('2020-10-05T18:00:00Z');
const server = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => {
    body += chunk.toString();
  });
  request.on('end', () => {
    got.push({ body, signature: String(request.headers['atalaya-signature']) });
    response.writeHead(status).end();
  });
});

beforeEach(async () => {
  status = 200;
  got.length = 0;
  faults.length = 0;
  clock.seconds = 0;
  site = await openTestApp({ now: start.toString({ fractionalSecondDigits: 3 }) });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});
afterEach(async () => {
  expect(faults).toEqual([]);
  expect(await site.faults()).toEqual([]);
  await new Promise((closed) => server.close(closed));
  await site.close();
});

async function list(more: Record<string, string> = { 'r-privada': 'si' }) {
  const administrator = visitorOf(site.web);
  await administrator.enterAs('administracion');
  const { port } = server.address() as AddressInfo; // it listens on a port
  const fields = { 'r-clave': 'tablero', 'r-direccion': `http://127.0.0.1:${port}/avisos`, ...more };
  const answer = await administrator.submit((await administrator.get(page)).page, `${page}/registrar`, fields);
  return { administrator, answer };
}
const sender = () => createWebhooks(site.app, { fault: (fault) => faults.push(fault), elapsed: () => clock.seconds * 1000 });
const release = (version: string) =>
  record(site, [['recordRelease', { system: 'sije', version, releasedOn: '2020-10-05', environment: 'production' }]], '2020-10-05', utsi);
async function pass(webhooks: ReturnType<typeof sender>, seconds: number, step: number) {
  for (const end = clock.seconds + seconds; clock.seconds < end; clock.seconds += step) {
    site.setNow(start.add({ seconds: clock.seconds }).toString({ fractionalSecondDigits: 3 }));
    await webhooks.run();
  }
}
const versions = (some: readonly Got[]) =>
  some.flatMap(({ body }) => JSON.parse(body).events.map(({ data }: { data: { version: string } }) => data.version));
const webhook = () => must(site.app.worlds.current().processes.get(exampleId)?.webhooks.webhooks.get('tablero'), 'it was listed');

describe('a program that is told of the systems', () => {
  test('is sent what is recorded after it was listed, signed with the secret that only the administration sees, and without any person', async () => {
    await release('1.0');
    const { administrator } = await list();
    const secret = must(/<code>([\w-]{43})<\/code>/.exec((await administrator.get(page)).page.html)?.[1], 'it is on the page');
    await release('1.1');
    await pass(sender(), 20, 5);
    expect(versions(got)).toEqual(['1.1']);
    const { body, signature } = must(got[0], 'it was sent');
    const [, seconds = '', code] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(signature) ?? [];
    expect(code).toBe(createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex'));
    expect(body).not.toContain('persona');
    for await (const batch of site.app.ledger.read()) for (const row of batch) expect(row.body).not.toContain(secret);
    expect((await administrator.get(page)).page.text).toContain('Vigente');
    expect((await visitorOf(site.web).get(page)).status).toBe(403);
  });

  test('and is down for a day is sent everything, in order and once, when it is back; meanwhile it is asked ever less often', async () => {
    const { administrator } = await list();
    const webhooks = sender();
    status = 503;
    for (const version of ['1.0', '1.1', '1.2']) {
      await release(version);
      await pass(webhooks, 8 * 3600, 60);
    }
    expect(got.length).toBeLessThan(40);
    expect(got.length).toBeGreaterThan(24);
    expect((await administrator.get(page)).page.text).toMatch(/No recibe.*: 503/);
    let failures = 0;
    for await (const batch of site.app.ledger.entries({})) for (const { type } of batch) failures += Number(type === 'WebhookFailed');
    expect(failures).toBe(1);
    status = 200;
    got.length = 0;
    await pass(webhooks, 3700, 60);
    expect(versions(got)).toEqual(['1.0', '1.1', '1.2']);
    expect(webhook()).toMatchObject({ deliveries: [{ events: 3 }] });
    expect(webhook()).not.toHaveProperty('failing');
  });

  test('is sent nothing twice by a program that was started again', async () => {
    await list();
    await release('1.0');
    await pass(sender(), 10, 5);
    await pass(sender(), 10, 5);
    expect(got).toHaveLength(1);
  });

  test('in a private network that was not said to be one is never sent anything, and the page says why', async () => {
    const { administrator } = await list({});
    await release('1.0');
    await pass(sender(), 60, 5);
    expect(got).toEqual([]);
    expect((await administrator.get(page)).page.text).toContain('private-address');
  });

  test('and is retired is told no more', async () => {
    const { administrator } = await list();
    const fields = { 'q-cual': 'tablero', 'q-motivo': 'Cambió de dirección' };
    expect((await administrator.submit((await administrator.get(page)).page, `${page}/retirar`, fields)).status).toBe(303);
    await release('1.0');
    await pass(sender(), 60, 5);
    expect(got).toEqual([]);
  });

  test.each([
    [{ 'r-direccion': 'ftp://x' }, 422],
    [{ 'r-direccion': '' }, 422],
    [{ 'r-clave': 'Con Espacios' }, 422],
  ])('is not listed with %o', async (wrong, expected) => {
    expect((await list(wrong)).answer.status).toBe(expected);
  });
});
