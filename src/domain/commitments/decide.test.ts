import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { scenario, stateAfter } from '../../../test/given.ts';
import {
  type CommitmentRefusal,
  closeCommitment,
  dropCommitment,
  extendCommitment,
  giveEvidence,
  makeCommitment,
  returnCommitment,
} from './decide.ts';
import type { NewCommitmentEvent } from './events.ts';
import { type CommitmentsState, commitmentsFold } from './state.ts';
import { bornIn, commitmentsAbout, overdueCommitments, pendingCommitments, standingOn } from './views.ts';
import { commitmentRefusalText } from './words.ts';

const by = { office: 'secretaria-tecnica' };
const owner = { office: 'utsi' };
const on = '2019-11-12';
const commitment = 'C1';
const promised = {
  owner: 'utsi',
  due: '2019-11-29',
  text: 'Entregar el plan',
  origin: 'meeting:2' as const,
  item: 3,
  subject: 'opl:ieeh' as const,
};
const made = { type: 'CommitmentMade', on, by, data: { commitment, ...promised } } as const satisfies NewCommitmentEvent;
const evidence = {
  type: 'EvidenceGiven',
  on: '2019-11-28',
  by: owner,
  data: { commitment, text: 'Oficio 12' },
} as const satisfies NewCommitmentEvent;
const closed = { type: 'CommitmentClosed', on: '2019-11-29', by, data: { commitment } } as const satisfies NewCommitmentEvent;
const dropped = { type: 'CommitmentDropped', on, by, data: { commitment, reason: 'Ya no procede' } } as const satisfies NewCommitmentEvent;

const making = scenario(commitmentsFold, makeCommitment);
const giving = scenario(commitmentsFold, giveEvidence);
const closing = scenario(commitmentsFold, closeCommitment);
const extending = scenario(commitmentsFold, extendCommitment);

describe('a commitment', () => {
  test('is made in a meeting under a number of its own, and is seen from there and from what it is about', () => {
    const state = making
      .given()
      .when({ on, by, ...promised })
      .thenRecords(made);
    expect(bornIn(state, 2).map((one) => one.id)).toEqual(['C1']);
    expect(commitmentsAbout(state, 'opl:ieeh').map((one) => one.id)).toEqual(['C1']);
    making
      .given(made)
      .when({ on, by, ...promised })
      .thenRecords({ ...made, data: { ...made.data, commitment: 'C2' } });
  });
  test('is not due before it is made', () => {
    making
      .given()
      .when({ on, by, ...promised, due: '2019-11-11' })
      .thenRefuses({ kind: 'due-before', due: '2019-11-11', on });
    extending
      .given(made)
      .when({ on, by, commitment, due: '2019-11-01', reason: 'x' })
      .thenRefuses({ kind: 'due-before', due: '2019-11-01', on });
  });
  test('has its evidence from the office that owes it, or from the secretariat for it', () => {
    giving.given(made).when({ on: evidence.on, by: owner, commitment, text: 'Oficio 12', forOwner: false }).thenRecords(evidence);
    giving
      .given(made)
      .when({ on, by: { office: 'deoe' }, commitment, text: 'x', forOwner: false })
      .thenRefuses({ kind: 'not-owner', commitment });
    giving
      .given(made)
      .when({ on, by, commitment, text: 'Oficio 12', forOwner: true })
      .thenRecords({ ...evidence, on, by });
  });
  test('is not closed without evidence, nor by whoever owes it', () => {
    closing.given(made).when({ on, by, commitment }).thenRefuses({ kind: 'wrong-stage', commitment, stage: 'open' });
    closing.given(made, evidence).when({ on, by: owner, commitment }).thenRefuses({ kind: 'own-evidence', commitment });
    closing.given(made, evidence).when({ on: '2019-11-29', by, commitment }).thenRecords(closed);
  });
  test('is late from the day after its due date, not while its evidence waits to be judged, and is carried until it is closed', () => {
    const at = (...events: readonly NewCommitmentEvent[]) => stateAfter(commitmentsFold, events);
    const since = (state: CommitmentsState, day: string) => overdueCommitments(state, day).map((one) => one.since);
    expect([since(at(made), '2019-11-29'), since(at(made), '2019-12-05'), since(at(made, evidence), '2019-12-05')]).toEqual([
      [],
      ['2019-11-30'],
      [],
    ]);
    expect([pendingCommitments(at(made, evidence)).length, pendingCommitments(at(made, evidence, closed)).length]).toEqual([1, 0]);
    const one = at(made).commitments.get(commitment);
    expect(one && [standingOn(one, '2019-11-29'), standingOn(one, '2019-11-30')]).toEqual(['pending', 'overdue']);
  });
  test('keeps its former due dates when it is extended', () => {
    const later = { type: 'CommitmentExtended', on, by, data: { commitment, due: '2019-12-10', reason: 'Se pidió' } } as const;
    const state = extending.given(made).when({ on, by, commitment, due: '2019-12-10', reason: 'Se pidió' }).thenRecords(later);
    expect(state.commitments.get(commitment)?.steps.map((one) => one.due)).toEqual(['2019-11-29', '2019-12-10']);
    extending.given(made).when({ on, by, commitment, due: '2019-11-29', reason: 'x' }).thenRefuses({ kind: 'nothing-changed' });
    extending.given().when({ on, by, commitment, due: '2019-11-29', reason: 'x' }).thenRefuses({ kind: 'commitment-unknown', commitment });
  });
});

describe('the diagram of the README', () => {
  const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8');
  const edges = [...readme.matchAll(/^ {2}(\S+) --> (\S+): (\S+)$/gm)].map(([, from, to, verb]) => `${from} --> ${to}: ${verb}`);
  const worlds: Readonly<Record<string, readonly NewCommitmentEvent[]>> = {
    '[*]': [],
    open: [made],
    evidenced: [made, evidence],
    closed: [made, evidence, closed],
    dropped: [made, dropped],
  };
  const reason = 'Motivo';
  const verbs = {
    makeCommitment: (state: CommitmentsState) => makeCommitment(state, { on, by, ...promised }),
    extendCommitment: (state: CommitmentsState) => extendCommitment(state, { on, by, commitment, due: '2019-12-24', reason }),
    giveEvidence: (state: CommitmentsState) => giveEvidence(state, { on, by: owner, commitment, text: 'Oficio', forOwner: false }),
    returnCommitment: (state: CommitmentsState) => returnCommitment(state, { on, by, commitment, reason }),
    closeCommitment: (state: CommitmentsState) => closeCommitment(state, { on, by, commitment }),
    dropCommitment: (state: CommitmentsState) => dropCommitment(state, { on, by, commitment, reason }),
  };
  test('draws exactly the changes of one commitment that are allowed, each verb tried from each state', () => {
    const allowed = Object.entries(worlds).flatMap(([from, events]) =>
      Object.entries(verbs).flatMap(([verb, decide]) => {
        if (verb === 'makeCommitment' && from !== '[*]') return []; // makes another one
        const decision = decide(stateAfter(commitmentsFold, events));
        if (!decision.ok) return [];
        return [`${from} --> ${stateAfter(commitmentsFold, [...events, ...decision.value]).commitments.get(commitment)?.stage}: ${verb}`];
      }),
    );
    expect(allowed.toSorted()).toEqual(edges.toSorted());
  });
});

const samples: { readonly [K in CommitmentRefusal['kind']]: Extract<CommitmentRefusal, { kind: K }> } = {
  'commitment-unknown': { kind: 'commitment-unknown', commitment },
  'due-before': { kind: 'due-before', due: '2019-11-01', on },
  'not-owner': { kind: 'not-owner', commitment },
  'own-evidence': { kind: 'own-evidence', commitment },
  'wrong-stage': { kind: 'wrong-stage', commitment, stage: 'open' },
  'nothing-changed': { kind: 'nothing-changed' },
};
test.each(Object.values(samples))('refused, $kind: what and what to do, in both languages', (refusal) => {
  const { es, en } = commitmentRefusalText(refusal);
  for (const text of [es, en]) expect(text).toMatch(/^\p{Lu}.+\.$/u);
  expect(es).not.toBe(en);
});
