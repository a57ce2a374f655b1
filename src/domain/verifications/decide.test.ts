import { describe, expect, test } from 'vitest';
import { must } from '../../core/result.ts';
import { processFold } from '../process/state.ts';
import { type RecordVerification, recordComparison, recordVerification } from './decide.ts';
import type { NewVerificationsEvent } from './events.ts';
import { verificationsFold } from './state.ts';
import { comparisonsOf, electionsOf } from './views.ts';

const by = { office: 'utsi' };
const digest = (n: number): string => `${n}`.padStart(64, '0');
const stored = (n: number) => ({ sha256: digest(n), sizeBytes: 10, type: 'application/json', name: 'a.json' });
const source = { text: 'Prueba', confirmation: 'seen' } as const;
const name = { es: 'Proceso', en: 'Process' };

const process = [
  { type: 'ProcessOpened', data: { name, timeZone: 'America/Merida', example: false, fictitious: false, source } },
  { type: 'OplJoined', data: { opl: 'ieec', name, acronym: 'IEEC', entity: 'campeche', election: name, source } },
].reduce(
  (state, event, i) =>
    // The two events are written as the process slice writes them.
    processFold.evolve(state, { ...event, on: '2021-06-01', by, seq: i + 1, stream: 'p', at: '2021-06-01T00:00:00.000Z' } as never),
  processFold.initial(),
);

/** The world after these events, each on its own day. */
function given(...events: readonly NewVerificationsEvent[]) {
  const verifications = events.reduce(
    (state, event, i) => verificationsFold.evolve(state, { ...event, seq: i + 3, stream: 'p', at: '2021-06-07T00:00:00.000Z' }),
    verificationsFold.initial(),
  );
  return { process, verifications };
}

const cut = (n: number, cutAt: string | null) => ({ name: `${n}.csv`, sha256: digest(n), sizeBytes: 5, cutAt, actas: 271 });
const command: RecordVerification = {
  on: '2021-06-07',
  by,
  opl: 'ieec',
  occasion: 'night',
  election: 'JUNTAS',
  electionKey: 'JUNTAS-04-2021',
  cuts: [cut(1, '2021-06-06T22:40:00-05:00'), cut(2, '2021-06-06T23:20:00-05:00')],
  final: false,
  checkSet: { version: 1, sha256: digest(9) },
  counts: { error: 1, warning: 0, note: 0, corrected: 0 },
  standing: { counted: 1, notCounted: 0, notCaptured: 270, outOfCatalogue: 0 },
  totalsDiffer: 1,
  findings: stored(7),
};
const recorded = (one: RecordVerification, world = given()): NewVerificationsEvent => {
  const decided = recordVerification(world, one);
  return must(decided.ok ? decided.value[0] : undefined, 'it was recorded');
};
const refusal = (one: Partial<RecordVerification>, world = given()) => {
  const decided = recordVerification(world, { ...command, ...one });
  return decided.ok ? undefined : decided.error.kind;
};

describe('a verification is recorded once and for good', () => {
  test('under the name of its OPL and election, numbered', () => {
    const first = recorded(command);
    expect(first.data).toMatchObject({ verification: 'ieec-juntas-04-2021-1' });
    const second = recorded({ ...command, findings: stored(8) }, given(first));
    expect(second.data).toMatchObject({ verification: 'ieec-juntas-04-2021-2' });
    const drill = recorded({ ...command, occasion: 'drill', findings: stored(8) }, given(first));
    expect(drill.data).toMatchObject({ verification: 'ieec-juntas-04-2021-simulacro-1' });
  });

  test('refused: an OPL of another process, a day before it was open, cuts out of order, the same findings again', () => {
    expect(refusal({ opl: 'iec' })).toBe('opl-unknown');
    expect(refusal({ on: '2021-05-31' })).toBe('before-opening');
    expect(refusal({ cuts: command.cuts.toReversed() })).toBe('cuts-out-of-order');
    expect(refusal({}, given(recorded(command)))).toBe('recorded-already');
    expect(refusal({ occasion: 'drill' }, given(recorded(command)))).toBeUndefined();
    expect(recordVerification({ ...given(), process: { kind: 'absent' } }, command)).toMatchObject({ error: { kind: 'process-absent' } });
  });

  test('a cut without a time stands where it was put', () => {
    expect(refusal({ cuts: [cut(1, null), ...command.cuts, cut(4, null)] })).toBeUndefined();
  });
});

describe('what pages read', () => {
  test('the verification of the latest day stands first, the former ones after it; a drill never joins the night', () => {
    const first = recorded(command);
    const later = recorded({ ...command, on: '2021-06-08', findings: stored(8) }, given(first));
    const late = recorded({ ...command, findings: stored(6) }, given(first, later));
    const drill = recorded({ ...command, occasion: 'drill', findings: stored(5) }, given(first));
    const elections = electionsOf(given(first, later, late, drill).verifications);
    expect(elections.map((one) => [one.occasion, one.latest.verification, one.former.map((former) => former.verification)])).toEqual([
      ['night', 'ieec-juntas-04-2021-2', ['ieec-juntas-04-2021-3', 'ieec-juntas-04-2021-1']],
      ['drill', 'ieec-juntas-04-2021-simulacro-1', []],
    ]);
  });
});

describe('a comparison with the final count', () => {
  const comparison = {
    on: '2021-06-10',
    by,
    opl: 'ieec',
    election: 'JUNTAS',
    electionKey: 'JUNTAS-04-2021',
    prep: cut(2, null),
    computos: cut(3, null),
    counts: { matched: 270, equal: 200, different: 70, onlyLeft: 0, onlyRight: 1 },
    differences: stored(4),
  };

  test('is recorded once, beside the verifications of its election', () => {
    const first = recordComparison(given(), comparison);
    const event = must(first.ok ? first.value[0] : undefined, 'it was recorded');
    expect(event.data).toMatchObject({ comparison: 'ieec-juntas-04-2021-computos-1' });
    expect(recordComparison(given(event), comparison)).toMatchObject({ error: { kind: 'recorded-already' } });
    expect(recordComparison(given(), { ...comparison, opl: 'iec' })).toMatchObject({ error: { kind: 'opl-unknown' } });
    expect(comparisonsOf(given(event).verifications, comparison)).toHaveLength(1);
  });
});

test('cuts whose hour nobody said stand in no order: only those with an hour are held against each other', () => {
  const [first, second] = [cut(1, '2021-06-06T22:40:00-05:00'), cut(3, '2021-06-06T22:39:00-05:00')];
  expect(refusal({ cuts: [first, cut(2, null)] })).toBeUndefined();
  expect(refusal({ cuts: [first, cut(2, null), second] })).toBe('cuts-out-of-order');
});
