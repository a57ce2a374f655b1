import { describe, expect, test } from 'vitest';
import { must } from '../../core/result.ts';
import { closeIncident, openIncident, reportFigures, resolveIncident } from './decide-operation.ts';
import { seriesOf, serviceLevelOf, totalOf } from './operation.ts';
import { base, by, contextOf, decided, on, registered } from './test-systems.ts';

const system = 'sije';
const said = (text: string) => ({ es: text, en: text });
const defined = {
  type: 'FigureDefined',
  on,
  by,
  data: { system, figure: 'casillas', name: said('Casillas instaladas'), denominator: said('Casillas aprobadas') },
} as const;
const known = [...base.slice(0, -1), registered({ entities: ['iec'] }), defined];
const row = { entity: 'iec', date: '2020-06-07', time: '09:24', reported: 809, of: 1630 };
const reported = { type: 'FiguresReported', on: '2020-06-07', by, data: { system, figure: 'casillas', rows: [row] } } as const;

describe('figures of use', () => {
  const { given } = decided(reportFigures);
  const command = { on: '2020-06-07', by, system, figure: 'casillas', rows: [row] };
  test('reported is one thing and achieved another: 809 of 1,630 casillas reported says nothing of those installed', () => {
    const state = given(...known)
      .when(command)
      .thenRecords(reported);
    expect(totalOf(must(seriesOf(must(state.systems.systems.get(system), 'registered'))[0], 'defined'))).toEqual({
      reported: 809,
      of: 1630,
    });
  });
  test('what is wrong is told for every row, and nothing is recorded until all is right', () => {
    const rows = [
      { ...row, entity: 'ieeh' },
      { ...row, date: '2020-06-08' },
      { ...row, time: '10:06', reported: 2000 },
      { ...row, time: '11:00', achieved: 900 },
      row,
      row,
    ];
    given(...known)
      .when({ ...command, rows })
      .thenRefuses({
        kind: 'rows-wrong',
        faults: [
          { row: 1, kind: 'entity-unknown', entity: 'ieeh' },
          { row: 2, kind: 'date-ahead', date: '2020-06-08', on: '2020-06-07' },
          { row: 3, kind: 'reported-exceeds', reported: 2000, of: 1630 },
          { row: 4, kind: 'achieved-exceeds', achieved: 900, reported: 809 },
          { row: 6, kind: 'twice', first: 5 },
        ],
      });
  });
  test('the same figure sent twice is taken in once; another one for the same moment needs a reason', () => {
    given(...known, reported)
      .when(command)
      .thenRefuses({ kind: 'nothing-changed' });
    const other = { ...command, rows: [{ ...row, reported: 1325 }] };
    given(...known, reported)
      .when(other)
      .thenRefuses({ kind: 'rows-wrong', faults: [{ row: 1, kind: 'stated-already', reported: 809 }] });
    given(...known, reported)
      .when({ ...other, reason: 'Error de captura' })
      .thenRecords({ ...reported, data: { ...reported.data, rows: other.rows, reason: 'Error de captura' } });
  });
  test('figures of several days are one event a day, so that no day knows those of the next', () => {
    const rows = [{ ...row, date: '2020-06-06' }, row];
    given(...known)
      .when({ ...command, rows })
      .thenRecords({ ...reported, on: '2020-06-06', data: { ...reported.data, rows: [rows[0] ?? row] } }, reported);
  });
});

describe('incidents', () => {
  const at = (hour: string) => `2020-06-07T${hour}:00.000Z`;
  const data = {
    system,
    incident: 'i1',
    severity: 'critical',
    title: 'No responde',
    startedAt: at('15:00'),
    detectedAt: at('15:10'),
    entities: ['iec'],
  } as const;
  const opened = { type: 'IncidentOpened', on: '2020-06-07', by, data } as const;
  const resolved = {
    type: 'IncidentResolved',
    on: '2020-06-07',
    by,
    data: { system, incident: 'i1', at: at('16:00'), cause: 'Disco lleno' },
  } as const;

  test('is opened with its hours in order, for entities of the process', () => {
    const { given } = decided(openIncident);
    given(...base)
      .when({ on: '2020-06-07', by, ...data })
      .thenRecords(opened);
    given(...base, opened)
      .when({ on: '2020-06-07', by, ...data })
      .thenRefuses({ kind: 'incident-taken', incident: 'i1' });
    given(...base)
      .when({ on: '2020-06-07', by, ...data, detectedAt: at('14:00') })
      .thenRefuses({ kind: 'times-out-of-order', earlier: at('15:00'), later: at('14:00') });
    given(...base)
      .when({ on: '2020-06-07', by, ...data, entities: ['xyz'] })
      .thenRefuses({ kind: 'opl-unknown', opl: 'xyz' });
    given(...base)
      .when({ on: '2020-06-06', by, ...data })
      .thenRefuses({ kind: 'instant-ahead', at: at('15:10'), on: '2020-06-06' });
  });
  test('is resolved after it started, once', () => {
    const { given } = decided(resolveIncident);
    const command = { on: '2020-06-07', by, system, incident: 'i1', at: at('16:00'), cause: 'Disco lleno' };
    given(...base, opened)
      .when(command)
      .thenRecords(resolved);
    given(...base, opened)
      .when({ ...command, at: at('14:59') })
      .thenRefuses({ kind: 'times-out-of-order', earlier: at('15:00'), later: at('14:59') });
    given(...base, opened, resolved)
      .when(command)
      .thenRefuses({ kind: 'incident-not-possible', status: 'resolved' });
    given(...base)
      .when(command)
      .thenRefuses({ kind: 'incident-unknown', incident: 'i1' });
  });
  test('a critical one is closed only with its postmortem', () => {
    const { given } = decided(closeIncident);
    const command = { on: '2020-06-09', by, system, incident: 'i1', followUp: [] };
    given(...base, opened, resolved)
      .when(command)
      .thenRefuses({ kind: 'postmortem-missing' });
    const postmortem = { text: 'Análisis' };
    given(...base, opened, resolved)
      .when({ ...command, postmortem })
      .thenRecords({ type: 'IncidentClosed', on: '2020-06-09', by, data: { system, incident: 'i1', postmortem, followUp: [] } });
  });

  test('service is counted without planned maintenance, and what overlaps is counted once', () => {
    const maintenance = {
      type: 'MaintenancePlanned',
      on,
      by,
      data: { system, maintenance: 'm1', from: at('15:30'), to: at('15:45'), reason: 'Parche' },
    } as const;
    const { systems } = contextOf(...base, maintenance, opened, resolved);
    const level = serviceLevelOf(must(systems.systems.get(system), 'registered'), { from: at('12:00'), to: at('20:00') }, [
      { from: at('15:50'), to: at('16:10') },
    ]);
    expect(level).toEqual({ dueMinutes: 465, downMinutes: 55, availability: 1 - 55 / 465, incidents: 1, meanMinutesToResolve: 60 });
  });
});
