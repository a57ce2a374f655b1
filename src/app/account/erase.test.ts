import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exampleId, openTestApp, type TestApp } from '../../../test/open-test-app.ts';
import { type Visitor, visitorOf } from '../../../test/visitor.ts';
import { main } from '../../cli/main.ts';
import type { PersonId } from '../../core/ids.ts';
import { must } from '../../core/result.ts';
import { hashOf } from '../../domain/people/views.ts';
import { exportLog } from '../log-check.ts';
import { peopleStream } from '../world.ts';

const password = 'Veintiseis palomas cruzan 1920';
const name = 'Zoraida Quetzalcuicatl';
const email = 'zoraida.quetzal@ejemplo.mx';

describe('somebody asks that their personal data be erased', { timeout: 60_000 }, () => {
  let site: TestApp;
  let administrator: Visitor;
  let person: PersonId;
  const page = () => `/administracion/personas/${person}`;

  async function newPerson(of: { name: string; email: string }, office: string, to?: string) {
    const made = await site.app.identity.createAccount(of);
    if (!made.ok) throw new Error(made.error.kind);
    const by = { office: 'administracion' };
    const { person: key, hash, setupLinkToken } = made.value;
    const until = to === undefined ? {} : { to };
    const events = [
      { type: 'PersonRegistered', on: '2020-10-01', by, data: { person: key, hash } },
      { type: 'OfficeAssigned', on: '2020-10-01', by, data: { office, person: key, from: '2020-10-01', capacity: 'suplente', ...until } },
    ];
    await site.app.ledger.append(peopleStream, await site.app.ledger.streamPosition(peopleStream), events);
    await site.app.worlds.catchUp();
    await site.app.identity.setPassword(setupLinkToken, password);
    return key;
  }
  const enter = async (as: string) => {
    const visitor = visitorOf(site.web);
    await visitor.submit((await visitor.get('/entrar')).page, '/entrar', { correo: as, clave: password });
    return visitor;
  };
  /** Every file of the data folder that says it, in UTF-8, whatever kind of file it is. */
  const filesThatSay = (text: string) =>
    globSync('**/*', { cwd: site.dataDir, withFileTypes: true })
      .filter((one) => one.isFile())
      .map((one) => join(one.parentPath, one.name))
      .filter((path) => readFileSync(path).includes(Buffer.from(text)));

  beforeAll(async () => {
    site = await openTestApp({ now: '2020-10-05T18:00:00.000Z' });
    await newPerson({ name: 'Administración Prueba', email: 'admin@ejemplo.mx' }, 'administracion');
    person = await newPerson({ name, email }, 'secretaria-tecnica', '2020-10-06');
    administrator = await enter('admin@ejemplo.mx');
  });
  afterAll(() => site.close());

  test('while they hold an office it is refused, with what to do; without the tick too, and nothing is lost', async () => {
    const theirs = await enter(email);
    expect((await theirs.get(`/${exampleId}/informes`)).page.text).not.toContain(name); // the log speaks of offices
    await site.app.drafts.keep('informe/prep', person, {
      base: 0,
      text: `Firma ${name}`,
      office: 'secretaria-tecnica',
      at: '2020-10-05T18:00:00.000Z',
    });
    const { page: shown } = await administrator.get(page());
    expect(shown.text).toContain(name);
    const untold = await administrator.submit(shown, `${page()}/borrar-datos`, { fundamento: 'request' });
    expect(untold.status).toBe(422);
    const held = await administrator.submit(shown, `${page()}/borrar-datos`, { fundamento: 'request', 'para-siempre': 'si' });
    expect(held.status).toBe(409);
    expect(held.page.text).toContain('Termine primero esa asignación');
    expect(filesThatSay(email)).not.toEqual([]);
    expect(filesThatSay(name).length).toBeGreaterThan(1); // of the drafts too
  });

  test('afterwards the log verifies, and nothing of them is left in the data folder, on a page, in the search or in an export', async () => {
    site.setNow('2020-10-07T18:00:00.000Z');
    const done = await administrator.submit((await administrator.get(page())).page, `${page()}/borrar-datos`, {
      fundamento: 'request',
      'para-siempre': 'si',
    });
    expect(done.status).toBe(303);
    expect(await site.faults()).toEqual([]);
    const hash = must(hashOf(site.app.worlds.current().people, person), 'it was registered');
    expect(await site.app.identity.verifyPersonalData(person, hash)).toBe('erased');
    for (const text of [name, email, 'Quetzalcuicatl', 'zoraida.quetzal']) expect([text, filesThatSay(text)]).toEqual([text, []]);
    const parts: string[] = [];
    await exportLog(site.app, (text) => void parts.push(text));
    expect(parts.join('')).not.toMatch(/zoraida|quetzal/i);
    for (const path of [
      page(),
      '/administracion',
      '/administracion/accesos',
      '/administracion/correo',
      `/${exampleId}/buscar?q=Zoraida`,
      `/${exampleId}/quien-supo`,
    ]) {
      const { page: shown, status } = await administrator.get(path);
      expect(`${status} ${path}`).toBe(`200 ${path}`);
      expect(shown.html.replace(/q=Zoraida|value="Zoraida"|«Zoraida»|Zoraida/g, '')).not.toMatch(/quetzal/i);
    }
    expect((await administrator.get(page())).page.text).toContain('Se borraron el 7');
    expect((await (await enter(email)).get('/cargo')).status).toBe(303);
  });

  test('a second time there is nothing to erase; the command line says the same', async () => {
    expect(
      (
        await administrator.post(`${page()}/borrar-datos`, {
          csrf: await administrator.token(),
          fundamento: 'request',
          'para-siempre': 'si',
        })
      ).status,
    ).toBe(409);
    const said: string[] = [];
    const run = (...args: string[]) =>
      main(
        ['user', 'erase', ...args, '--data', site.dataDir],
        (text) => said.push(text),
        (text) => said.push(text),
      );
    expect(await run(email)).toBe(1);
    expect(await run(email, '--ground', 'x')).toBe(2);
    const other = await newPerson({ name: 'Otra Persona Prueba', email: 'otra@ejemplo.mx' }, 'secretaria-tecnica', '2020-10-02');
    expect(await run('otra@ejemplo.mx')).toBe(0);
    expect(said.at(-1)).toContain('respaldos');
    await site.app.worlds.catchUp();
    expect(site.app.worlds.current().people.erased.has(other)).toBe(true);
    expect(filesThatSay('otra@ejemplo.mx')).toEqual([]);
  });
});
