import { expect, test } from 'vitest';
import type { Document } from '../core/document.ts';
import { htmlPage, renderHtml } from './html.ts';
import { documentStyle } from './html-style.ts';
import { informe } from './test/samples.ts';

const bare: Document = { lang: 'es', title: 'T', facts: [], footer: 'Pie', blocks: [] };

test('the article says its notice first, then its title, its facts, its sections and its footer', async () => {
  const html = await renderHtml(informe());
  const places = [
    'class="notice">Estado al 10 de marzo',
    '<h1>Informe de avance',
    '<dt>Corte</dt><dd>10 de marzo',
    '<h2 id="presentacion">',
    '<footer>Bitácora',
  ].map((text) => html.indexOf(text));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

test('tables have caption, column and row headers, and a region that the keyboard can scroll', async () => {
  const html = await renderHtml(informe());
  expect(html).toContain(
    '<div class="scroll" role="region" tabindex="0" aria-labelledby="resumen-caption"><table id="resumen"><caption id="resumen-caption">Resumen</caption><thead><tr><th scope="col">Código</th>',
  );
  expect(html).toContain('<tbody><tr><th scope="row">E01</th>');
});

test('a status is shape and word, and each shape is drawn once', async () => {
  const html = await renderHtml(informe());
  expect(html).toContain(
    '<span class="status late"><svg viewBox="0 0 16 16" aria-hidden="true"><use href="#document-shape-late"/></svg><span>Fuera de plazo</span></span>',
  );
  expect(html.match(/<symbol id="document-shape-late"/g)).toHaveLength(1);
});

test('an empty table says what will be there', async () => {
  expect(await renderHtml(informe())).toContain('<td class="empty" colspan="2">Aquí estarán las observaciones');
});

test('nothing that a strict content policy forbids is in it', async () => {
  expect(await renderHtml(informe())).not.toMatch(/<style|<script|\sstyle=|\son[a-z]+=/);
});

test('what people write is text and never markup, in every place', async () => {
  const evil = '<img src=x onerror=alert(1)>"\'&';
  const html = await renderHtml({
    ...bare,
    title: evil,
    subtitle: evil,
    notice: evil,
    footer: evil,
    facts: [[evil, evil]],
    blocks: [
      { kind: 'heading', level: 2, text: evil, id: evil },
      {
        kind: 'paragraph',
        text: [
          evil,
          { mark: 'strong', text: evil },
          { mark: 'status', status: { shape: 'late', word: evil } },
          { mark: 'link', text: evil, href: 'https://example.org/"onclick="x' },
        ],
      },
      { kind: 'list', ordered: true, items: [evil] },
      { kind: 'table', id: 't', caption: evil, columns: [{ title: evil }], rows: [[evil]] },
    ],
  });
  expect(html).not.toMatch(/<img|"onclick/);
});

test.each(['javascript:alert(1)', ' java\nscript:alert(1)', 'data:text/html,x', '//evil.example', '/\\evil.example', 'vbscript:x'])(
  'the address %j is not linked',
  async (href) => {
    expect(await renderHtml({ ...bare, blocks: [{ kind: 'paragraph', text: [{ mark: 'link', text: 'aquí', href }] }] })).toContain(
      '<p>aquí</p>',
    );
  },
);

test.each(['/opl/ieeh?al=2020-03-10', '#anexo', 'https://example.org/', 'mailto:a@example.org'])(
  'the address %j is linked',
  async (href) => {
    expect(await renderHtml({ ...bare, blocks: [{ kind: 'paragraph', text: [{ mark: 'link', text: 'aquí', href }] }] })).toContain(
      `<a href="${href}">aquí</a>`,
    );
  },
);

test('numbers are written as the reader writes them, and absence is a dash', async () => {
  const table = { kind: 'table', id: 't', caption: 'C', columns: [{ title: 'N' }, { title: 'O' }], rows: [[12345.5, null]] } as const;
  expect(await renderHtml({ ...bare, blocks: [table] })).toContain('<td>12,345.5</td><td>—</td>');
});

test('the file that stands alone carries its style, language and title', async () => {
  const page = await htmlPage(informe('en'), documentStyle);
  expect(page).toMatch(/^<!doctype html>\n<html lang="en"><head><meta charset="utf-8">/);
  expect(page).toContain('<title>Informe de avance del PREP</title><style>');
});
