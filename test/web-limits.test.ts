import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { assemble } from '../src/app/assemble.tsx';
import { createLimits } from '../src/web/limits.ts';
import { exampleId, openTestApp, type TestApp } from './open-test-app.ts';
import { type Visitor, visitorOf } from './visitor.ts';

const home = `/${exampleId}`;
let site: TestApp;
let web: ReturnType<typeof assemble>;
let now = 0;
const most = { write: 6, search: 4, export: 3, upload: 2, addressTimes: 1 };
beforeAll(async () => {
  site = await openTestApp({ now: '2020-10-05T18:00:00.000Z' });
});
afterAll(() => site.close());
beforeEach(() => {
  web = assemble(site.app, undefined, { limits: createLimits(most, () => now) });
});
const position = () => site.app.worlds.current().position;
const until429 = async (ask: () => Promise<{ status: number }>): Promise<number> => {
  for (let n = 0; n < 20; n++) if ((await ask()).status === 429) return n;
  return 20;
};

describe('who does too much of what costs something', () => {
  test('is told to wait, on a page in their language, and nothing is recorded', async () => {
    const visitor = visitorOf(web);
    await visitor.enterAs('secretaria-tecnica');
    const csrf = await visitor.token();
    const record = (lang: string) => visitor.post(`${home}/compromisos/contraer?lang=${lang}`, { csrf, que: '' });
    await until429(() => record('es'));
    const before = position();
    const [es, en] = [await record('es'), await record('en')];
    for (const answer of [es, en]) {
      expect(answer.status).toBe(429);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(answer.headers.get('cache-control')).toContain('no-store');
    }
    expect(es.page.text).toContain('Demasiadas solicitudes');
    expect(en.page.text).toContain('Too many requests');
    expect(position()).toBe(before);
    expect((await visitor.get(`${home}/`)).status).toBe(200); // reading goes on
    now += 60_000;
    expect((await record('es')).status).not.toBe(429);
  });

  test.each([
    ['searches', 4, `${home}/buscar?q=informe`],
    ['past states', 4, `${home}/prep?al=2020-03-10`],
    ['tables taken away', 3, `${home}/reuniones.csv`],
    ['data for programs', 3, `/api/log/entries`],
  ])('%s are counted', async (_, times, path) => {
    const visitor = visitorOf(web, { cookie: 'atalaya-x=1' }); // a cookie: never answered from memory
    expect(await until429(() => visitor.get(path))).toBe(times);
    const { status, headers } = await visitor.get(path);
    expect([status, Number(headers.get('retry-after')) > 0]).toEqual([429, true]);
    if (path.startsWith('/api/')) expect(headers.get('content-type')).toContain('json');
  });

  test('forms with files and their pieces are counted before anything of them is kept', async () => {
    const visitor = visitorOf(web);
    await visitor.enterAs('enlace-ieeh');
    const csrf = await visitor.token();
    const file = new File(['%PDF-1.7'], 'a.pdf', { type: 'application/pdf' });
    expect(await until429(() => visitor.send(`${home}/prep/ieeh/M04/entregar`, { csrf }, { archivo: file }))).toBe(2);
    const headers = { cookie: visitor.cookie(), 'x-csrf': csrf, 'sec-fetch-site': 'same-origin' };
    const piece = await web.request(`${home}/prep/ieeh/M04/entregar/envio`, { method: 'POST', headers });
    expect(piece.status).toBe(429);
  });

  test('programs with a key are counted by it', async () => {
    const ask = (key: string) =>
      web.request(`/api/processes/${exampleId}/systems/sije/releases`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}` },
        body: '{}',
      });
    const statuses: number[] = [];
    for (let n = 0; n < 7; n++) statuses.push((await ask('a')).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 401, 429]);
  });
});

test('pages that come from memory are given to whoever asks, however often', async () => {
  const reader: Visitor = visitorOf(web);
  for (let n = 0; n < 50; n++) expect((await reader.get(`${home}/prep`)).status).toBe(200);
  for (let n = 0; n < 50; n++) expect((await reader.get(`${home}/prep?al=2020-03-10`)).status).toBe(200);
});
