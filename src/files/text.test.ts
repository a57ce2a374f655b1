import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { docx, pdf, pdfOf, picture } from './test-files.ts';
import { hasText, textLimits, textOf } from './text.ts';

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const paper = 'application/pdf';

describe('the text of a file', () => {
  test('of a Word document: its paragraphs', async () => {
    expect(await textOf(docx(['Plan de trabajo', 'Simulacros: tres']), word)).toEqual({
      ok: true,
      value: ['Plan de trabajo\nSimulacros: tres'],
    });
  });

  test('of a PDF: page by page, line by line', async () => {
    expect(await textOf(pdfOf('Acta de la sesión\nsegunda línea', 'Anexo 1'), paper)).toEqual({
      ok: true,
      value: ['Acta de la sesión\nsegunda línea', 'Anexo 1'],
    });
  });

  test('of what is text already: as UTF-8, as UTF-16, or as Windows wrote it', async () => {
    const read = async (bytes: Uint8Array) => await textOf(bytes, 'text/markdown');
    expect(await read(strToU8('# Sesión'))).toEqual({ ok: true, value: ['# Sesión'] });
    expect(await read(Buffer.from('# Sesión', 'latin1'))).toEqual({ ok: true, value: ['# Sesión'] });
    expect(await read(Buffer.from('\ufeff# Sesión', 'utf16le'))).toEqual({ ok: true, value: ['# Sesión'] });
  });

  test('there is none in a picture, nor in a PDF whose pages are pictures', async () => {
    expect(hasText('image/png')).toBe(false);
    expect(await textOf(picture(), 'image/png')).toEqual({ ok: false, error: 'no-text-kind' });
    expect(await textOf(pdfOf('', ''), paper)).toEqual({ ok: false, error: 'image' });
  });

  test('a broken document is told as such, and the next one is read', async () => {
    expect(await textOf(pdf().subarray(0, 6), paper)).toEqual({ ok: false, error: 'unreadable' });
    expect(await textOf(strToU8('no es un documento'), word)).toEqual({ ok: false, error: 'unreadable' });
    expect(await textOf(docx(['uno']).subarray(0, 200), word)).toEqual({ ok: false, error: 'unreadable' });
    expect((await textOf(pdfOf('bien'), paper)).ok).toBe(true);
  });

  test('what would take too much is not read: bytes, unpacked bytes, pages, characters, time', async () => {
    const refused = async (bytes: Uint8Array, type: string, limit: Partial<typeof textLimits>) => {
      const read = await textOf(bytes, type, { ...textLimits, ...limit });
      return read.ok ? 'read' : read.error;
    };
    expect(await refused(pdfOf('uno'), paper, { bytes: 10 })).toBe('too-large');
    expect(await refused(docx(['x'.repeat(10_000)]), word, { unpackedBytes: 5_000 })).toBe('too-large');
    expect(await refused(pdfOf('uno', 'dos', 'tres'), paper, { pages: 2 })).toBe('too-large');
    expect(await refused(pdfOf('uno', 'dos'), paper, { characters: 4 })).toBe('too-large');
    expect(await refused(docx(['uno dos']), word, { characters: 4 })).toBe('too-large');
    expect(await refused(pdfOf(...new Array(500).fill('uno')), paper, { milliseconds: 1 })).toBe('too-slow');
  });
});
