import { describe, expect, test } from 'vitest';
import { scenario } from '../../../test/given.ts';
import {
  cancelExercise,
  decideCheckpoint,
  holdExercise,
  judgeExercise,
  linkVerification,
  measureExercise,
  observeExercise,
  planExercise,
  resolveObservation,
  setCheckpoint,
} from './decide.ts';
import type { NewExercisesEvent } from './events.ts';
import { by, complete, contextFold, drill, drillDay, ground, held, measured, observed, planned, said } from './test-exercises.ts';

const cancelled: NewExercisesEvent = { type: 'ExerciseCancelled', on: '2020-09-20', by, data: { exercise: drill, reason: said('Veda.') } };
const later = '2020-10-04';

describe('planning an exercise', () => {
  const { given } = scenario(contextFold, planExercise);
  const command = { on: '2020-09-01', by, opl: 'iec', kind: 'drill' as const, number: 1, date: drillDay, actas: 1000 };

  test('names it by what it is', () => {
    given(...ground)
      .when(command)
      .thenRecords(planned());
  });
  test('the night of the election has no number', () => {
    const { number: _, ...night } = { ...command, kind: 'election-night' as const };
    given(...ground)
      .when(night)
      .thenRecords({
        type: 'ExercisePlanned',
        on: command.on,
        by,
        data: { exercise: 'iec-jornada', opl: 'iec', kind: 'election-night', date: drillDay, actas: 1000 },
      });
    given(...ground)
      .when({ ...night, number: 1 })
      .thenRefuses({ kind: 'number-needless' });
  });
  test('a drill has one', () => {
    const { number: _, ...unnumbered } = command;
    given(...ground)
      .when(unnumbered)
      .thenRefuses({ kind: 'number-missing', exercise: 'drill' });
  });
  test('again needs a reason, and keeps the former plan', () => {
    const again = { ...command, on: '2020-09-10', date: later };
    given(...ground, planned())
      .when(again)
      .thenRefuses({ kind: 'reason-missing' });
    const { exercises } = given(...ground, planned())
      .when({ ...again, reason: said('El tercero no estaba listo.') })
      .thenRecords({
        type: 'ExercisePlanned',
        on: '2020-09-10',
        by,
        data: {
          exercise: drill,
          opl: 'iec',
          kind: 'drill',
          number: 1,
          date: later,
          actas: 1000,
          reason: said('El tercero no estaba listo.'),
        },
      });
    expect(exercises.exercises.get(drill)?.plans.map((plan) => plan.date)).toEqual([drillDay, later]);
  });
  test('again is not dated before the plan it replaces', () => {
    given(...ground, planned())
      .when({ ...command, on: '2020-08-31', reason: said('Antes.') })
      .thenRefuses({ kind: 'before-last', on: '2020-08-31', last: '2020-09-01' });
  });
  test.each([
    ['held', [planned(), held()], 'held-already'],
    ['cancelled', [planned(), cancelled], 'cancelled-already'],
  ] as const)('one that was %s is not planned again', (_, events, kind) => {
    given(...ground, ...events)
      .when({ ...command, reason: said('Otra vez.') })
      .thenRefuses({ kind, exercise: drill });
  });
  test('is for an OPL of the process', () => {
    given(...ground)
      .when({ ...command, opl: 'ople' })
      .thenRefuses({ kind: 'opl-unknown', opl: 'ople' });
    given().when(command).thenRefuses({ kind: 'opl-unknown', opl: 'iec' });
  });
  test('is not decided after its day', () => {
    given(...ground)
      .when({ ...command, on: '2020-09-28' })
      .thenRefuses({ kind: 'planned-after-its-day', date: drillDay, on: '2020-09-28' });
  });
  test('places each phase once', () => {
    given(...ground)
      .when({ ...command, phases: ['digitalizacion', 'acopio', 'digitalizacion'] })
      .thenRefuses({ kind: 'phase-repeated', phase: 'digitalizacion' });
  });
});

describe('cancelling an exercise', () => {
  const { given } = scenario(contextFold, cancelExercise);
  const command = { on: '2020-09-20', by, exercise: drill, reason: said('Veda.') };

  test('states the reason', () => {
    given(...ground, planned())
      .when(command)
      .thenRecords(cancelled);
    given(...ground, planned())
      .when({ ...command, reason: said(' ') })
      .thenRefuses({ kind: 'reason-missing' });
  });
  test('does not undo what was held, happens once, and is not dated before the plan', () => {
    given(...ground, planned(), held())
      .when({ ...command, on: later })
      .thenRefuses({ kind: 'held-already', exercise: drill });
    given(...ground, planned(), cancelled)
      .when(command)
      .thenRefuses({ kind: 'cancelled-already', exercise: drill });
    given(...ground, planned())
      .when({ ...command, on: '2020-08-01' })
      .thenRefuses({ kind: 'before-last', on: '2020-08-01', last: '2020-09-01' });
  });
});

describe('holding an exercise', () => {
  const { given } = scenario(contextFold, holdExercise);

  test('is recorded on its day, or on a later one', () => {
    for (const on of [drillDay, later])
      given(...ground, planned())
        .when({ on, by, exercise: drill })
        .thenRecords(held(1, on));
  });
  test('not before its day: what is brought forward is planned again first', () => {
    given(...ground, planned())
      .when({ on: '2020-09-26', by, exercise: drill })
      .thenRefuses({ kind: 'before-its-day', date: drillDay, on: '2020-09-26' });
  });
  test('happens once, and not to one that was cancelled or never planned', () => {
    const command = { on: drillDay, by, exercise: drill };
    given(...ground, planned(), held())
      .when(command)
      .thenRefuses({ kind: 'held-already', exercise: drill });
    given(...ground, planned(), cancelled)
      .when(command)
      .thenRefuses({ kind: 'cancelled-already', exercise: drill });
    given(...ground)
      .when(command)
      .thenRefuses({ kind: 'exercise-unknown', exercise: drill });
  });
});

describe('measuring an exercise', () => {
  const { given } = scenario(contextFold, measureExercise);
  const command = { on: drillDay, by, exercise: drill };
  const ran = [...ground, planned(), held()];

  test('records what is known and nothing else', () => {
    given(...ran)
      .when({ ...command, coincide: false })
      .thenRecords(measured({ coincide: false }));
  });
  test('again needs a reason, and keeps the former figures', () => {
    const again = { ...command, on: '2020-09-29', ...complete() };
    given(...ran, measured({ coincide: false }))
      .when(again)
      .thenRefuses({ kind: 'reason-missing' });
    given(...ran, measured({ coincide: false }, 1, '2020-09-30'))
      .when({ ...again, reason: said('Informe del tercero.') })
      .thenRefuses({ kind: 'before-last', on: '2020-09-29', last: '2020-09-30' });
    const { exercises } = given(...ran, measured({ coincide: false }))
      .when({ ...again, reason: said('Informe del tercero.') })
      .thenRecords({
        type: 'ExerciseMeasured',
        on: '2020-09-29',
        by,
        data: { exercise: drill, ...complete(), reason: said('Informe del tercero.') },
      });
    expect(exercises.exercises.get(drill)?.measures).toHaveLength(2);
  });
  test('only what was held, and not before it was', () => {
    given(...ground, planned())
      .when(command)
      .thenRefuses({ kind: 'not-held', exercise: drill });
    given(...ran)
      .when({ ...command, on: '2020-09-26' })
      .thenRefuses({ kind: 'before-last', on: '2020-09-26', last: drillDay });
  });
  test('figures that cannot be true together are refused', () => {
    const [acopio, captura, publicacion] = (['acopio', 'captura', 'publicacion'] as const).map((phase) => ({ phase, exercised: true }));
    const wrong = (figures: object) => given(...ran).when({ ...command, ...figures });
    wrong({ phases: [acopio, acopio] }).thenRefuses({ kind: 'phase-repeated', phase: 'acopio' });
    wrong({
      phases: [
        { ...acopio, order: 2 },
        { ...captura, order: 2 },
      ],
    }).thenRefuses({ kind: 'order-repeated', order: 2 });
    wrong({ phases: [{ phase: 'cotejo', exercised: false, actas: 3 }] }).thenRefuses({ kind: 'phase-not-exercised', phase: 'cotejo' });
    wrong({ phases: [{ phase: 'cotejo', exercised: false, from: '09:00' }] }).thenRefuses({ kind: 'phase-not-exercised', phase: 'cotejo' });
    wrong({
      coincide: true,
      phases: [
        { ...captura, actas: 10 },
        { ...publicacion, actas: 9 },
      ],
    }).thenRefuses({ kind: 'counts-contradict', captured: 10, published: 9 });
    wrong({ progress: [{ minutes: 20 }, { minutes: 20 }] }).thenRefuses({ kind: 'progress-out-of-order', minutes: 20 });
  });
  test('a phase that was not exercised may say that no acta passed it', () => {
    const figures = { phases: [{ phase: 'cotejo' as const, exercised: false, actas: 0 }] };
    given(...ran)
      .when({ ...command, ...figures })
      .thenRecords(measured(figures));
  });
});

describe('observing an exercise', () => {
  const { given } = scenario(contextFold, observeExercise);
  const { observation: _, repeats: __, ...remark } = observed().data as Extract<NewExercisesEvent, { type: 'ExerciseObserved' }>['data'];
  const command = { on: drillDay, by, ...remark };
  const three = [...ground, planned(), planned(2, later), planned(3, '2020-10-11'), held(), held(2, later), held(3, '2020-10-11')];

  test('numbers each remark on the exercise', () => {
    given(...three)
      .when(command)
      .thenRecords(observed());
    given(...three, observed())
      .when(command)
      .thenRecords(observed(1, 2));
  });
  test('one that comes back points to the first of its kind, whichever is named', () => {
    const second = observed(2, 1, later, 'iec-simulacro-1/1');
    given(...three, observed())
      .when({ ...command, on: later, exercise: 'iec-simulacro-2', repeats: 'iec-simulacro-1/1' })
      .thenRecords(second);
    given(...three, observed(), second)
      .when({ ...command, on: '2020-10-11', exercise: 'iec-simulacro-3', repeats: 'iec-simulacro-2/1' })
      .thenRecords(observed(3, 1, '2020-10-11', 'iec-simulacro-1/1'));
  });
  test('repeats only what was observed on an earlier exercise of the same OPL', () => {
    given(...three)
      .when({ ...command, repeats: 'iec-simulacro-1/9' })
      .thenRefuses({ kind: 'observation-unknown', observation: 'iec-simulacro-1/9' });
    given(...three, observed())
      .when({ ...command, repeats: 'iec-simulacro-1/1' })
      .thenRefuses({ kind: 'repeats-not-earlier', observation: 'iec-simulacro-1/1' });
    given(...three, observed(2, 1, later))
      .when({ ...command, on: later, repeats: 'iec-simulacro-2/1' })
      .thenRefuses({ kind: 'repeats-not-earlier', observation: 'iec-simulacro-2/1' });
  });
  test('is not of an exercise that was only planned', () => {
    given(...ground, planned())
      .when(command)
      .thenRefuses({ kind: 'not-held', exercise: drill });
  });
});

describe('resolving an observation', () => {
  const { given } = scenario(contextFold, resolveObservation);
  const seen = [...ground, planned(), held(), observed()];
  const command = {
    on: later,
    by,
    observation: 'iec-simulacro-1/1',
    outcome: 'attended' as const,
    note: said('Se verificó en el simulacro 2.'),
  };
  const resolved = (outcome: 'attended' | 'partly' | 'not', on = later): NewExercisesEvent => {
    const { by: _, on: __, ...data } = command;
    return { type: 'ExerciseObservationResolved', on, by, data: { ...data, outcome } };
  };

  test('says with what outcome and why', () => {
    given(...seen)
      .when(command)
      .thenRecords(resolved('attended'));
    given(...seen)
      .when({ ...command, note: said('') })
      .thenRefuses({ kind: 'reason-missing' });
  });
  test('partly attended may become attended; attended stays so', () => {
    given(...seen, resolved('partly'))
      .when(command)
      .thenRecords(resolved('attended'));
    given(...seen, resolved('attended'))
      .when({ ...command, outcome: 'not' })
      .thenRefuses({ kind: 'resolved-already', observation: command.observation });
    given(...seen, resolved('not'))
      .when({ ...command, outcome: 'not' })
      .thenRefuses({ kind: 'resolved-already', observation: command.observation });
  });
  test('needs an observation, and is not dated before it or before the outcome it follows', () => {
    given(...ground)
      .when(command)
      .thenRefuses({ kind: 'observation-unknown', observation: command.observation });
    given(...seen)
      .when({ ...command, on: '2020-09-26' })
      .thenRefuses({ kind: 'before-last', on: '2020-09-26', last: drillDay });
    given(...seen, resolved('partly', '2020-10-05'))
      .when(command)
      .thenRefuses({ kind: 'before-last', on: later, last: '2020-10-05' });
  });
});

describe('judging an exercise', () => {
  const { given } = scenario(contextFold, judgeExercise);
  const command = { on: drillDay, by, exercise: drill, verdict: 'unsuccessful' as const, reason: said('Faltó el cotejo.') };
  const judged: NewExercisesEvent = {
    type: 'ExerciseJudged',
    on: drillDay,
    by,
    data: { exercise: drill, verdict: 'unsuccessful', reason: said('Faltó el cotejo.') },
  };

  test('records the verdict of the office with its reason, and may be done again', () => {
    given(...ground, planned(), held())
      .when(command)
      .thenRecords(judged);
    given(...ground, planned(), held(), judged)
      .when(command)
      .thenRecords(judged);
  });
  test('without a reason, or of what was not held, is refused', () => {
    given(...ground, planned(), held())
      .when({ ...command, reason: said('') })
      .thenRefuses({ kind: 'reason-missing' });
    given(...ground, planned())
      .when(command)
      .thenRefuses({ kind: 'not-held', exercise: drill });
  });
});

describe('linking a verification', () => {
  const { given } = scenario(contextFold, linkVerification);
  const command = { on: drillDay, by, exercise: drill, verification: 'verification:iec-simulacro-1' };
  const linked: NewExercisesEvent = {
    type: 'VerificationLinked',
    on: drillDay,
    by,
    data: { exercise: drill, verification: command.verification },
  };

  test('happens once for each', () => {
    given(...ground, planned(), held())
      .when(command)
      .thenRecords(linked);
    given(...ground, planned(), held(), linked)
      .when(command)
      .thenRefuses({ kind: 'verification-linked', verification: command.verification });
  });
});

describe('checkpoints', () => {
  const set = scenario(contextFold, setCheckpoint);
  const decide = scenario(contextFold, decideCheckpoint);
  const terms = {
    checkpoint: 'iec-continuar',
    opl: 'iec',
    date: '2020-10-12',
    title: said('¿Opera el PREP?'),
    criteria: [said('Un simulacro exitoso'), said('Sin observaciones que impidan operar')],
    planB: said('Publicar los resultados de los cómputos por acta.'),
  };
  const on = '2020-09-01';
  const was: NewExercisesEvent = { type: 'CheckpointSet', on, by, data: terms };
  const answer = {
    checkpoint: terms.checkpoint,
    decision: 'plan-b' as const,
    criteria: [{ met: false }, {}],
    reason: said('Ninguno fue exitoso.'),
  };
  const decided: NewExercisesEvent = { type: 'CheckpointDecided', on: '2020-10-12', by, data: answer };

  test('state the day, the criteria and plan B beforehand', () => {
    set
      .given(...ground)
      .when({ on, by, ...terms })
      .thenRecords(was);
    set
      .given(...ground)
      .when({ on: '2020-10-13', by, ...terms })
      .thenRefuses({ kind: 'planned-after-its-day', date: '2020-10-12', on: '2020-10-13' });
  });
  test('set again say why, and keep what they said', () => {
    const again = { on: '2020-09-15', by, ...terms, date: '2020-10-14' };
    set
      .given(...ground, was)
      .when(again)
      .thenRefuses({ kind: 'reason-missing' });
    const reason = said('Se agregó un simulacro.');
    const { exercises } = set
      .given(...ground, was)
      .when({ ...again, reason })
      .thenRecords({ type: 'CheckpointSet', on: '2020-09-15', by, data: { ...terms, date: '2020-10-14', reason } });
    expect(exercises.checkpoints.get(terms.checkpoint)?.terms.map((one) => one.date)).toEqual(['2020-10-12', '2020-10-14']);
    set
      .given(...ground, was)
      .when({ ...again, on: '2020-08-31', reason })
      .thenRefuses({ kind: 'before-last', on: '2020-08-31', last: on });
  });
  test('belong to one OPL and to its own exercises', () => {
    set
      .given(...ground)
      .when({ on, by, ...terms, opl: 'ople' })
      .thenRefuses({ kind: 'opl-unknown', opl: 'ople' });
    set
      .given(...ground, was)
      .when({ on, by, ...terms, opl: 'ieeh', reason: said('Otro.') })
      .thenRefuses({ kind: 'checkpoint-of-other-opl', checkpoint: terms.checkpoint, opl: 'iec' });
    set
      .given(...ground, planned())
      .when({ on, by, ...terms, opl: 'ieeh', exercise: drill })
      .thenRefuses({ kind: 'exercise-unknown', exercise: drill });
  });
  test('are decided once, each criterion answered, even if only as not known', () => {
    decide
      .given(...ground, was)
      .when({ on: '2020-10-12', by, ...answer })
      .thenRecords(decided);
    decide
      .given(...ground, was)
      .when({ on: '2020-10-12', by, ...answer, criteria: [{ met: true }] })
      .thenRefuses({ kind: 'criteria-differ', expected: 2, given: 1 });
    decide
      .given(...ground, was, decided)
      .when({ on: '2020-10-13', by, ...answer })
      .thenRefuses({ kind: 'decided-already', checkpoint: terms.checkpoint, on: '2020-10-12' });
    set
      .given(...ground, was, decided)
      .when({ on: '2020-10-12', by, ...terms, reason: said('Otra vez.') })
      .thenRefuses({ kind: 'decided-already', checkpoint: terms.checkpoint, on: '2020-10-12' });
  });
  test('are not decided without a reason, before they were set, or when there is none', () => {
    decide
      .given(...ground, was)
      .when({ on: '2020-10-12', by, ...answer, reason: said(' ') })
      .thenRefuses({ kind: 'reason-missing' });
    decide
      .given(...ground, was)
      .when({ on: '2020-08-01', by, ...answer })
      .thenRefuses({ kind: 'before-last', on: '2020-08-01', last: on });
    decide
      .given(...ground)
      .when({ on, by, ...answer })
      .thenRefuses({ kind: 'checkpoint-unknown', checkpoint: terms.checkpoint });
  });
});
