import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../../test/open-test-app.ts';
import { visitorOf } from '../../../test/visitor.ts';
import { must } from '../../core/result.ts';
import { standingOn } from '../../domain/commitments/views.ts';
import { observationState } from '../../domain/deliverables/views.ts';
import { recordOf } from '../../domain/minutes/views.ts';
import { gateStatus } from '../../domain/systems/gate-state.ts';
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

test.each(['2027-07-15', '2028-02-29'])('the rules refuse nothing of it on %s', async (on) => {
  const site = await openTestApp({ now: `${on}T18:00:00.000Z`, example: false });
  const loaded = await loadExample(
    'demo',
    examplesDir(),
    site.app.worlds.current(),
    site.app.ledger,
    { norms: await site.app.norms(), files: site.app.files },
    on,
  );
  expect(loaded).toMatchObject({ ok: true });
  expect(await site.faults()).toEqual([]);
  await site.close();
});

describe('the demonstration once it is loaded', () => {
  let site: TestApp;
  const load = async () =>
    loadExample(
      'demo',
      examplesDir(),
      site.app.worlds.current(),
      site.app.ledger,
      { norms: await site.app.norms(), files: site.app.files },
      today,
    );
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
    const circulated = [...reports.reports.values()].filter(
      (report) => report.state === 'circulated' && report.cutoff < must(held[2], 'there are three').appointment.date,
    );
    expect(circulated.map(({ kind }) => kind)).toEqual(['prep', 'systems', 'prep', 'systems', 'prep', 'systems']);
  });
  test('holds the work of everybody: twenty-five systems with gates and incidents, documents with observations, minutes, commitments', () => {
    const { systems, deliverables, minutes, commitments, alerts } = must(
      site.app.worlds.current().processes.get('demo'),
      'the demo is loaded',
    );
    const all = [...systems.systems.values()];
    expect(all).toHaveLength(25);
    expect(new Set(all.flatMap(({ gates }) => gates.map(gateStatus)))).toEqual(new Set(['kept', 'refused', 'open', 'approved']));
    expect(all.flatMap(({ operation }) => [...operation.incidents.values()].map(({ status }) => status))).toContain('open');
    expect(new Set([...deliverables.observations.values()].map(observationState))).toEqual(new Set(['attended', 'open', 'answered']));
    expect([1, 2, 3].map((number) => recordOf(minutes, number).stage)).toEqual(['published', 'published', 'circulated']);
    expect(new Set([...commitments.commitments.values()].map((one) => standingOn(one, today)))).toEqual(
      new Set(['closed', 'overdue', 'evidenced', 'pending']),
    );
    expect(alerts.acknowledged.size).toBeGreaterThan(5);
  });
  test('its sealed minutes are those the program hands out, and its documents are in the file store', async () => {
    const { minutes, deliverables } = must(site.app.worlds.current().processes.get('demo'), 'the demo is loaded');
    for (const number of [1, 2]) {
      const text = await (await site.web.request(`/demo/reuniones/${number}/minuta.txt`)).text();
      expect(createHash('sha256').update(text).digest('hex')).toBe(recordOf(minutes, number).seal?.text);
      expect(text).toContain('DATOS FICTICIOS');
    }
    const [file] = [...deliverables.deliverables.values()].flatMap(({ versions }) => versions.flatMap(({ files }) => files));
    const read = await site.app.files.read(must(file, 'documents are handed in'));
    expect(read).toMatchObject({ ok: true });
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
