import { describe, expect, test } from 'vitest';
import { scenario, stateAfter } from '../../../test/given.ts';
import { by, said } from '../process/test-process.ts';
import { circulateReport, freezeReport, publishReport } from './decide.ts';
import { type NewReportEvent, type ReportEvent, reportEvents } from './events.ts';
import { type ReportsState, reportsFold } from './state.ts';
import { editionsOf, proofFor, reportsOf } from './views.ts';

const root = 'ab'.repeat(32);
const reason = said('Se corrige la fecha de un simulacro.');
const frozen = (cutoff: string, on: string, { edition = 1, kind = 'prep' as 'prep' | 'systems' } = {}) =>
  ({
    type: 'ReportFrozen',
    on,
    by,
    data: {
      report: edition === 1 ? `${kind}-${cutoff}` : `${kind}-${cutoff}-${edition}`,
      kind,
      cutoff,
      edition,
      position: 40,
      root,
      ...(edition === 1 ? {} : { reason }),
    },
  }) satisfies NewReportEvent;
const circulated = (report: string, on: string) => ({ type: 'ReportCirculated', on, by, data: { report } }) satisfies NewReportEvent;
const march = frozen('2020-03-10', '2020-03-12');

describe('freezing an informe', () => {
  const { given } = scenario(reportsFold, freezeReport);
  const command = { on: '2020-03-12', by, kind: 'prep', cutoff: '2020-03-10', position: 40, root } as const;

  test('fixes it to its cut-off, and to the position and root of the log', () => {
    const state = given().when(command).thenRecords(march);
    expect(state.reports.get('prep-2020-03-10')).toMatchObject({
      state: 'frozen',
      frozenOn: '2020-03-12',
      position: 40,
      root,
      edition: 1,
      by,
    });
    expect(reportEvents.ReportFrozen.safeParse(march.data).success).toBe(true);
  });
  test('may be done on the day of the cut-off', () => {
    given()
      .when({ ...command, on: '2020-03-10' })
      .thenRecords(frozen('2020-03-10', '2020-03-10'));
  });
  test('for a cut-off that lies ahead is refused', () => {
    given()
      .when({ ...command, on: '2020-03-09' })
      .thenRefuses({ kind: 'cutoff-in-future', cutoff: '2020-03-10', today: '2020-03-09' });
  });
  test('again for the same cut-off is another edition, and says why', () => {
    const state = given(march)
      .when({ ...command, reason })
      .thenRecords(frozen('2020-03-10', '2020-03-12', { edition: 2 }));
    expect([...state.reports.keys()]).toEqual(['prep-2020-03-10', 'prep-2020-03-10-2']);
  });
  test('again without saying why is refused', () => {
    given(march).when(command).thenRefuses({ kind: 'edition-needs-reason', cutoff: '2020-03-10', edition: 2 });
  });
  test('of the other kind for the same cut-off is a first edition', () => {
    given(march)
      .when({ ...command, kind: 'systems' })
      .thenRecords(frozen('2020-03-10', '2020-03-12', { kind: 'systems' }));
  });
  test('of a first edition keeps the reason somebody gave', () => {
    given()
      .when({ ...command, reason })
      .thenRecords({ ...march, data: { ...march.data, reason } });
  });
});

describe('circulating an informe', () => {
  const { given } = scenario(reportsFold, circulateReport);
  const command = { on: '2020-03-12', by, report: 'prep-2020-03-10' };

  test('is done once it is frozen, on the same day or later', () => {
    const state = given(march).when(command).thenRecords(circulated('prep-2020-03-10', '2020-03-12'));
    expect(state.reports.get('prep-2020-03-10')).toMatchObject({ state: 'circulated', circulatedOn: '2020-03-12', frozenOn: '2020-03-12' });
  });
  test('one that does not exist is refused', () => {
    given().when(command).thenRefuses({ kind: 'report-unknown', report: 'prep-2020-03-10' });
  });
  test('twice is refused, with the day of the first time', () => {
    given(march, circulated('prep-2020-03-10', '2020-03-12'))
      .when({ ...command, on: '2020-03-13' })
      .thenRefuses({ kind: 'circulated-already', report: 'prep-2020-03-10', on: '2020-03-12' });
  });
  test('before it was frozen is refused', () => {
    given(march)
      .when({ ...command, on: '2020-03-11' })
      .thenRefuses({ kind: 'not-frozen-yet', report: 'prep-2020-03-10', frozenOn: '2020-03-12' });
  });
  test('one edition leaves the other as it was', () => {
    const state = given(march, frozen('2020-03-10', '2020-03-13', { edition: 2 }))
      .when({ ...command, on: '2020-03-13', report: 'prep-2020-03-10-2' })
      .thenRecords(circulated('prep-2020-03-10-2', '2020-03-13'));
    expect([...state.reports.values()].map((one) => one.state)).toEqual(['frozen', 'circulated']);
  });
});

describe('the list of informes', () => {
  const state = stateAfter<ReportsState, ReportEvent>(reportsFold, [
    frozen('2020-02-11', '2020-02-13'),
    march,
    frozen('2020-03-10', '2020-03-13', { edition: 2 }),
    frozen('2020-01-07', '2020-03-14'),
    circulated('prep-2020-03-10-2', '2020-03-14'),
    circulated('prep-2020-03-10', '2020-03-13'),
  ]);
  test('goes from the latest cut-off back, later editions first', () => {
    expect(reportsOf(state).map((one) => one.id)).toEqual(['prep-2020-03-10-2', 'prep-2020-03-10', 'prep-2020-02-11', 'prep-2020-01-07']);
  });
  test('gives the editions of one kind and cut-off', () => {
    expect(editionsOf(state, 'prep', '2020-03-10').map((one) => one.edition)).toEqual([2, 1]);
    expect(editionsOf(state, 'systems', '2020-03-10')).toEqual([]);
  });
  test('proves a step of the cycle by the first day on which it was done', () => {
    expect(proofFor(state, '2020-03-10')).toEqual({ frozenOn: '2020-03-12', circulatedOn: '2020-03-13' });
    expect(proofFor(state, '2020-02-11')).toEqual({ frozenOn: '2020-02-13' });
    expect(proofFor(state, '2020-04-07')).toEqual({});
  });
});

test('circulating what was never frozen is a broken ledger, and says which entry', () => {
  expect(() => stateAfter<ReportsState, ReportEvent>(reportsFold, [circulated('prep-2020-03-10', '2020-03-12')])).toThrow('event 1');
});

test('an event this version does not know stops the fold: a log is never half understood', () => {
  expect(() => reportsFold.evolve(reportsFold.initial(), { type: 'ReportBurnt' } as never)).toThrow('unreachable case'); // no such event: that is the test
});

describe('publishing an informe', () => {
  const { given } = scenario(reportsFold, publishReport);
  const report = 'prep-2020-03-10';
  const command = { on: '2020-03-17', by, report };
  const published = { type: 'ReportPublished', on: '2020-03-17', by, data: { report } } satisfies NewReportEvent;

  test('comes after the group was handed it, and once', () => {
    given(march, circulated(report, '2020-03-12')).when(command).thenRecords(published);
    given(march).when(command).thenRefuses({ kind: 'not-circulated', report });
    given().when(command).thenRefuses({ kind: 'report-unknown', report });
    given(march, circulated(report, '2020-03-12'), published)
      .when(command)
      .thenRefuses({ kind: 'published-already', report, on: '2020-03-17' });
  });
});
