import { expect } from 'vitest';
import type { Fold, NewEvent, Stamp } from '../src/core/event.ts';
import type { Result } from '../src/core/result.ts';

type Unstamped<E> = E extends unknown ? Omit<E, keyof Stamp> : never;

/** What the ledger would add: numbers from `first`, one stream, one millisecond apart from 2026-01-01T00:00:00.001Z. */
export function stamped<E extends NewEvent & Stamp>(events: readonly Unstamped<E>[], first = 1): readonly E[] {
  return events.map((event, index) => {
    const seq = first + index;
    const at = Temporal.Instant.from('2026-01-01T00:00:00Z').add({ milliseconds: seq }).toString({ smallestUnit: 'millisecond' });
    return { ...event, seq, stream: 'pel-2019-2020', at } as unknown as E; // an E without its stamp, and the stamp
  });
}

/** Fresh state after these events. */
export const stateAfter = <S, E extends NewEvent & Stamp>(fold: Fold<S, E>, events: readonly Unstamped<E>[], first = 1): S =>
  stamped<E>(events, first).reduce(fold.evolve, fold.initial());

/**
 * `scenario(fold, verb).given(...events).when(command).thenRecords(...events)` or `.thenRefuses(refusal)`.
 * One scenario a verb of `decide.ts`. What was recorded is folded too: no decision may break the fold. Returns that state.
 * (Not `then`: an object with a method of that name is taken for a promise by `await`.)
 */
export function scenario<S, E extends NewEvent & Stamp, C, N extends NewEvent, R>(
  fold: Fold<S, E>,
  decide: (state: S, command: C) => Result<readonly N[], R>,
) {
  return {
    given: (...events: readonly Unstamped<E>[]) => ({
      when: (command: C) => {
        const state = stateAfter(fold, events);
        const decision = decide(state, command);
        return {
          thenRecords: (...expected: readonly Unstamped<E>[]): S => {
            expect(decision).toStrictEqual({ ok: true, value: expected });
            return stamped<E>(expected, events.length + 1).reduce(fold.evolve, state);
          },
          thenRefuses: (refusal: R): void => {
            expect(decision).toStrictEqual({ ok: false, error: refusal });
          },
        };
      },
    }),
  };
}
