import { openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { decideAct } from '../src/app/acts.ts';
import { emptyProcess, type ProcessWorld } from '../src/app/world.ts';
import type { NewEvent } from '../src/core/event.ts';
import { exampleId, openTestApp, type TestApp } from './open-test-app.ts';
import { visitorOf } from './visitor.ts';

const home = `/${exampleId}/`;
let site: TestApp;
beforeEach(async () => {
  site = await openTestApp();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await site.close();
});

const anybody = (path: string, headers: Record<string, string> = {}) => site.web.request(path, { headers });
const etagOf = async (path: string, headers: Record<string, string> = {}) => (await anybody(path, headers)).headers.get('etag');

/** Something that happened, recorded by the installation: enough to move the log. */
async function record(on: string, text: string): Promise<void> {
  const world = site.app.worlds.current().processes.get(exampleId) ?? emptyProcess();
  const data = { weight: 'plain', text: { es: text, en: text }, source: { text: 'Prueba', confirmation: 'seen' } };
  await append(exampleId, decided(world, 'recordFact', on, data));
}

function decided(world: ProcessWorld, verb: string, on: string, data: unknown): readonly NewEvent[] {
  const events = decideAct(verb, world, on, { office: 'secretaria-tecnica' }, data, { norms: new Map() });
  if (!events.ok) throw new Error(events.error.en);
  return events.value;
}

async function append(stream: string, events: readonly NewEvent[]): Promise<void> {
  const appended = await site.app.ledger.append(stream, await site.app.ledger.streamPosition(stream), events);
  expect(appended.ok).toBe(true);
  await site.app.worlds.catchUp();
}

describe('pages that everybody sees alike', () => {
  test('are made once for a position of the log, and the second reader gets the same bytes without anybody being looked up', async () => {
    const first = await anybody(home);
    const whoIs = vi.spyOn(site.app.identity, 'whoIs');
    const second = await anybody(home);
    expect(second.headers.get('etag')).toBe(first.headers.get('etag'));
    expect(first.headers.get('etag')).toMatch(/^"[\w-]{22}"$/);
    expect(await second.text()).toBe(await first.text());
    expect(second.headers.get('cache-control')).toBe('no-cache');
    expect(second.headers.get('vary')).toContain('Cookie');
    expect(whoIs).not.toHaveBeenCalled();
  });

  test('are not sent again to whoever has them, also when a proxy weakened the mark', async () => {
    const etag = (await etagOf(home)) ?? '';
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const answer = await anybody(home, { 'if-none-match': known });
      expect([answer.status, await answer.text()]).toEqual([304, '']);
      expect(answer.headers.get('etag')).toBe(etag);
    }
    expect((await anybody(home, { 'if-none-match': '"other"' })).status).toBe(200);
  });

  test('are another page as soon as something is recorded', async () => {
    const before = await etagOf(`${home}prep/iec`);
    await record('2026-11-20', 'Algo que acaba de saberse.');
    const answer = await anybody(`${home}prep/iec`);
    expect(answer.headers.get('etag')).not.toBe(before);
    expect((await anybody(home, { 'if-none-match': before ?? '' })).status).toBe(200);
  });

  test('are another page on another day', async () => {
    const before = await (await anybody(home)).text();
    expect(before).toContain('fue hace 2,226 días'.replace(',', before.includes('2,226') ? ',' : ''));
    site.setNow('2026-11-23T18:00:00.000Z');
    expect(await (await anybody(home)).text()).not.toBe(before);
  });

  test('follow the day of the process’s own zone, not that of the capital', async () => {
    const source = { text: 'Prueba', confirmation: 'seen' };
    const name = { es: 'Baja California', en: 'Baja California' };
    const opened = decided(emptyProcess(), 'openProcess', '2026-01-05', {
      name,
      timeZone: 'America/Tijuana',
      example: true,
      fictitious: true,
      source,
    });
    await append('pel-bc', opened);
    const world = site.app.worlds.current().processes.get('pel-bc') ?? emptyProcess();
    await append(
      'pel-bc',
      decided(world, 'setElectionDay', '2026-01-06', { jornada: '2027-06-06', agreement: { name: 'Acuerdo de prueba', source } }),
    );
    site.setNow('2026-11-22T07:30:00.000Z'); // 01:30 of the 22nd in Mexico City, 23:30 of the 21st in Tijuana
    expect(await (await anybody('/pel-bc/')).text()).toContain('faltan 197 días');
    site.setNow('2026-11-22T08:00:00.000Z'); // midnight in Tijuana
    expect(await (await anybody('/pel-bc/')).text()).toContain('faltan 196 días');
  });

  test('are another page in another language, whether the address or the cookie asks for it', async () => {
    const spanish = await etagOf(home);
    const byCookie = await anybody(home, { cookie: 'lang=en' });
    expect(byCookie.headers.get('etag')).not.toBe(spanish);
    expect(await byCookie.text()).toContain('<html lang="en">');
    expect(await (await anybody(`${home}?lang=en`)).text()).toContain('<html lang="en">');
    expect(await etagOf(home)).toBe(spanish);
  });

  test('travel compressed to whoever can read that', async () => {
    await site.app.worlds.catchUp(); // what is taken in meanwhile would make the page one that is not kept
    const small = await anybody(home, { 'accept-encoding': 'gzip, deflate, br' });
    expect(small.headers.get('content-encoding')).toBe('br');
    const whole = await anybody(home);
    expect(whole.headers.get('content-encoding')).toBeNull();
    expect(brotliDecompressSync(new Uint8Array(await small.arrayBuffer())).toString()).toBe(await whole.text());
  });
});

describe('what is never kept', () => {
  test('the pages of somebody who entered, and nothing of them reaches anybody else', async () => {
    await anybody(home);
    const secretariat = visitorOf(site.web);
    await secretariat.enterAs('secretaria-tecnica');
    for (const path of [home, `${home}informes`, `${home}prep.csv`, `/api/processes/${exampleId}`, '/cargo', '/no/hay', '/']) {
      const answer = await secretariat.get(path, { 'if-none-match': (await etagOf(home)) ?? '' });
      expect(`${path} ${answer.status} ${answer.headers.get('cache-control')}`).toMatch(/ (?:200|303|404) private, no-store$/);
      expect(answer.headers.get('etag')).toBeNull();
    }
    expect((await secretariat.get(home)).page.html).toContain('Secretaría Técnica');
    expect(await (await anybody(home)).text()).not.toContain('Cerrar sesión');
  });

  test('the pages of a browser that holds a form’s cookie', async () => {
    const visitor = visitorOf(site.web);
    const form = await visitor.get('/entrar');
    expect(form.headers.get('cache-control')).toBe('private, no-store');
    expect(visitor.cookie()).toContain('atalaya-form=');
    for (const path of ['/entrar', home]) {
      const answer = await visitor.get(path);
      expect([answer.headers.get('cache-control'), answer.headers.get('etag')]).toEqual(['private, no-store', null]);
    }
    const other = await visitorOf(site.web).get('/entrar');
    expect(other.page.forms[0]?.values.csrf).not.toBe(form.page.forms[0]?.values.csrf);
  });

  test('the answers to forms, and refusals', async () => {
    const refused = await visitorOf(site.web).post(`${home}informes/congelar`, {});
    expect([refused.status, refused.headers.get('cache-control')]).toEqual([403, 'private, no-store']);
  });

  test('the verification of the log: a byte changed on the disk is told at the next look, though nothing was recorded', async () => {
    expect(await (await anybody(`${home}bitacora/verificar`)).text()).toContain('La bitácora está íntegra');
    const file = ['ledger.db', 'ledger.db-wal'].map((name) => join(site.dataDir, name)).find((path) => offsetIn(path) > 0) ?? '';
    writeSync(openSync(file, 'r+'), 'X', offsetIn(file));
    const { page } = await visitorOf(site.web).get(`${home}bitacora/verificar`);
    expect(page.text).toContain('La bitácora tiene fallas');
    expect(page.text).not.toContain('La bitácora está íntegra');
  });
});

/** Where the file holds a sentence of the example; -1 when it does not. */
const offsetIn = (path: string): number => readFileSync(path).indexOf('Convenios generales de coordinaci');
