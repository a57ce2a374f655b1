import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { must } from '../core/result.ts';

export const serif = 'Source Serif 4';
export const sans = 'Source Sans 3';

const require = createRequire(import.meta.url);
const folderOf = (packageName: string): string => path.dirname(require.resolve(`${packageName}/package.json`));

/** The TTF folders of the two families: only the cuts that are used, so that the compiler reads little. */
export const fontFolders = (): readonly string[] => [
  ...['400Regular', '600SemiBold'].map((cut) => path.join(folderOf('@expo-google-fonts/source-serif-4'), cut)),
  ...['400Regular', '400Regular_Italic', '600SemiBold', '600SemiBold_Italic'].map((cut) =>
    path.join(folderOf('@expo-google-fonts/source-sans-3'), cut),
  ),
];

/**
 * Tells which characters every cut can draw. A character that none of our fonts has would be taken from whatever
 * fonts a machine has (other bytes elsewhere) or be refused by PDF/UA; so it is found before typesetting.
 */
export function fontCoverage(): (codePoint: number) => boolean {
  const cuts = ['source-serif-4/400Regular/SourceSerif4_400Regular', 'source-sans-3/400Regular/SourceSans3_400Regular'];
  const sets = cuts.map((cut) => charactersOf(readFileSync(require.resolve(`@expo-google-fonts/${cut}.ttf`))));
  return (codePoint) => sets.every((set) => set.has(codePoint));
}

/** The characters of a TrueType font, from its `cmap` table, segment format 4 (OpenType specification, «cmap»). */
function charactersOf(font: Buffer): ReadonlySet<number> {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, i) => 12 + i * 16);
  const record = must(
    tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap'),
    'a TrueType font has a cmap table',
  );
  const cmap = font.readUInt32BE(record + 8);
  const maps = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, i) => cmap + font.readUInt32BE(cmap + 4 + i * 8 + 4));
  const map = must(
    maps.find((at) => font.readUInt16BE(at) === 4),
    'the shipped fonts have a format 4 character map',
  );
  const segments = font.readUInt16BE(map + 6) / 2;
  const ends = map + 14;
  const starts = ends + segments * 2 + 2;
  const found = new Set<number>();
  for (let i = 0; i < segments; i++) {
    const end = font.readUInt16BE(ends + i * 2);
    for (let code = font.readUInt16BE(starts + i * 2); code <= end && code !== 0xffff; code++) {
      if (glyphOf(font, starts, segments, i, code) !== 0) found.add(code);
    }
  }
  return found;
}

function glyphOf(font: Buffer, starts: number, segments: number, segment: number, code: number): number {
  const delta = font.readUInt16BE(starts + (segments + segment) * 2);
  const offsetAt = starts + (segments * 2 + segment) * 2;
  const offset = font.readUInt16BE(offsetAt);
  if (offset === 0) return (code + delta) & 0xffff;
  const glyph = font.readUInt16BE(offsetAt + offset + (code - font.readUInt16BE(starts + segment * 2)) * 2);
  return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
}
