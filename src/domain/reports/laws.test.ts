import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stamped, stateAfter } from '../../../test/given.ts';
import { by, said } from '../process/test-process.ts';
import { circulateReport, freezeReport } from './decide.ts';
import { type NewReportEvent, type ReportEvent, reportEvents } from './events.ts';
import { type ReportsState, reportsFold } from './state.ts';
import { editionsOf, proofFor, reportsOf } from './views.ts';

type Ask = (state: ReportsState) => ReturnType<typeof freezeReport>;
const date = fc.integer({ min: 0, max: 12 }).map((days) => Temporal.PlainDate.from('2020-03-01').add({ days }).toString());
const cutoff = fc.constantFrom('2020-03-03', '2020-03-05');
const kind = fc.constantFrom('prep' as const, 'systems' as const);
const root = 'ab'.repeat(32);

const ask: fc.Arbitrary<Ask> = fc.oneof(
  fc.tuple(date, kind, cutoff, fc.boolean()).map(
    ([on, of, day, why]): Ask =>
      (state) =>
        freezeReport(state, { on, by, kind: of, cutoff: day, position: 9, root, ...(why ? { reason: said('Corrección') } : {}) }),
  ),
  fc.tuple(date, kind, cutoff, fc.constantFrom('', '-2', '-3')).map(
    ([on, of, day, edition]): Ask =>
      (state) =>
        circulateReport(state, { on, by, report: `${of}-${day}${edition}` }),
  ),
);
/** What the log holds after these were asked for one after the other, and the state that grew with it. */
const history = fc.array(ask, { minLength: 10, maxLength: 30, size: 'max' }).map((asks) => {
  const log: NewReportEvent[] = [];
  let grown = reportsFold.initial();
  for (const each of asks) {
    const decision = each(grown);
    if (!decision.ok) continue;
    grown = stamped<ReportEvent>(decision.value, log.length + 1).reduce(reportsFold.evolve, grown);
    log.push(...decision.value);
  }
  return { log, grown };
});

describe('laws of the informes', () => {
  test('replay equals incremental: what the log reads back gives the state that grew with it', () => {
    fc.assert(
      fc.property(history, ({ log, grown }) => {
        const read: NewReportEvent[] = JSON.parse(JSON.stringify(log));
        for (const event of read) reportEvents[event.type].parse(event.data);
        expect(stateAfter<ReportsState, ReportEvent>(reportsFold, read)).toEqual(grown);
      }),
    );
  });

  test('editions of a cut-off are numbered from one without gaps, and none is ever replaced', () => {
    fc.assert(
      fc.property(history, ({ log, grown }) => {
        expect(reportsOf(grown)).toHaveLength(log.filter((event) => event.type === 'ReportFrozen').length);
        for (const { kind: of, cutoff: day } of reportsOf(grown)) {
          const numbers = editionsOf(grown, of, day).map((one) => one.edition);
          expect(numbers).toEqual(numbers.map((_, index) => numbers.length - index));
        }
      }),
    );
  });

  test('every day has its view: nothing is circulated on a day on which it was not frozen yet', () => {
    fc.assert(
      fc.property(history, date, ({ log }, day) => {
        const known = stateAfter<ReportsState, ReportEvent>(
          reportsFold,
          log.filter((event) => event.on <= day),
        );
        for (const one of reportsOf(known)) {
          expect(one.cutoff <= one.frozenOn && one.frozenOn <= day).toBe(true);
          if (one.state === 'circulated') expect(one.frozenOn <= one.circulatedOn).toBe(true);
          const { frozenOn, circulatedOn } = proofFor(known, one.cutoff);
          expect(frozenOn !== undefined && (circulatedOn === undefined || frozenOn <= circulatedOn)).toBe(true);
        }
      }),
    );
  });
});
