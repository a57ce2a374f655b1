import { describe, expect, test } from 'vitest';
import { scenario, stateAfter } from '../../../test/given.ts';
import { answerReportObservation, attendReportObservation, observeReport } from './decide-observations.ts';
import type { NewReportEvent } from './events.ts';
import { reportsFold } from './state.ts';
import { observationsOf, standingOf, unansweredOf } from './views.ts';

const on = '2019-11-08';
const party = { office: 'representacion-partido' };
const by = { office: 'secretaria-tecnica' };
const report = 'prep-2019-11-05';
const frozen = {
  type: 'ReportFrozen',
  on: '2019-11-07',
  by,
  data: { report, kind: 'prep', cutoff: '2019-11-05', edition: 1, position: 9, root: 'ab'.repeat(32) },
} satisfies NewReportEvent;
const circulated = { type: 'ReportCirculated', on: '2019-11-07', by, data: { report } } satisfies NewReportEvent;
const place = { section: 'estado', paragraph: 2, quote: 'Los dos OPL avanzan.' };
const observed = {
  type: 'ReportObserved',
  on,
  by: party,
  data: { report, observation: 1, ...place, text: 'Falta la fuente.', answerBy: '2019-11-12' },
} satisfies NewReportEvent;
const answered = (text = 'Se agrega.') =>
  ({ type: 'ReportObservationAnswered', on, by, data: { report, observation: 1, text } }) satisfies NewReportEvent;
const attended = (how: 'attended' | 'partly' | 'not-attended' = 'attended') =>
  ({ type: 'ReportObservationAttended', on, by, data: { report, observation: 1, how } }) satisfies NewReportEvent;
const before = [frozen, circulated];

describe('observing an informe', () => {
  const { given } = scenario(reportsFold, observeReport);
  const command = { on, by: party, report, ...place, text: 'Falta la fuente.', answerBy: '2019-11-12' };
  test('says where, what, and by when it is to be answered', () => {
    const state = given(...before)
      .when(command)
      .thenRecords(observed);
    expect(unansweredOf(state)).toHaveLength(1);
  });
  test('is refused before it was circulated: nobody was handed it', () => {
    given(frozen).when(command).thenRefuses({ kind: 'not-circulated', report });
    given().when(command).thenRefuses({ kind: 'report-unknown', report });
  });
  test('is refused without words, or with a day to answer by that has passed', () => {
    given(...before)
      .when({ ...command, text: ' ' })
      .thenRefuses({ kind: 'nothing-said' });
    given(...before)
      .when({ ...command, answerBy: '2019-11-07' })
      .thenRefuses({ kind: 'answer-by-past', answerBy: '2019-11-07', on });
  });
});

describe('answering an observation', () => {
  const { given } = scenario(reportsFold, answerReportObservation);
  const command = { on, by, report, observation: 1, text: 'Se agrega.', answers: true };
  test('is recorded; a later answer stands beside it', () => {
    given(...before, observed)
      .when(command)
      .thenRecords(answered());
    const state = given(...before, observed, answered())
      .when({ ...command, text: 'Y se precisa.' })
      .thenRecords(answered('Y se precisa.'));
    expect(observationsOf(state, report)[0]?.answers).toHaveLength(2);
  });
  test('is refused to others, without words, of none, and once it is attended', () => {
    given(...before, observed)
      .when({ ...command, answers: false })
      .thenRefuses({ kind: 'not-yours' });
    given(...before, observed)
      .when({ ...command, text: '' })
      .thenRefuses({ kind: 'nothing-said' });
    given(...before)
      .when(command)
      .thenRefuses({ kind: 'observation-unknown', observation: 1 });
    given(...before, observed, answered(), attended())
      .when(command)
      .thenRefuses({ kind: 'attended-already', observation: 1, on });
  });
});

describe('what became of it', () => {
  const { given } = scenario(reportsFold, attendReportObservation);
  const command = { on, by, report, observation: 1, how: 'attended' as const };
  test('is said once it was answered', () => {
    given(...before, observed)
      .when(command)
      .thenRefuses({ kind: 'not-answered', observation: 1 });
    given(...before, observed, answered())
      .when(command)
      .thenRecords(attended());
  });
  test('attended in part may be settled again; attended, no more', () => {
    given(...before, observed, answered(), attended('partly'))
      .when(command)
      .thenRecords(attended());
    given(...before, observed, answered(), attended())
      .when(command)
      .thenRefuses({ kind: 'attended-already', observation: 1, on });
  });
  test('is late only after its day, and only while nobody answered', () => {
    const of = (...events: readonly NewReportEvent[]) => {
      const [one] = observationsOf(stateAfter(reportsFold, [...before, observed, ...events]), report);
      return one && [standingOf(one, '2019-11-12'), standingOf(one, '2019-11-13')];
    };
    expect(of()).toEqual(['open', 'late']);
    expect(of(answered())).toEqual(['answered', 'answered']);
    expect(of(answered(), attended('not-attended'))).toEqual(['not-attended', 'not-attended']);
  });
});

test('an observation of an informe there is none of is neither answered nor attended', () => {
  scenario(reportsFold, attendReportObservation)
    .given()
    .when({ on, by, report, observation: 1, how: 'attended' })
    .thenRefuses({ kind: 'report-unknown', report });
});
