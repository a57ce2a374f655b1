import { isUtf8 } from 'node:buffer';
import { namesTable } from '../detect/table-line.ts';
import type { SourceKind } from './source.ts';

/** What the first bytes and the name of a file say it is. `wrong` names the format when it is one that holds no PREP data. */
export type Told = { readonly kind: SourceKind; readonly wrong?: 'html' | 'pdf' | 'spreadsheet' | 'binary'; readonly format?: string };

const startsWith = (head: Uint8Array, ...bytes: readonly number[]): boolean => bytes.every((byte, i) => head[i] === byte);
const has = (head: Uint8Array, text: string): boolean => Buffer.from(head.buffer, head.byteOffset, head.byteLength).includes(text);

export const isZip = (head: Uint8Array): boolean =>
  startsWith(head, 0x50, 0x4b, 3, 4) || startsWith(head, 0x50, 0x4b, 5, 6) || startsWith(head, 0x50, 0x4b, 7, 8);

/** A ZIP that is one document, not a package of files. */
export const isOfficeZip = (head: Uint8Array): boolean =>
  has(head.subarray(0, 4096), '[Content_Types].xml') || has(head.subarray(0, 128), 'mimetypeapplication/');

const images = /\.(?:jpe?g|png|tiff?|gif|webp|bmp)$/i;
const known: readonly (readonly [name: string, bytes: readonly number[]])[] = [
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['rar', [0x52, 0x61, 0x72, 0x21]],
  ['gzip', [0x1f, 0x8b]],
];

/** Text of the head for looking at words only: UTF-16 is unpicked, other bytes are taken one by one. */
function wordsOf(head: Uint8Array): string {
  const wide = startsWith(head, 0xff, 0xfe) || (head[1] === 0 && head[3] === 0 && head[0] !== 0);
  const wideBig = startsWith(head, 0xfe, 0xff) || (head[0] === 0 && head[2] === 0 && head[1] !== 0);
  if (wide) return new TextDecoder('utf-16le').decode(head);
  if (wideBig) return new TextDecoder('utf-16be').decode(head);
  return new TextDecoder(isUtf8(head) ? 'utf-8' : 'windows-1252').decode(head);
}

/** Tells a file by its head (64 kB suffice) and, where the content is silent, by its name. */
export function tell(name: string, head: Uint8Array): Told {
  if (images.test(name)) return { kind: 'other' };
  if (startsWith(head, 0x25, 0x50, 0x44, 0x46)) return { kind: 'other', wrong: 'pdf' };
  if (startsWith(head, 0xd0, 0xcf, 0x11, 0xe0)) return { kind: 'other', wrong: 'spreadsheet' };
  const packed = known.find(([, bytes]) => startsWith(head, ...bytes));
  if (packed) return { kind: 'other', wrong: 'binary', format: packed[0] };
  const words = wordsOf(head);
  const begin = words.slice(0, 2000).trimStart();
  if (/^(?:<!doctype html|<html|<head|<body|<\?xml[^>]*>\s*<!doctype html)/i.test(begin)) return { kind: 'other', wrong: 'html' };
  if (/^[[{]/.test(begin) && /"(?:horaCorte|fechaCorte|totalActas|actasContabilizadas)"/.test(words)) return { kind: 'aggregate-json' };
  const upper = words.toUpperCase();
  if (/\b(?:PARTIDO_CI|CANDIDATURA_PROPIETARI[AO]|CANDIDATURAS?_SUPLENTE)/.test(upper)) return { kind: 'candidacies' };
  if (/^(?:lee_?me|read_?me)/i.test(name) && !/\.csv$/i.test(name)) return { kind: 'readme' };
  if (isTable(words)) return { kind: 'results' };
  if (/\.(?:txt|md)$/i.test(name)) return { kind: 'readme' };
  if (/candidat/i.test(name)) return { kind: 'candidacies' };
  const odd = head.reduce((count, byte) => count + (byte < 9 || (byte > 13 && byte < 32) ? 1 : 0), 0);
  if (odd > head.length / 10) return { kind: 'other', wrong: 'binary', format: '?' };
  return { kind: /\.(?:csv|tsv|dat)$/i.test(name) ? 'results' : 'other' };
}

/** Names of a table's columns or of the published totals, as a line of their own. */
const isTable = (words: string): boolean =>
  /ACTAS_ESPERADAS\s*"?\s*[,|;\t]/i.test(words) || words.split(/[\r\n]+/, 400).some((line) => namesTable(line));
