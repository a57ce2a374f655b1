import { describe, expect, test } from 'vitest';
import { must } from '../../core/result.ts';
import { moved, said, source, suspended } from '../process/test-process.ts';
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
  registered,
  replanned,
  reportingOpened,
  sije,
} from './test-systems.ts';
import { activitiesOf, confirmationOf, marginDays, proposalsOf, type Row, rowsOf } from './views.ts';

function rowOn(day: string, ...events: readonly NewAnyEvent[]): Row {
  const context = contextOf(...base, ...events);
  return must(rowsOf(openProcess(context), context.systems, day)[0], 'SIJE is registered');
}
const statusOn = (day: string, ...events: readonly NewAnyEvent[]) => rowOn(day, ...events).milestones[0]?.status;
const serves = { type: 'DependencyDeclared', on, by, data: { system: 'sije', kind: 'activity', target: 'jornada' } } as const;

describe('a date that passes in silence', () => {
  test('is no information while nobody reports the system through Atalaya', () => {
    expect(statusOn('2020-05-18', goLivePlanned())).toBe('planned');
    expect(statusOn('2020-05-19', goLivePlanned())).toBe('unknown');
  });
  test('is lateness once its reporting is open, counted in days', () => {
    const row = rowOn('2020-05-25', reportingOpened, goLivePlanned());
    expect(row.milestones[0]).toMatchObject({ status: 'late', daysLate: 7 });
    expect(row.stage).toBe('late');
  });
  test('is no lateness when the reporting was opened after the date', () => {
    expect(statusOn('2020-05-25', goLivePlanned(), { ...reportingOpened, on: '2020-05-20' })).toBe('unknown');
  });
  test('is no lateness while the process is suspended', () => {
    expect(statusOn('2020-05-25', reportingOpened, goLivePlanned(), suspended())).toBe('suspended');
  });
  test('is no lateness while its date waits for a decision because election day moved', () => {
    expect(statusOn('2020-08-01', reportingOpened, goLivePlanned(), suspended(), moved())).toBe('to-replan');
  });
});

describe('when election day moves', () => {
  const events = [serves, goLivePlanned(), suspended(), moved()];
  test('the distance to the activity moves with it at once', () => {
    expect(rowOn('2020-03-01', serves).served?.days).toBe(98);
    expect(rowOn('2020-08-01', ...events).served).toMatchObject({ date: '2020-10-18', days: 78 });
  });
  test('a tied milestone keeps its date until somebody decides; what its tie gives is proposed', () => {
    const context = contextOf(...base, ...events);
    const [proposal] = proposalsOf(openProcess(context), context.systems, '2020-08-01');
    expect(proposal).toMatchObject({ subject: 'system:sije/go-live', proposed: '2020-09-28', row: { date: '2020-05-18' } });
  });
  test('once replanned nothing is proposed, and the slippage is told against the first date', () => {
    const row = rowOn('2020-08-02', ...events, replanned('2020-09-28', '2020-08-01'));
    expect(row.milestones[0]).toMatchObject({ status: 'planned', slipDays: 133 });
    expect(row.milestones[0]?.proposed).toBeUndefined();
  });
});

describe('progress', () => {
  test('is the weight reached over the weight of all that was not dropped', () => {
    const events = [
      goLivePlanned(),
      milestonePlanned('requirements', 'requirements', '2019-11-01', 10),
      milestonePlanned('drill', 'drill', undefined, 40),
    ];
    expect(rowOn('2019-11-02', ...events).progress).toBe(0);
    expect(rowOn('2019-11-02', ...events, reached('2019-10-30', 'requirements')).progress).toBe(10 / 80);
    const dropped = {
      type: 'MilestoneDropped',
      on: '2019-11-01',
      by,
      data: { system: 'sije', milestone: 'drill', reason: 'No aplica' },
    } as const;
    expect(rowOn('2019-11-02', ...events, reached('2019-10-30', 'requirements'), dropped).progress).toBe(10 / 40);
  });
  test('is not known when nobody planned a milestone', () => {
    const row = rowOn('2019-11-02');
    expect(row.progress).toBeUndefined();
    expect(row.stage).toBe('unknown');
  });
});

describe('being in production', () => {
  test('is the day its go-live milestone was reached, and the margin to the activity is told', () => {
    const row = rowOn('2020-05-25', serves, goLivePlanned(), reached('2020-05-20'));
    expect(row).toMatchObject({ stage: 'operating', liveSince: '2020-05-20', slipDays: 2 });
    expect(row.milestones[0]?.status).toBe('reached-late');
    expect(marginDays(row)).toBe(18);
  });
  test('ends when the milestone is reopened', () => {
    const reopened = {
      type: 'MilestoneReopened',
      on: '2020-05-21',
      by,
      data: { system: 'sije', milestone: 'go-live', reason: 'Se revirtió' },
    } as const;
    expect(rowOn('2020-05-22', goLivePlanned('2020-06-01'), reached('2020-05-20'), reopened).liveSince).toBeUndefined();
  });
});

describe('the catalogue', () => {
  test('activities come by date, those without one last', () => {
    const insaculacion = {
      type: 'ActivityDefined',
      on,
      by,
      data: { activity: 'insaculacion', name: said('Insaculación'), source },
    } as const;
    const registro = {
      type: 'ActivityDefined',
      on,
      by,
      data: { activity: 'registro', name: said('Registro'), day: { daysFromJornada: -13 }, source },
    } as const;
    const context = contextOf(...base, insaculacion, registro);
    const rows = activitiesOf(openProcess(context), context.systems, '2020-06-01').map(({ activity, date, days }) => [
      activity.id,
      date,
      days,
    ]);
    expect(rows).toEqual([
      ['registro', '2020-05-25', -7],
      ['jornada', '2020-06-07', 6],
      ['insaculacion', undefined, undefined],
    ]);
  });
  test('a row is as confirmed as the weakest of its sources', () => {
    const sources = [...sije.sources, { about: 'purpose' as const, text: 'Práctica', confirmation: 'to-confirm' as const }];
    const context = contextOf(...base.slice(0, -1), { ...registered(), data: { ...sije, sources } });
    expect(confirmationOf(must(context.systems.systems.get('sije'), 'registered'))).toBe('to-confirm');
    expect(rowOn(on).confirmation).toBe('seen');
  });
});
