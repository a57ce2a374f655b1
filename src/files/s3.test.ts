import { createHash } from 'node:crypto';
import { globSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from '@20minutes/s3rver';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDiskStore } from './disk.ts';
import { openS3Store, type S3Settings, s3Place, sendFiles } from './s3.ts';
import type { FileStore } from './store.ts';
import { docm, pdf, streamOf } from './test-files.ts';

const asked = (givenName: string, maxBytes = 10 * 2 ** 20) => ({ givenName, maxBytes });
const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('evidence kept in S3-compatible storage', () => {
  const folder = mkdtempSync(join(tmpdir(), 'atalaya-s3-'));
  const aside = join(folder, 'aside');
  const server = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: join(folder, 's3'),
    configureBuckets: [{ name: 'actas' }],
  });
  let settings: S3Settings;
  let store: FileStore;
  /** Where the server keeps an object's bytes. */
  const objects = () => globSync('**/*._S3rver_object', { cwd: join(folder, 's3') });

  beforeAll(async () => {
    const { port } = await server.run();
    settings = { url: `http://127.0.0.1:${port}/actas/atalaya`, key: 'S3RVER', secret: 'S3RVER', region: 'us-east-1' };
    store = openS3Store(settings, aside);
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('what comes in is described, lies under its digest, comes out as it was, and leaves nothing aside', async () => {
    const sha256 = digest(pdf());
    expect(await store.has(sha256)).toBe(false);
    const kept = await store.keep(streamOf(pdf().subarray(0, 9), pdf().subarray(9)), asked('Plan de trabajo.pdf'));
    const file = { sha256, sizeBytes: pdf().length };
    expect(kept).toEqual({ ok: true, value: { file: { ...file, type: 'application/pdf', name: 'Plan de trabajo.pdf' }, known: false } });
    expect(objects()).toEqual([`actas/atalaya/files/${sha256.slice(0, 2)}/${sha256.slice(2)}._S3rver_object`]);
    expect(globSync('**/*', { cwd: aside, withFileTypes: true }).filter((one) => one.isFile())).toEqual([]);
    const opened = await store.open(file);
    expect(opened.ok && new Uint8Array(await new Response(opened.value).arrayBuffer())).toEqual(new Uint8Array(pdf()));
    const read = await store.read(file);
    expect(read.ok && read.value).toEqual(new Uint8Array(pdf()));
    expect(await store.has(sha256)).toBe(true);
    const again = await store.keep(streamOf(pdf()), asked('otro.pdf'));
    expect(again.ok && again.value.known).toBe(true);
  });

  test('what is refused never reaches the store', async () => {
    const before = objects().length;
    const kept = await store.keep(streamOf(docm()), asked('plan.docm'));
    expect(kept.ok ? 'kept' : kept.error.kind).toBe('macros');
    expect(objects()).toHaveLength(before);
  });

  test('bytes altered or lost there are never handed out, and the same evidence sent again mends them', async () => {
    const file = { sha256: digest(pdf()), sizeBytes: pdf().length };
    const path = join(folder, 's3', objects()[0] ?? '');
    const bytes = readFileSync(path);
    bytes[20] = (bytes[20] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    expect(await store.open(file)).toEqual({ ok: false, error: 'altered' });
    truncateSync(path, 4);
    expect(await store.read(file)).toEqual({ ok: false, error: 'altered' });
    await store.keep(streamOf(pdf()), asked('plan.pdf'));
    expect((await store.read(file)).ok).toBe(true);
    expect(await store.open({ sha256: digest(pdf('otro')), sizeBytes: 3 })).toEqual({ ok: false, error: 'missing' });
    expect(await store.has('../../x')).toBe(false);
  });

  test('a folder of files is sent there once, whole, and keeps its own', async () => {
    const disk = openDiskStore(join(folder, 'disk'));
    const kept = await disk.keep(streamOf(pdf('tres')), asked('tres.pdf'));
    if (!kept.ok) throw new Error(kept.error.kind);
    expect(await sendFiles(join(folder, 'disk'), s3Place(settings))).toBe(1);
    expect(await sendFiles(join(folder, 'disk'), s3Place(settings))).toBe(0);
    expect(await sendFiles(join(folder, 'none'), s3Place(settings))).toBe(0);
    expect((await store.read(kept.value.file)).ok).toBe(true);
    expect((await disk.read(kept.value.file)).ok).toBe(true);
  });

  test('a store that refuses is a fault and not an absence', async () => {
    const stranger = openS3Store({ ...settings, secret: 'otro' }, aside);
    await expect(stranger.has(digest(pdf()))).rejects.toThrow('403');
    await expect(stranger.keep(streamOf(pdf()), asked('plan.pdf'))).rejects.toThrow('403');
  });
});
