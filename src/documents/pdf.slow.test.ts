import { execFileSync, spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import type { Block, Document } from '../core/document.ts';
import { createPdfRenderer } from './pdf.ts';
import { informe, longTable } from './test/samples.ts';

const pdf = createPdfRenderer();
const raw = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const bare: Document = { lang: 'es', title: 'Título', facts: [], footer: 'Pie', blocks: [] };
const saying = (...blocks: readonly Block[]): Document => ({ ...bare, blocks });
const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

/** Reading the text back needs poppler-utils, which `npm ci` does not bring. */
const poppler = spawnSync('pdftotext', ['-v']).error === undefined;
const readable = test.skipIf(!poppler);
if (!poppler) console.warn('pdftotext (poppler-utils) is not installed: the tests that read the text of a PDF back are skipped');
const textOf = (bytes: Uint8Array, ...options: readonly string[]): string =>
  execFileSync('pdftotext', [...options, '-', '-'], { input: bytes, stdio: ['pipe', 'pipe', 'ignore'] }).toString();

test('equal documents are equal bytes, from the same renderer and from another', async () => {
  const first = await pdf.render(informe());
  await pdf.render(saying(paragraph('otro')));
  expect(Buffer.from(await pdf.render(informe())).equals(first)).toBe(true);
  expect(Buffer.from(await createPdfRenderer().render(informe())).equals(first)).toBe(true);
});

test('the file declares PDF/UA-1, its tags, its language and its title', async () => {
  const text = raw(await pdf.render(informe()));
  expect(text).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/);
  expect(text).toMatch(/\/Marked true/);
  expect(text).toContain('/StructTreeRoot');
  expect(text).toContain('/Lang (es-MX)');
  expect(text).toContain('/DisplayDocTitle true');
  expect(raw(await pdf.render(informe('en')))).toContain('/Lang (en-US)');
});

test('headings, tables with header cells, lists, links and the chart’s sentence are tagged', async () => {
  const text = raw(await pdf.render(informe()));
  for (const tag of ['H1', 'H2', 'H3', 'Table', 'Caption', 'TH', 'TD', 'L', 'LI', 'Link', 'Figure']) expect(text).toContain(`/S /${tag}\n`);
  expect(text).toContain('/Scope /Column');
  expect(text).toContain('/Outlines');
});

readable('the text reads back in order, with its accents', async () => {
  const text = textOf(await pdf.render(informe()));
  const order = [
    'Estado al 10 de marzo de 2020 · DATOS FICTICIOS',
    'Informe de avance del PREP',
    'Jornada electoral',
    'Presentación',
    'Fundamento',
    'Avance por entidad',
    'Aquí estarán las observaciones al ente auditor',
    'Coahuila (IEC)',
    'Hidalgo (IEEH)',
  ];
  const places = order.map((words) => text.indexOf(words));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

readable('every page carries the footer, its number and how many there are; the following pages carry the notice', async () => {
  const pages = textOf(await pdf.render(informe()))
    .split('\f')
    .slice(0, -1);
  expect(pages.length).toBeGreaterThan(3);
  pages.forEach((page, i) => {
    expect(page).toContain('Bitácora, posición 4,211 · raíz 9c1e5b7a0f3d48e2b6c1a9d4e7f80213c5b6a798d0e1f2a3b4c5d6e7f80977d0');
    expect(page).toContain(`Página ${i + 1} de ${pages.length}`);
    expect(page).toContain('DATOS FICTICIOS');
  });
});

readable('a table of 1,920 rows loses none, and its header stands on every page', async () => {
  const pages = textOf(await pdf.render(longTable()), '-layout')
    .split('\f')
    .slice(0, -1);
  expect(pages.flatMap((page) => page.match(/^ *E\d\d /gm) ?? [])).toHaveLength(1920);
  for (const page of pages) expect(page).toContain('Obligación');
});

const injections = [
  '#panic("x")',
  '$ x^2 $',
  '*a* _b_ `c`',
  '<etiqueta> @cita',
  '= Título',
  '- lista',
  '\\u{41} \\',
  '"); #read("/etc/passwd")',
  '/* a */ // b',
  '{{a}} [b] ~ --- ...',
  'l\'été "q"',
  '$' + '{x}',
  '\\n\\t',
];
readable.each(injections)('%j is printed as it was written, in a title, a paragraph, a cell and a link', async (words) => {
  const text = textOf(
    await pdf.render({
      ...bare,
      title: words,
      notice: words,
      blocks: [
        { kind: 'heading', level: 2, text: words, id: words },
        { kind: 'paragraph', text: [words, { mark: 'link', text: words, href: `https://example.org/${words}` }] },
        { kind: 'table', id: 't', caption: words, columns: [{ title: words }], rows: [[words]] },
      ],
    }),
  );
  expect(text.split(words).length - 1).toBeGreaterThanOrEqual(8);
});

readable('a character that the fonts lack is shown by its code instead of being lost or borrowed from the machine', async () => {
  expect(textOf(await pdf.render(saying(paragraph('a漢b😀c\u0001d\u202ee\u0000f'))))).toContain('a[U+6F22]b[U+1F600]c[U+0001]de[U+0000]f');
});

readable('a long digest in any mark is printed letter by letter, with nothing before it', async () => {
  const digest = '2e3e07ca39d2fb8c08281cfa73c20b4dffc99c05b6d8520e786d9b900771eeca';
  const marks = ['code', 'strong', 'emphasis', 'small'] as const;
  const blocks = marks.map((mark): Block => ({ kind: 'paragraph', text: ['<', { mark, text: digest }, '>'] }));
  expect(textOf(await pdf.render(saying(...blocks))).split(`<${digest}>`).length - 1).toBe(marks.length);
});

test('text that is not well formed is still typeset', async () => {
  await expect(pdf.render(saying(paragraph('a\ud800b')))).resolves.toBeInstanceOf(Uint8Array);
});

readable('a hash breaks inside a narrow column without a character added', async () => {
  const hash = '9c1e5b7a0f3d48e2b6c1a9d4e7f80213c5b6a798d0e1f2a3b4c5d6e7f80977d0';
  const text = textOf(
    await pdf.render(
      saying({
        kind: 'table',
        id: 't',
        caption: 'C',
        columns: [
          { title: 'Raíz', width: 1 },
          { title: 'Nota', width: 9 },
        ],
        rows: [[hash, 'n']],
      }),
    ),
  );
  expect(text.replaceAll(/\s/g, '')).toContain(hash);
});

test('headings that skip a level, repeated ids, links to nowhere, empty tables and empty charts are all typeset', async () => {
  const document = saying(
    { kind: 'heading', level: 3, text: 'Sin segundo nivel', id: 'a' },
    { kind: 'heading', level: 2, text: 'Otra vez', id: 'a' },
    {
      kind: 'paragraph',
      text: [
        { mark: 'link', text: 'aquí', href: '#a' },
        { mark: 'link', text: 'allá', href: '#nada' },
        { mark: 'link', text: 'lejos', href: '/opl' },
        '',
      ],
    },
    { kind: 'paragraph', text: '' },
    { kind: 'list', ordered: false, items: [] },
    { kind: 'table', id: 'b', caption: 'Vacía', columns: [{ title: 'A' }], rows: [] },
    { kind: 'chart', id: 'c', title: 'Vacía', alt: 'Nada que mostrar', unit: 'u', series: [], bars: [] },
    { kind: 'pageBreak' },
  );
  await expect(pdf.render(document)).resolves.toBeInstanceOf(Uint8Array);
});
