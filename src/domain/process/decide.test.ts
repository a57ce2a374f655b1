import { describe, expect, test } from 'vitest';
import { scenario, stateAfter } from '../../../test/given.ts';
import { joinOpl, moveElectionDay, openProcess, recordFact, setElectionDay, suspendProcess } from './decide.ts';
import type { NewProcessEvent, ProcessEvent } from './events.ts';
import { processFold } from './state.ts';
import {
  agreed,
  by,
  coahuila,
  fact,
  fixed,
  hidalgo,
  joined,
  moved,
  opened,
  openedOn,
  opening,
  said,
  source,
  suspended,
  under,
} from './test-process.ts';

const act = { on: openedOn, by };
const early = '2019-09-29';
const beforeOpening = { kind: 'before-opening', on: early, opened: openedOn } as const;

describe('opening a process', () => {
  const { given } = scenario(processFold, openProcess);
  test('a process may be opened once, with its source', () => {
    given()
      .when({ ...act, ...opening })
      .thenRecords(opened);
  });
  test('a process that is open is not opened again', () => {
    given(opened)
      .when({ ...act, ...opening })
      .thenRefuses({ kind: 'process-exists' });
  });
});

describe('joining an OPL', () => {
  const { given } = scenario(processFold, joinOpl);
  test('an OPL may join an open process', () => {
    given(opened)
      .when({ ...act, ...coahuila })
      .thenRecords(joined(coahuila));
  });
  test('an OPL may join after election day is fixed, and while the process is suspended', () => {
    given(opened, fixed(), suspended())
      .when({ ...act, ...hidalgo, on: '2020-04-02' })
      .thenRecords(joined(hidalgo, '2020-04-02'));
  });
  test('an OPL does not join twice', () => {
    given(opened, joined(coahuila))
      .when({ ...act, ...coahuila })
      .thenRefuses({ kind: 'opl-exists', opl: 'iec' });
  });
  test('nobody joins a process that does not exist', () => {
    given()
      .when({ ...act, ...coahuila })
      .thenRefuses({ kind: 'process-unknown' });
  });
  test('nobody joins before the process was opened', () => {
    given(opened)
      .when({ ...act, ...coahuila, on: early })
      .thenRefuses(beforeOpening);
  });
});

describe('fixing election day', () => {
  const { given } = scenario(processFold, setElectionDay);
  const command = { ...act, jornada: '2020-06-07', agreement: agreed('INE/CG433/2019') };
  test('an agreement fixes it', () => {
    given(opened).when(command).thenRecords(fixed());
  });
  test('what is fixed is moved, not fixed again', () => {
    given(opened, fixed()).when(command).thenRefuses({ kind: 'election-day-set-already', jornada: '2020-06-07' });
  });
  test('it is fixed before it comes, not on the day itself', () => {
    given(opened)
      .when({ ...command, on: '2020-06-07' })
      .thenRefuses({ kind: 'election-day-not-after-act', jornada: '2020-06-07', on: '2020-06-07' });
  });
  test('it is not fixed before the process was opened', () => {
    given(opened)
      .when({ ...command, on: early })
      .thenRefuses(beforeOpening);
  });
});

describe('suspending the process', () => {
  const { given } = scenario(processFold, suspendProcess);
  const command = { by, on: '2020-04-01', agreement: agreed('INE/CG83/2020'), reason: said('Emergencia sanitaria.') };
  test('an agreement suspends it', () => {
    given(...under)
      .when(command)
      .thenRecords(suspended());
  });
  test('a process that was resumed may be suspended again', () => {
    given(...under, suspended('2020-02-01'), moved('2020-06-14', '2020-03-01'))
      .when(command)
      .thenRecords(suspended());
  });
  test('a suspended process is not suspended again', () => {
    given(...under, suspended('2020-03-20'))
      .when(command)
      .thenRefuses({ kind: 'suspended-already', since: '2020-03-20' });
  });
  test('a process without election day has nothing to suspend', () => {
    given(opened).when(command).thenRefuses({ kind: 'election-day-missing' });
  });
  test('a suspension is not dated before the act it follows', () => {
    given(...under, moved('2020-06-14', '2020-04-02'))
      .when(command)
      .thenRefuses({ kind: 'before-last-decision', on: '2020-04-01', last: '2020-04-02' });
  });
});

describe('moving election day', () => {
  const { given } = scenario(processFold, moveElectionDay);
  const command = { by, on: '2020-07-30', jornada: '2020-10-18', agreement: agreed('INE/CG170/2020'), reason: said('Se reanuda.') };
  test('ends the suspension and fixes another day, in one act', () => {
    const state = given(...under, suspended())
      .when(command)
      .thenRecords(moved());
    expect(state).toMatchObject({ suspensions: [{ from: '2020-04-01', to: '2020-07-30' }] });
  });
  test('may be done without a suspension', () => {
    given(...under)
      .when(command)
      .thenRecords(moved());
  });
  test('may resume a suspended process on the same day as before', () => {
    given(...under, suspended())
      .when({ ...command, on: '2020-04-20', jornada: '2020-06-07' })
      .thenRecords(moved('2020-06-07', '2020-04-20'));
  });
  test('to the same day changes nothing, and is refused', () => {
    given(...under)
      .when({ ...command, on: '2020-04-20', jornada: '2020-06-07' })
      .thenRefuses({ kind: 'election-day-same', jornada: '2020-06-07' });
  });
  test('to the same day once the suspension is over is refused as well', () => {
    given(...under, suspended(), moved())
      .when({ ...command, on: '2020-08-01' })
      .thenRefuses({ kind: 'election-day-same', jornada: '2020-10-18' });
  });
  test('needs a day to move', () => {
    given(opened).when(command).thenRefuses({ kind: 'election-day-missing' });
  });
  test('never to the day of the act nor to an earlier one', () => {
    given(...under, suspended())
      .when({ ...command, jornada: '2020-07-30' })
      .thenRefuses({ kind: 'election-day-not-after-act', jornada: '2020-07-30', on: '2020-07-30' });
  });
  test('is not dated before the suspension it ends', () => {
    given(...under, suspended())
      .when({ ...command, on: '2020-03-31' })
      .thenRefuses({ kind: 'before-last-decision', on: '2020-03-31', last: '2020-04-01' });
  });
});

describe('recording a fact', () => {
  const { given } = scenario(processFold, recordFact);
  const command = { by, on: '2019-12-05', text: said('Hecho del 2019-12-05'), weight: 'plain', source } as const;
  test('a fact of the whole process', () => {
    given(opened).when(command).thenRecords(fact('2019-12-05'));
  });
  test('a fact of one OPL', () => {
    given(...under)
      .when({ ...command, opl: 'iec' })
      .thenRecords(fact('2019-12-05', 'iec'));
  });
  test('a fact of an OPL that is not in the process is refused', () => {
    given(opened)
      .when({ ...command, opl: 'iec' })
      .thenRefuses({ kind: 'opl-unknown', opl: 'iec' });
  });
  test('a fact is dated no earlier than the process', () => {
    given(opened)
      .when({ ...command, on: early })
      .thenRefuses(beforeOpening);
  });
});

test('an event before the process was opened is a broken ledger, and says which entry', () => {
  const orphan: NewProcessEvent = fixed();
  expect(() => stateAfter<ReturnType<typeof processFold.initial>, ProcessEvent>(processFold, [orphan])).toThrow('event 1 (ElectionDaySet)');
});

test('an event this version does not know stops the fold: a log is never half understood', () => {
  const state = stateAfter(processFold, under);
  expect(() => processFold.evolve(state, { type: 'ProcessClosed' } as never)).toThrow('unreachable case'); // no such event: that is the test
});
