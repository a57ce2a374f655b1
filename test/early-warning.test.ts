import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Replay, replays } from '../src/app/learning.ts';
import { casesDir } from '../src/app/paths.ts';
import { must } from '../src/core/result.ts';
import { type Alert, alertsOn, risksOf } from '../src/domain/alerts/views.ts';
import { exampleId, openTestApp, type TestApp } from './open-test-app.ts';
import { visitorOf } from './visitor.ts';

let program: TestApp;
let told: readonly Replay[];
beforeAll(async () => {
  program = await openTestApp();
  const read = await replays(casesDir(), { norms: await program.app.norms() });
  if (!read.ok) throw new Error(read.error.en);
  told = read.value;
}, 60_000);
afterAll(() => program.close());

async function worldOn(day: string) {
  const world = must(await program.app.worlds.past(exampleId, day, program.app.worlds.current().position), `known on ${day}`);
  if (world.process.kind === 'absent') throw new Error(`not open on ${day}`);
  return { ...world, process: world.process };
}
const rulesOf = (alerts: readonly Alert[], opl: string, severity = 'red') =>
  new Set(alerts.filter((alert) => alert.opl === opl && alert.severity === severity).map((alert) => alert.rule.id));
const caseOf = (name: string): Replay =>
  must(
    told.find((one) => one.case === name),
    `${name} is among the cases`,
  );

test('a councillor who opens the board on 12 October, and the informe of that day, reads why Hidalgo is at risk', async () => {
  const councillor = visitorOf(program.web);
  await councillor.enterAs('consejeria');
  const board = (await councillor.get(`/${exampleId}/?al=2020-10-12`)).page;
  const reasons = ['Fuera del plan vigente', 'Lo capturado no es lo publicado', 'Ningún simulacro exitoso'];
  expect(board.text).toContain('Hidalgo: en riesgo');
  for (const reason of reasons) expect(board.text).toContain(reason);
  const link = must(
    board.links.find((one) => one.text === 'Ningún simulacro exitoso'),
    'each reason opens',
  );
  expect((await councillor.get(link.href)).page.text).toContain('ninguno fue exitoso');
  const informe = (await councillor.get(`/${exampleId}/informes/corte?corte=2020-10-11`)).page.text;
  for (const reason of ['Riesgos y sus motivos', ...reasons]) expect(informe).toContain(reason);
});

describe('Hidalgo 2020', () => {
  test('is red by 28 September, and for more than what its plan left out', async () => {
    expect([...rulesOf(alertsOn(await worldOn('2020-09-28'), '2020-09-28'), 'ieeh')]).toEqual(['left-out', 'captured-not-published']);
  });
  test('is red on 12 October for five reasons that do not rest on each other', async () => {
    const world = await worldOn('2020-10-12');
    const alerts = alertsOn(world, '2020-10-12');
    expect([...rulesOf(alerts, 'ieeh')].sort()).toEqual([
      'blocking-open',
      'captured-not-published',
      'left-out',
      'no-successful-drill',
      'repeated-observation',
    ]);
    expect(risksOf(world, alerts).map(({ opl, level }) => `${opl.id} ${level}`)).toEqual(['ieeh red', 'iec unknown']);
  });
});

test('on no day of the example does a rule find anything of Coahuila, and every alert says since when it has held', async () => {
  const began = new Map<string, string>();
  let world = await worldOn('2019-09-30');
  const turns = new Set<string>();
  for await (const batch of program.app.ledger.entries({ stream: exampleId })) for (const { on } of batch) turns.add(on);
  for (let day = Temporal.PlainDate.from('2019-09-30'); day.toString() <= '2020-12-01'; day = day.add({ days: 1 })) {
    const today = day.toString();
    if (turns.has(today)) world = await worldOn(today);
    const alerts = alertsOn(world, today);
    expect(alerts.filter((alert) => alert.opl === 'iec').map(({ id }) => id)).toEqual([]);
    const open = new Set(alerts.map(({ id }) => id));
    for (const id of began.keys()) if (!open.has(id)) began.delete(id);
    for (const { id, since } of alerts) {
      if (!began.has(id)) began.set(id, today);
      expect(`${id} ${today} ${since}`).toBe(`${id} ${today} ${began.get(id)}`);
    }
  }
}, 60_000);

describe('the cases, from their public facts alone', () => {
  test('give these days of lead time', () => {
    expect(Object.fromEntries(told.map((one) => [one.case, one.leadDays ?? null]))).toEqual({
      'hidalgo-2020': 80,
      'coahuila-2020': null,
      'guerrero-2021': 2,
      'coahuila-2017': null,
      'representantes-2017': 6,
    });
  });
  test('what worked was never red; what nobody had published was not said', () => {
    expect(caseOf('coahuila-2020')).not.toHaveProperty('firstAlert');
    expect(caseOf('coahuila-2017')).not.toHaveProperty('firstAlert');
  });
  test('the system of 2017 that went live without a load test was red before its peak, for that reason', () => {
    const { alerts, firstRed } = caseOf('representantes-2017');
    expect(firstRed).toBe('2017-05-22');
    expect(alerts.map(({ rule }) => rule.id)).toContain('live-untested');
  });
  test('every alert of them names what was compared, in both languages', () => {
    for (const { explanation } of told.flatMap(({ alerts }) => alerts))
      for (const text of [explanation.es, explanation.en]) expect(text).toMatch(/\d/);
  });
});
