import type { Block, Document } from '../core/document.ts';
import type { Lang } from '../core/words.ts';
import type { PdfRenderer } from '../documents/pdf.ts';
import type { Renderers } from '../domain/reports/routes.tsx';

const types = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
} as const;
export type Format = keyof typeof types;
export const isFormat = (text: string): text is Format => Object.hasOwn(types, text);

/** Every form a document can take. Each is loaded at its first need, and the PDF compiler is kept once made. */
export function createRenderers(): Renderers & { readonly blocks: (blocks: readonly Block[], lang: Lang) => Promise<string> } {
  let pdf: Promise<PdfRenderer> | undefined;
  const bodyOf = async (document: Document, format: Format): Promise<string | Uint8Array<ArrayBuffer>> => {
    switch (format) {
      case 'pdf': {
        pdf ??= import('../documents/pdf.ts').then(({ createPdfRenderer }) => createPdfRenderer());
        return new Uint8Array(await (await pdf).render(document));
      }
      case 'docx':
        return new Uint8Array(await (await import('../documents/docx.ts')).renderDocx(document));
      case 'html': {
        const [{ htmlPage }, { documentStyle }] = await Promise.all([import('../documents/html.ts'), import('../documents/html-style.ts')]);
        return htmlPage(document, documentStyle);
      }
      case 'md':
        return (await import('../documents/markdown.ts')).renderMarkdown(document);
    }
  };
  return {
    blocks: async (blocks, lang) => (await import('../documents/html.ts')).renderBlocks(blocks, lang),
    fragment: async (document) => (await import('../documents/html.ts')).renderHtml(document),
    file: async (document, format) => ({ body: await bodyOf(document, format), type: types[format] }),
  };
}
