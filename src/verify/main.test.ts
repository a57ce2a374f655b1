import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../test/open-test-app.ts';
import { exportLog, proofOf } from '../app/log-check.ts';
import { main } from './main.ts';

describe('a stranger checks what they were given', () => {
  let site: TestApp;
  let folder = '';
  let key = '';
  const at = (name: string): string => join(folder, name);
  const run = async (...args: string[]) => {
    const said: string[] = [];
    const exit = await main(
      args,
      (text) => said.push(text),
      (text) => said.push(text),
    );
    return { exit, text: said.join('\n') };
  };
  beforeAll(async () => {
    site = await openTestApp({ now: '2020-10-05T18:00:00.000Z' });
    folder = await mkdtemp(join(tmpdir(), 'atalaya-verify-'));
    key = site.app.ledger.verifierKey;
    const parts: string[] = [];
    await exportLog(site.app, (text) => void parts.push(text));
    await writeFile(at('log.txt'), parts.join(''));
    await writeFile(at('proof.json'), JSON.stringify(await proofOf(site.app, 7)));
  });
  afterAll(async () => {
    await site.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('an export holds; one letter altered, and it does not, and where is said', async () => {
    expect(await run('export', at('log.txt'), '--key', key)).toMatchObject({ exit: 0 });
    expect((await run('export', at('log.txt'))).text).toContain('(--key)');
    const text = await readFile(at('log.txt'), 'utf8');
    await writeFile(at('altered.txt'), text.replace('Hidalgo', 'Hidalga'));
    const altered = await run('export', at('altered.txt'), '--key', key);
    expect(altered.exit).toBe(1);
    expect(altered.text).toMatch(/línea \d+/i);
  });

  test('the foot of a page or a PDF is the root of the log at its position, or it is told which one is', async () => {
    const root = await site.app.rootAt(20);
    expect(await run('footer', at('log.txt'), '20', root, '--key', key)).toMatchObject({ exit: 0 });
    const wrong = await run('footer', at('log.txt'), '21', root, '--lang', 'en');
    expect(wrong.exit).toBe(1);
    expect(wrong.text).toContain(await site.app.rootAt(21));
    expect(await run('footer', at('log.txt'), '999999', root)).toMatchObject({ exit: 1 });
  });

  test('a proof holds; another body, another number or another key, and it does not', async () => {
    expect(await run('proof', at('proof.json'), '--key', key)).toMatchObject({ exit: 0 });
    const proof = JSON.parse(await readFile(at('proof.json'), 'utf8'));
    for (const [name, altered] of [
      ['body', { ...proof, body: proof.body.replace('"on":"20', '"on":"19') }],
      ['seq', { ...proof, seq: 8 }],
      ['path', { ...proof, proof: proof.proof.slice(1) }],
      ['entry', { ...proof, entry: { ...proof.entry, on: '2019-01-01' } }],
      ['entry-more', { ...proof, entry: { ...proof.entry, note: 'x' } }],
      ['leaf', { ...proof, leaf: proof.root }],
      ['root', { ...proof, root: proof.leaf }],
      ['size', { ...proof, size: proof.size + 1 }],
    ] as const) {
      await writeFile(at(`${name}.json`), JSON.stringify(altered));
      expect(await run('proof', at(`${name}.json`), '--key', key), name).toMatchObject({ exit: 1 });
    }
    const other = await openTestApp({ now: '2020-10-06T18:00:00.000Z' });
    expect(await run('proof', at('proof.json'), '--key', other.app.ledger.verifierKey)).toMatchObject({ exit: 1 });
    await other.close();
  });

  test('a checkpoint by itself holds under the key known from elsewhere, and under no other', async () => {
    await writeFile(at('note.txt'), await site.app.ledger.checkpoint());
    expect(await run('checkpoint', at('note.txt'), '--key', key)).toMatchObject({ exit: 0 });
    expect(await run('checkpoint', at('note.txt'))).toMatchObject({ exit: 2, text: expect.stringContaining('--key') });
    expect(await run('checkpoint', at('note.txt'), '--key', key.replace('+', '/x+'))).toMatchObject({ exit: 1 });
    expect(await run('checkpoint', at('log.txt'), '--key', key)).toMatchObject({ exit: 2 });
  });

  test('what is not understood or cannot be read says how it is asked', async () => {
    expect(await run()).toMatchObject({ exit: 2, text: expect.stringContaining('Uso: atalaya-verify') });
    expect(await run('export', at('nothing.txt'))).toMatchObject({ exit: 2 });
    await writeFile(at('other.json'), '{}');
    expect(await run('proof', at('other.json'))).toMatchObject({ exit: 2 });
  });
});
