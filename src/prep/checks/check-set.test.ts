import { expect, test } from 'vitest';
import { checkSet } from './check-set.ts';

/** Whoever changes a rule, its query or its words raises `checkSetVersion` once it has been published, and writes the new digest here. */
test('the rules are those of the version they bear', () => {
  expect(checkSet()).toEqual({ version: 1, sha256: 'b5efbfa79f0838fc714abb1e78558521833f6d1bbefecef0700cfb04439802bd' });
});
