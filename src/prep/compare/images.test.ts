import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { must } from '../../core/result.ts';
import { compareImages, keysInName, readImages } from './images.ts';
import { type SampleActa, sampleCuts } from './sample-tables.ts';

const digest = (text: string, algorithm = 'sha256') => createHash(algorithm).update(text).digest('hex');

async function compare(actas: readonly SampleActa[], files: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'atalaya-images-'));
  const { connection, cuts } = await sampleCuts({ actas });
  try {
    mkdirSync(join(folder, 'distrito-1'));
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    return await compareImages(connection, must(cuts[0], 'one cut'), await readImages(folder));
  } finally {
    connection.closeSync();
    rmSync(folder, { recursive: true });
  }
}
const acta = (key: string, image: string, algorithm?: string): SampleActa => ({ key, votes: [1], hash: digest(image, algorithm) });

test('an image is known by its hash, whatever its name, and other files are no images', async () => {
  const found = await compare([acta('280749B0100', 'uno'), acta('280749C0100', 'dos')], {
    'distrito-1/280749B010002.jpg': 'uno',
    'escaneo-7.JPG': 'dos',
    'leeme.txt': 'no',
  });
  expect(found).toMatchObject({ files: 2, matched: 2, actasWithoutImage: 0, findings: [] });
});

test('an image under an acta’s name with another hash is an error that shows both', async () => {
  const found = await compare([acta('280749B0100', 'uno')], { '280749B0100.jpg': 'otra' });
  expect(found).toMatchObject({ matched: 0, differs: 1, actasWithoutImage: 1 });
  expect(found.findings).toMatchObject([
    { check: 'image-hash-differs', severity: 'error', saw: digest('otra'), expected: digest('uno'), rows: [1] },
  ]);
});

test('an image with the hash of one acta and the name of another is told', async () => {
  const found = await compare([acta('280749B0100', 'uno'), acta('280749C0100', 'dos')], { '280749C0100.png': 'uno' });
  expect(found).toMatchObject({ matched: 0, misnamed: 1, actasWithoutImage: 1 });
});

test('a hash of 40 hex digits is compared as SHA-1', async () => {
  expect(await compare([acta('280749B0100', 'uno', 'sha1')], { 'a.jpg': 'uno' })).toMatchObject({ matched: 1, actasWithoutImage: 0 });
});

test('an image of no acta is a note; an empty folder is nothing at all', async () => {
  expect((await compare([acta('280749B0100', 'uno')], { 'perro.jpg': 'x' })).findings).toMatchObject([
    { check: 'image-unknown', severity: 'note' },
  ]);
  expect(await compare([acta('280749B0100', 'uno')], {})).toMatchObject({ files: 0, actasWithoutImage: 1, findings: [] });
});

test('a key is found in a name with prefixes, suffixes and folders', () => {
  expect(keysInName('d1/PREP_280749B010002_v1.jpg')).toContain('280749B0100');
  expect(keysInName('d1/PREP_280749B010002_v1.jpg')).toContain('280749B010002');
});
