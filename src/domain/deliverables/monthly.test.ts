import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scenario, stateAfter } from '../../../test/given.ts';
import { adopted, adoption, obligation } from '../plan/test-plan.ts';
import { type DeliverablesContext, submitDeliverable } from './decide.ts';
import type { MonthlyReport } from './events.ts';
import { lastReport, monthsOf, reportBefore, reportsOf } from './monthly.ts';
import { type AnyEvent, contextFold, file, liaison, opl, said, start } from './test-deliverables.ts';

const submit = scenario(contextFold, submitDeliverable);
const key = 'E03@2020-04';
const report = (staffHired?: number): MonthlyReport => ({
  done: said('Se contrató personal.'),
  next: said('Se capacitará.'),
  figures: staffHired === undefined ? {} : { staffHired },
});
const handing = { on: '2020-05-05', by: liaison, opl, key, files: [], answers: [], report: report(4) };
const handed = (of: string, version: number, told: MonthlyReport, on = '2020-05-05') =>
  [
    { type: 'DeliverableSubmitted', on, by: liaison, data: { opl, key: of, version, files: [], report: told } },
    { type: 'ObligationDelivered', on, by: liaison, data: { opl, key: of } },
  ] as const;

describe('the report of a month', () => {
  test('may be filled in, without a document', () => {
    submit
      .given(...start)
      .when(handing)
      .thenRecords(...handed(key, 1, report(4)));
  });

  test('a month that says the same as before is no new version; another figure is', () => {
    submit
      .given(...start, ...handed(key, 1, report(4)))
      .when(handing)
      .thenRefuses({ kind: 'same-as-before', version: 1 });
    submit
      .given(...start, ...handed(key, 1, report(4)))
      .when({ ...handing, report: report(5) })
      .thenRecords(...handed(key, 2, report(5)));
  });

  test('is refused of what is not reported month by month', () => {
    submit
      .given(...start)
      .when({ ...handing, key: 'E14' })
      .thenRefuses({ kind: 'not-monthly' });
  });

  test('says what was done and what comes next', () => {
    submit
      .given(...start)
      .when({ ...handing, report: { ...report(4), next: said(' ') } })
      .thenRefuses({ kind: 'text-missing' });
  });

  test('no system is more than wholly built', () => {
    submit
      .given(...start)
      .when({ ...handing, report: { ...report(), figures: { developmentPercent: 101 } } })
      .thenRefuses({ kind: 'over-hundred' });
  });
});

const months = ['2019-12', '2020-01', '2020-02', '2020-03', '2020-04'];
const plan = adopted(
  adoption(
    months.map((month) => obligation(`E03@${month}`, { due: '2020-05-05' })),
    '2020-06-07',
    'INE/CG433/2019',
  ),
);
type Line = Parameters<typeof stateAfter<DeliverablesContext, AnyEvent>>[1][number];
const stateOf = (...events: readonly Line[]) => stateAfter(contextFold, events);

describe('the figures beside', () => {
  test('are those of the last month that has any; what was not stated is absent, and a zero is a zero', () => {
    const { deliverables } = stateOf(...start, ...handed('E03@2020-02', 1, report(0)));
    expect(reportBefore(deliverables, opl, key)?.period).toBe('2020-02');
    expect(reportBefore(deliverables, opl, key)?.report.figures).toEqual({ staffHired: 0 });
    expect(reportBefore(deliverables, 'ieeh', key)).toBeUndefined();
  });

  test('are those of the last version; a month handed in as a document alone has none', () => {
    const alone = {
      type: 'DeliverableSubmitted',
      on: '2020-05-05',
      by: liaison,
      data: { opl, key, version: 1, files: [file('a')] },
    } as const;
    const { deliverables } = stateOf(...start, ...handed('E03@2020-03', 1, report(3)), ...handed('E03@2020-03', 2, report(2)), alone);
    expect(lastReport(deliverables, opl, 'E03@2020-03')?.figures).toEqual({ staffHired: 2 });
    expect(reportsOf(deliverables, opl).map(({ period }) => period)).toEqual(['2020-03']);
  });

  test('law: in whatever order months are handed in, none stands beside a month that is not earlier, and the nearest does', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(months, { minLength: 1 }), fc.constantFrom(...months), (told, asked) => {
        const events = told.flatMap((month) => handed(`E03@${month}`, 1, report(1)));
        const { deliverables } = stateOf(...start, ...events);
        const earlier = told.filter((month) => month < asked).sort();
        expect(reportBefore(deliverables, opl, `E03@${asked}`)?.period).toBe(earlier.at(-1));
      }),
    );
  });
});

test('a report handed in three days after its date is three days late, also while it is under review', () => {
  const { process, plan: state } = stateOf(...start.slice(0, -2), plan, ...handed(key, 1, report(1), '2020-05-08'));
  if (process.kind !== 'open') throw new Error('the process is open');
  const row = monthsOf(process, state, '2020-05-20').rows.find((one) => one.opl.id === opl);
  expect(row?.items.get('2020-04')).toMatchObject({ status: 'delivered', daysLate: 0, handedInLate: 3 });
  expect(row?.items.get('2020-03')).toMatchObject({ handedInLate: 0 });
});
