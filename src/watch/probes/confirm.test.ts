import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atFirst, confirm, nextIn, type Standing, type Turn } from './confirm.ts';
import type { Outcome } from './probe.ts';

const usualSchedule = { everySeconds: 60, limitMs: 10_000, retrySeconds: 15, failuresToConfirm: 3, answersToRecover: 2 };
const up: Outcome = { ok: true, latencyMs: 12 };
const down: Outcome = { ok: false, failure: 'timeout', detail: '10000 ms' };
const minute = (n: number) => Temporal.Instant.from('2026-11-25T12:00:00Z').add({ minutes: n }).toString({ fractionalSecondDigits: 3 });

/** One outcome a minute; `m` before it: during maintenance. */
function hearing(outcomes: string, start: Standing = atFirst): { standing: Standing; turns: readonly Turn[] } {
  const turns: Turn[] = [];
  let standing = start;
  for (const [i, sign] of [...outcomes.matchAll(/m?[+-]/g)].entries()) {
    const step = confirm(standing, sign[0].endsWith('+') ? up : down, minute(i), usualSchedule, sign[0].startsWith('m'));
    standing = step.standing;
    if (step.turn) turns.push(step.turn);
  }
  return { standing, turns };
}

describe('what is held to be true of an address', () => {
  test('one answer is enough to know that it answers', () => {
    expect(hearing('+')).toMatchObject({ standing: { condition: 'up' }, turns: [{ from: 'unknown', to: 'up' }] });
  });
  test('one failure, or two, are not an outage', () => {
    expect(hearing('+--+--+').turns).toHaveLength(1);
    expect(hearing('+--').standing).toMatchObject({ condition: 'up', against: 2 });
  });
  test('three in a row are, since the first of them', () => {
    expect(hearing('+---').turns.at(-1)).toEqual({
      from: 'up',
      to: 'down',
      since: minute(1),
      confirmedAt: minute(3),
      failure: 'timeout',
      detail: '10000 ms',
    });
  });
  test('it ends with two answers in a row, since the first of them', () => {
    expect(hearing('+---+-++').turns.at(-1)).toEqual({ from: 'down', to: 'up', since: minute(6), confirmedAt: minute(7) });
  });
  test('one that never answered is down once that is confirmed, and not before', () => {
    expect(hearing('--').standing.condition).toBe('unknown');
    expect(hearing('---').turns).toMatchObject([{ from: 'unknown', to: 'down', since: minute(0) }]);
  });
  test('what comes during maintenance confirms nothing', () => {
    expect(hearing('+m-m-m-m-').turns).toHaveLength(1);
    expect(hearing('+--m--').turns).toHaveLength(1);
    expect(hearing('+---m+m+').standing.condition).toBe('down');
  });
  test('turns alternate, whatever is answered, and each is confirmed by as many outcomes as the schedule asks', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('+', '-', 'm+', 'm-'), { maxLength: 200 }), (signs) => {
        const { turns } = hearing(signs.join(''));
        for (const [i, turn] of turns.entries()) {
          expect(turn.to).not.toBe(turn.from);
          if (i > 0) expect(turn.from).toBe(turns[i - 1]?.to);
          const outcomes = signs.slice(minutesOf(turn.since), minutesOf(turn.confirmedAt) + 1);
          expect(outcomes.every((sign) => sign === (turn.to === 'up' ? '+' : '-'))).toBe(true);
          expect(outcomes.length).toBe(turn.to === 'down' ? 3 : turn.from === 'unknown' ? 1 : 2);
        }
      }),
    );
  });
  test('while something is being confirmed, it is asked again sooner', () => {
    expect(nextIn(hearing('+').standing, usualSchedule)).toBe(60);
    expect(nextIn(hearing('+-').standing, usualSchedule)).toBe(15);
    expect(nextIn(hearing('+---').standing, usualSchedule)).toBe(60);
  });
});

const minutesOf = (at: string) =>
  Temporal.Instant.from('2026-11-25T12:00:00Z').until(Temporal.Instant.from(at), { largestUnit: 'minutes' }).minutes;
