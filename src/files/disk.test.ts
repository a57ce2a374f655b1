import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openDiskStore } from './disk.ts';
import type { FileRefusal } from './store.ts';
import { bomb, docm, docx, pdf, picture, program, streamOf, temporaryStore } from './test-files.ts';

const asked = (givenName: string, maxBytes = 10 * 2 ** 20) => ({ givenName, maxBytes });
const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const filesIn = (folder: string) => globSync('**/*', { cwd: folder, withFileTypes: true }).filter((one) => one.isFile());
const textOf = async (stream: ReadableStream<Uint8Array<ArrayBuffer>>) => await new Response(stream).text();

describe('evidence kept by its digest', () => {
  test('what comes in is described, lies under its digest, and comes out as it was', async () => {
    using place = temporaryStore();
    const store = openDiskStore(place.folder);
    const kept = await store.keep(streamOf(pdf()), asked('Plan de trabajo.pdf'));
    const sha256 = digest(pdf());
    expect(kept).toEqual({
      ok: true,
      value: { file: { sha256, sizeBytes: pdf().length, type: 'application/pdf', name: 'Plan de trabajo.pdf' }, known: false },
    });
    expect(new Uint8Array(readFileSync(join(place.folder, sha256.slice(0, 2), sha256.slice(2))))).toEqual(pdf());
    const opened = await store.open({ sha256, sizeBytes: pdf().length });
    expect(opened.ok && (await textOf(opened.value))).toBe(new TextDecoder().decode(pdf()));
  });

  test('the same bytes under another name are recognised and lie there once', async () => {
    using place = temporaryStore();
    const store = openDiskStore(place.folder);
    await store.keep(streamOf(pdf()), asked('uno.pdf'));
    const again = await store.keep(streamOf(pdf().subarray(0, 5), pdf().subarray(5)), asked('dos.pdf'));
    expect(again.ok && again.value).toMatchObject({ known: true, file: { name: 'dos.pdf' } });
    expect(filesIn(place.folder)).toHaveLength(1);
  });

  const refused: readonly (readonly [string, string, Uint8Array, FileRefusal['kind']])[] = [
    ['a program called a PDF', 'informe.pdf', program(), 'program'],
    ['a script called a text', 'instalar.txt', new TextEncoder().encode('#!/bin/sh\nrm -rf .\n'), 'program'],
    ['a document with macros', 'plan.docm', docm(), 'macros'],
    ['a document with macros that says it has none', 'plan.docx', docx(['uno'], { 'word/vbaProject.bin': Uint8Array.of(1) }), 'macros'],
    ['a document that carries a program', 'plan.docx', docx(['uno'], { 'word/embeddings/a.exe': Uint8Array.of(1) }), 'program'],
    ['an archive that unpacks to a thousand times its size', 'evidencia.zip', bomb(64), 'bomb'],
    ['an archive cut short', 'evidencia.zip', zipSync({ 'a.txt': new Uint8Array(500) }).subarray(0, 80), 'damaged-archive'],
    [
      'a document of the old Office',
      'plan.doc',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array(600).fill(0)),
      'old-office',
    ],
    ['a page', 'informe.txt', new TextEncoder().encode('<!DOCTYPE html><script>alert(1)</script>'), 'not-accepted'],
    ['a text under a strange ending', 'nota.bat', new TextEncoder().encode('echo hola'), 'not-accepted'],
    ['bytes nobody knows', 'datos.txt', Uint8Array.of(0, 1, 2, 3, 0, 9), 'not-accepted'],
    ['nothing at all', 'vacio.pdf', new Uint8Array(), 'empty'],
    ['more than the form takes', 'grande.pdf', new Uint8Array(11 * 2 ** 20).fill(0x25), 'too-large'],
  ];
  test.each(refused)('%s is refused, and nothing of it remains', async (_, name, bytes, kind) => {
    using place = temporaryStore();
    const store = openDiskStore(place.folder);
    const kept = await store.keep(streamOf(bytes), asked(name));
    expect(kept.ok ? 'kept' : kept.error.kind).toBe(kind);
    expect(filesIn(place.folder)).toEqual([]);
  });

  test.each([
    ['a document called a PDF is the document it is', 'informe.pdf', docx(['uno']), 'informe.pdf.docx'],
    ['a picture', 'foto.png', picture(), 'foto.png'],
    ['an archive', 'evidencia.zip', zipSync({ 'a.txt': new TextEncoder().encode('uno') }), 'evidencia.zip'],
    ['text with accents of Windows', 'catálogo.csv', Uint8Array.of(0x61, 0xf1, 0x6f, 0x0d, 0x0a), 'catálogo.csv'],
  ])('%s is taken in', async (_, name, bytes, called) => {
    using place = temporaryStore();
    const kept = await openDiskStore(place.folder).keep(streamOf(bytes), asked(name));
    expect(kept.ok ? kept.value.file.name : kept.error).toBe(called);
  });

  test('a connection cut half-way leaves nothing behind', async () => {
    using place = temporaryStore();
    const store = openDiskStore(place.folder);
    async function* cut() {
      yield pdf();
      throw new Error('connection reset');
    }
    await expect(store.keep(cut(), asked('plan.pdf'))).rejects.toThrow('connection reset');
    expect(filesIn(place.folder)).toEqual([]);
  });

  test('a full disk is told as such, in the middle of a file or before it', async () => {
    using place = temporaryStore();
    // What the kernel says of a full disk: /dev/full.
    const full = openDiskStore(place.folder, { create: () => open('/dev/full', 'w'), freeBytes: async () => 2 ** 40 });
    expect(await full.keep(streamOf(pdf()), asked('plan.pdf'))).toEqual({ ok: false, error: { kind: 'disk-full' } });
    const little = openDiskStore(place.folder, { create: (path) => open(path, 'wx'), freeBytes: async () => 2 ** 20 });
    expect(await little.keep(streamOf(pdf()), asked('plan.pdf'))).toEqual({ ok: false, error: { kind: 'disk-full' } });
    expect(filesIn(place.folder)).toEqual([]);
  });

  test('bytes altered or lost on the disk are never handed out, and the same evidence sent again mends them', async () => {
    using place = temporaryStore();
    const store = openDiskStore(place.folder);
    await store.keep(streamOf(pdf()), asked('plan.pdf'));
    const file = { sha256: digest(pdf()), sizeBytes: pdf().length };
    const path = join(place.folder, file.sha256.slice(0, 2), file.sha256.slice(2));
    truncateSync(path, 10);
    expect(await store.open(file)).toEqual({ ok: false, error: 'altered' });
    writeFileSync(path, pdf('dos'));
    expect(await store.read(file)).toEqual({ ok: false, error: 'altered' });
    await store.keep(streamOf(pdf()), asked('plan.pdf'));
    expect((await store.read(file)).ok).toBe(true);
    expect(await store.open({ sha256: digest(pdf('otro')), sizeBytes: 3 })).toEqual({ ok: false, error: 'missing' });
    expect(await store.open({ sha256: '../../etc/passwd', sizeBytes: 3 })).toEqual({ ok: false, error: 'missing' });
  });

  test('what a killed process left half-way is removed; what another is still writing is not', async () => {
    using place = temporaryStore();
    const aside = join(place.folder, 'tmp');
    mkdirSync(aside, { recursive: true });
    for (const name of ['viejo', 'nuevo']) writeFileSync(join(aside, name), 'a medias');
    utimesSync(join(aside, 'viejo'), 1_000_000, 1_000_000);
    await openDiskStore(place.folder).keep(streamOf(pdf()), asked('plan.pdf'));
    expect(existsSync(join(aside, 'viejo'))).toBe(false);
    expect(existsSync(join(aside, 'nuevo'))).toBe(true);
  });
});
