import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { NewEvent } from '../../core/event.ts';
import { adopted, adoption, june, obligation, october, reporting, step } from '../plan/test-plan.ts';
import { by, moved, said, suspended, under } from '../process/test-process.ts';
import { alertCalled, alertsAt, told, worldOn } from './test-alerts.ts';
import { alertsOn, risksOf, rules, severities } from './views.ts';

const planned: readonly NewEvent[] = [...under, adopted()];
const delivering: readonly NewEvent[] = [...planned, reporting('2020-01-01', 'iec')];

describe('silence', () => {
  test('of OPLs that do not deliver through Atalaya raises nothing, on any day of the process', () => {
    for (let day = Temporal.PlainDate.from('2019-09-30'); day.toString() < '2020-07-01'; day = day.add({ days: 1 }))
      expect(told(alertsAt([...planned, suspended(), moved()], day.toString()))).toEqual([]);
  });
});

describe('what is overdue', () => {
  test('is so from the day after its last day, and until it is delivered', () => {
    expect(told(alertsAt(delivering, '2020-02-07'))).not.toContain('overdue.obligation.iec.E14 2020-02-08');
    expect(told(alertsAt(delivering, '2020-02-20'))).toContain('overdue.obligation.iec.E14 2020-02-08');
    expect(told(alertsAt([...delivering, step('deliver', 'E14', '2020-02-10')], '2020-02-20'))).toEqual([]);
  });
  test('where it must also be sent, from the day after the day to send it', () => {
    expect(told(alertsAt(delivering, '2020-03-12'))).not.toContain('overdue.obligation.iec.E15b 2020-03-13');
    expect(told(alertsAt(delivering, '2020-03-13'))).toContain('overdue.obligation.iec.E15b 2020-03-13');
  });
  test('is not overdue while the process is suspended', () => {
    expect(told(alertsAt([...delivering, suspended()], '2020-04-15')).filter((one) => one.startsWith('overdue'))).toEqual([]);
  });
  test('is said with its dates, in both languages', () => {
    const { explanation } = alertCalled(alertsAt(delivering, '2020-03-20'), 'overdue.obligation.iec.E15b');
    expect(explanation.es).toBe(
      'Vencía el 7 de marzo de 2020 y debía enviarse a más tardar el 12 de marzo de 2020. No hay entrega registrada; van 8 días.',
    );
    expect(explanation.en).toContain('It was due on 7 March 2020 and had to be sent by 12 March 2020.');
  });
});

describe('what is due soon', () => {
  test('is said from seven days before until its day, of an OPL that delivers here', () => {
    expect(told(alertsAt(delivering, '2020-01-30'))).toEqual([]);
    expect(told(alertsAt(delivering, '2020-01-31'))).toEqual(['due-soon.obligation.iec.E14 2020-01-31']);
    expect(told(alertsAt(delivering, '2020-02-07'))).toEqual(['due-soon.obligation.iec.E14 2020-01-31']);
  });
  test('counts again from the observations that send it back', () => {
    const back = [step('deliver', 'E14', '2020-02-01'), step('observe', 'E14', '2020-02-04')];
    expect(told(alertsAt([...delivering, ...back], '2020-02-05'))).toEqual([
      'due-soon.obligation.iec.E14 2020-02-04',
      'observed.obligation.iec.E14 2020-02-04',
    ]);
  });
});

describe('what a plan leaves out', () => {
  const omitted = adoption(october, '2020-10-18', 'INE/CG170/2020', [{ opl: 'ieeh', codes: ['E14', 'E15b'] }]);
  const replanned: readonly NewEvent[] = [...planned, suspended(), moved(), adopted(omitted, '2020-07-30')];
  test('is red from the day of its adoption, whoever delivers here, until it is concluded or marked as not applicable', () => {
    expect(told(alertsAt(replanned, '2020-10-12'))).toEqual([
      'left-out.obligation.ieeh.E14 2020-07-30',
      'left-out.obligation.ieeh.E15b 2020-07-30',
    ]);
    const closed = [
      step('conclude', 'E14', '2020-08-10', { opl: 'ieeh' }),
      step('exempt', 'E15b', '2020-08-10', { opl: 'ieeh', note: said('No habrá') }),
    ];
    expect(told(alertsAt([...replanned, ...closed], '2020-10-12'))).toEqual([]);
  });
  test('puts the OPL at risk, with those reasons and no other; of the other OPL nothing is known', () => {
    const world = worldOn(replanned, '2020-10-12');
    const risks = risksOf(world, alertsOn(world, '2020-10-12'));
    expect(risks.map((risk) => [risk.opl.id, risk.level, risk.reasons.map((one) => one.id)])).toEqual([
      ['ieeh', 'red', ['left-out.obligation.ieeh.E14', 'left-out.obligation.ieeh.E15b']],
      ['iec', 'unknown', []],
    ]);
  });
});

describe('what was observed', () => {
  const observed = [
    step('deliver', 'M02', '2020-05-10', { opl: 'ieeh' }),
    step('observe', 'M02', '2020-05-12', { opl: 'ieeh', note: said('Falta la carga.') }),
  ];
  test('asks for attention from the day of the observations until there is an answer', () => {
    expect(told(alertsAt([...planned, ...observed], '2020-05-11'))).toEqual([]);
    const found = alertsAt([...planned, ...observed], '2020-05-20');
    expect(told(found)).toEqual(['observed.obligation.ieeh.M02 2020-05-12']);
    expect(found[0]?.explanation.es).toContain('Falta la carga.');
    expect(told(alertsAt([...planned, ...observed, step('deliver', 'M02', '2020-05-19', { opl: 'ieeh' })], '2020-05-20'))).toEqual([]);
  });
});

describe('contracts', () => {
  const withContract = adoption([...june, obligation('E10b', { due: '2020-02-07' })], '2020-06-07', 'INE/CG433/2019');
  const events: readonly NewEvent[] = [...under, adopted(withContract), reporting('2020-01-01', 'iec')];
  const unsigned = (day: string, more: readonly NewEvent[] = []) =>
    told(alertsAt([...events, ...more], day)).filter((one) => one.includes('unsigned'));
  test('of the third party are asked for once election day is less than four months away, of the auditor less than three', () => {
    expect(unsigned('2020-02-07')).toEqual([]);
    expect(unsigned('2020-02-08')).toEqual(['contract-unsigned.obligation.iec.E10b 2020-02-08']);
    expect(unsigned('2020-03-08')).toEqual([
      'auditor-unsigned.obligation.iec.E14 2020-03-08',
      'auditor-unsigned.obligation.iec.E15b 2020-03-08',
      'contract-unsigned.obligation.iec.E10b 2020-02-08',
    ]);
    expect(unsigned('2020-02-08', [step('deliver', 'E10b', '2020-02-08')])).toEqual([]);
    expect(unsigned('2020-02-08', [step('exempt', 'E10b', '2020-02-08', { note: said('Lo hace el propio OPL') })])).toEqual([]);
  });
  test('count by the election day in force: a postponement gives time, a suspension stops the count', () => {
    expect(unsigned('2020-04-10', [suspended()])).toEqual([]);
    expect(unsigned('2020-08-01', [suspended(), moved('2021-06-06')])).toEqual([]);
  });
});

describe('the report of a meeting', () => {
  const meeting = (number: number, date: string): NewEvent => ({ type: 'MeetingScheduled', on: '2019-10-15', by, data: { number, date } });
  const frozen = (cutoff: string, on: string): NewEvent => ({
    type: 'ReportFrozen',
    on,
    by,
    data: { report: `prep-${cutoff}`, kind: 'prep', cutoff, edition: 1, position: 1, root: 'a'.repeat(64) },
  });
  const circulated = (cutoff: string, on: string): NewEvent => ({ type: 'ReportCirculated', on, by, data: { report: `prep-${cutoff}` } });
  const meetings = [...under, meeting(1, '2020-01-14'), meeting(2, '2020-02-18')];
  const worked = [...meetings, frozen('2020-01-07', '2020-01-09'), circulated('2020-01-07', '2020-01-09')];
  test('is late from the day after the day to circulate it until it is circulated, or the meeting is past', () => {
    expect(told(alertsAt(worked, '2020-02-13'))).toEqual([]);
    expect(told(alertsAt(worked, '2020-02-15'))).toEqual(['report-late.meeting.2 2020-02-14']);
    expect(told(alertsAt(worked, '2020-02-19'))).toEqual([]);
    const done = [frozen('2020-02-11', '2020-02-14'), circulated('2020-02-11', '2020-02-15')];
    expect(alertsAt([...worked, ...done.slice(0, 1)], '2020-02-14')[0]?.explanation.es).toContain(
      'congelado desde el 14 de febrero de 2020',
    );
    expect(told(alertsAt([...worked, ...done], '2020-02-15'))).toEqual([]);
  });
  test('is not missed where nobody ever froze one', () => {
    expect(told(alertsAt(meetings, '2020-02-15'))).toEqual([]);
  });
});

describe('every rule', () => {
  test.each(rules)('$id says in both languages what it asks and why, whose it is, and why its threshold is what it is', (rule) => {
    expect(severities).toContain(rule.severity);
    for (const lang of ['es', 'en'] as const) {
      expect(rule.name[lang].length).toBeGreaterThan(5);
      expect(rule.about[lang].length).toBeGreaterThan(40);
      if (rule.threshold) expect(rule.threshold.reason[lang].length).toBeGreaterThan(20);
    }
    if (rule.threshold) expect(rule.threshold.usual).toBeGreaterThanOrEqual(rule.threshold.least);
  });
  test('has a name of its own, and names no case', () => {
    expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length);
    const texts = JSON.stringify(rules.map(({ id, name, about, threshold }) => [id, name, about, threshold?.reason]));
    const folder = join(import.meta.dirname, 'rules');
    const code = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    expect(code.length).toBeGreaterThan(10);
    for (const told of [texts, ...code]) expect(told).not.toMatch(/hidalgo|coahuila|guerrero|representantes|ieeh|\biec\b/i);
  });
});
