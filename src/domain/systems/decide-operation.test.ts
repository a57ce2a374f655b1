import { describe, test } from 'vitest';
import {
  cancelMaintenance,
  defineFigure,
  mitigateIncident,
  noteIncident,
  planMaintenance,
  reportFigures,
  resolveIncident,
} from './decide-operation.ts';
import { base, by, decided, on } from './test-systems.ts';

const system = 'sije';
const said = (text: string) => ({ es: text, en: text });
const day = '2020-06-07';
const at = (hour: string) => `2020-06-07T${hour}:00.000Z`;

describe('maintenance', () => {
  const data = { system, maintenance: 'm1', from: at('15:00'), to: at('17:00'), reason: 'Cambio de disco' } as const;
  const planned = { type: 'MaintenancePlanned', on, by, data } as const;
  const cancelled = { type: 'MaintenanceCancelled', on: day, by, data: { system, maintenance: 'm1', reason: 'Veda' } } as const;

  test('is planned from one hour to a later one, each under a name of its own', () => {
    const { given } = decided(planMaintenance);
    const command = { on, by, ...data };
    given(...base)
      .when(command)
      .thenRecords(planned);
    given(...base, planned)
      .when(command)
      .thenRefuses({ kind: 'maintenance-taken', maintenance: 'm1' });
    given(...base)
      .when({ ...command, to: at('15:00') })
      .thenRefuses({ kind: 'times-out-of-order', earlier: at('15:00'), later: at('15:00') });
  });
  test('is cancelled with a reason, once, and not when its day has passed', () => {
    const { given } = decided(cancelMaintenance);
    const command = { on: day, by, system, maintenance: 'm1', reason: 'Veda' };
    given(...base, planned)
      .when(command)
      .thenRecords(cancelled);
    given(...base, planned)
      .when({ ...command, reason: ' ' })
      .thenRefuses({ kind: 'reason-missing' });
    given(...base, planned, cancelled)
      .when(command)
      .thenRefuses({ kind: 'maintenance-over', maintenance: 'm1' });
    given(...base, planned)
      .when({ ...command, on: '2020-06-08' })
      .thenRefuses({ kind: 'maintenance-over', maintenance: 'm1' });
    given(...base)
      .when(command)
      .thenRefuses({ kind: 'maintenance-unknown', maintenance: 'm1' });
  });
});

describe('a figure', () => {
  const data = { system, figure: 'casillas', name: said('Casillas instaladas'), denominator: said('Casillas aprobadas') };
  const defined = { type: 'FigureDefined', on, by, data } as const;
  const row = { entity: 'iec', date: day, reported: 1, of: 2 };

  test('is defined once', () => {
    const { given } = decided(defineFigure);
    given(...base)
      .when({ on, by, ...data })
      .thenRecords(defined);
    given(...base, defined)
      .when({ on, by, ...data })
      .thenRefuses({ kind: 'figure-taken', figure: 'casillas' });
  });
  test('is reported only after it was defined', () => {
    const { given } = decided(reportFigures);
    const command = { on: day, by, system, figure: 'casillas', rows: [row] };
    given(...base)
      .when(command)
      .thenRefuses({ kind: 'figure-unknown', figure: 'casillas' });
    given(...base, { ...defined, on: '2020-06-08' })
      .when(command)
      .thenRefuses({ kind: 'before-last', on: day, last: '2020-06-08' });
  });
  test('of days before it was defined is dated from its definition: no earlier view knows it', () => {
    const { given } = decided(reportFigures);
    const rows = [{ ...row, date: '2019-10-01' }];
    given(...base, defined)
      .when({ on: day, by, system, figure: 'casillas', rows })
      .thenRecords({ type: 'FiguresReported', on, by, data: { system, figure: 'casillas', rows } });
  });
});

describe('the hours of an incident', () => {
  const opened = {
    type: 'IncidentOpened',
    on: day,
    by,
    data: {
      system,
      incident: 'i1',
      severity: 'critical',
      title: 'No responde',
      startedAt: at('15:00'),
      detectedAt: at('15:10'),
      entities: ['iec'],
    },
  } as const;
  const mitigated = { type: 'IncidentMitigated', on: day, by, data: { system, incident: 'i1', at: at('16:00') } } as const;

  test('follow one another: nothing is resolved before it was mitigated', () => {
    decided(mitigateIncident)
      .given(...base, opened)
      .when({ on: day, by, system, incident: 'i1', at: at('16:00') })
      .thenRecords(mitigated);
    decided(resolveIncident)
      .given(...base, opened, mitigated)
      .when({ on: day, by, system, incident: 'i1', at: at('15:59'), cause: 'Disco lleno' })
      .thenRefuses({ kind: 'times-out-of-order', earlier: at('16:00'), later: at('15:59') });
  });
  test('are told on no day before the last one told, and of no hour that lies ahead', () => {
    const { given } = decided(noteIncident);
    const note = { on: day, by, system, incident: 'i1', at: at('16:00'), text: 'Se reinició' };
    given(...base, opened)
      .when({ ...note, on: '2020-06-06' })
      .thenRefuses({ kind: 'before-last', on: '2020-06-06', last: day });
    given(...base, opened)
      .when({ ...note, at: '2020-06-08T16:00:00.000Z' })
      .thenRefuses({ kind: 'instant-ahead', at: '2020-06-08T16:00:00.000Z', on: day });
  });
});
