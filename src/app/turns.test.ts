import { describe, expect, test } from 'vitest';
import { must } from '../core/result.ts';
import { usualSchedule } from '../domain/probes/events.ts';
import { probesFold } from '../domain/probes/state.ts';
import { systemsFold } from '../domain/systems/state.ts';
import { base, contextOf, type NewAnyEvent } from '../domain/systems/test-systems.ts';
import { incidentsOf } from '../domain/systems/views.ts';
import { type ConfirmedTurn, decideTurn } from './turns.ts';

const on = '2020-10-18';
const at = (hour: string) => `2020-10-18T${hour}:00.000Z`;
const listed = (probe: string) => ({
  probe,
  system: 'sije',
  name: { es: probe, en: probe },
  question: { kind: 'tcp' as const, host: 'sije.ejemplo.mx', port: 443 },
  schedule: usualSchedule,
  isPrivate: false,
});

/** The world after two probes of «sije» were listed; each turn is decided and taken in. */
function world(...events: readonly NewAnyEvent[]) {
  const context = { ...contextOf(...base, ...events), probes: probesFold.initial() };
  let seq = 100;
  const stamp = <T extends object>(event: T) => ({ ...event, seq: ++seq, at: at('23:59'), stream: 'pel-2019-2020' });
  for (const probe of ['web', 'app'])
    probesFold.evolve(
      context.probes,
      stamp({ type: 'ProbeListed' as const, on: '2020-10-01', by: { office: 'administracion' }, data: listed(probe) }),
    );
  const turn = (probe: string, to: 'up' | 'down', hour: string, more: Partial<ConfirmedTurn> = {}) => {
    const decided = decideTurn(context, { probe, to, since: at(hour), confirmedAt: at(hour), on, confirmedOn: on, ...more });
    if (!decided.ok) return decided.error.kind;
    for (const event of decided.value.events) {
      if (event.type.startsWith('Probe')) probesFold.evolve(context.probes, stamp(event) as never);
      else systemsFold.evolve(context.systems, stamp(event) as never);
    }
    return decided.value.untold?.kind ?? decided.value.events.map((event) => event.type).join(' ');
  };
  return { turn, incidents: () => incidentsOf(must(context.systems.systems.get('sije'), 'registered')) };
}

describe('a confirmed change of a probe', () => {
  test('opens an incident when it does not answer, and mitigates it when it does: its cause is for people to tell', () => {
    const { turn, incidents } = world();
    expect(turn('web', 'down', '15:00', { failure: 'status', detail: '503', confirmedAt: at('15:02') })).toBe('ProbeTurned IncidentOpened');
    expect(incidents()).toMatchObject([
      {
        severity: 'major',
        title: 'web: Respuesta de error (503)',
        startedAt: at('15:00'),
        detectedAt: at('15:02'),
        probe: 'web',
        status: 'open',
      },
    ]);
    expect(turn('web', 'up', '15:30')).toBe('ProbeTurned IncidentMitigated');
    expect(incidents()).toMatchObject([{ status: 'mitigated', mitigatedAt: at('15:30') }]);
    expect(turn('web', 'down', '16:00', { failure: 'timeout' })).toBe('ProbeTurned IncidentOpened');
    expect(incidents()).toHaveLength(2);
  });
  test('of several probes of one system is one incident, mitigated when all of them answer', () => {
    const { turn, incidents } = world();
    turn('web', 'down', '15:00', { failure: 'timeout' });
    expect(turn('app', 'down', '15:05', { failure: 'connection' })).toBe('ProbeTurned IncidentNoted');
    expect(turn('web', 'up', '15:20')).toBe('ProbeTurned IncidentNoted');
    expect(turn('app', 'up', '15:30')).toBe('ProbeTurned IncidentMitigated');
    expect(incidents()).toHaveLength(1);
  });
  test('told by two watchers opens one incident', () => {
    const { turn, incidents } = world();
    turn('web', 'down', '15:00', { failure: 'timeout' });
    expect(turn('web', 'down', '15:00', { failure: 'timeout' })).toBe('turned-already');
    expect(incidents()).toHaveLength(1);
  });
  test('that says only that Atalaya may not ask is no incident of the system', () => {
    const { turn, incidents } = world();
    expect(turn('web', 'down', '15:00', { failure: 'guard' })).toBe('ProbeTurned');
    expect(turn('web', 'up', '15:10')).toBe('ProbeTurned');
    expect(incidents()).toEqual([]);
  });
  test('of a certificate that will end is a minor one', () => {
    const { turn, incidents } = world();
    turn('web', 'down', '15:00', { failure: 'certificate-ending' });
    expect(incidents()).toMatchObject([{ severity: 'minor' }]);
  });
  test('confirmed by a clock that was set back still opens its incident', () => {
    const { turn, incidents } = world();
    expect(turn('web', 'down', '15:00', { failure: 'timeout', confirmedAt: at('14:00') })).toBe('ProbeTurned IncidentOpened');
    expect(incidents()).toMatchObject([{ startedAt: at('14:00'), detectedAt: at('14:00') }]);
    expect(turn('web', 'up', '13:30')).toBe('ProbeTurned IncidentMitigated');
  });
});
