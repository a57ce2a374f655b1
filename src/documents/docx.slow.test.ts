import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { must } from '../core/result.ts';
import { renderDocx } from './docx.ts';
import { informe } from './test/samples.ts';
import { elementsOf, textOf } from './test/xml.ts';
import { undated } from './zip-time.ts';

const parts = async (lang: 'es' | 'en' = 'es') => {
  const files = unzipSync(await renderDocx(informe(lang)));
  return (name: string) => strFromU8(must(files[name], `the file has the part ${name}`));
};

test('equal documents are equal bytes, with no time of day in them', async () => {
  const first = await renderDocx(informe());
  await new Promise((wait) => setTimeout(wait, 2100));
  expect(Buffer.from(await renderDocx(informe())).equals(first)).toBe(true);
});

test('every part is well-formed XML and the words survive with their accents', async () => {
  const part = await parts();
  const document = part('word/document.xml');
  for (const name of ['word/document.xml', 'word/styles.xml', 'word/footer1.xml', 'docProps/core.xml', 'word/_rels/document.xml.rels']) {
    expect(elementsOf(part(name)).length).toBeGreaterThan(0);
  }
  expect(textOf(document)).toContain('Ubicación de los centros de acopio y transmisión de datos');
  expect(textOf(document)).toContain('Aquí estarán las observaciones al ente auditor');
});

test('headings are heading styles, header rows repeat and rows do not split', async () => {
  const document = (await parts())('word/document.xml');
  expect(document).toMatch(/<w:pStyle w:val="Heading1"\/>.*Informe de avance del PREP/);
  expect(document.match(/<w:pStyle w:val="Heading2"\/>/g)).toHaveLength(4);
  expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(4);
  expect(document.match(/<w:cantSplit\/>/g)?.length).toBeGreaterThan(100);
});

test('a status is a drawn character and its word', async () => {
  expect(textOf((await parts())('word/document.xml'))).toContain('▲\u00a0Fuera de plazo');
});

test('the footer says the ledger position and counts the pages', async () => {
  const footer = (await parts())('word/footer1.xml');
  expect(textOf(footer)).toContain('Bitácora, posición 4,211 · raíz 9c1e');
  expect(footer).toMatch(/PAGE<.*NUMPAGES</);
});

test('the language, the title and the pictures’ sentences are set', async () => {
  expect((await parts('en'))('word/styles.xml')).toContain('<w:lang w:val="en-US"');
  const part = await parts();
  expect(part('word/styles.xml')).toContain('<w:lang w:val="es-MX"');
  expect(part('docProps/core.xml')).toContain('<dc:title>Informe de avance del PREP</dc:title>');
  expect(part('word/document.xml')).toContain('descr="Coahuila ha concluido 21 de 54 obligaciones');
});

test('each link has its address, and a link inside the document its place', async () => {
  const part = await parts();
  const id = must(/<w:hyperlink [^>]*r:id="(\w+)"/.exec(part('word/document.xml'))?.[1], 'the sample links to an address');
  expect(part('word/_rels/document.xml.rels')).toMatch(
    new RegExp(`Id="${id}"[^>]*Target="https://www.example.org/anexo-13#n33"[^>]*TargetMode="External"`),
  );
  expect(part('word/document.xml')).toContain('w:anchor="a_anexo_ieeh"');
  expect(part('word/document.xml')).toContain('w:name="a_anexo_ieeh"');
});

test('what is not a ZIP is refused', () => {
  expect(() => undated(new Uint8Array(100))).toThrow('not a ZIP');
});
