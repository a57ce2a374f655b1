import { expect, test } from 'vitest';
import { ok, refuse } from '../core/result.ts';
import { createTexts } from './texts.ts';

const note = (name: string, sizeBytes = 10) => ({ sha256: name.padEnd(64, '0'), sizeBytes, type: 'text/plain', name: `${name}.txt` });

/** A store of these texts that tells what was read from it. */
function shelf(texts: Readonly<Record<string, string>>) {
  const read: string[] = [];
  return {
    asked: read,
    read: async ({ sha256 }: { readonly sha256: string }) => {
      const name = sha256.replace(/0+$/, '');
      read.push(name);
      const text = texts[name];
      return text === undefined ? refuse('missing' as const) : ok(new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>);
    },
  };
}

test('a file is read once, however often its text is asked for', async () => {
  const store = shelf({ a: 'uno' });
  const texts = createTexts(store);
  const both = await Promise.all([texts.of(note('a')), texts.of(note('a'))]);
  expect(both).toEqual([ok(['uno']), ok(['uno'])]);
  expect(await texts.of(note('a'))).toEqual(ok(['uno']));
  expect(store.asked).toEqual(['a']);
});

test('what was read long ago is let go when there is too much of it', async () => {
  const store = shelf({ a: 'x'.repeat(400), b: 'y'.repeat(400), c: 'z'.repeat(400) });
  const texts = createTexts(store, 1100);
  for (const name of ['a', 'b', 'c', 'c', 'a']) await texts.of(note(name));
  expect(store.asked).toEqual(['a', 'b', 'c', 'a']);
});

test('a file that is lost is asked for again, since it may be restored; one too large is never read', async () => {
  const store = shelf({});
  const texts = createTexts(store);
  expect(await texts.of(note('a'))).toEqual(refuse('missing'));
  await texts.of(note('a'));
  expect(store.asked).toEqual(['a', 'a']);
  expect(await texts.of(note('b', 200 * 2 ** 20))).toEqual(refuse('too-large'));
  expect(store.asked).toEqual(['a', 'a']);
});
