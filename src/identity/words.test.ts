import { expect, test } from 'vitest';
import { langs } from '../core/words.ts';
import { type IdentityRefusal, identityRefusalText } from './words.ts';

// The compiler refuses a table that lacks a kind of refusal.
const refusals: { readonly [K in IdentityRefusal['kind']]: readonly Extract<IdentityRefusal, { kind: K }>[] } = {
  'wrong-credentials': [{ kind: 'wrong-credentials' }],
  'rate-limited': [
    { kind: 'rate-limited', retryAfterSeconds: 30 },
    { kind: 'rate-limited', retryAfterSeconds: 840 },
  ],
  'bad-token': [{ kind: 'bad-token' }],
  'weak-password': (['too-short', 'too-long', 'is-the-email', 'too-common'] as const).map((why) => ({ kind: 'weak-password', why })),
  'email-taken': [{ kind: 'email-taken' }],
  'email-malformed': [{ kind: 'email-malformed' }],
  'name-missing': [{ kind: 'name-missing' }],
  'no-session': [{ kind: 'no-session' }],
  'wrong-code': [{ kind: 'wrong-code' }],
  'code-locked': [{ kind: 'code-locked' }],
  'key-refused': [{ kind: 'key-refused' }],
  'not-fresh': [{ kind: 'not-fresh' }],
  'wrong-password': [{ kind: 'wrong-password' }],
  'provider-unreachable': [{ kind: 'provider-unreachable' }],
  'provider-refused': [{ kind: 'provider-refused' }],
  'provider-unknown-account': [{ kind: 'provider-unknown-account' }],
  'unknown-person': [{ kind: 'unknown-person' }],
  'own-recovery': [{ kind: 'own-recovery' }],
  'reason-missing': [{ kind: 'reason-missing' }],
};

test.each(Object.values(refusals).flat())('the refusal %o has words in both languages', (refusal) => {
  const text = identityRefusalText(refusal);
  for (const lang of langs) expect(text[lang]).toMatch(/^\S.{15,}\.$/s);
  expect(text.es).not.toBe(text.en);
});

test('a wait is told in whole minutes', () => {
  expect(identityRefusalText({ kind: 'rate-limited', retryAfterSeconds: 30 }).es).toContain('Espere 1 minuto e');
  expect(identityRefusalText({ kind: 'rate-limited', retryAfterSeconds: 841 }).en).toContain('Wait 15 minutes and');
});
