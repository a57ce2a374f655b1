import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { eventsDoc } from '../scripts/events-doc.ts';

test('docs/events.md says what the schemas say; `node scripts/events-doc.ts` writes it anew', () => {
  expect(readFileSync('docs/events.md', 'utf8')).toBe(eventsDoc());
});
