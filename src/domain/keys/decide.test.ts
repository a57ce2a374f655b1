import { describe, expect, test } from 'vitest';
import { scenario } from '../../../test/given.ts';
import type { Fold } from '../../core/event.ts';
import type { SystemsState } from '../systems/views.ts';
import { issueKey, type KeysContext, revokeKey, useKey } from './decide.ts';
import type { KeysEvent, NewKeysEvent } from './events.ts';
import { keysFold } from './state.ts';

const by = { office: 'utsi' };
const on = '2020-10-01';
const data = {
  key: 'sije-1',
  system: 'sije',
  scopes: ['release'],
  label: 'Servidor de liberaciones',
  hash: 'a'.repeat(64),
  until: '2020-12-31',
} as const;
const issued = { type: 'WriteKeyIssued', on, by, data } as const satisfies NewKeysEvent;
const revoked = {
  type: 'WriteKeyRevoked',
  on: '2020-10-05',
  by,
  data: { key: 'sije-1', reason: 'Se copió' },
} as const satisfies NewKeysEvent;
const used = {
  type: 'WriteKeyUsed',
  on: '2020-10-04',
  by,
  data: { key: 'sije-1', scope: 'release', request: 'sije-1.2.0', digest: 'b'.repeat(64) },
} as const satisfies NewKeysEvent;

/** Only which systems there are matters here. */
const systems = { activities: new Map(), systems: new Map([['sije', {}]]) } as unknown as SystemsState;
const contextFold: Fold<KeysContext, KeysEvent> = {
  initial: () => ({ keys: keysFold.initial(), systems }),
  evolve: (context, event) => ({ ...context, keys: keysFold.evolve(context.keys, event) }),
};

describe('a write key', () => {
  const { given } = scenario(contextFold, issueKey);
  test('is issued for a system, until a day', () => {
    given()
      .when({ on, by, ...data })
      .thenRecords(issued);
  });
  test('is not issued under a name that is taken, nor for a system there is none of', () => {
    given(issued)
      .when({ on, by, ...data })
      .thenRefuses({ kind: 'key-exists', key: 'sije-1' });
    given()
      .when({ on, by, ...data, system: 'snr' })
      .thenRefuses({ kind: 'system-unknown', system: 'snr' });
  });
  test('is issued for a time that lies ahead, and for 400 days at the most', () => {
    given()
      .when({ on, by, ...data, until: '2020-09-30' })
      .thenRefuses({ kind: 'already-over', until: '2020-09-30', on });
    given()
      .when({ on, by, ...data, until: on })
      .thenRecords({ ...issued, data: { ...data, until: on } });
    given()
      .when({ on, by, ...data, until: '2021-11-05' })
      .thenRecords({ ...issued, data: { ...data, until: '2021-11-05' } });
    given()
      .when({ on, by, ...data, until: '2021-11-06' })
      .thenRefuses({ kind: 'too-long', until: '2021-11-06', last: '2021-11-05' });
  });
});

describe('revoking a key', () => {
  const { given } = scenario(contextFold, revokeKey);
  const command = { on: '2020-10-05', by, key: 'sije-1', reason: 'Se copió' };
  test('says why, and is done once', () => {
    given(issued).when(command).thenRecords(revoked);
    given(issued)
      .when({ ...command, reason: ' ' })
      .thenRefuses({ kind: 'reason-missing' });
    given(issued, revoked).when(command).thenRefuses({ kind: 'revoked', on: '2020-10-05' });
  });
  test('there is none of is refused', () => {
    given().when(command).thenRefuses({ kind: 'key-unknown', key: 'sije-1' });
  });
});

describe('using a key', () => {
  const asked = { on: '2020-10-04', ...used.data, system: 'sije' };
  const answerTo = (given: readonly NewKeysEvent[], more: Partial<Parameters<typeof useKey>[1]> = {}) => {
    const keys = given.reduce(
      (state, event, i) => keysFold.evolve(state, { ...event, seq: i + 1, stream: 'p', at: '2020-10-04T00:00:00.000Z' }),
      keysFold.initial(),
    );
    return useKey({ keys }, { ...asked, ...more });
  };

  test('is recorded in the name of the office that issued it', () => {
    expect(answerTo([issued])).toMatchObject({ ok: true, value: { kind: 'first', events: [used] } });
  });
  test('is refused for another system, for what was not granted, once it is over or revoked, and when nobody issued it', () => {
    expect(answerTo([], {})).toEqual({ ok: false, error: { kind: 'key-unknown', key: 'sije-1' } });
    expect(answerTo([issued], { system: 'snr' })).toEqual({ ok: false, error: { kind: 'other-system', system: 'snr' } });
    expect(answerTo([issued], { scope: 'figures' })).toEqual({ ok: false, error: { kind: 'scope-not-granted', scope: 'figures' } });
    expect(answerTo([issued], { on: '2021-01-01' })).toEqual({ ok: false, error: { kind: 'expired', until: '2020-12-31' } });
    expect(answerTo([issued, revoked])).toEqual({ ok: false, error: { kind: 'revoked', on: '2020-10-05' } });
  });
  test('twice for the same is answered with the first time, even by a key that is over; for something else it is refused', () => {
    const former = { ok: true, value: { kind: 'repeated', use: { seq: 2, digest: 'b'.repeat(64) } } };
    expect(answerTo([issued, used])).toMatchObject(former);
    expect(answerTo([issued, used, revoked], { on: '2021-06-01' })).toMatchObject(former);
    expect(answerTo([issued, used], { digest: 'c'.repeat(64) })).toEqual({
      ok: false,
      error: { kind: 'sent-otherwise', request: 'sije-1.2.0' },
    });
  });
});
