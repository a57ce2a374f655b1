import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Block } from '../core/document.ts';
import { proseBlocks } from '../core/prose.ts';
import type { Role } from '../domain/people/events.ts';
import { packageRoot } from './paths.ts';

/** The pages for everybody, in the order in which they are read. */
const forAll = ['leer', 'primeros-diez-minutos'] as const;

/** The page of each office. */
const ofRole: Readonly<Record<Role, string>> = {
  'technical-secretariat': 'secretaria-tecnica',
  chair: 'presidencia',
  councillor: 'consejeria',
  adviser: 'asesoria',
  'party-representative': 'representacion',
  'systems-unit': 'unidad-de-sistemas',
  'user-area': 'area-usuaria',
  opl: 'opl',
  auditor: 'ente-auditor',
  administrator: 'administracion',
  'public-reader': 'publico',
};

export const manualPageOf = (role: Role): string => ofRole[role];

/** A run of text, or a picture that stands by itself. */
export type ManualPart =
  | { readonly kind: 'text'; readonly blocks: readonly Block[] }
  | { readonly kind: 'picture'; readonly file: string; readonly says: string };
export type ManualPage = { readonly slug: string; readonly title: string; readonly parts: readonly ManualPart[] };
export type Manual = {
  readonly forAll: readonly ManualPage[];
  readonly byOffice: readonly ManualPage[];
  readonly pictures: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
};

export const manualFolder = (): string => join(packageRoot(), 'docs/manual');

/** Reads the manual: Markdown of the project's own in Spanish, and its pictures. Throws when a page has no title or names no picture there is. */
export async function readManual(folder: string): Promise<Manual> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.png'));
  const pictures = new Map(
    await Promise.all(names.map(async (name) => [name, new Uint8Array(await readFile(join(folder, name)))] as const)),
  );
  const page = async (slug: string) => pageOf(slug, await readFile(join(folder, `${slug}.md`), 'utf8'), pictures);
  return {
    forAll: await Promise.all(forAll.map(page)),
    byOffice: await Promise.all(Object.values(ofRole).map(page)),
    pictures,
  };
}

/** A line that is a picture and nothing else. */
const pictureLine = /^!\[([^\]]+)\]\(([\w-]+\.png)\)$/m;

function pageOf(slug: string, text: string, pictures: ReadonlyMap<string, unknown>): ManualPage {
  const [, title, rest = ''] = /^# (.+)\n([\s\S]*)$/.exec(text) ?? [];
  if (title === undefined) throw new Error(`docs/manual/${slug}.md does not begin with a title`);
  const parts: ManualPart[] = [];
  // Split by a pattern with two groups: text, what the picture says, its file, text, and so on.
  const pieces = rest.split(pictureLine);
  for (let i = 0; i < pieces.length; i += 3) {
    const id = `${slug}-${i}`;
    const blocks = proseBlocks(linked(pieces[i] ?? ''), { lang: 'es', id }).map(
      (block): Block => (block.kind === 'heading' ? { ...block, level: 2 } : block),
    );
    if (blocks.length > 0) parts.push({ kind: 'text', blocks });
    const [says, file] = [pieces[i + 1], pieces[i + 2]];
    if (says === undefined || file === undefined) continue;
    if (!pictures.has(file)) throw new Error(`docs/manual/${slug}.md shows ${file}, which is not there`);
    parts.push({ kind: 'picture', file, says });
  }
  return { slug, title, parts };
}

/** Pages name each other as files; served, they are addresses beside each other. */
const linked = (text: string): string => text.replaceAll(/\]\(([\w-]+)\.md\)/g, '](/manual/$1)');
