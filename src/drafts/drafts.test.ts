import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Drafts } from './drafts.ts';
import { openSqliteDrafts } from './sqlite.ts';

const folder = mkdtempSync(join(tmpdir(), 'atalaya-drafts-'));
let drafts: Drafts;
beforeAll(() => {
  drafts = openSqliteDrafts(folder);
});
afterAll(async () => {
  await drafts.close();
  rmSync(folder, { recursive: true });
});
const draft = (text: string, at = '2026-01-10T10:00:00.000Z', office = 'utsi') => ({ base: 1, text, office, at });

describe('drafts', () => {
  test('are one a person and text: the next keeping replaces the last', async () => {
    await drafts.keep('a', 'ana', draft('uno'));
    await drafts.keep('a', 'ana', draft('dos'));
    await drafts.keep('b', 'ana', draft('otro'));
    expect(await drafts.of('a', 'ana')).toEqual(draft('dos'));
    expect(await drafts.of('b', 'ana')).toEqual(draft('otro'));
  });
  test('are read by their writer alone; others learn that somebody writes, not what', async () => {
    await drafts.keep('a', 'eva', draft('mío', '2026-01-10T11:00:00.000Z', 'deoe'));
    expect(await drafts.of('a', 'luz')).toBeUndefined();
    expect(await drafts.others('a', 'ana')).toEqual([{ office: 'deoe', at: '2026-01-10T11:00:00.000Z' }]);
  });
  test('outlive the program, and go when discarded', async () => {
    await drafts.close();
    drafts = openSqliteDrafts(folder);
    expect((await drafts.of('a', 'ana'))?.text).toBe('dos');
    await drafts.discard('a', 'ana');
    expect(await drafts.of('a', 'ana')).toBeUndefined();
  });
  test('go by themselves half a year after the last touch', async () => {
    await drafts.keep('c', 'ana', draft('nuevo', '2026-08-10T10:00:00.000Z'));
    expect(await drafts.of('b', 'ana')).toBeUndefined();
    expect(await drafts.of('c', 'ana')).toBeDefined();
  });
});
