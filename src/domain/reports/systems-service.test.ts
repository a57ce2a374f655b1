import { describe, expect, test } from 'vitest';
import { stateAfter } from '../../../test/given.ts';
import { type Block, plain, type Table } from '../../core/document.ts';
import type { IsoDate } from '../../core/event.ts';
import { type NewProbesEvent, type ProbesEvent, usualSchedule } from '../probes/events.ts';
import { type ProbesState, probesFold } from '../probes/state.ts';
import { base, by, contextOf, on, openProcess } from '../systems/test-systems.ts';
import { rowsOf } from '../systems/views.ts';
import { conditionsOf } from './systems-conditions.ts';
import { hasProbes, serviceOf } from './systems-service.ts';

const noPlan = { plans: [], reportingSince: new Map(), progress: new Map() };
const rowsIn = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.kind === 'table' ? [(block as Table).rows.map((row) => row.map(plain))] : []))[0];

describe('conditions of going into production, in the informe', () => {
  const asDeoe = { office: 'deoe' };
  const conditions = [
    { id: 'c1', text: 'Repetir la prueba de carga', due: '2020-03-01' },
    { id: 'c2', text: 'Capacitar a los consejos', due: '2020-03-20' },
    { id: 'c3', text: 'Publicar el manual', due: '2020-04-30' },
  ];
  const told = (day: IsoDate) => {
    const context = contextOf(
      ...base,
      { type: 'GateOpened', on, by, data: { system: 'sije', checklist: 'lista', decider: 'deoe', items: [] } },
      { type: 'GoLiveDecided', on: '2020-02-10', by: asDeoe, data: { system: 'sije', verdict: 'conditional', office: 'deoe', conditions } },
      { type: 'ConditionMet', on: '2020-02-28', by: asDeoe, data: { system: 'sije', condition: 'c1', evidence: { text: 'Oficio 8' } } },
    );
    return conditionsOf(rowsOf(openProcess(context), context.systems, day), 'es');
  };
  test('are each told with the day they are due and whether they were met', () => {
    expect(rowsIn(told('2020-04-01'))).toEqual([
      ['SIJE', 'Repetir la prueba de carga', '10 feb 2020', '1 mar 2020', 'Cumplida el 28 feb 2020'],
      ['SIJE', 'Capacitar a los consejos', '10 feb 2020', '20 mar 2020', 'Vencida'],
      ['SIJE', 'Publicar el manual', '10 feb 2020', '30 abr 2020', 'Por cumplir'],
    ]);
  });
  test('are not spoken of where nobody set one', () => {
    const context = contextOf(...base);
    expect(conditionsOf(rowsOf(openProcess(context), context.systems, on), 'es')).toEqual([]);
  });
});

describe('service levels in the informe', () => {
  const probe = {
    probe: 'sije-web',
    system: 'sije',
    name: { es: 'SIJE', en: 'SIJE' },
    question: { kind: 'tcp' as const, host: 'sije.example', port: 443 },
    schedule: usualSchedule,
    isPrivate: false,
  };
  const listed = { type: 'ProbeListed', on: '2020-02-01', by, data: probe } satisfies NewProbesEvent;
  const turned = (to: 'up' | 'down', since: string) =>
    ({
      type: 'ProbeTurned',
      on: since.slice(0, 10),
      by,
      data: { probe: probe.probe, to, since, confirmedAt: since },
    }) satisfies NewProbesEvent;
  const probesState = (...events: readonly NewProbesEvent[]) => stateAfter<ProbesState, ProbesEvent>(probesFold, events);
  const inputs = (probes: ProbesState | undefined, before?: IsoDate) => {
    const context = contextOf(...base);
    const now = { process: openProcess(context), plan: noPlan, systems: context.systems, ...(probes ? { probes } : {}) };
    return {
      lang: 'es' as const,
      cutoff: '2020-02-11',
      now,
      position: 1,
      root: 'a'.repeat(64),
      ...(before === undefined ? {} : { before: { cutoff: before, reading: now } }),
    };
  };
  const rows = (asked: ReturnType<typeof inputs>) => rowsIn(serviceOf(rowsOf(asked.now.process, asked.now.systems, asked.cutoff), asked));

  test('are counted from when a probe first confirmed anything, in minutes of the days of the process', () => {
    // Mexico City is six hours behind: the day of the cut-off ends at 06:00 UTC of the next.
    const probes = probesState(
      listed,
      turned('up', '2020-02-10T06:00:00.000Z'),
      turned('down', '2020-02-11T00:00:00.000Z'),
      turned('up', '2020-02-11T01:30:00.000Z'),
    );
    expect(rows(inputs(probes))).toEqual([['SIJE', '10 feb 2020', '96.87 %', '90', '2880', '0', '—']]);
    expect(rows(inputs(probes, '2020-02-10'))).toEqual([['SIJE', '11 feb 2020', '100.00 %', '0', '1440', '0', '—']]);
  });
  test('of a system that is watched and has not answered yet are no information', () => {
    expect(rows(inputs(probesState(listed)))?.[0]?.slice(0, 3)).toEqual(['SIJE', 'Sin información', '—']);
  });
  test('stand only where something is watched', () => {
    expect(hasProbes(inputs(undefined))).toBe(false);
    expect(hasProbes(inputs(probesState()))).toBe(false);
    expect(hasProbes(inputs(probesState(listed)))).toBe(true);
  });
});
