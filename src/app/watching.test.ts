import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exampleId, openTestApp, type TestApp } from '../../test/open-test-app.ts';
import { visitorOf } from '../../test/visitor.ts';
import { must } from '../core/result.ts';
import { conditionOf } from '../domain/probes/views.ts';
import { incidentsOf } from '../domain/systems/views.ts';
import { createWatching } from './watching.ts';

const home = `/${exampleId}`;
let site: TestApp;
let port: number;
let status = 200;
let asked = 0;
const server = createServer((_, response) => {
  asked += 1;
  response.writeHead(status).end('en operación');
});
const clock = { seconds: 0 };
const start = Temporal.Instant.from('2020-10-05T18:00:00Z');
const faults: unknown[] = [];

beforeEach(async () => {
  status = 200;
  asked = 0;
  clock.seconds = 0;
  faults.length = 0;
  site = await openTestApp({ now: start.toString({ fractionalSecondDigits: 3 }) });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  port = (server.address() as AddressInfo).port;
});
afterEach(async () => {
  expect(faults).toEqual([]);
  expect(await site.faults()).toEqual([]);
  await new Promise((closed) => server.close(closed));
  await site.close();
});

async function list(more: Record<string, string> = {}) {
  const administrator = visitorOf(site.web);
  await administrator.enterAs('administracion');
  const { page } = await administrator.get(`${home}/sondas`);
  const fields = { clave: 'sije-web', nombre: 'SIJE', sistema: 'sije', tipo: 'http', direccion: `http://127.0.0.1:${port}/`, cada: '60' };
  return { administrator, answer: await administrator.submit(page, `${home}/sondas/registrar`, { ...fields, ...more }) };
}
const watching = () => createWatching(site.app, { fault: (fault) => faults.push(fault), elapsed: () => clock.seconds * 1000 });
async function pass(watch: ReturnType<typeof watching>, seconds: number) {
  for (const end = clock.seconds + seconds; clock.seconds < end; clock.seconds += 5) {
    site.setNow(start.add({ seconds: clock.seconds }).toString({ fractionalSecondDigits: 3 }));
    watch.tick();
    await watch.settle();
  }
}
const probe = () => must(site.app.worlds.current().processes.get(exampleId)?.probes.probes.get('sije-web'), 'it was listed');

const incidents = () =>
  incidentsOf(must(site.app.worlds.current().processes.get(exampleId)?.systems.systems.get('sije'), 'of the example'));

describe('a probe that an administrator lists', () => {
  test('is asked from then on; what is confirmed goes into the log, and onto its page', async () => {
    const watch = watching();
    const { administrator } = await list({ privada: 'si' });
    await pass(watch, 130);
    expect(conditionOf(probe())).toBe('up');
    status = 503;
    await pass(watch, 180);
    expect(probe().turns.at(-1)).toMatchObject({ to: 'down', failure: 'status', detail: '503' });
    status = 200;
    await pass(watch, 120);
    expect(probe().turns.map((turn) => turn.to)).toEqual(['up', 'down', 'up']);
    const { page } = await administrator.get(`${home}/sondas/sije-web`);
    expect(page.text).toContain('Respuesta de error (503)');
    expect(page.text).toContain('Responde');
    expect(incidents()).toMatchObject([{ status: 'mitigated', probe: 'sije-web', title: 'SIJE: Respuesta de error (503)' }]);
    await watch.stop();
  });
  test('in a private network that was not said to be one is never asked', async () => {
    const watch = watching();
    await list();
    await pass(watch, 180);
    expect(asked).toBe(0);
    expect(probe().turns.at(-1)).toMatchObject({ to: 'down', failure: 'guard', detail: '127.0.0.1' });
    await watch.stop();
  });
  test('that fails during a planned maintenance is asked, and says nothing', async () => {
    const watch = watching();
    await list({ privada: 'si' });
    await pass(watch, 70);
    const area = visitorOf(site.web);
    await area.enterAs('utsi');
    const maintenance = `${home}/sistemas/sije/mantenimientos`;
    const hours = { 'p-desde': '2020-10-05', 'p-desde-hora': '13:00', 'p-hasta': '2020-10-05', 'p-hasta-hora': '13:10' };
    const planned = await area.submit((await area.get(maintenance)).page, `${maintenance}/planear`, { ...hours, 'p-motivo': 'Parche' });
    expect(planned.status).toBe(303);
    status = 503;
    const before = asked;
    await pass(watch, 300);
    expect(asked).toBeGreaterThan(before);
    expect(conditionOf(probe())).toBe('up');
    expect(incidents()).toEqual([]);
    await watch.stop();
  });
  test('and retires is asked no more', async () => {
    const watch = watching();
    const { administrator } = await list({ privada: 'si' });
    await pass(watch, 70);
    const before = asked;
    const { page } = await administrator.get(`${home}/sondas/sije-web`);
    expect((await administrator.submit(page, `${home}/sondas/sije-web/retirar`, { motivo: 'Cambió de dirección.' })).status).toBe(303);
    await pass(watch, 180);
    expect(asked).toBe(before);
    await watch.stop();
  });
  test('watched by two at once is told to the log once', async () => {
    const both = [watching(), watching()];
    await list({ privada: 'si' });
    for (const watch of both) await pass(watch, 60);
    expect(probe().turns).toHaveLength(1);
    for (const watch of both) await watch.stop();
  });
  test('keeps after a restart what was confirmed before it', async () => {
    const first = watching();
    await list({ privada: 'si' });
    await pass(first, 70);
    await first.stop();
    const second = watching();
    await pass(second, 130);
    expect(probe().turns).toHaveLength(1);
    await second.stop();
  });
});

test.each([
  [{ direccion: 'sije.ejemplo.mx' }, 'La dirección no tiene la forma'],
  [{ tipo: 'tcp', direccion: 'sije.ejemplo.mx' }, 'La dirección no tiene la forma'],
  [{ cada: '5' }, 'de 10 a 86400'],
  [{ sistema: 'otro' }, 'Elija un sistema'],
  [{ clave: 'Con Espacios' }, 'minúsculas'],
])('a form with %o comes back filled in, with what is wrong beside it', async (wrong, told) => {
  const { answer } = await list(wrong);
  expect(answer.status).toBe(422);
  expect(answer.page.text).toContain(told);
  expect(answer.page.forms.find((form) => form.action === `${home}/sondas/registrar`)?.values).toMatchObject({ nombre: 'SIJE' });
});
