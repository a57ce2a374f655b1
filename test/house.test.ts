import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { crossingsOf, importsOf, sliceCycles } from './arrows.ts';

const files = globSync('src/**/*.{ts,tsx}').map((path) => ({ path, text: readFileSync(path, 'utf8') }));

describe('the arrows of the house', () => {
  test('no file of the house crosses one', () => {
    expect(files.length).toBeGreaterThan(10);
    expect(files.flatMap(crossingsOf)).toEqual([]);
  });

  test('slices do not lean on each other in a circle', () => {
    expect(sliceCycles(files)).toEqual([]);
  });

  test.each([
    ['src/core/dates.ts', "import { x } from '../ledger/ledger.ts';"],
    ['src/ledger/execute.ts', "import { x } from '../domain/plan/views.ts';"],
    ['src/domain/plan/views.ts', "import { x } from '../process/state.ts';"],
    ['src/domain/plan/decide.ts', "import { x } from 'node:fs';"],
    ['src/domain/plan/decide.ts', 'const today = Temporal.Now.plainDateISO();'],
    ['src/domain/plan/state.ts', "import { Hono } from 'hono';"],
    ['src/domain/plan/pages.tsx', "import { x } from '../meetings/state.ts';"],
    ['src/domain/plan/routes.tsx', "import { DatabaseSync } from 'node:sqlite';"],
    ['src/documents/pdf.ts', "import { x } from '../domain/plan/views.ts';"],
    ['src/ui/table.tsx', "import { x } from '../web/page.tsx';"],
    ['src/web/server.ts', "const x = await import('../domain/plan/routes.tsx');"],
    ['src/ledger/verify.ts', "import type { Entry } from './ledger.ts';"],
    ['src/web/server.ts', 'const now = Date.now();'],
    ['src/misc/things.ts', ''],
  ])('%s must not: %s', (path, text) => {
    const [crossing] = crossingsOf({ path, text });
    expect(crossing?.why).toBeTruthy();
  });

  test.each([
    ['src/domain/plan/views.ts', "import { x } from '../process/views.ts';"],
    ['src/domain/plan/routes.tsx', "import { x } from '../../web/page.tsx';"],
    ['src/ledger/execute.ts', "import { x } from '../core/result.ts';"],
    ['src/ui/table.tsx', "import { raw } from 'hono/html';"],
  ])('%s may: %s', (path, text) => {
    expect(crossingsOf({ path, text })).toEqual([]);
  });

  test('a circle of slices is found and told whole', () => {
    const circle = [
      { path: 'src/domain/a/views.ts', text: "import { x } from '../b/views.ts';" },
      { path: 'src/domain/b/views.ts', text: "import { x } from '../a/events.ts';" },
    ];
    expect(sliceCycles(circle)).toContain('a → b → a');
  });

  test('imports are seen in every form', () => {
    const text = "import a from 'a';\nimport 'b';\nexport { c } from 'c';\nconst d = await import('d');\nimport {\n  e,\n} from 'e';";
    expect(importsOf(text)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });
});
