import { globSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { allChecks } from './all.ts';
import { families, severities } from './check.ts';
import { conditionOf } from './queries.ts';

const here = import.meta.dirname;

describe('the shape of a check', () => {
  test('every folder with a check is in the list, under its own name, once', () => {
    const folders = globSync('*/check.ts', { cwd: here }).map((path) => path.split('/')[0] ?? '');
    expect(allChecks.map((check) => check.id).toSorted()).toEqual(folders.toSorted());
  });

  test.each(allChecks.map((check) => [check.id, check] as const))('%s says everything in both languages and accuses nobody', (_, check) => {
    expect(families).toContain(check.family);
    expect(severities).toContain(check.severity);
    for (const text of [check.title, check.source, check.publisher, check.overseer]) {
      expect(text.es.length).toBeGreaterThan(5);
      expect(text.en.length).toBeGreaterThan(5);
      expect(`${text.es} ${text.en}`).not.toMatch(/fraud|alterad|manipul|tamper/i);
    }
    expect(check.publisher.es).not.toBe(check.publisher.en);
    expect(check.overseer.es).not.toBe(check.overseer.en);
  });

  test.each(allChecks.filter((check) => check.kind === 'row').map((check) => check.id))('%s can be counted with the others', (id) => {
    expect(conditionOf(id)).toBeTruthy();
  });
});
