import { must } from '../../core/result.ts';
import type { StoredFile } from '../../core/stored-file.ts';
import type { FileStore } from '../../files/store.ts';
import { createRenderers } from '../documents.ts';
import type { DemoDocument } from './line.ts';

const mostBytes = 1_000_000;

/** Makes the documents that are handed in and keeps them; what is the same for several OPLs is made once. */
export function keepDocuments(files: FileStore): (document: DemoDocument) => Promise<StoredFile> {
  const renderers = createRenderers();
  const made = new Map<string, Promise<StoredFile>>();
  const make = async ({ name, title, version }: DemoDocument): Promise<StoredFile> => {
    const { body } = await renderers.file(
      {
        lang: 'es',
        title,
        facts: [
          ['Versión', String(version)],
          ['Proceso', 'Proceso de demostración'],
        ],
        notice: 'DATOS FICTICIOS',
        footer: 'Documento de la demostración',
        blocks: [
          { kind: 'paragraph', text: `Este documento está en el lugar de «${title}». Lo que dice es inventado.` },
          {
            kind: 'paragraph',
            text: version === 1 ? 'Se presenta para revisión.' : 'Se atienden las observaciones a la versión anterior.',
          },
        ],
      },
      'pdf',
    );
    const bytes = async function* () {
      yield Buffer.from(body);
    };
    const kept = await files.keep(bytes(), { givenName: name, maxBytes: mostBytes });
    return must(kept.ok ? kept.value.file : undefined, `the file store takes the PDF ${name}`);
  };
  return async (document) => {
    const key = `${document.title}/${document.version}`;
    const file = made.get(key) ?? make(document);
    made.set(key, file);
    return { ...(await file), name: document.name };
  };
}
