import path from 'node:path';
import type { Document } from '../core/document.ts';
import { chartsOf } from './chart.ts';
import { fontCoverage, fontFolders } from './pdf-fonts.ts';
import { template, wireFile } from './pdf-template.ts';
import { drawer } from './pdf-text.ts';
import { wireOf } from './pdf-wire.ts';

export type PdfRenderer = {
  /**
   * Tagged PDF/UA-1, US letter, in the document's language. Equal documents give equal bytes, whatever the machine's
   * fonts and clock. Typesetting is synchronous: some 0.1 s for a few pages, about a second for a hundred.
   */
  readonly render: (document: Document) => Promise<Uint8Array>;
};

/** Unused results stay in the typesetter's cache for this many renderings: the next informe is mostly the last one. */
const cacheRounds = 2;

/** Makes the one renderer of a process. The compiler is loaded and the fonts are read at the first document. */
export function createPdfRenderer(): PdfRenderer {
  let opening: ReturnType<typeof open> | undefined;
  return {
    async render(document) {
      opening ??= open();
      const { compiler, draw } = await opening;
      const charts = await chartsOf(document, 'print');
      compiler.mapShadow(path.resolve(wireFile), Buffer.from(JSON.stringify(wireOf(document, draw, charts))));
      try {
        return new Uint8Array(compiler.pdf({ mainFileContent: template }, { pdfStandard: 'ua-1', creationTimestamp: 0 }));
      } catch (cause) {
        throw new Error(`the document «${document.title}» could not be typeset: ${reasonOf(cause)}`, { cause });
      } finally {
        compiler.evictCache(cacheRounds);
      }
    },
  };
}

async function open() {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  return { compiler: NodeCompiler.create({ fontArgs: [{ fontPaths: [...fontFolders()] }] }), draw: drawer(fontCoverage()) };
}

/** The compiler puts its diagnostics in `code`. */
function reasonOf(cause: unknown): string {
  if (typeof cause !== 'object' || cause === null) return String(cause);
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : String(cause);
}
