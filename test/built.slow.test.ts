import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** The program as `npm run build` leaves it, started as a stranger starts it: what is bundled must be whole. */
const program = join(import.meta.dirname, '../dist/atalaya.js');
const node = join(import.meta.dirname, '../node_modules/.bin/node');
let dir: string;
beforeAll(() => {
  if (!existsSync(program)) throw new Error('dist/ is not there: run `npm run build` first, as `npm test` does');
  dir = mkdtempSync(join(tmpdir(), 'atalaya-built-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const start = (...words: readonly string[]) => spawn(node, [program, ...words, '--data', dir], { stdio: ['ignore', 'pipe', 'pipe'] });
async function run(...words: readonly string[]) {
  const child = start(...words);
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [out, err, exit] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { out, err, exit };
}

test('serves the example on an empty folder at the address it prints, and stops when it is told to', async () => {
  const child = start('serve', '--example', 'pel-2019-2020', '--port', '0');
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const errors = text(child.stderr);
  let said = '';
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /http:\/\/[^\s/]+:\d+/.exec(said)?.[0];
      if (found) resolve(found);
    });
    child.on('close', () => reject(new Error(`it ended: ${said}`)));
  });
  const page = await fetch(`${address}/pel-2019-2020/?al=2020-03-10`);
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<title>Tablero')]);
  const picture = await fetch(`${address}/manual`);
  expect(picture.status).toBe(200);
  child.kill('SIGTERM');
  expect([await ended, await errors]).toEqual([0, expect.stringContaining('Clave pública de la bitácora: atalaya/')]);
  expect(await errors).toContain(`http://localhost:${new URL(address).port}/puesta-en-marcha?token=`);
});

test('makes the informe of the PREPs as a PDF, twice the same', async () => {
  const make = async (name: string) => {
    const file = join(dir, name);
    const { exit, err } = await run(
      'report',
      'pel-2019-2020',
      '--kind',
      'prep',
      '--cutoff',
      '2020-03-10',
      '--format',
      'pdf',
      '--out',
      file,
    );
    expect([exit, err]).toEqual([0, '']);
    return readFileSync(file);
  };
  const [once, again] = [await make('a.pdf'), await make('b.pdf')];
  expect(once.subarray(0, 5).toString()).toBe('%PDF-');
  expect(again.equals(once)).toBe(true);
});

test('ends quietly when whoever reads its output stops reading', async () => {
  const child = start('plan', 'pel-2019-2020', '--jornada', '2020-06-07', '--json');
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  child.stdout.once('data', () => child.stdout.destroy());
  expect([await ended, await text(child.stderr)]).toEqual([0, '']);
});
