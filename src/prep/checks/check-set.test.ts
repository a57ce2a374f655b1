import { expect, test } from 'vitest';
import { checkSet } from './check-set.ts';

/** Whoever changes a rule, its query or its words raises `checkSetVersion` once it has been published, and writes the new digest here. */
test('the rules are those of the version they bear', () => {
  expect(checkSet()).toEqual({ version: 1, sha256: '1756c544683fd9d72ba921a840c0afcd75032accdf2cf5ffab952d609b879de6' });
});
