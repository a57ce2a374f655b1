import ICAL from 'ical.js';
import readWorkbook from 'read-excel-file/node';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { writeRoutes } from '../src/app/write-api.ts';
import { must } from '../src/core/result.ts';
import { exampleId, openTestApp, type TestApp } from './open-test-app.ts';
import { addressOf, pathMap, withQuery } from './path-map.ts';
import { type Visitor, visitorOf } from './visitor.ts';

const home = `/${exampleId}`;
let site: TestApp;
let secretariat: Visitor;
beforeAll(async () => {
  site = await openTestApp({ now: '2020-03-12T18:00:00.000Z' });
  secretariat = visitorOf(site.web);
  await secretariat.enterAs('secretaria-tecnica');
  const { page } = await secretariat.get(`${home}/informes`);
  await secretariat.submit(page, `${home}/informes/congelar`, { congelar: '2020-03-10' });
});
afterEach(() => {
  vi.restoreAllMocks();
});
afterAll(async () => {
  expect(await site.faults()).toEqual([]);
  await site.close();
});

const file = async (path: string) => {
  const response = await site.web.request(path);
  const bytes = new Uint8Array(await response.arrayBuffer());
  return { status: response.status, headers: response.headers, bytes, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) };
};

/** RFC 4180, read by its own rules. */
function csvRows(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    if (quoted === undefined && plain === '' && end === '') break;
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}

describe('what is taken away', () => {
  test('every table is a CSV that a spreadsheet reads: byte-order mark, equal rows, and nothing it would run', async () => {
    // The example has no figures of use; their table is tried where some are recorded (web-systems).
    const isHere = (path: string) => path.endsWith('.csv') && !addressOf(path).includes('/:') && !path.includes('/:figure/');
    const tables = pathMap(site.app).filter((one) => one.may === 'anyone' && isHere(one.path));
    expect(tables.length).toBeGreaterThan(6);
    let filled = 0;
    for (const { path } of tables)
      for (const query of ['al=2020-03-12', 'lang=en', 'al=2020-03-12&lang=en']) {
        const { status, headers, text } = await file(withQuery(addressOf(path), query));
        expect(`${status} ${path}`).toBe(`200 ${path}`);
        expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
        expect(headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+\.csv"$/);
        expect(text.startsWith('\ufeff')).toBe(true);
        const rows = csvRows(text.slice(1));
        expect(rows.length, path).toBeGreaterThan(0);
        filled += Number(rows.length > 1);
        expect(new Set(rows.map((row) => row.length)).size, path).toBe(1);
        for (const cell of rows.flat()) if (!/^-?\d+(?:\.\d+)?$/.test(cell)) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      }
    expect(filled).toBeGreaterThan(18);
  });

  test('every table is also a workbook with the same rows, and a second sheet that says of which day and position they are', async () => {
    const tables = pathMap(site.app).filter(
      (one) => one.method === 'GET' && /\.(?:csv|xlsx)$/.test(one.path) && !/\/(?:plantilla-|muestra)/.test(one.path), // forms to be filled in are no tables
    );
    const ending = (end: string) => tables.flatMap(({ path }) => (path.endsWith(end) ? [path.slice(0, -end.length)] : []));
    expect(ending('.xlsx').sort()).toEqual(ending('.csv').sort());
    for (const path of [`${home}/prep`, `${home}/reuniones`, `${home}/bitacora`]) {
      const { headers, bytes } = await file(`${path}.xlsx?al=2020-03-12`);
      expect(headers.get('content-disposition')).toMatch(/^attachment; filename="\w+-2020-03-12\.xlsx"$/);
      const [rows = [], about = []] = (await readWorkbook(Buffer.from(bytes))).map((sheet) => sheet.data);
      const csv = csvRows((await file(`${path}.csv?al=2020-03-12`)).text.slice(1));
      expect(rows).toHaveLength(csv.length);
      expect(about).toContainEqual(['Estado al', '12 de marzo de 2020']);
      expect(about).toContainEqual(['Filas', csv.length - 1]);
    }
  });

  test('the calendar feed has the ten meetings, and a rescheduled one keeps its name and counts one change', async () => {
    const meetings = async () => {
      const { headers, text } = await file(`${home}/calendario.ics`);
      expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8');
      return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((event) => {
        const { uid, sequence, startDate } = new ICAL.Event(event);
        return { uid, sequence, day: startDate.toString(), url: String(event.getFirstPropertyValue('url')) };
      });
    };
    const before = await meetings();
    expect(before).toHaveLength(10);
    expect(before.map((one) => one.sequence)).toEqual(Array(10).fill(0));
    expect(before[5]).toMatchObject({ day: '2020-03-17', url: `http://localhost${home}/reuniones/6` });
    const path = `${home}/reuniones/7`;
    await secretariat.submit((await secretariat.get(path)).page, `${path}/reprogramar`, { fecha: '2020-04-21', motivo: 'Semana Santa.' });
    const after = await meetings();
    expect(after.map((one) => one.uid)).toEqual(before.map((one) => one.uid));
    expect(new Set(after.map((one) => one.uid)).size).toBe(10);
    expect(after.map((one) => one.sequence)).toEqual([0, 0, 0, 0, 0, 0, 1, 0, 0, 0]);
    expect(after[6]?.day).toBe('2020-04-21');
  });

  test.each([
    ['pdf', 'application/pdf', '%PDF-'],
    ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'PK'],
    ['html', 'text/html; charset=utf-8', '<!doctype html>'],
    ['md', 'text/markdown; charset=utf-8', '# '],
  ])('the frozen informe as %s is the same bytes whenever it is asked for, also after more was recorded', async (format, type, begins) => {
    const address = `${home}/informes/prep-2020-03-10.${format}`;
    const first = await file(address);
    expect(first.status).toBe(200);
    expect(first.headers.get('content-type')).toBe(type);
    expect(first.headers.get('content-disposition')).toBe(`attachment; filename="${exampleId}-prep-2020-03-10.${format}"`);
    expect(first.text.slice(0, 40).toLowerCase()).toContain(begins.toLowerCase());
    const path = `${home}/prep/iec/E01`;
    const { page } = await secretariat.get(path);
    await secretariat.submit(page, `${path}/avanzar`, { paso: 'deliver', fecha: '2020-03-09', nota: `Para ${format}` });
    site.setNow('2020-03-14T18:00:00.000Z');
    const again = await file(address);
    expect(Buffer.compare(again.bytes, first.bytes)).toBe(0);
    site.setNow('2020-03-12T18:00:00.000Z');
  });

  test('a reading at a cut-off that was not frozen is tied to the position it was read from', async () => {
    const { page } = await secretariat.get(`${home}/informes/corte?corte=2020-03-10`);
    const address = must(page.links.find((link) => link.text === 'MD')?.href, 'the reading is offered as Markdown');
    const first = await file(address);
    const path = `${home}/prep/iec/E02`;
    await secretariat.submit((await secretariat.get(path)).page, `${path}/avanzar`, { paso: 'deliver', fecha: '2020-03-09' });
    expect((await file(address)).text).toBe(first.text);
    const fresh = must(
      (await secretariat.get(`${home}/informes/corte?corte=2020-03-10`)).page.links.find((link) => link.text === 'MD')?.href,
      'MD',
    );
    expect((await file(fresh)).text).not.toBe(first.text);
  });
});

describe('every answer', () => {
  const guarded: readonly [string, () => Response | Promise<Response>][] = [
    ['a page', () => site.web.request(`${home}/`)],
    ['a redirect', () => site.web.request('/')],
    ['a page that is not there', () => site.web.request('/nada/de/esto')],
    ['a page that may not be seen', () => site.web.request('/administracion')],
    ['a date that cannot be shown', () => site.web.request(`${home}/?al=ayer`)],
    ['a refused form', () => site.web.request('/salir', { method: 'POST' })],
    ['something too large', () => site.web.request('/entrar', { method: 'POST', body: 'x'.repeat(1024 * 1024 + 1) })],
    ['a file', () => site.web.request(`${home}/prep.csv`)],
    ['data for programs', () => site.web.request('/api/log')],
    ['a font', () => site.web.request(must(/\/recursos\/[^"]+\.woff2/.exec(page)?.[0], 'the page has fonts'))],
    [
      'a page that is known already',
      async () => {
        const etag = (await site.web.request(`${home}/`)).headers.get('etag') ?? '';
        return site.web.request(`${home}/`, { headers: { 'if-none-match': etag } });
      },
    ],
    [
      'a failure',
      () => {
        vi.spyOn(site.app, 'log').mockReturnValue();
        vi.spyOn(site.app.ledger, 'read').mockImplementation(() => {
          throw new Error('disk');
        });
        return site.web.request(`${home}/bitacora?pagina=2`);
      },
    ],
  ];
  let page = '';
  beforeAll(async () => {
    page = await (await site.web.request(`${home}/`)).text();
  });

  test.each(guarded)('carries the security headers: %s', async (_, ask) => {
    const { headers } = await ask();
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  test('has neither script nor style written into the page', async () => {
    for (const { path } of pathMap(site.app).filter((one) => one.method === 'GET')) {
      if (/\.(?:csv|xlsx|pdf|docx|md|txt|tsq|ics|json)$/.test(addressOf(path)) || path.includes(':file')) continue;
      const response = await site.web.request(addressOf(path));
      if (!response.headers.get('content-type')?.startsWith('text/html')) continue;
      expect((await response.text()).match(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=|=["']?\s*javascript:/gi), path).toBeNull();
    }
  });

  test('names files by their bytes, and they may be kept for ever', async () => {
    const names = [...new Set(page.match(/\/recursos\/[\w./-]+/g))];
    expect(names.length).toBeGreaterThan(3);
    for (const name of names) {
      const { status, headers } = await file(name);
      expect([status, headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
    }
  });
});

describe('what goes wrong', () => {
  test.each([
    ['said to be larger than 1 MB', 'x'.repeat(1024 * 1024 + 1)],
    ['found larger than 1 MB on the way', new Blob(['x'.repeat(1024 * 1024 + 1)]).stream()],
  ])('what is sent, %s, is refused in words', async (_, body) => {
    const init = { method: 'POST', body, duplex: 'half', headers: { 'content-type': 'application/x-www-form-urlencoded' } };
    const answer = await site.web.request('/entrar', init);
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain('más de 1 MB');
  });

  test('a fault of ours is told with a reference that the record has too, and without our insides', async () => {
    const record = vi.spyOn(site.app, 'log').mockReturnValue();
    vi.spyOn(site.app.ledger, 'read').mockImplementation(() => {
      throw new Error('secret place on the disk');
    });
    for (const path of [`${home}/bitacora?pagina=1`, '/api/log/entries']) {
      const answer = await site.web.request(path);
      expect(answer.status).toBe(500);
      const text = await answer.text();
      const reference = /[0-9a-f]{8}(?=\.)/.exec(text)?.[0];
      expect(text).toContain('no es seguro que se haya registrado');
      expect(text).not.toMatch(/secret place|at .+\.tsx?:/);
      expect(record).toHaveBeenCalledWith(
        'error',
        'a request failed',
        { reference },
        expect.objectContaining({ message: 'secret place on the disk' }),
      );
      expect(answer.headers.get('cache-control')).toBe('private, no-store');
    }
    expect((await site.web.request('/api/log/entries')).headers.get('content-type')).toContain('application/json');
  });

  test('accounts that cannot be read are a fault like any other', async () => {
    vi.spyOn(site.app, 'log').mockReturnValue();
    vi.spyOn(site.app.identity, 'whoIs').mockRejectedValue(new Error('no database'));
    for (const path of ['/entrar', '/nada/de/esto']) {
      const answer = await site.web.request(path);
      expect(answer.status).toBe(500);
      expect(await answer.text()).toContain('Algo falló');
    }
  });
});

test('whoever has a page open is told to look again when something is recorded, and only then', async () => {
  const stream = await site.web.request('/vivo');
  expect(stream.headers.get('content-type')).toContain('text/event-stream');
  const reader = must(stream.body, 'a stream has a body').pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader.read()).value).not.toContain('refresh');
  for (const code of ['E05', 'E07']) {
    const told = reader.read();
    const quiet = await Promise.race([told, new Promise<'nothing'>((done) => setTimeout(done, 30, 'nothing'))]);
    expect(quiet).toBe('nothing');
    const path = `${home}/prep/iec/${code}`;
    await secretariat.submit((await secretariat.get(path)).page, `${path}/avanzar`, { paso: 'deliver', fecha: '2020-03-09' });
    expect((await told).value).toContain('<turbo-stream action="refresh"></turbo-stream>');
  }
  await reader.cancel();
});

test('a page that comes back, or that was on its way, is told at once of what was recorded meanwhile; otherwise of nothing', async () => {
  const told = async (path: string, headers: Readonly<Record<string, string>> = {}): Promise<string> => {
    const stream = await site.web.request(path, { headers });
    const reader = must(stream.body, 'a stream has a body').pipeThrough(new TextDecoderStream()).getReader();
    const first = (await reader.read()).value ?? '';
    const next = await Promise.race([reader.read(), new Promise<undefined>((done) => setTimeout(done, 30))]);
    await reader.cancel();
    return `${first}${next?.value ?? ''}`;
  };
  const page = (await site.web.request(`${home}/prep`)).text();
  const [, live = ''] = /turbo-stream-source src="([^"]+)"/.exec(await page) ?? [];
  const quiet = await told(live);
  expect(quiet).not.toContain('refresh');
  const [, mark = ''] = /^id: (\d+)$/m.exec(quiet) ?? [];
  expect(await told('/vivo', { 'last-event-id': mark })).not.toContain('refresh');
  expect(await told('/vivo', { 'last-event-id': String(Number(mark) - 1) })).toContain('refresh');
  const path = `${home}/prep/iec/E09`;
  await secretariat.submit((await secretariat.get(path)).page, `${path}/avanzar`, { paso: 'deliver', fecha: '2020-03-09' });
  expect(await told(live)).toContain('refresh');
});

test('the description of the API names every address of it, and each answers', async () => {
  const description = await (await site.web.request('/api/openapi.json')).json();
  const described = Object.keys(description.paths).sort();
  const all = [...pathMap(site.app), ...writeRoutes(site.app)];
  const routes = all.map((one) => one.path.replace(/:(\w+)/g, '{$1}'));
  expect(described).toEqual(routes.filter((path) => path.startsWith('/api/') && path !== '/api/openapi.json').sort());
  const plan = await (await site.web.request(`/api/processes/${exampleId}/plan?opl=ieeh&al=2020-03-12`)).json();
  expect(plan.find((row: { code: string }) => row.code === 'E14')).toMatchObject({
    opl: 'ieeh',
    due: '2020-02-07',
    status: 'sin información',
  });
});
