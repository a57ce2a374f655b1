import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ProcessWorld } from '../src/app/world.ts';
import { asId, type OfficeId } from '../src/core/ids.ts';
import { must } from '../src/core/result.ts';
import { alertsOn } from '../src/domain/alerts/views.ts';
import {
  actasAfter,
  dayOf,
  exerciseRows,
  gapOf,
  judgementsOf,
  measureOf,
  observationRow,
  outcomeOn,
  verdictByRule,
} from '../src/domain/exercises/views.ts';
import { calendarOf } from '../src/domain/meetings/views.ts';
import type { PlanContext } from '../src/domain/plan/decide.ts';
import type { PlanEvent } from '../src/domain/plan/events.ts';
import { replanItems } from '../src/domain/plan/replan.ts';
import { approveReplan, decideReplan } from '../src/domain/plan/replan-decide.ts';
import { planFold } from '../src/domain/plan/state.ts';
import { atRisk, type Item, matrixOf, planInForce } from '../src/domain/plan/views.ts';
import { electionDayOf, type OpenProcess, suspensionOn } from '../src/domain/process/views.ts';
import type { Entry } from '../src/ledger/ledger.ts';
import { parseBody } from '../src/ledger/link.ts';
import { exampleId, openTestApp, type TestApp } from './open-test-app.ts';

/** The shipped example, loaded as a newcomer loads it, and read on the days on which things happened. */
let program: TestApp;
let position: number;
let entries: readonly Entry[];
beforeAll(async () => {
  program = await openTestApp();
  position = (await program.app.ledger.head()).size;
  const read: Entry[] = [];
  for await (const batch of program.app.ledger.read()) read.push(...batch.map((row) => parseBody(row.body)));
  entries = read;
});
afterAll(() => program.close());

type Reading = ProcessWorld & { readonly process: OpenProcess };
async function on(day: string): Promise<Reading> {
  const world = must(await program.app.worlds.past(exampleId, day, position), `the process is known on ${day}`);
  if (world.process.kind === 'absent') throw new Error(`the process is not open on ${day}`);
  return { ...world, process: world.process };
}
const itemsIn = ({ process, plan }: Reading, opl: string, day: string): readonly Item[] =>
  must(
    matrixOf(process, plan, day).find((row) => row.opl.id === opl),
    `${opl} takes part`,
  ).items;
const itemsOn = async (day: string, opl: string) => itemsIn(await on(day), opl, day);
const itemOn = async (day: string, opl: string, key: string): Promise<Item> =>
  must(
    (await itemsOn(day, opl)).find((item) => item.obligation.key === key),
    `the plan has ${key}`,
  );
const nameOf = (item: Item) => item.obligation.key;

const dayAfter = (day: string) => Temporal.PlainDate.from(day).add({ days: 1 }).toString();
const drills = ['M02', 'M03', 'M04'];

describe('the calendar of the working group', () => {
  test('has its ten meetings, all of them on a Tuesday', async () => {
    const meetings = calendarOf((await on('2019-10-15')).meetings);
    expect(meetings.map((row) => `${row.number} ${row.appointment.date}`)).toEqual([
      '1 2019-10-15',
      '2 2019-11-12',
      '3 2019-12-17',
      '4 2020-01-14',
      '5 2020-02-18',
      '6 2020-03-17',
      '7 2020-04-14',
      '8 2020-05-19',
      '9 2020-06-16',
      '10 2020-07-14',
    ]);
    expect(new Set(meetings.map((row) => row.dates.meeting.dayOfWeek))).toEqual(new Set([2]));
  });
});

describe('the first plan', () => {
  test('is in force from 30 September 2019, for 7 June 2020', async () => {
    expect(planInForce((await on('2019-09-30')).plan)).toMatchObject({ norm: 'anexo13-2016', jornada: '2020-06-07', on: '2019-09-30' });
    expect((await program.app.worlds.past(exampleId, '2019-09-29', position))?.process.kind ?? 'absent').toBe('absent');
  });
  test.each(['iec', 'ieeh'])('asks the %s for its auditor by 7 February 2020, and no news afterwards is no lateness', async (opl) => {
    expect(await itemOn('2020-02-07', opl, 'E14')).toMatchObject({ obligation: { due: '2020-02-07' }, status: 'not-started' });
    expect(await itemOn('2020-02-08', opl, 'E14')).toMatchObject({ status: 'unknown', daysLate: 0 });
  });
  test('gave both OPLs the start of publication in time, and they stay concluded under the second', async () => {
    for (const opl of ['iec', 'ieeh'])
      for (const day of ['2020-03-31', '2020-05-01', '2020-08-01'])
        expect(await itemOn(day, opl, 'E17b')).toMatchObject({ status: 'concluded', daysLate: 0 });
  });
});

describe('the suspension of INE/CG83/2020', () => {
  test('covers 1 April to 29 July 2020', async () => {
    const { process } = await on('2020-12-31');
    expect(['2020-03-31', '2020-04-01', '2020-07-29', '2020-07-30'].map((day) => suspensionOn(process, day)?.agreement.name)).toEqual([
      undefined,
      'INE/CG83/2020',
      'INE/CG83/2020',
      undefined,
    ]);
  });
  test.each(['iec', 'ieeh'])('on 1 May suspends every open obligation of the %s with a later date, and makes none overdue', async (opl) => {
    const items = await itemsOn('2020-05-01', opl);
    const later = items.filter((item) => item.obligation.due >= '2020-04-01');
    const done = later.filter((item) => item.status === 'concluded').map(nameOf);
    expect(done).toEqual(['E17b']);
    expect(new Set(later.filter((item) => !done.includes(nameOf(item))).map((item) => item.status))).toEqual(new Set(['suspended']));
    expect(new Set(items.filter((item) => item.obligation.due < '2020-04-01').map((item) => item.status))).toEqual(new Set(['unknown']));
  });
});

describe('the second plan, of INE/CG170/2020', () => {
  test('moves election day to 18 October, and keeps the first plan beside it', async () => {
    const { process, plan } = await on('2020-07-30');
    expect(electionDayOf(process)).toMatchObject({ jornada: '2020-10-18', agreement: { name: 'INE/CG170/2020' } });
    expect(plan.plans.map((one) => one.jornada)).toEqual(['2020-06-07', '2020-10-18']);
  });
  test.each(['iec', 'ieeh'])('puts the drills of the %s on 27 September, 4 and 11 October', async (opl) => {
    const held = (await itemsOn('2020-07-30', opl)).filter((item) => drills.includes(nameOf(item)));
    expect(held.map((item) => [item.obligation.due, item.formerDue, item.status])).toEqual([
      ['2020-09-27', '2020-05-17', 'rescheduled'],
      ['2020-10-04', '2020-05-24', 'rescheduled'],
      ['2020-10-11', '2020-05-31', 'rescheduled'],
    ]);
  });
  test('leaves out, for Hidalgo alone, the contracts of the third party and of the auditor', async () => {
    const leftOut = async (opl: string) => (await itemsOn('2020-10-12', opl)).filter((item) => item.omitted).map(nameOf);
    expect(await leftOut('ieeh')).toEqual(['E10a', 'E10b', 'E14', 'E15a', 'E15b']);
    expect(await leftOut('iec')).toEqual([]);
  });
});

describe('what Hidalgo left out in 2020 cannot be left out in silence', () => {
  const contracts = ['E10a', 'E10b', 'E14', 'E15a', 'E15b'].map((key) => `obligation:ieeh/${key}`);
  const act = { on: '2020-07-30', by: { office: asId<OfficeId>('secretaria-tecnica'), role: 'technical-secretariat' as const } };
  /** The log as it stood when the new dates had been proposed and nobody had decided any. */
  const proposed = async () => {
    const seq = must(entries.find((one) => one.type === 'ReplanProposed')?.seq, 'new dates were proposed');
    const { process, plan } = must(await program.app.worlds.past(exampleId, act.on, seq), 'the process is known');
    if (process.kind === 'absent' || !plan.replan) throw new Error('a re-planning is under way');
    return { process, plan, subjects: replanItems(process, plan, plan.replan, act.on).map(({ subject }) => subject) };
  };
  const grow = (from: PlanContext, decided: ReturnType<typeof decideReplan>): PlanContext => {
    if (!decided.ok) throw new Error(JSON.stringify(decided.error));
    const events = decided.value.map((event) => ({ ...event, seq: position + 1, at: '2020-07-30T18:00:00.000Z', stream: exampleId }));
    return { ...from, plan: events.reduce((plan, event) => planFold.evolve(plan, event as PlanEvent), structuredClone(from.plan)) };
  };
  const adoptAllBut = async (left: readonly string[]) => {
    const { subjects, ...from } = await proposed();
    const rest = subjects.filter((one) => !left.includes(one));
    return grow(from, decideReplan(from, { ...act, choice: 'adopt', subjects: rest }));
  };
  const agreement = { name: 'INE/CG170/2020', source: { text: 'Prueba', confirmation: 'seen' as const } };

  test('the contracts are among what has to be decided, for both OPLs', async () => {
    const { subjects } = await proposed();
    for (const opl of ['iec', 'ieeh']) for (const key of ['E14', 'E15b']) expect(subjects).toContain(`obligation:${opl}/${key}`);
  });
  test.each(contracts)('with %s alone undecided the plan is not adopted, and it is named', async (subject) => {
    const key = subject.split('/')[1];
    expect(approveReplan(await adoptAllBut([subject]), { ...act, agreement })).toMatchObject({
      ok: false,
      error: { kind: 'undecided', count: 1, first: { es: expect.stringContaining(`IEEH · ${key}`) } },
    });
  });
  test('dropping them without saying why is refused; with the reason it is in the plan, and red from that day on', async () => {
    const from = await adoptAllBut(contracts);
    const drop = { ...act, choice: 'drop' as const, subjects: contracts };
    expect(decideReplan(from, drop)).toEqual({ ok: false, error: { kind: 'choice-reason-missing', choice: 'drop' } });
    expect(decideReplan(from, { ...drop, reason: { es: ' ', en: ' ' } }).ok).toBe(false);
    const world = await on('2020-07-30');
    const decided = must(planInForce(world.plan), 'a plan is in force').decided;
    for (const subject of contracts)
      expect(decided.get(subject)).toMatchObject({ choice: 'drop', reason: { es: expect.stringMatching(/\S/) } });
    const red = alertsOn(world, '2020-07-30').filter((alert) => alert.rule.id === 'left-out');
    expect(red.map(({ subject, severity }) => `${severity} ${subject}`)).toEqual(contracts.map((subject) => `red ${subject}`));
  });
});

describe('what could be known on 12 October 2020, six days before election day', () => {
  test('Hidalgo: three drills held, all three observed; contracts in nobody’s plan', async () => {
    const items = await itemsOn('2020-10-12', 'ieeh');
    expect(items.filter((item) => item.status === 'observed').map(nameOf)).toEqual(drills);
    expect(atRisk(items).map(nameOf)).toEqual(['E10a', 'E10b', 'E14', 'E15a', 'E15b', ...drills]);
  });
  test('Hidalgo: each drill was observed on its Sunday, and not before', async () => {
    for (const [index, day] of ['2020-09-27', '2020-10-04', '2020-10-11'].entries()) {
      const observed = (items: readonly Item[]) => items.filter((item) => item.status === 'observed').map(nameOf);
      expect(observed(await itemsOn(day, 'ieeh'))).toEqual(drills.slice(0, index + 1));
      expect(observed(await itemsOn(Temporal.PlainDate.from(day).subtract({ days: 1 }).toString(), 'ieeh'))).toEqual(
        drills.slice(0, index),
      );
    }
  });
  test('Coahuila: nothing at risk', async () => {
    expect(atRisk(await itemsOn('2020-10-12', 'iec'))).toEqual([]);
  });
});

describe('the exercises of the PREP', () => {
  const rowsOn = async (day: string, opl: string) => exerciseRows((await on(day)).exercises, opl);

  test('Hidalgo: six drills, extra ones among them, each on its day, and no verdict calls one successful', async () => {
    const drillsRun = (await rowsOn('2020-10-20', 'ieeh')).flatMap(({ slot, exercise }) =>
      exercise && slot.kind !== 'election-night' ? [exercise] : [],
    );
    expect(drillsRun.map((one) => `${one.id} ${dayOf(one)}`)).toEqual([
      'ieeh-simulacro-1 2020-09-27',
      'ieeh-simulacro-2 2020-10-04',
      'ieeh-simulacro-adicional-1 2020-10-07',
      'ieeh-simulacro-3 2020-10-11',
      'ieeh-simulacro-adicional-2 2020-10-14',
      'ieeh-simulacro-adicional-3 2020-10-16',
    ]);
    for (const one of drillsRun) {
      expect(judgementsOf(one).map((judgement) => judgement.verdict)).toEqual(['unsuccessful']);
      expect(verdictByRule(one).verdict).toBe('unsuccessful');
      expect(gapOf(one)).toBeUndefined();
    }
  });
  test('Hidalgo: that captured and published differ is one observation, first made on drill 1 and then five times again', async () => {
    const first = observationRow((await on('2020-10-16')).exercises, 'ieeh-simulacro-1/2');
    expect(first?.again.map((one) => one.exercise)).toEqual([
      'ieeh-simulacro-2',
      'ieeh-simulacro-adicional-1',
      'ieeh-simulacro-3',
      'ieeh-simulacro-adicional-2',
      'ieeh-simulacro-adicional-3',
    ]);
    expect(first?.standing).toBe('open');
  });
  test('Hidalgo: on the night another tool published 98.7 % of the actas', async () => {
    const night = must((await on('2020-10-20')).exercises.exercises.get('ieeh-jornada'), 'the night is recorded');
    expect(measureOf(night)).toMatchObject({ publishedPercent: 98.7, substitute: 'Preliminares Hidalgo 2020' });
    expect(verdictByRule(night).verdict).toBe('unknown');
  });
  test('Coahuila: nothing is known of its test and its drills; on the night it published all 3,841 actas', async () => {
    const rows = await rowsOn('2020-10-20', 'iec');
    expect(rows.map(({ slot, exercise }) => `${slot.id} ${exercise ? outcomeOn(exercise, '2020-10-20') : 'no information'}`)).toEqual([
      'iec-prueba-funcional-1 no information',
      'iec-simulacro-1 no information',
      'iec-simulacro-2 no information',
      'iec-simulacro-3 no information',
      'iec-jornada held',
    ]);
    const night = must(rows.at(-1)?.exercise, 'the night was held');
    const figures = must(measureOf(night), 'the night was measured');
    expect(figures.publishedPercent).toBe(100);
    expect(actasAfter(figures, 'publicacion')).toBe(3841);
    expect(actasAfter(figures, 'captura')).toBeUndefined();
  });
});

test('on no day is anything overdue, and on no day does Coahuila have observations: what is not known is no information', async () => {
  // Nothing is folded differently between two days on which something happened; the day itself moves on.
  const turns = [...new Set(entries.filter((entry) => entry.stream === exampleId).map((entry) => entry.on))].toSorted();
  const last = '2022-04-01';
  let days = 0;
  for (const [index, from] of turns.entries()) {
    const reading = await on(from);
    for (let day = from; day < (turns[index + 1] ?? last); day = dayAfter(day)) {
      days += 1;
      const [iec, ieeh] = [itemsIn(reading, 'iec', day), itemsIn(reading, 'ieeh', day)];
      expect([...iec, ...ieeh].filter((item) => item.status === 'overdue' || item.status === 'concluded-late')).toEqual([]);
      expect(iec.filter((item) => item.status === 'observed')).toEqual([]);
    }
  }
  expect(days).toBe(Temporal.PlainDate.from('2019-09-30').until(last).days);
});

describe('the log of the example', () => {
  const labels = ['seen', 'computed', 'to-confirm'];
  /** Every source in an event's data, however deep. */
  const sourcesIn = (value: unknown): readonly { readonly confirmation?: string }[] =>
    typeof value !== 'object' || value === null
      ? []
      : Object.entries(value).flatMap(([key, inner]) => {
          if (key === 'source') return [inner];
          return key === 'sources' && Array.isArray(inner) ? inner : sourcesIn(inner);
        });

  test('has a source for every act, and every source says how well it is confirmed', () => {
    const acts = entries.filter((entry) => entry.stream === exampleId);
    expect(acts.length).toBeGreaterThan(40);
    expect(acts.filter((entry) => sourcesIn(entry.data).length === 0).map((entry) => `${entry.on} ${entry.type}`)).toEqual([]);
    expect(acts.flatMap((entry) => sourcesIn(entry.data)).filter((source) => !labels.includes(source.confirmation ?? ''))).toEqual([]);
  });
  test('tells when things happened, and that it learnt them when it was loaded', () => {
    expect(entries.every((entry) => entry.on <= '2022-03-23' && entry.at.startsWith('2026-11-22'))).toBe(true);
  });
  test('names offices, never a person', () => {
    expect(entries.filter((entry) => entry.by.person !== undefined || entry.type === 'PersonRegistered')).toEqual([]);
    const titled =
      /(?:\b(?:Lic|Mtr[oa]|Dra?|Ing|Sr[ae]?s?)\.|\b[Cc]onsejer[oa]|\b[Pp]resident[ea]|\b[Cc]ouncillor|\b[Cc]hair)\s+(?:\p{Lu}\p{Ll}+\s+){2}/u;
    expect(entries.filter((entry) => titled.test(JSON.stringify(entry.data))).map((entry) => `${entry.on} ${entry.type}`)).toEqual([]);
    expect('la consejera María Pérez votó').toMatch(titled);
  });
  test('verifies', async () => {
    expect(await program.faults()).toEqual([]);
  });
});
