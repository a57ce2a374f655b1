import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { must } from '../src/core/result.ts';
import type { Subject } from '../src/core/subject.ts';
import { noteFault, readCheckpoint } from '../src/ledger/checkpoint.ts';
import { exampleId, openTestApp, type TestApp } from './open-test-app.ts';
import { type Visitor, visitorOf } from './visitor.ts';

const home = `/${exampleId}`;
const informe = 'prep-2020-03-10';
const about = `${home}/quien-supo?asunto=report:${informe}`;

describe('who knew', () => {
  let site: TestApp;
  const sitting = new Map<string, Visitor>();
  const as = (office: string): Visitor => sitting.get(office) ?? visitorOf(site.web);
  const position = () => site.app.worlds.current().position;
  const settle = async (): Promise<number> => {
    const before = position();
    await site.app.readings.settle();
    return position() - before;
  };
  const receipts = () => site.app.worlds.current().processes.get(exampleId)?.receipts.receipts.get(`report:${informe}`) ?? [];

  beforeAll(async () => {
    site = await openTestApp({ now: '2020-03-12T18:00:00.000Z' });
    for (const office of ['secretaria-tecnica', 'representacion-partido', 'consejeria', 'enlace-ieeh']) {
      const visitor = visitorOf(site.web);
      await visitor.enterAs(office);
      sitting.set(office, visitor);
    }
    const list = await as('secretaria-tecnica').get(`${home}/informes`);
    await as('secretaria-tecnica').submit(list.page, `${home}/informes/congelar`, { congelar: '2020-03-10' });
  });
  afterAll(async () => {
    expect(await site.faults()).toEqual([]);
    await site.close();
  });

  test('an informe that is not circulated yet leaves no receipt', async () => {
    await as('secretaria-tecnica').get(`${home}/informes/${informe}`);
    expect(await settle()).toBe(0);
  });

  test('once circulated, whoever opens it is recorded once, at the instant of the page; a visitor without an account is not', async () => {
    const { page } = await as('secretaria-tecnica').get(`${home}/informes/${informe}`);
    await as('secretaria-tecnica').submit(page, `${home}/informes/${informe}/circular`);
    site.setNow('2020-03-12T19:30:00.000Z');
    const first = await as('representacion-partido').get(`${home}/informes/${informe}`);
    expect(first.status).toBe(200);
    site.setNow('2020-03-12T20:00:00.000Z');
    await as('representacion-partido').get(`${home}/informes/${informe}`);
    await visitorOf(site.web).get(`${home}/informes/${informe}`);
    expect(await settle()).toBe(1);
    await as('representacion-partido').get(`${home}/informes/${informe}`);
    expect(await settle()).toBe(0);
    expect(receipts()).toMatchObject([{ office: 'representacion-partido', means: 'page', at: '2020-03-12T19:30:00.000Z' }]);
  });

  test('a download is another means; asking for the headers alone shows nothing', async () => {
    const cookie = as('consejeria').cookie();
    await site.web.request(`${home}/informes/${informe}`, { method: 'HEAD', headers: { cookie } });
    expect(await settle()).toBe(0);
    await as('consejeria').get(`${home}/informes/${informe}.md`);
    expect(await settle()).toBe(1);
    expect(receipts().map((one) => [one.office, one.means])).toContainEqual(['consejeria', 'download']);
  });

  test('no page waits for it or fails with it: what the log would not have is tried again, and nothing is lost', async () => {
    const append = vi.spyOn(site.app.ledger, 'append').mockRejectedValue(new Error('disk full'));
    const { status } = await as('enlace-ieeh').get(`${home}/informes/${informe}`);
    expect(status).toBe(200);
    await expect(site.app.readings.settle()).rejects.toThrow('disk full');
    append.mockRestore();
    expect(await settle()).toBe(1);
    expect(receipts().map((one) => one.office)).toContain('enlace-ieeh');
  });

  test('what is noted advances no open page: reading must not cause reading', async () => {
    const heard: boolean[] = [];
    const stop = site.app.worlds.onAdvance((_, isQuiet) => heard.push(isQuiet));
    await as('enlace-ieeh').get(`${home}/informes/${informe}.md`);
    await settle();
    stop();
    expect(heard).toEqual([true]);
  });

  test('whoever has the right sees everybody and whom it was not shown to; the others see themselves alone', async () => {
    const councillor = (await as('consejeria').get(about)).page;
    expect(councillor.text).toContain('Representación');
    expect(councillor.text).toContain('12 mar 2020, 13:30:00');
    expect(councillor.text).toContain('Cargos a los que no se ha mostrado');
    const own = (await as('representacion-partido').get(about)).page;
    expect(own.text).toContain('12 mar 2020, 13:30:00');
    for (const other of ['Consejería', 'Enlace del IEEH', 'Cargos a los que no se ha mostrado']) expect(own.text).not.toContain(other);
    const csv = await as('representacion-partido').get(`${home}/quien-supo.csv?asunto=report:${informe}`);
    expect(csv.page.text).not.toContain('Consejería');
    const list = (await as('enlace-ieeh').get(`${home}/quien-supo`)).page;
    expect(list.text).toContain('10 de marzo de 2020');
    expect((await visitorOf(site.web).get(about)).status).toBe(403);
  });

  test('as of the day before nobody had been shown it', async () => {
    site.setNow('2020-03-20T18:00:00.000Z');
    expect((await as('consejeria').get(`${about}&al=2020-03-11`)).status).toBe(404); // the informe was not frozen yet
    expect((await as('consejeria').get(`${about}&al=2020-03-12`)).page.text).toContain('13:30:00');
  });

  test.each(['', 'report:prep-1999-01-01', 'nada', 'report:<script>', 'obligation:ieeh/E99'])(
    'a matter there is not («%s») is told so',
    async (subject) => {
      const { status, page } = await as('consejeria').get(`${home}/quien-supo?asunto=${encodeURIComponent(subject)}`);
      expect([status, page.text]).toEqual([404, expect.stringContaining('El asunto no existe o está mal escrito')]);
    },
  );

  test('the log shows everybody that a receipt exists and its digest, and what it says only to whom it belongs or who has the right', async () => {
    const { seq } = receipts()[0] ?? { seq: 0 };
    const person = receipts()[0]?.person ?? '';
    const entry = `${home}/bitacora/${seq}`;
    for (const [office, opens] of [
      ['secretaria-tecnica', true],
      ['representacion-partido', true],
      ['enlace-ieeh', false],
      ['nobody', false],
    ] as const) {
      const visitor = as(office);
      const { page } = await visitor.get(entry);
      expect(page.text.includes(person), office).toBe(opens);
      expect(page.text.includes('reservado'), office).toBe(!opens);
      expect(page.text).toContain('Huella del registro');
      const answer = await site.web.request(`/api/log/entries?after=${seq - 1}`, { headers: { cookie: visitor.cookie() } });
      const [first] = (await answer.json()) as readonly { readonly body: string | null; readonly leaf: string }[]; // the form the API describes
      expect([first?.body !== null, first?.leaf.length], office).toEqual([opens, 64]);
    }
    const csv = (await visitorOf(site.web).get(`${home}/bitacora.csv`)).page.text;
    expect(csv).not.toContain('"means"');
  });

  test('the signed receipt names the checkpoint, and its signature and size hold', async () => {
    await as('secretaria-tecnica').get(`${home}/informes/${informe}`); // noted and not recorded yet: the receipt must not miss it
    const answer = await site.web.request(`${home}/quien-supo.pdf?asunto=report:${informe}`, {
      headers: { cookie: as('consejeria').cookie() },
    });
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(new TextDecoder().decode(new Uint8Array(await answer.arrayBuffer()).slice(0, 5))).toBe('%PDF-');
    expect(receipts().map((one) => [one.office, one.means])).toContainEqual(['secretaria-tecnica', 'page']);
    const note = await site.app.ledger.checkpoint();
    expect(noteFault(note, site.app.ledger.verifierKey)).toBeUndefined();
    expect(readCheckpoint(note)?.size).toBe(position());
  });
});

describe('what a page or a table lists', () => {
  let site: TestApp;
  let councillor: Visitor;
  const known = async (subject: string) => {
    await site.app.readings.settle();
    const receipts = site.app.worlds.current().processes.get(exampleId)?.receipts.receipts;
    return (receipts?.get(subject as Subject) ?? []).map((one) => `${one.office} ${one.means}`);
  };
  beforeAll(async () => {
    site = await openTestApp({ now: '2020-10-12T18:00:00.000Z' });
    councillor = visitorOf(site.web);
    await councillor.enterAs('consejeria');
  });
  afterAll(async () => {
    expect(await site.faults()).toEqual([]);
    await site.close();
  });

  test('an alert is known to whoever was shown it on the board, in the list, on the page of its OPL or as a table; its page leads to who knew', async () => {
    const alert = 'no-successful-drill.opl.ieeh';
    const subject = `alert:${alert}`;
    expect(await known(subject)).toEqual([]);
    await visitorOf(site.web).get(`${home}/alertas`);
    expect(await known(subject)).toEqual([]);
    await councillor.get(`${home}/`);
    expect(await known(subject)).toEqual(['consejeria page']);
    await councillor.get(`${home}/prep/ieeh`);
    await councillor.get(`${home}/alertas`);
    expect(await known(subject)).toEqual(['consejeria page']);
    await councillor.get(`${home}/alertas.csv`);
    expect(await known(subject)).toEqual(['consejeria page', 'consejeria download']);
    const { page } = await councillor.get(`${home}/alertas/${alert}`);
    const link = must(
      page.links.find(({ text }) => text === 'Quién supo'),
      'the page leads to who knew',
    );
    expect((await councillor.get(link.href)).status).toBe(200);
  });

  test('an observation on a drill is known to whoever opened the drill, and each leads to who knew of it', async () => {
    const exercise = `${home}/simulacros/ieeh/ieeh-simulacro-1`;
    const [observation] = [...(site.app.worlds.current().processes.get(exampleId)?.exercises.observations.values() ?? [])];
    const subject = `observation:${observation?.id}`;
    expect(await known(subject)).toEqual([]);
    const { page } = await councillor.get(exercise);
    expect(await known(subject)).toEqual(['consejeria page']);
    const link = must(
      page.links.find(({ href }) => href.includes(encodeURIComponent(subject))),
      'the observation leads to who knew of it',
    );
    expect((await councillor.get(link.href)).page.text).toContain('Consejería');
    expect((await visitorOf(site.web).get(exercise)).page.links.some(({ href }) => href.includes('quien-supo'))).toBe(false);
  });
});
