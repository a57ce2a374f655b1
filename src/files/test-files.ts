import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, type Zippable, zipSync } from 'fflate';

/** A temporary folder for a store, removed when it goes out of scope. */
export function temporaryStore(): Disposable & { readonly folder: string } {
  const path = mkdtempSync(join(tmpdir(), 'atalaya-files-'));
  return { folder: join(path, 'files'), [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

export async function* streamOf(...chunks: readonly (Uint8Array | string)[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield typeof chunk === 'string' ? strToU8(chunk) : chunk;
}

export const pdf = (text = 'uno'): Uint8Array => strToU8(`%PDF-1.7\n% ${text}\n%%EOF\n`);
export const picture = (): Uint8Array =>
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
export const program = (): Uint8Array => Uint8Array.of(0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff, ...new Array(200).fill(0));

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const withMacros = 'application/vnd.ms-word.document.macroEnabled.main+xml';
const typesOf = (main: string): Uint8Array =>
  strToU8(
    `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
  );
const relations = strToU8(
  '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
);

/** A Word document of these paragraphs, with whatever else is put into its package. */
export const docx = (paragraphs: readonly string[], more: Zippable = {}, main = word): Uint8Array =>
  zipSync({
    '[Content_Types].xml': typesOf(main),
    '_rels/.rels': relations,
    'word/document.xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs
        .map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`)
        .join('')}</w:body></w:document>`,
    ),
    ...more,
  });
export const docm = (): Uint8Array => docx(['uno'], { 'word/vbaProject.bin': Uint8Array.of(1, 2, 3) }, withMacros);

/** A ZIP of `megabytes` of zeros, a thousandth of that in size. */
export const bomb = (megabytes: number): Uint8Array => zipSync({ 'ceros.bin': new Uint8Array(megabytes * 2 ** 20) });
