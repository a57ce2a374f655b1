import { describe, expect, test } from 'vitest';
import { goLiveChecklist } from './gate-checklist.ts';
import { risksOf } from './risks.ts';
import {
  base,
  by,
  contextOf,
  goLivePlanned,
  milestonePlanned,
  type NewAnyEvent,
  on,
  openProcess,
  reached,
  reportingOpened,
} from './test-systems.ts';

const system = 'sije';
function risksOn(day: string, ...events: readonly NewAnyEvent[]) {
  const context = contextOf(...base, ...events);
  return risksOf(openProcess(context), context.systems, day).map(({ kind, since, subject }) => `${kind} ${since} ${subject}`);
}
const decision = (verdict: 'yes' | 'no') =>
  ({ type: 'GoLiveDecided', on: '2020-05-01', by: { office: 'deoe' }, data: { system, verdict, office: 'deoe', conditions: [] } }) as const;
const opened = { type: 'GateOpened', on, by, data: { system, checklist: 'x', decider: 'deoe', items: goLiveChecklist.items } } as const;
const evidence = { text: 'Reporte' };

describe('a system in production without a load test', () => {
  const live = [goLivePlanned(), reached('2020-05-10')];
  test('is a risk from the day it went live, before anybody feels it', () => {
    expect(risksOn('2020-05-10', ...live)).toContain('live-without-load-test 2020-05-10 system:sije');
  });
  test('is none when the load test was reached before, as a milestone or at the gate', () => {
    const milestone = [milestonePlanned('load', 'load-tests', '2020-05-01'), reached('2020-05-05', 'load')];
    const gate = [
      opened,
      { type: 'RequirementMet', on: '2020-05-05', by, data: { system, item: 'load-tests', evidence, figures: [] } } as const,
    ];
    expect(risksOn('2020-05-10', ...milestone, ...live).join()).not.toContain('live-without-load-test');
    expect(risksOn('2020-05-10', ...gate, ...live).join()).not.toContain('live-without-load-test');
  });
  test('is one all the same when the test came after the go-live', () => {
    const late = [milestonePlanned('load', 'load-tests', '2020-05-01'), ...live, reached('2020-05-12', 'load')];
    expect(risksOn('2020-05-12', ...late)).toContain('live-without-load-test 2020-05-10 system:sije');
  });
  test('goes live without a decision unless an office said yes', () => {
    expect(risksOn('2020-05-10', opened, decision('no'), ...live)).toContain('live-without-decision 2020-05-10 system:sije');
    expect(risksOn('2020-05-10', opened, decision('yes'), ...live).join()).not.toContain('live-without-decision');
  });
});

describe('other risks', () => {
  test('a milestone is late from the day after its date', () => {
    expect(risksOn('2020-05-20', reportingOpened, goLivePlanned())).toEqual(['milestone-late 2020-05-19 system:sije/go-live']);
    expect(risksOn('2020-05-18', reportingOpened, goLivePlanned())).toEqual([]);
  });
  test('a figure that is due every day is missing from the day after the last', () => {
    const defined = {
      type: 'FigureDefined',
      on,
      by,
      data: { system, figure: 'casillas', name: { es: 'C', en: 'C' }, denominator: { es: 'A', en: 'A' }, everyDays: 1 },
    } as const;
    expect(risksOn('2019-10-16', defined)).toEqual([]);
    expect(risksOn('2019-10-17', defined)).toEqual(['figures-not-updated 2019-10-16 system:sije']);
  });
  test('an incident unsolved, then without its postmortem', () => {
    const at = '2020-05-10T15:00:00.000Z';
    const incident = {
      type: 'IncidentOpened',
      on: '2020-05-10',
      by,
      data: { system, incident: 'i1', severity: 'major', title: 'Lento', startedAt: at, detectedAt: at, entities: [] },
    } as const;
    const resolved = {
      type: 'IncidentResolved',
      on: '2020-05-11',
      by,
      data: { system, incident: 'i1', at: '2020-05-11T15:00:00.000Z', cause: 'Consulta' },
    } as const;
    expect(risksOn('2020-05-11', incident)).toEqual(['incident-unsolved 2020-05-10 incident:sije/i1']);
    expect(risksOn('2020-05-12', incident, resolved)).toEqual(['postmortem-missing 2020-05-12 incident:sije/i1']);
  });
});
