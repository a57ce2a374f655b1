import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readSecret, secretOf } from './secret.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'atalaya-secret-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('the secret is made on first start, read afterwards, and readable by its owner only', () => {
  const dataDir = join(folder, 'nueva');
  const first = readSecret(dataDir);
  expect(first.text).toMatch(/^[\w-]{43}$/);
  expect(readSecret(dataDir).text).toBe(first.text);
  expect(readdirSync(dataDir)).toEqual(['identity.secret']);
  const file = join(dataDir, 'identity.secret');
  expect((statSync(file).mode & 0o777).toString(8)).toBe('600');
  expect(readFileSync(file, 'utf8').trim()).toBe(first.text);
});

test('two installations have two secrets', () => {
  const [one, two] = ['a', 'b'].map((name) => readSecret(join(folder, name)).text);
  expect(one).not.toBe(two);
});

test('a short secret is refused, with what to do', () => {
  expect(() => secretOf('corto')).toThrow(/32 characters.*openssl/);
});
