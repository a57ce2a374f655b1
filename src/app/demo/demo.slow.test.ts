import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../../test/open-test-app.ts';
import { visitorOf } from '../../../test/visitor.ts';
import { must } from '../../core/result.ts';
import { examplesDir } from '../app.ts';
import { loadExample } from '../example.ts';
import { demoOpls } from './cast.ts';
import { chanceOf } from './chance.ts';
import { demoScript } from './script.ts';

const today = '2026-11-25';

test('the same day and seed give the same people, and OPLs of every temper', () => {
  expect(demoScript(today, 'demo').opening).toEqual(demoScript(today, 'demo').opening);
  expect(new Set(demoOpls(chanceOf('demo')).map((opl) => opl.temper)).size).toBe(4);
  expect(demoOpls(chanceOf('demo'))).toHaveLength(32);
  expect(demoScript(today, 'another').opening).not.toEqual(demoScript(today, 'demo').opening);
});

test.each(['2027-03-01', '2027-07-15', '2028-02-29'])('the rules refuse nothing of it on %s', async (on) => {
  const site = await openTestApp({ now: `${on}T18:00:00.000Z`, example: false });
  const loaded = await loadExample(
    'demo',
    examplesDir(),
    site.app.worlds.current(),
    site.app.ledger,
    { norms: await site.app.norms() },
    on,
  );
  expect(loaded).toMatchObject({ ok: true });
  expect(await site.faults()).toEqual([]);
  await site.close();
});

describe('the demonstration once it is loaded', () => {
  let site: TestApp;
  const load = async () =>
    loadExample('demo', examplesDir(), site.app.worlds.current(), site.app.ledger, { norms: await site.app.norms() }, today);
  beforeAll(async () => {
    site = await openTestApp({ now: `${today}T18:00:00.000Z`, example: false });
    expect(await load()).toMatchObject({ ok: true });
    await site.app.worlds.catchUp();
  });
  afterAll(() => site.close());

  test('holds nothing that lies ahead of today', async () => {
    for await (const batch of site.app.ledger.entries()) for (const entry of batch) expect(entry.on <= today).toBe(true);
  });
  test('is recorded in the name of the offices whose acts they are', async () => {
    const offices = new Set<string>();
    for await (const batch of site.app.ledger.entries({ stream: 'demo' })) for (const entry of batch) offices.add(entry.by.office);
    expect(offices.size).toBeGreaterThan(30);
    for (const office of offices) expect([...site.app.worlds.current().people.offices.keys()]).toContain(office);
  });
  test('has three cycles complete and the fourth under way', () => {
    const { meetings, reports } = must(site.app.worlds.current().processes.get('demo'), 'the demo is loaded');
    const held = [...meetings.meetings.values()].filter((meeting) => meeting.status.kind === 'held');
    expect(held.map((meeting) => meeting.number)).toEqual([1, 2, 3]);
    expect([...reports.reports.values()].filter((report) => report.state === 'circulated').length).toBeGreaterThanOrEqual(3);
  });
  test('says on every page and in every document that its data are fictitious', async () => {
    const visitor = visitorOf(site.web);
    for (const path of ['/demo/', '/demo/prep', '/demo/informes', '/demo/calendario', '/demo/bitacora'])
      expect(`${path} ${(await visitor.get(path)).page.html.includes('DATOS FICTICIOS')}`).toBe(`${path} true`);
    const report = [...must(site.app.worlds.current().processes.get('demo'), 'the demo is loaded').reports.reports.keys()][0];
    expect(await (await site.web.request(`/demo/informes/${report}.md`)).text()).toContain('DATOS FICTICIOS');
  });
  test('is not loaded twice', async () => {
    expect(await load()).toMatchObject({ ok: false });
  });
});
