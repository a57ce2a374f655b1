import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { must } from '../src/core/result.ts';
import { elementsOf } from '../src/documents/test/xml.ts';
import { main as verify } from '../src/verify/main.ts';
import { exampleId, openTestApp, type TestApp } from './open-test-app.ts';
import { visitorOf } from './visitor.ts';

const home = `/${exampleId}`;
const portal = `${home}/publico`;
const report = 'prep-2020-03-10';
const sets = ['obligaciones', 'sistemas', 'reuniones', 'informes'];

describe('the portal of the public', { timeout: 60_000 }, () => {
  let site: TestApp;
  let person: string;
  const anyone = () => visitorOf(site.web);
  const folder = mkdtempSync(join(tmpdir(), 'atalaya-test-'));

  beforeAll(async () => {
    site = await openTestApp({ now: '2020-10-05T18:00:00.000Z' });
    const secretariat = visitorOf(site.web);
    await secretariat.enterAs('secretaria-tecnica');
    await secretariat.submit((await secretariat.get(`${home}/informes`)).page, `${home}/informes/congelar`, { congelar: '2020-03-10' });
    for (const verb of ['circular', 'publicar']) {
      const { page } = await secretariat.get(`${home}/informes/${report}`);
      expect((await secretariat.submit(page, `${home}/informes/${report}/${verb}`)).page.alerts).toEqual([]);
    }
    const made = await site.app.identity.createAccount({ name: 'Zoraida Prueba', email: 'zoraida@ejemplo.mx' });
    if (!made.ok) throw new Error(made.error.kind);
    person = made.value.person;
    const events = [
      { type: 'PersonRegistered', on: '2020-10-01', by: { office: 'administracion' }, data: { person, hash: made.value.hash } },
      {
        type: 'OfficeAssigned',
        on: '2020-10-01',
        by: { office: 'administracion' },
        data: { office: 'utsi', person, from: '2020-10-01', capacity: 'titular' },
      },
    ];
    await site.app.ledger.append('people', await site.app.ledger.streamPosition('people'), events);
    await site.app.worlds.catchUp();
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    expect(await site.faults()).toEqual([]);
    await site.close();
  });

  test('tells when the group meets, what was published, where each PREP and system stands, and how to check it', async () => {
    const { status, page } = await anyone().get(portal);
    expect(status).toBe(200);
    for (const told of [
      'Reunión 10',
      'corte al 10 de marzo de 2020',
      'Hidalgo',
      'SIJE',
      'atalaya-verify proof',
      site.app.ledger.verifierKey,
    ])
      expect(page.html).toContain(told);
    expect(page.forms.filter((one) => one.action.startsWith(portal))).toEqual([]);
  });

  test('law of the open data: every form of a set has the same rows, and the columns of its schema', async () => {
    for (const id of sets) {
      const json = JSON.parse((await anyone().get(`${portal}/datos/${id}.json`)).page.html) as Record<string, unknown>[];
      const schema = JSON.parse((await anyone().get(`${portal}/datos/${id}.schema.json`)).page.html);
      const csv = (await anyone().get(`${portal}/datos/${id}.csv`)).page.html.trim().split('\r\n');
      expect(json.length).toBeGreaterThan(0);
      expect(Object.keys(must(json[0], 'it has rows'))).toEqual(schema.items.required);
      expect(csv[0]?.replace(/^\uFEFF/, '').split(',')).toEqual(schema.items.required);
      const parquet = await site.web.request(`${portal}/datos/${id}.parquet`);
      expect(
        Buffer.from(await parquet.arrayBuffer())
          .subarray(0, 4)
          .toString(),
      ).toBe('PAR1');
      expect(schema.license).toContain('creativecommons');
    }
    const rows = JSON.parse((await anyone().get(`${portal}/datos/obligaciones.json?al=2020-03-10`)).page.html) as Record<string, unknown>[];
    expect(rows.some((row) => row.estado === 'Sin información')).toBe(true);
    expect((await anyone().get(`${portal}/datos/personas.json`)).status).toBe(404);
  });

  test('the feed is well-formed, and tells of what was published and of the meetings', async () => {
    const { page, headers } = await anyone().get(`${portal}/novedades.atom`);
    expect(headers.get('content-type')).toContain('application/atom+xml');
    expect(elementsOf(page.html)).toContain('entry');
    expect(page.html).toContain(`urn:atalaya:${exampleId}:informe:${report}`);
    expect(page.html).toContain(`urn:atalaya:${exampleId}:reunion:10`);
  });

  test('nobody’s name, address or key stands in any of it', async () => {
    const paths = [portal, `${portal}/novedades.atom`, `${home}/calendario.ics`, `${portal}/prueba/${report}.json`];
    const data = sets.flatMap((id) => ['csv', 'json', 'parquet', 'schema.json'].map((end) => `${portal}/datos/${id}.${end}`));
    for (const path of [...paths, ...data]) {
      const text = Buffer.from(await (await site.web.request(path)).arrayBuffer()).toString('latin1');
      expect(`${path} ${/zoraida|@ejemplo\.mx/i.test(text) || text.includes(person)}`).toBe(`${path} false`);
    }
  });

  test('is answered from memory with a mark, until the log moves', async () => {
    for (const path of [portal, `${portal}/datos/obligaciones.parquet`, `${portal}/novedades.atom`]) {
      const etag = (await site.web.request(path)).headers.get('etag') ?? '';
      expect(etag).not.toBe('');
      expect((await site.web.request(path, { headers: { 'if-none-match': etag } })).status).toBe(304);
    }
  });

  test('a stranger checks off-line that the informe was frozen as it says, with a key taken from elsewhere', async () => {
    const { page } = await anyone().get(`${portal}/prueba/${report}.json`);
    const file = join(folder, 'prueba.json');
    writeFileSync(file, page.html);
    const said: string[] = [];
    const key = site.app.ledger.verifierKey;
    expect(
      await verify(
        ['proof', file, '--key', key],
        (text) => said.push(text),
        (text) => said.push(text),
      ),
    ).toBe(0);
    writeFileSync(file, page.html.replaceAll('2020-03-10', '2020-03-11'));
    expect(
      await verify(
        ['proof', file, '--key', key],
        (text) => said.push(text),
        (text) => said.push(text),
      ),
    ).toBe(1);
    expect((await anyone().get(`${portal}/prueba/prep-2020-02-11.json`)).status).toBe(404);
  });
});
