import { expect, test } from 'vitest';
import { checkSet } from './check-set.ts';

/** Whoever changes a rule, its query or its words raises `checkSetVersion` once it has been published, and writes the new digest here. */
test('the rules are those of the version they bear', () => {
  expect(checkSet()).toEqual({ version: 1, sha256: '9453afaf42b7a57b55d61012721d801dfe7c1261ba7a262dda4b06ad640f6190' });
});
