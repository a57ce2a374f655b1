import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stamped, stateAfter } from '../../../test/given.ts';
import { must } from '../../core/result.ts';
import { joinOpl, moveElectionDay, openProcess, recordFact, setElectionDay, suspendProcess } from './decide.ts';
import { type NewProcessEvent, type ProcessEvent, processEvents } from './events.ts';
import { type ProcessState, processFold } from './state.ts';
import { agreed, by, coahuila, hidalgo, opening, said, source } from './test-process.ts';
import { decisionsBetween, electionDayOf, factsOf, suspensionOn } from './views.ts';

type Ask = (state: ProcessState, on: string) => ReturnType<typeof openProcess>;
const start = Temporal.PlainDate.from('2019-09-01');
/** Few enough days that acts, suspensions and election days collide. */
const date = fc.integer({ min: 0, max: 90 }).map((days) => start.add({ days }).toString());
const agreement = agreed('INE/CG1/2020');
const reason = said('Motivo');

const ask: fc.Arbitrary<Ask> = fc.oneof(
  fc.constant<Ask>((state, on) => openProcess(state, { on, by, ...opening })),
  fc.constantFrom(coahuila, hidalgo).map(
    (opl): Ask =>
      (state, on) =>
        joinOpl(state, { on, by, ...opl }),
  ),
  date.map(
    (jornada): Ask =>
      (state, on) =>
        setElectionDay(state, { on, by, jornada, agreement }),
  ),
  fc.constant<Ask>((state, on) => suspendProcess(state, { on, by, agreement, reason })),
  date.map(
    (jornada): Ask =>
      (state, on) =>
        moveElectionDay(state, { on, by, jornada, agreement, reason }),
  ),
  fc.constantFrom({}, { opl: 'iec' }).map(
    (opl): Ask =>
      (state, on) =>
        recordFact(state, { on, by, text: said('Hecho'), weight: 'plain', source, ...opl }),
  ),
);

/** What the log holds after these were asked for one after the other, and the state that grew with it. */
function recorded(asks: readonly { readonly ask: Ask; readonly on: string }[]): {
  readonly log: readonly NewProcessEvent[];
  readonly grown: ProcessState;
} {
  const log: NewProcessEvent[] = [];
  let grown = processFold.initial();
  for (const { ask: asked, on } of asks) {
    const decision = asked(grown, on);
    if (!decision.ok) continue;
    grown = stamped<ProcessEvent>(decision.value, log.length + 1).reduce(processFold.evolve, grown);
    log.push(...decision.value);
  }
  return { log, grown };
}
/** Things are asked for mostly in the order in which they happened, and one in five is recorded late. */
const history = fc.array(fc.tuple(ask, date, fc.nat(4)), { minLength: 10, maxLength: 40, size: 'max' }).map((list) => {
  const days = list.map(([, on]) => on).toSorted();
  const first = { ask: (state: ProcessState, on: string) => openProcess(state, { on, by, ...opening }), on: start.toString() };
  return recorded([
    first,
    ...list.map(([one, on, turn], index) => ({ ask: one, on: turn === 0 ? on : must(days[index], 'a day for each') })),
  ]);
});
const asOf = (log: readonly NewProcessEvent[], day: string) =>
  stateAfter<ProcessState, ProcessEvent>(
    processFold,
    log.filter((event) => event.on <= day),
  );

describe('laws of the process', () => {
  test('replay equals incremental: what the log reads back gives the state that grew with it', () => {
    fc.assert(
      fc.property(history, ({ log, grown }) => {
        const read: NewProcessEvent[] = JSON.parse(JSON.stringify(log));
        for (const event of read) processEvents[event.type].parse(event.data);
        expect(stateAfter<ProcessState, ProcessEvent>(processFold, read)).toEqual(grown);
      }),
    );
  });

  test('every day has its view: what had happened by then folds, however late it was recorded', () => {
    fc.assert(
      fc.property(history, date, ({ log }, day) => {
        const state = asOf(log, day);
        if (state.kind === 'absent') return;
        const lastFixed = log
          .filter((event) => event.on <= day && (event.type === 'ElectionDaySet' || event.type === 'ElectionDayMoved'))
          .at(-1);
        expect(electionDayOf(state)?.on).toBe(lastFixed?.on);
        expect(decisionsBetween(state, '', day)).toHaveLength(state.electionDays.length + state.suspensions.length);
        expect(factsOf(state).every((fact) => fact.on <= day)).toBe(true);
      }),
    );
  });

  test('as-of never looks ahead: a day is suspended or not whatever is decided afterwards', () => {
    fc.assert(
      fc.property(history, date, ({ log, grown }, day) => {
        const then = asOf(log, day);
        if (then.kind === 'absent' || grown.kind === 'absent') return;
        expect(suspensionOn(grown, day)?.from).toBe(suspensionOn(then, day)?.from);
      }),
      { numRuns: 500 },
    );
  });

  test('suspensions follow one another: at most one is open, and none begins before the former ends', () => {
    fc.assert(
      fc.property(history, ({ grown }) => {
        const suspensions = grown.kind === 'open' ? grown.suspensions : [];
        suspensions.forEach((one, index) => {
          const next = suspensions[index + 1];
          if (next) expect(one.to !== undefined && one.from <= one.to && one.to <= next.from).toBe(true);
        });
      }),
    );
  });
});
