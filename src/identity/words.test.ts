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
