import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scenario, stateAfter } from '../../../test/given.ts';
import { by, said } from '../process/test-process.ts';
import type { SystemsState } from '../systems/views.ts';
import { listProbe, retireProbe, turnProbe } from './decide.ts';
import { type NewProbesEvent, type ProbesEvent, probesEvents, question, usualSchedule } from './events.ts';
import { type ProbesState, probesFold } from './state.ts';
import { availability, outagesOf, probesDown } from './views.ts';

const systems = { systems: new Map([['sije', {}]]) } as unknown as SystemsState; // only whether the system exists is asked
const on = '2026-11-25';
const data = {
  probe: 'sije-web',
  system: 'sije',
  name: said('SIJE'),
  question: { kind: 'http' as const, url: 'https://sije.ejemplo.mx/salud' },
  schedule: usualSchedule,
  isPrivate: false,
};
const listed = { type: 'ProbeListed', on, by, data } satisfies NewProbesEvent;
const retired = { type: 'ProbeRetired', on, by, data: { probe: 'sije-web', reason: 'Cambió de dirección.' } } satisfies NewProbesEvent;
const at = (time: string, day = 25) => `2026-11-${day}T${time}:00.000Z`;
const turned = (to: 'up' | 'down', since: string) =>
  ({ type: 'ProbeTurned', on, by, data: { probe: 'sije-web', to, since, confirmedAt: since } }) satisfies NewProbesEvent;

describe('listing a probe', () => {
  const { given } = scenario(probesFold, (probes: ProbesState, command: Parameters<typeof listProbe>[1]) =>
    listProbe({ probes, systems }, command),
  );
  test('is recorded, and nothing is known of it yet', () => {
    const state = given()
      .when({ on, by, ...data })
      .thenRecords(listed);
    expect(state.probes.get('sije-web')).toMatchObject({ system: 'sije', turns: [] });
  });
  test('twice under one id is refused', () => {
    given(listed)
      .when({ on, by, ...data })
      .thenRefuses({ kind: 'probe-exists', probe: 'sije-web' });
  });
  test('again under the id of one that was retired is refused: what was found keeps its meaning', () => {
    given(listed, retired)
      .when({ on, by, ...data })
      .thenRefuses({ kind: 'probe-exists', probe: 'sije-web' });
  });
  test('of a system that is not in the catalogue is refused', () => {
    given()
      .when({ on, by, ...data, system: 'otro' })
      .thenRefuses({ kind: 'system-unknown', system: 'otro' });
  });
  test('whose limit is longer than its interval is refused', () => {
    given()
      .when({ on, by, ...data, schedule: { ...usualSchedule, everySeconds: 10, limitMs: 20_000 } })
      .thenRefuses({ kind: 'limit-too-long', limitSeconds: 20, everySeconds: 10 });
  });
});

describe('a confirmed change', () => {
  const { given } = scenario(probesFold, (probes: ProbesState, command: Parameters<typeof turnProbe>[1]) => turnProbe({ probes }, command));
  const command = { on, by, ...turned('down', at('10:00')).data };
  test('is recorded with the instant since which it holds', () => {
    const state = given(listed, turned('up', at('09:00')))
      .when(command)
      .thenRecords(turned('down', at('10:00')));
    expect(probesDown(state)).toMatchObject([{ probe: { id: 'sije-web' }, outage: { since: at('10:00') } }]);
  });
  test('told by two watchers is recorded once', () => {
    given(listed, turned('down', at('10:00')))
      .when(command)
      .thenRefuses({ kind: 'turned-already', condition: 'down' });
  });
  test('of a probe that was never listed, or was retired, is refused', () => {
    given().when(command).thenRefuses({ kind: 'probe-unknown', probe: 'sije-web' });
    given(listed, retired).when(command).thenRefuses({ kind: 'probe-retired', probe: 'sije-web' });
  });
});

describe('retiring a probe', () => {
  const { given } = scenario(probesFold, (probes: ProbesState, command: Parameters<typeof retireProbe>[1]) =>
    retireProbe({ probes }, command),
  );
  const command = { on, by, ...retired.data };
  test('is recorded, and it is nobody’s outage any more', () => {
    const state = given(listed, turned('down', at('10:00')))
      .when(command)
      .thenRecords(retired);
    expect(probesDown(state)).toEqual([]);
  });
  test('without a reason, or twice, is refused', () => {
    given(listed)
      .when({ ...command, reason: ' ' })
      .thenRefuses({ kind: 'reason-missing' });
    given(listed, retired).when(command).thenRefuses({ kind: 'probe-retired', probe: 'sije-web' });
  });
});

describe('how long it answered', () => {
  const probeAfter = (...events: readonly NewProbesEvent[]) => {
    const probe = stateAfter<ProbesState, ProbesEvent>(probesFold, [listed, ...events]).probes.get('sije-web');
    if (!probe) throw new Error('it was listed');
    return probe;
  };
  test('is counted from the first confirmed condition on, without the outages', () => {
    const probe = probeAfter(turned('up', at('06:00')), turned('down', at('10:00')), turned('up', at('10:30')));
    expect(availability(probe, at('00:00'), at('12:00'))).toEqual({ knownSeconds: 6 * 3600, downSeconds: 1800 });
    expect(availability(probe, at('10:15'), at('10:20'))).toEqual({ knownSeconds: 300, downSeconds: 300 });
    expect(outagesOf(probe)).toEqual([{ from: at('10:00'), to: at('10:30') }]);
  });
  test('of one of which nothing is known is nothing, and not perfect', () => {
    expect(availability(probeAfter(), at('00:00'), at('12:00'))).toEqual({ knownSeconds: 0, downSeconds: 0 });
  });
  test('never is without an answer for longer than it is known', () => {
    const moments = fc.uniqueArray(fc.integer({ min: 0, max: 1439 }), { maxLength: 12 });
    fc.assert(
      fc.property(moments, fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }), (minutes, from, length) => {
        const clock = (minute: number) =>
          Temporal.Instant.from(at('00:00')).add({ minutes: minute }).toString({ fractionalSecondDigits: 3 });
        const sorted = [...minutes].sort((a, b) => a - b);
        const probe = probeAfter(...sorted.map((minute, i) => turned(i % 2 === 0 ? 'up' : 'down', clock(minute))));
        const { knownSeconds, downSeconds } = availability(probe, clock(from), clock(from + length));
        expect(downSeconds).toBeGreaterThanOrEqual(0);
        expect(downSeconds).toBeLessThanOrEqual(knownSeconds);
        expect(knownSeconds).toBeLessThanOrEqual(length * 60);
      }),
    );
  });
});

test.each([
  { kind: 'http', url: 'ftp://sije.ejemplo.mx/' },
  { kind: 'http', url: 'sije.ejemplo.mx' },
  { kind: 'http', url: 'https://sije.ejemplo.mx/', expectStatus: [] },
  { kind: 'tcp', host: 'con espacio', port: 80 },
  { kind: 'tcp', host: 'sije.ejemplo.mx', port: 70_000 },
  { kind: 'dns', host: '' },
  { kind: 'ping', host: 'sije.ejemplo.mx' },
])('%o is no question', (asked) => expect(question.safeParse(asked).success).toBe(false));

test('what the log holds passes its own schema', () => {
  for (const event of [listed, retired, turned('up', at('09:00'))])
    expect(probesEvents[event.type].safeParse(event.data).success).toBe(true);
});
