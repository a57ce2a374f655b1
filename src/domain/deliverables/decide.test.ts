import { describe, expect, test } from 'vitest';
import { scenario } from '../../../test/given.ts';
import { itemsOf } from '../plan/views.ts';
import * as decide from './decide.ts';
import {
  by,
  concluding,
  contextFold,
  file,
  key,
  liaison,
  observed,
  observing,
  opl,
  reviewer,
  reviewing,
  said,
  start,
  submitted,
} from './test-deliverables.ts';

const submit = scenario(contextFold, decide.submitDeliverable);
const answer = scenario(contextFold, decide.answerObservation);
const review = scenario(contextFold, decide.reviewDeliverable);
const observe = scenario(contextFold, decide.makeObservation);
const settle = scenario(contextFold, decide.settleObservation);
const accept = scenario(contextFold, decide.acceptDeliverable);
const waive = scenario(contextFold, decide.waiveDeliverable);
const reserve = scenario(contextFold, decide.reserveDeliverable);

const handing = { on: '2020-02-01', by: liaison, opl, key, files: [file('a')], answers: [] };
const reviewing1 = { on: '2020-02-03', by: reviewer, opl, key, seen: 1 };
const first = 'iec/E14/1';
const answered = (on: string, version?: number) =>
  ({
    type: 'ObservationAnswered',
    on,
    by: liaison,
    data: { observation: first, ...(version === undefined ? { text: said('Va en el anexo 2.') } : { version }) },
  }) as const;
const settled = (on: string, outcome: 'attended' | 'partly' | 'not') =>
  ({ type: 'ObservationSettled', on, by: reviewer, data: { observation: first, outcome, note: said('Revisado.') } }) as const;

describe('handing in', () => {
  test('a version is the delivery of the obligation, both in one act', () => {
    submit
      .given(...start)
      .when(handing)
      .thenRecords(...submitted(1, '2020-02-01'));
  });

  test('the date of the document stands apart from the day it came in, and the plan judges by both', () => {
    submit
      .given(...start)
      .when({ ...handing, effectiveDate: '2020-01-30' })
      .thenRecords(
        {
          type: 'DeliverableSubmitted',
          on: '2020-02-01',
          by: liaison,
          data: { opl, key, version: 1, files: [file('a')], effectiveDate: '2020-01-30' },
        },
        { type: 'ObligationDelivered', on: '2020-02-01', by: liaison, data: { opl, key, effectiveDate: '2020-01-30' } },
      );
  });

  test('a new version answers observations in the same act', () => {
    submit
      .given(...start, ...submitted(1, '2020-02-01'), observed(1, 1, '2020-02-03'), observing('2020-02-03'))
      .when({ ...handing, on: '2020-02-05', files: [file('b')], answers: [{ observation: first }] })
      .thenRecords(
        { type: 'DeliverableSubmitted', on: '2020-02-05', by: liaison, data: { opl, key, version: 2, files: [file('b')] } },
        answered('2020-02-05', 2),
        { type: 'ObligationDelivered', on: '2020-02-05', by: liaison, data: { opl, key } },
      );
  });

  test('nothing, the same file twice, or the bytes of the version before are no version', () => {
    submit
      .given(...start)
      .when({ ...handing, files: [] })
      .thenRefuses({ kind: 'nothing-handed-in' });
    submit
      .given(...start)
      .when({ ...handing, files: [file('a'), file('a', 'otro.pdf')] })
      .thenRefuses({ kind: 'file-twice', name: 'otro.pdf' });
    const before = [...start, ...submitted(1, '2020-02-01')];
    submit
      .given(...before)
      .when({ ...handing, on: '2020-02-02' })
      .thenRefuses({ kind: 'same-as-before', version: 1 });
  });

  test('what the plan does not allow is refused whole: a document of another day, an obligation concluded', () => {
    submit
      .given(...start)
      .when({ ...handing, effectiveDate: '2020-02-02' })
      .thenRefuses({
        kind: 'document-dated-later',
        effectiveDate: '2020-02-02',
        on: '2020-02-01',
      });
    const done = [...start, ...submitted(1, '2020-02-01'), concluding('2020-02-02')];
    submit
      .given(...done)
      .when({ ...handing, on: '2020-02-03', files: [file('b')] })
      .thenRefuses({ kind: 'step-not-possible', step: 'deliver', after: 'conclude' });
    submit
      .given(...start)
      .when({ ...handing, key: 'E99' })
      .thenRefuses({ kind: 'obligation-unknown', key: 'E99' });
  });

  test('an answer in words needs words, and an observation of this same obligation that is not attended', () => {
    const before = [...start, ...submitted(1, '2020-02-01'), observed(1, 1, '2020-02-03'), observing('2020-02-03')];
    const replying = { on: '2020-02-04', by: liaison, opl, key };
    answer
      .given(...before)
      .when({ ...replying, answers: [{ observation: first, text: said('Va en el anexo 2.') }] })
      .thenRecords(answered('2020-02-04'));
    answer
      .given(...before)
      .when({ ...replying, answers: [{ observation: first }] })
      .thenRefuses({ kind: 'text-missing' });
    const other = { observation: 'iec/E14/9', text: said('x') };
    answer
      .given(...before)
      .when({ ...replying, answers: [other] })
      .thenRefuses({ kind: 'observation-unknown', observation: 'iec/E14/9' });
    const of = { ...replying, key: 'E15b', answers: [{ observation: first, text: said('x') }] };
    answer
      .given(...before)
      .when(of)
      .thenRefuses({ kind: 'observation-of-another', observation: first });
    answer
      .given(...before, settled('2020-02-04', 'attended'))
      .when({ ...replying, answers: [{ observation: first, text: said('x') }] })
      .thenRefuses({ kind: 'observation-attended', observation: first });
    answer
      .given(...before)
      .when({ ...replying, on: '2020-02-02', answers: [{ observation: first, text: said('x') }] })
      .thenRefuses({ kind: 'before-what-it-follows', on: '2020-02-02', last: '2020-02-03' });
  });
});

describe('reviewing', () => {
  const one = [...start, ...submitted(1, '2020-02-01')];
  const remark = { ...reviewing1, weight: 'mandatory', text: said('Falta el anexo.') } as const;

  test('taking up a version puts the obligation in review', () => {
    review
      .given(...one)
      .when(reviewing1)
      .thenRecords(
        { type: 'DeliverableReviewed', on: '2020-02-03', by: reviewer, data: { opl, key, version: 1 } },
        reviewing('2020-02-03'),
      );
    review
      .given(...start)
      .when(reviewing1)
      .thenRefuses({ kind: 'no-version' });
  });

  test('whoever looked at a version that is no longer the last one looks again', () => {
    const two = [...one, ...submitted(2, '2020-02-02')];
    for (const verb of [review, accept])
      verb
        .given(...two)
        .when(reviewing1)
        .thenRefuses({ kind: 'version-superseded', seen: 1, latest: 2 });
    observe
      .given(...two)
      .when(remark)
      .thenRefuses({ kind: 'version-superseded', seen: 1, latest: 2 });
  });

  test('a mandatory observation is pinned to its page and puts the obligation with observations, once', () => {
    observe
      .given(...one)
      .when({ ...remark, page: 4, section: '2.1' })
      .thenRecords(
        { ...observed(1, 1, '2020-02-03'), data: { ...observed(1, 1, '2020-02-03').data, page: 4, section: '2.1' } },
        observing('2020-02-03'),
      );
    observe
      .given(...one, observed(1, 1, '2020-02-03'), observing('2020-02-03'))
      .when(remark)
      .thenRecords(observed(2, 1, '2020-02-03'));
  });

  test('a recommendation asks for no answer: the obligation is in review', () => {
    observe
      .given(...one)
      .when({ ...remark, weight: 'recommendation' })
      .thenRecords(observed(1, 1, '2020-02-03', 'recommendation'), reviewing('2020-02-03'));
  });

  test('an observation that returns points to the first of its kind, also through one that returned before', () => {
    const again = (n: number) => ({ ...observed(n, 1, '2020-02-03'), data: { ...observed(n, 1, '2020-02-03').data, repeats: first } });
    const before = [...one, observed(1, 1, '2020-02-03'), observing('2020-02-03'), again(2)];
    observe
      .given(...before)
      .when({ ...remark, repeats: 'iec/E14/2' })
      .thenRecords(again(3));
    observe
      .given(...one)
      .when({ ...remark, repeats: 'ieeh/E14/1' })
      .thenRefuses({ kind: 'observation-unknown', observation: 'ieeh/E14/1' });
    observe
      .given(...one)
      .when({ ...remark, text: said(' ') })
      .thenRefuses({ kind: 'text-missing' });
  });

  test('what becomes of an observation is said with a reason, unless it is attended; not attended, it goes back to the OPL', () => {
    const before = [
      ...one,
      observed(1, 1, '2020-02-03'),
      observing('2020-02-03'),
      ...submitted(2, '2020-02-05'),
      answered('2020-02-05', 2),
    ];
    const saying = { on: '2020-02-06', by: reviewer, observation: first } as const;
    settle
      .given(...before)
      .when({ ...saying, outcome: 'attended' })
      .thenRecords({ type: 'ObservationSettled', on: '2020-02-06', by: reviewer, data: { observation: first, outcome: 'attended' } });
    settle
      .given(...before)
      .when({ ...saying, outcome: 'partly' })
      .thenRefuses({ kind: 'text-missing' });
    settle
      .given(...before)
      .when({ ...saying, outcome: 'not', note: said('Revisado.') })
      .thenRecords(settled('2020-02-06', 'not'), observing('2020-02-06'));
    settle
      .given(...one)
      .when({ ...saying, outcome: 'attended' })
      .thenRefuses({ kind: 'observation-unknown', observation: first });
    settle
      .given(...before, settled('2020-02-06', 'attended'))
      .when({ ...saying, outcome: 'partly', note: said('x') })
      .thenRefuses({ kind: 'observation-attended', observation: first });
    settle
      .given(...before, settled('2020-02-06', 'partly'))
      .when({ ...saying, outcome: 'partly', note: said('x') })
      .thenRefuses({ kind: 'already-said', outcome: 'partly' });
  });
});

describe('accepting', () => {
  const one = [...start, ...submitted(1, '2020-02-01')];

  test('concludes the obligation', () => {
    accept
      .given(...one)
      .when(reviewing1)
      .thenRecords(
        { type: 'DeliverableAccepted', on: '2020-02-03', by: reviewer, data: { opl, key, version: 1 } },
        concluding('2020-02-03'),
      );
  });

  test('is never for the office that handed in, nor for the same person in another office', () => {
    accept
      .given(...one)
      .when({ ...reviewing1, by: { ...liaison, person: 'otra-persona' } })
      .thenRefuses({ kind: 'same-office' });
    accept
      .given(...one)
      .when({ ...reviewing1, by: { ...reviewer, person: liaison.person } })
      .thenRefuses({ kind: 'same-person' });
  });

  test('waits for every mandatory observation, and for no recommendation', () => {
    accept
      .given(...one, observed(1, 1, '2020-02-03'), observing('2020-02-03'))
      .when(reviewing1)
      .thenRefuses({ kind: 'observations-pending', observations: [first] });
    accept
      .given(...one, observed(1, 1, '2020-02-03', 'recommendation'), reviewing('2020-02-03'))
      .when(reviewing1)
      .thenRecords(
        { type: 'DeliverableAccepted', on: '2020-02-03', by: reviewer, data: { opl, key, version: 1 } },
        concluding('2020-02-03'),
      );
  });

  test('closes the review: of two reviewers at once, the second is told', () => {
    const accepted = { type: 'DeliverableAccepted', on: '2020-02-03', by: reviewer, data: { opl, key, version: 1 } } as const;
    const done = [...one, accepted, concluding('2020-02-03')];
    for (const verb of [review, accept])
      verb
        .given(...done)
        .when(reviewing1)
        .thenRefuses({ kind: 'already-accepted', on: '2020-02-03' });
  });
});

describe('waiving and reserving', () => {
  const waiving = { on: '2020-02-01', by, opl, key, reason: said('La norma cambió.') };

  test('a waiver says why, and exempts the obligation', () => {
    waive
      .given(...start)
      .when(waiving)
      .thenRecords(
        { type: 'DeliverableWaived', on: '2020-02-01', by, data: { opl, key, reason: said('La norma cambió.') } },
        { type: 'ObligationExempted', on: '2020-02-01', by, data: { opl, key, note: said('La norma cambió.') } },
      );
    waive
      .given(...start)
      .when({ ...waiving, reason: said('') })
      .thenRefuses({ kind: 'text-missing' });
    waive
      .given(...start)
      .when({ ...waiving, until: '2020-01-31' })
      .thenRefuses({ kind: 'until-before', until: '2020-01-31', on: '2020-02-01' });
  });

  test('a waiver with a last day ends: nobody is late before, and the obligation runs on after', () => {
    const state = waive
      .given(...start)
      .when({ ...waiving, until: '2020-02-20' })
      .thenRecords(
        { type: 'DeliverableWaived', on: '2020-02-01', by, data: { opl, key, reason: said('La norma cambió.'), until: '2020-02-20' } },
        { type: 'ObligationExempted', on: '2020-02-01', by, data: { opl, key, note: said('La norma cambió.'), until: '2020-02-20' } },
      );
    if (state.process.kind !== 'open') throw new Error('the process is open');
    const { process, plan } = state;
    const statusOn = (day: string) => itemsOf(process, plan, process.opls[0] ?? (undefined as never), day)[0];
    expect(statusOn('2020-02-20')).toMatchObject({ status: 'not-applicable', daysLate: 0 });
    expect(statusOn('2020-02-25')).toMatchObject({ status: 'overdue', daysLate: 5 });
    const late = decide.submitDeliverable(state, { ...handing, on: '2020-02-22' });
    expect(late.ok).toBe(true);
  });

  test('a reservation says who, why and until when, of something that was handed in', () => {
    const reserving = { on: '2020-02-02', by: liaison, opl, key, owner: said('IEC'), reason: said('Seguridad.'), until: '2020-12-31' };
    const one = [...start, ...submitted(1, '2020-02-01')];
    const { on, by: who, ...data } = reserving;
    reserve
      .given(...one)
      .when(reserving)
      .thenRecords({ type: 'DeliverableReserved', on, by: who, data });
    reserve
      .given(...start)
      .when(reserving)
      .thenRefuses({ kind: 'no-version' });
    reserve
      .given(...one)
      .when({ ...reserving, owner: said(' ') })
      .thenRefuses({ kind: 'text-missing' });
    reserve
      .given(...one)
      .when({ ...reserving, until: '2020-02-01' })
      .thenRefuses({ kind: 'until-before', until: '2020-02-01', on: '2020-02-02' });
  });
});

describe('what belongs together', () => {
  const one = [...start, ...submitted(1, '2020-02-01')];
  const note = said('Con su anexo.');

  test('a version that answers an observation there is none of is refused whole', () => {
    submit
      .given(...one)
      .when({ ...handing, on: '2020-02-05', files: [file('b')], answers: [{ observation: 'iec/E14/9' }] })
      .thenRefuses({ kind: 'observation-unknown', observation: 'iec/E14/9' });
  });
  test('a note goes with the version and with the step, and with its acceptance', () => {
    const { answers: _, on, by: who, ...data } = { ...handing, note };
    submit
      .given(...start)
      .when({ ...handing, note })
      .thenRecords(
        { type: 'DeliverableSubmitted', on, by: who, data: { ...data, version: 1 } },
        { type: 'ObligationDelivered', on, by: who, data: { opl, key } },
      );
    accept
      .given(...one)
      .when({ ...reviewing1, note })
      .thenRecords(
        { type: 'DeliverableAccepted', on: '2020-02-03', by: reviewer, data: { opl, key, version: 1, note } },
        concluding('2020-02-03'),
      );
  });
  test('nothing is handed in on a day before what was handed in last', () => {
    submit
      .given(...one)
      .when({ ...handing, on: '2020-01-31', files: [file('b')] })
      .thenRefuses({ kind: 'before-what-it-follows', on: '2020-01-31', last: '2020-02-01' });
  });
  test('an observation of one OPL is not said to return in another', () => {
    const foreign = {
      ...observed(1, 1, '2020-02-03'),
      data: { ...observed(1, 1, '2020-02-03').data, observation: 'ieeh/E14/1', opl: 'ieeh' },
    };
    const [theirs] = submitted(1, '2020-02-01');
    observe
      .given(...one, { ...theirs, data: { ...theirs.data, opl: 'ieeh' } }, foreign)
      .when({ ...reviewing1, weight: 'mandatory', text: said('Otra vez.'), repeats: 'ieeh/E14/1' })
      .thenRefuses({ kind: 'observation-of-another', observation: 'ieeh/E14/1' });
  });
  test('a recommendation on what is being reviewed already takes no further step', () => {
    observe
      .given(...one, reviewing('2020-02-03'))
      .when({ ...reviewing1, weight: 'recommendation', text: said('Falta el anexo.') })
      .thenRecords(observed(1, 1, '2020-02-03', 'recommendation'));
  });
  test('an observation not attended sends back also what had been taken up for review', () => {
    settle
      .given(...one, observed(1, 1, '2020-02-03'), observing('2020-02-03'), ...submitted(2, '2020-02-05'), reviewing('2020-02-06'))
      .when({ on: '2020-02-07', by: reviewer, observation: first, outcome: 'not', note: said('Revisado.') })
      .thenRecords(settled('2020-02-07', 'not'), observing('2020-02-07'));
  });
  test('a reservation may leave a version that everybody reads', () => {
    const reserving = {
      on: '2020-02-02',
      by: liaison,
      opl,
      key,
      owner: said('IEC'),
      reason: said('Seguridad.'),
      until: '2020-12-31',
      publicVersion: file('f'),
    };
    const { on, by: who, ...data } = reserving;
    reserve
      .given(...one)
      .when(reserving)
      .thenRecords({ type: 'DeliverableReserved', on, by: who, data });
  });
});
