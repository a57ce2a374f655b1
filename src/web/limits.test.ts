import { expect, test } from 'vitest';
import { countedAs, createLimits, defaultLimits } from './limits.ts';

const settings = { write: 6, search: 2, export: 0, upload: 1, addressTimes: 2 };
function clock() {
  let now = 1_000_000;
  return { now: () => now, pass: (seconds: number) => (now += seconds * 1000) };
}

test('one person may do a minute’s worth at once, then waits, and the wait that is told is enough', () => {
  const time = clock();
  const limits = createLimits(settings, time.now);
  const take = () => limits.take('write', { identity: 'ana', address: 'a' });
  for (let n = 0; n < 6; n++) expect(take()).toBeUndefined();
  expect(take()).toBe(10);
  time.pass(9);
  expect(take()).toBe(1);
  time.pass(1);
  expect(take()).toBeUndefined();
  expect(take()).toBe(10); // a refused attempt costs nothing, and an accepted one its share
});

test('what is refused to one person is not refused to another, nor in another kind', () => {
  const limits = createLimits(settings, clock().now);
  for (let n = 0; n < 2; n++) limits.take('search', { identity: 'ana', address: 'a' });
  expect(limits.take('search', { identity: 'ana', address: 'a' })).toBe(30);
  expect(limits.take('search', { identity: 'eva', address: 'a' })).toBeUndefined();
  expect(limits.take('write', { identity: 'ana', address: 'a' })).toBeUndefined();
});

test('an address may so many times as much as a person, whoever comes from it, and so does one without a session', () => {
  const limits = createLimits(settings, clock().now);
  for (let n = 0; n < 4; n++) expect(limits.take('search', { identity: `p${n}`, address: 'a' })).toBeUndefined();
  expect(limits.take('search', { identity: 'p9', address: 'a' })).toBe(15);
  expect(limits.take('search', { address: 'a' })).toBe(15);
  expect(limits.take('search', { address: 'b' })).toBeUndefined();
});

test('zero is no limit, and memory is bounded however many come', () => {
  const time = clock();
  const limits = createLimits({ ...settings, addressTimes: 1 }, time.now, 100);
  for (let n = 0; n < 1000; n++) expect(limits.take('export', { address: 'a' })).toBeUndefined();
  for (let n = 0; n < 1000; n++) expect(limits.take('upload', { address: `a${n}` })).toBeUndefined();
  expect(limits.take('upload', { address: 'a999' })).toBe(60); // the latest are still known
});

test.each([
  [{ method: 'POST', path: '/x' }, 'write'],
  [{ method: 'POST', path: '/x', uploads: { maxBytes: 1 } }, 'upload'],
  [{ method: 'GET', path: '/:process/prep.csv' }, 'export'],
  [{ method: 'GET', path: '/:process/informes/:file{.+\\.(?:pdf|docx)}' }, 'export'],
  [{ method: 'GET', path: '/api/log/entries' }, 'export'],
  [{ method: 'GET', path: '/:process/buscar', counts: 'search' }, 'search'],
  [{ method: 'GET', path: '/:process/prep/:opl' }, undefined],
] as const)('%j is counted as %s', (route, kind) => {
  expect(countedAs(route)).toBe(kind);
});

test('what is set by default is what docs/operation.md says', () => {
  expect(defaultLimits).toEqual({ write: 120, search: 60, export: 60, upload: 60, addressTimes: 10 });
});
