import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checksDoc } from '../../../scripts/checks-doc.ts';

test('docs/checks.md says what the checks say; `node scripts/checks-doc.ts` writes it anew', () => {
  expect(readFileSync('docs/checks.md', 'utf8')).toBe(checksDoc());
});
