import { afterAll, beforeAll, expect, test } from 'vitest';
import { putDigests } from '../src/app/digests.ts';
import { immediateMessages } from '../src/app/immediate.ts';
import { readChoice, writeChoice } from '../src/app/mail-choice.ts';
import { must } from '../src/core/result.ts';
import { exampleId, openTestApp, type TestApp } from './open-test-app.ts';
import { type Visitor, visitorOf } from './visitor.ts';

const home = `/${exampleId}`;
let site: TestApp;
let administrator: Visitor;
let person: string;

beforeAll(async () => {
  site = await openTestApp({ now: '2020-10-05T18:00:00.000Z' }); // a Monday, noon in Mexico City
  administrator = visitorOf(site.web);
  await administrator.enterAs('administracion');
});
afterAll(() => site.close());

/** The example as if it were real, with somebody who has an account in the liaison's office. */
async function asReal() {
  const made = await site.app.identity.createAccount({ name: 'Persona de prueba', email: 'persona@ejemplo.mx' });
  if (!made.ok) throw new Error(made.error.kind);
  person = made.value.person;
  const by = { office: 'administracion' };
  const on = '2020-10-01';
  const appended = await site.app.ledger.append('people', await site.app.ledger.streamPosition('people'), [
    { type: 'PersonRegistered', on, by, data: { person, hash: made.value.hash } },
    { type: 'OfficeAssigned', on, by, data: { office: 'enlace-ieeh', person, from: on, capacity: 'titular' } },
  ]);
  expect(appended.ok).toBe(true);
  return withoutItsMark();
}

/** The same process but for its mark of being an example. */
async function withoutItsMark() {
  const world = await site.app.worlds.catchUp();
  const example = must(world.processes.get(exampleId), 'the example is loaded');
  const process = { ...example.process, example: false } as typeof example.process; // the same but for its mark
  const processes = new Map([[exampleId, { ...example, process }]]);
  return { ...site.app, worlds: { ...site.app.worlds, current: () => ({ ...world, processes }) } };
}

test('the digest page says what waits for the office of whoever asks, and nothing of another OPL', async () => {
  const liaison = visitorOf(site.web);
  await liaison.enterAs('enlace-ieeh');
  const { status, page } = await liaison.get(`${home}/resumen`);
  expect(status).toBe(200);
  expect(page.text).toContain('Alertas');
  expect(page.links.some((one) => one.href.includes('/prep/ieeh'))).toBe(true);
  expect(page.links.filter((one) => /\/prep\/iec\//.test(one.href))).toEqual([]);
  expect(page.text).toContain('En el ejemplo se entra sin cuenta');
  expect((await visitorOf(site.web).get(`${home}/resumen`)).status).toBe(403);
});

test('without a server the administrator reads the messages in the outbox, and may try one again', async () => {
  await site.app.mail.put([{ key: 'prueba', person: 'persona-de-prueba-1', subject: 'Prueba de correo', text: 'Sin más.' }]);
  const list = await administrator.get('/administracion/correo');
  expect(list.page.text).toContain('No hay un servidor de correo configurado');
  expect(list.page.text).toContain('Prueba de correo');
  expect(list.page.text).toContain('en espera');
  const message = await administrator.get('/administracion/correo/1');
  expect(message.page.text).toContain('Sin más.');
  expect((await administrator.get('/administracion/correo/99')).status).toBe(404);
  const retried = await administrator.submit(message.page, '/administracion/correo/1/reintentar');
  expect(retried.location).toBe('/administracion/correo/1');
  const councillor = visitorOf(site.web);
  await councillor.enterAs('consejeria');
  expect((await councillor.get('/administracion/correo')).status).toBe(403);
});

test('nobody is written to about an example', async () => {
  expect(await putDigests(site.app)).toBe(0);
});

test('a digest is put once a day for each person and office, only if something changed, and never for whoever chose not to', async () => {
  const real = await asReal();
  expect(await putDigests(real)).toBe(1);
  expect(await putDigests(real)).toBe(0);
  const [message] = await site.app.mail.list({});
  expect(message?.subject).toMatch(/^Atalaya: \d+ por atender · Proceso Electoral Local 2019-2020$/);
  expect(message?.text).toContain(`http://localhost${home}/prep/ieeh`);
  expect(message?.text).not.toContain('persona@ejemplo.mx');

  site.setNow('2020-10-05T12:00:00.000Z'); // seven in the morning
  expect(await putDigests({ ...real, mail: { ...real.mail, lastOf: async () => undefined } })).toBe(0);
  site.setNow('2020-10-10T18:00:00.000Z'); // a Saturday
  expect(await putDigests(real)).toBe(0);
  site.setNow('2020-10-12T18:00:00.000Z');
  await site.app.mail.setPreference(person, 'never');
  expect(await putDigests(real)).toBe(0);
  await site.app.mail.setPreference(person, 'weekly');
  expect(await putDigests(real)).toBe(1); // a Monday, and other things wait
});

test('what cannot wait is told at once only to whoever asked: a red alert of the office, the day it begins, once', async () => {
  site.setNow('2020-10-04T23:00:00.000Z'); // a Sunday, the day of the second drill
  const real = await withoutItsMark();
  const tell = immediateMessages(real);
  expect(await tell()).toBe(0);
  await site.app.mail.setPreference(person, writeChoice({ digest: 'never', now: true }));
  expect(await tell()).toBeGreaterThan(0);
  const told = (await site.app.mail.list({})).filter((one) => one.key.startsWith('aviso '));
  expect(told.map((one) => one.key.split(' ')[4]?.split('.')[0])).toContain('repeated-observation');
  expect(new Set(told.map((one) => one.key)).size).toBe(told.length);
  for (const { text, key } of told) {
    expect(key).toMatch(/2020-10-0[34]$/);
    expect(text).toContain(`http://localhost${home}/alertas/`);
    expect(text).toContain('Para dejar de recibirlas');
  }
  expect(await tell()).toBe(0);
  await immediateMessages(real)();
  expect((await site.app.mail.list({})).filter((one) => one.key.startsWith('aviso '))).toHaveLength(told.length);
});

test('a choice is kept as one word or two, and what nobody chose is a digest a day and nothing at once', () => {
  expect(readChoice(undefined)).toEqual({ digest: 'daily', now: false });
  for (const digest of ['daily', 'weekly', 'never'] as const)
    for (const now of [true, false]) expect(readChoice(writeChoice({ digest, now }))).toEqual({ digest, now });
});
