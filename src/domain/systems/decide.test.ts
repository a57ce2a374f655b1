import { describe, test } from 'vitest';
import { said, source } from '../process/test-process.ts';
import {
  amendSystem,
  declareDependency,
  defineActivity,
  dropMilestone,
  openSystemReporting,
  planMilestone,
  reachMilestone,
  recordRelease,
  registerSystem,
  reopenMilestone,
  replanMilestone,
  withdrawDependency,
} from './decide.ts';
import { base, by, decided, goLive, goLivePlanned, on, reached, registered, reportingOpened, sije } from './test-systems.ts';

const system = 'sije';
const snr = { ...registered(), data: { ...sije, system: 'snr' } };
const needs = (from: string, target: string) =>
  ({ type: 'DependencyDeclared', on, by, data: { system: from, kind: 'system', target } }) as const;

describe('the catalogue', () => {
  test('an activity is defined once', () => {
    const command = { on, by, activity: 'insaculacion', name: said('Insaculación'), source };
    const { on: _, by: __, ...data } = command;
    decided(defineActivity)
      .given(...base)
      .when(command)
      .thenRecords({ type: 'ActivityDefined', on, by, data });
    decided(defineActivity)
      .given(...base)
      .when({ ...command, activity: 'jornada' })
      .thenRefuses({ kind: 'activity-taken', activity: 'jornada' });
  });
  test('an activity of an OPL that takes no part is refused', () => {
    const command = { on, by, activity: 'precampanas', name: said('Precampañas'), opl: 'xyz', source };
    decided(defineActivity)
      .given(...base)
      .when(command)
      .thenRefuses({ kind: 'opl-unknown', opl: 'xyz' });
  });
  test('a system is registered once, for entities of the process', () => {
    const data = { ...sije, system: 'snr', entities: ['iec', 'ieeh'] };
    decided(registerSystem)
      .given(...base)
      .when({ on, by, ...data })
      .thenRecords({ type: 'SystemRegistered', on, by, data });
    decided(registerSystem)
      .given(...base)
      .when({ on, by, ...sije })
      .thenRefuses({ kind: 'system-taken', system });
    decided(registerSystem)
      .given(...base)
      .when({ on, by, ...data, entities: ['xyz'] })
      .thenRefuses({ kind: 'opl-unknown', opl: 'xyz' });
  });
  test('its record is stated again whole, with a reason, when something in it changes', () => {
    const data = { ...sije, owner: 'DEOE', reason: 'Oficio 12' };
    const { given } = decided(amendSystem);
    given(...base)
      .when({ on, by, ...data })
      .thenRecords({ type: 'SystemAmended', on, by, data });
    given(...base)
      .when({ on, by, ...data, reason: ' ' })
      .thenRefuses({ kind: 'reason-missing' });
    given(...base)
      .when({ on, by, ...sije, reason: 'Nada' })
      .thenRefuses({ kind: 'nothing-changed' });
    given(...base)
      .when({ on, by, ...data, system: 'xyz' })
      .thenRefuses({ kind: 'system-unknown', system: 'xyz' });
    given(...base)
      .when({ on, by, ...data, entities: ['xyz'] })
      .thenRefuses({ kind: 'opl-unknown', opl: 'xyz' });
  });
  test('a release is known once for each environment, and not before it happens', () => {
    const data = { system, version: '1.1', releasedOn: '2019-10-01', environment: 'production' } as const;
    const release = { type: 'ReleaseRecorded', on, by, data } as const;
    const { given } = decided(recordRelease);
    given(...base)
      .when({ on, by, ...data })
      .thenRecords(release);
    given(...base, release)
      .when({ on, by, ...data, environment: 'testing' })
      .thenRecords({ ...release, data: { ...data, environment: 'testing' } });
    given(...base, release)
      .when({ on, by, ...data })
      .thenRefuses({ kind: 'nothing-changed' });
    given(...base)
      .when({ on, by, ...data, releasedOn: '2019-10-16' })
      .thenRefuses({ kind: 'released-ahead', releasedOn: '2019-10-16', on });
  });
  test('reporting is opened once', () => {
    decided(openSystemReporting)
      .given(...base)
      .when({ on, by, system })
      .thenRecords(reportingOpened);
    decided(openSystemReporting)
      .given(...base, reportingOpened)
      .when({ on, by, system })
      .thenRefuses({ kind: 'reporting-already', since: on });
  });
});

describe('dependencies', () => {
  const command = { on, by, system, kind: 'activity', target: 'jornada' } as const;
  const declared = { type: 'DependencyDeclared', on, by, data: { system, kind: 'activity', target: 'jornada' } } as const;

  test('a system serves an activity that is defined, and needs a system that is registered', () => {
    const { given } = decided(declareDependency);
    given(...base)
      .when(command)
      .thenRecords(declared);
    given(...base, declared)
      .when(command)
      .thenRefuses({ kind: 'depends-already', target: 'jornada' });
    given(...base)
      .when({ ...command, target: 'xyz' })
      .thenRefuses({ kind: 'activity-unknown', activity: 'xyz' });
    given(...base)
      .when({ ...command, kind: 'system', target: 'snr' })
      .thenRefuses({ kind: 'system-unknown', system: 'snr' });
  });
  test('a circle of systems is refused, told whole', () => {
    const { given } = decided(declareDependency);
    const circle = { ...command, kind: 'system', target: 'snr' } as const;
    given(...base, snr, needs('snr', 'sije'))
      .when(circle)
      .thenRefuses({ kind: 'circle', path: ['sije', 'snr', 'sije'] });
    given(...base)
      .when({ ...circle, target: 'sije' })
      .thenRefuses({ kind: 'circle', path: ['sije', 'sije'] });
    given(...base, snr)
      .when(circle)
      .thenRecords(needs('sije', 'snr'));
  });
  test('one is withdrawn with a reason', () => {
    const data = { system, kind: 'activity', target: 'jornada', reason: 'No la atiende' } as const;
    const { given } = decided(withdrawDependency);
    given(...base, declared)
      .when({ on, by, ...data })
      .thenRecords({ type: 'DependencyWithdrawn', on, by, data });
    given(...base, declared)
      .when({ on, by, ...data, reason: '' })
      .thenRefuses({ kind: 'reason-missing' });
    given(...base)
      .when({ on, by, ...data })
      .thenRefuses({ kind: 'depends-not', target: 'jornada' });
  });
});

describe('planning a milestone', () => {
  const { type: _, ...planned } = goLivePlanned();
  const { given } = decided(planMilestone);
  test('gives it its first date', () => {
    given(...base)
      .when({ ...planned.data, on, by })
      .thenRecords(goLivePlanned());
  });
  test('is done once, on a system and an activity that exist', () => {
    given(...base, goLivePlanned())
      .when({ ...planned.data, on, by })
      .thenRefuses({ kind: 'milestone-taken', milestone: 'go-live' });
    given(...base)
      .when({ ...planned.data, on, by, system: 'snr' })
      .thenRefuses({ kind: 'system-unknown', system: 'snr' });
    const tie = { activity: 'xyz', days: -20 };
    given(...base)
      .when({ ...planned.data, on, by, tie })
      .thenRefuses({ kind: 'activity-unknown', activity: 'xyz' });
  });
});

describe('replanning a milestone', () => {
  const { given } = decided(replanMilestone);
  const data = { ...goLive, due: '2020-06-01', reason: 'Se atrasó la prueba de carga' };
  const command = { on: '2020-03-01', by, ...data };
  test('states the new date and why', () => {
    given(...base, goLivePlanned())
      .when(command)
      .thenRecords({ type: 'MilestoneReplanned', on: '2020-03-01', by, data });
  });
  test('needs a reason, and blanks are none', () => {
    given(...base, goLivePlanned())
      .when({ ...command, reason: '  ' })
      .thenRefuses({ kind: 'reason-missing' });
  });
  test('needs another date or another tie', () => {
    const tie = { activity: 'jornada', days: -20 };
    given(...base, goLivePlanned())
      .when({ ...command, due: '2020-05-18', tie })
      .thenRefuses({ kind: 'nothing-changed' });
    given(...base, goLivePlanned())
      .when({ ...command, tie: { activity: 'xyz', days: 0 } })
      .thenRefuses({ kind: 'activity-unknown', activity: 'xyz' });
  });
  test('is not dated before the last decision on it', () => {
    given(...base, goLivePlanned())
      .when({ ...command, on: '2019-10-14' })
      .thenRefuses({ kind: 'before-last', on: '2019-10-14', last: on });
  });
  test('moves nothing that was reached', () => {
    given(...base, goLivePlanned(), reached('2020-02-01'))
      .when(command)
      .thenRefuses({ kind: 'milestone-reached-already', milestone: 'go-live', on: '2020-02-01' });
  });
  test('is refused for a milestone nobody planned', () => {
    given(...base)
      .when(command)
      .thenRefuses({ kind: 'milestone-unknown', milestone: 'go-live' });
  });
});

describe('reaching, reopening and dropping a milestone', () => {
  const dropped = { type: 'MilestoneDropped', on: '2020-02-01', by, data: { ...goLive, reason: 'Ya no aplica' } } as const;
  test('it is reached on a day, with its evidence', () => {
    const evidence = { text: 'Oficio 45', url: 'https://ejemplo.mx/45' };
    const data = { ...goLive, evidence };
    decided(reachMilestone)
      .given(...base, goLivePlanned())
      .when({ on: '2020-05-01', by, ...data })
      .thenRecords({ type: 'MilestoneReached', on: '2020-05-01', by, data });
  });
  test('it is not reached twice, nor after it was dropped', () => {
    const { given } = decided(reachMilestone);
    const command = { on: '2020-05-02', by, ...goLive };
    given(...base, goLivePlanned(), reached('2020-05-01'))
      .when(command)
      .thenRefuses({ kind: 'milestone-reached-already', milestone: 'go-live', on: '2020-05-01' });
    given(...base, goLivePlanned(), dropped)
      .when(command)
      .thenRefuses({ kind: 'milestone-dropped-already', milestone: 'go-live', on: '2020-02-01' });
  });
  test('one said to be reached by mistake is reopened with a reason', () => {
    const data = { ...goLive, reason: 'Faltaba una entidad' };
    const command = { on: '2020-05-02', by, ...data };
    const { given } = decided(reopenMilestone);
    given(...base, goLivePlanned(), reached('2020-05-01'))
      .when(command)
      .thenRecords({ type: 'MilestoneReopened', on: '2020-05-02', by, data });
    given(...base, goLivePlanned(), reached('2020-05-01'))
      .when({ ...command, reason: '' })
      .thenRefuses({ kind: 'reason-missing' });
    given(...base, goLivePlanned())
      .when(command)
      .thenRefuses({ kind: 'milestone-not-reached', milestone: 'go-live' });
  });
  test('one that no longer applies is dropped with a reason', () => {
    const { given } = decided(dropMilestone);
    const { type: _, ...command } = dropped;
    given(...base, goLivePlanned())
      .when({ ...command.data, on: command.on, by })
      .thenRecords(dropped);
    given(...base, goLivePlanned())
      .when({ ...command.data, on: command.on, by, reason: ' ' })
      .thenRefuses({ kind: 'reason-missing' });
    given(...base, goLivePlanned(), reached('2020-01-01'))
      .when({ ...command.data, on: command.on, by })
      .thenRefuses({ kind: 'milestone-reached-already', milestone: 'go-live', on: '2020-01-01' });
  });
});

test('a system that needs two others may be needed by a third: every way is looked along, and none leads back', () => {
  const tools = { ...registered(), data: { ...sije, system: 'tools' } };
  const declared = needs('tools', 'sije');
  decided(declareDependency)
    .given(...base, snr, tools, { ...registered(), data: { ...sije, system: 'other' } }, needs('sije', 'snr'), needs('sije', 'other'))
    .when({ on, by, system: 'tools', kind: 'system', target: 'sije' })
    .thenRecords(declared);
});
