import { Buffer, isUtf8 } from 'node:buffer';
import { open } from 'node:fs/promises';
import type { Source } from '../source/source.ts';
import type { Encoding, LineEnd, Seen } from './detected.ts';

/** The begin and end of a file as lines; the rest is never read for detection, however long a line is. */
export type Head = {
  readonly encoding: Seen<Encoding>;
  readonly bom: boolean;
  readonly lineEnd: Seen<LineEnd>;
  /** Whole lines from the first; the last one also when the file ends there. */
  readonly lines: readonly string[];
  /** Whole lines of the file's end, after `lines`; none for a file shorter than the head. */
  readonly tail: readonly string[];
};

const headBytes = 1 << 20;
const tailBytes = 1 << 16;

export async function readHead(source: Source, givenEncoding?: Encoding, givenEnd?: LineEnd): Promise<Head> {
  const { head, tail } = await endsOf(source);
  const encoding = givenEncoding === undefined ? encodingOf(head, source) : given(givenEncoding);
  const lineEnd = givenEnd === undefined ? lineEndOf(head, encoding.value, source) : given(givenEnd);
  const bom = startsWith(head, 0xef, 0xbb, 0xbf) || startsWith(head, 0xff, 0xfe) || startsWith(head, 0xfe, 0xff);
  const whole = head.length === source.sizeBytes;
  const lines = linesOf(head, encoding.value, lineEnd.value);
  const first = lines[0];
  if (first !== undefined) lines[0] = first.replace(/^\uFEFF/, '');
  return {
    encoding,
    bom,
    lineEnd,
    lines: whole ? lines : lines.slice(0, -1),
    tail: tail === null ? [] : linesOf(tail, encoding.value, lineEnd.value).slice(1),
  };
}

const given = <T>(value: T): Seen<T> => ({ value, confidence: 1, saw: 'perfil / profile', given: true });
const startsWith = (head: Uint8Array, ...bytes: readonly number[]): boolean => bytes.every((byte, i) => head[i] === byte);

async function endsOf(source: Source): Promise<{ readonly head: Buffer; readonly tail: Buffer | null }> {
  if (source.file === null) return { head: Buffer.alloc(0), tail: null };
  const file = await open(source.file, 'r');
  try {
    const head = Buffer.alloc(Math.min(headBytes, source.sizeBytes));
    await file.read(head, 0, head.length, 0);
    if (source.sizeBytes <= headBytes) return { head, tail: null };
    // An even place, so that a UTF-16 character is not cut.
    const from = Math.max(headBytes, source.sizeBytes - tailBytes) & ~1;
    const tail = Buffer.alloc(source.sizeBytes - from);
    await file.read(tail, 0, tail.length, from);
    return { head, tail };
  } finally {
    await file.close();
  }
}

function encodingOf(head: Buffer, { bytes }: Source): Seen<Encoding> {
  if (startsWith(head, 0xff, 0xfe)) return { value: 'utf-16le', confidence: 1, saw: 'BOM FF FE' };
  if (startsWith(head, 0xfe, 0xff)) return { value: 'utf-16be', confidence: 1, saw: 'BOM FE FF' };
  if (bytes.nulBytes) {
    const even = countZeros(head, 0);
    const odd = countZeros(head, 1);
    const half = Math.min(head.length, 4096) / 2;
    if (odd > half * 0.7 && even < half * 0.1) return { value: 'utf-16le', confidence: 0.9, saw: '00 en bytes impares / at odd bytes' };
    if (even > half * 0.7 && odd < half * 0.1) return { value: 'utf-16be', confidence: 0.9, saw: '00 en bytes pares / at even bytes' };
  }
  if (bytes.ascii) return { value: 'ascii', confidence: 1, saw: '< 0x80' };
  const bom = startsWith(head, 0xef, 0xbb, 0xbf);
  if (bytes.utf8) return { value: 'utf-8', confidence: 1, saw: bom ? 'BOM, UTF-8' : 'UTF-8' };
  if (bom) return { value: 'utf-8', confidence: 0.7, saw: 'BOM; UTF-8 no válido en parte / invalid in part' };
  const { valid, invalid } = utf8Share(head);
  // A Windows-1252 line with accents is hardly ever well-formed UTF-8, so a few that are tell more than many that are not.
  if (valid > 0 && valid * 20 >= invalid)
    return { value: 'utf-8', confidence: 0.6, saw: `${valid} líneas UTF-8, ${invalid} no / lines, not` };
  return { value: 'windows-1252', confidence: invalid > 0 ? 0.95 : 0.8, saw: `${invalid} líneas no UTF-8 / lines not UTF-8` };
}

const countZeros = (head: Buffer, from: number): number => {
  let count = 0;
  for (let i = from; i < Math.min(head.length, 4096); i += 2) if (head[i] === 0) count += 1;
  return count;
};

/** Lines with characters beyond ASCII that are, and are not, UTF-8. */
function utf8Share(head: Buffer): { valid: number; invalid: number } {
  let valid = 0;
  let invalid = 0;
  for (const line of splitBytes(head, head.includes(10) ? 10 : 13)) {
    if (!line.some((byte) => byte > 0x7f)) continue;
    if (isUtf8(line)) valid += 1;
    else invalid += 1;
  }
  return { valid, invalid };
}

function lineEndOf(head: Buffer, encoding: Encoding, { bytes }: Source): Seen<LineEnd> {
  const wide = encoding === 'utf-16le' || encoding === 'utf-16be';
  const { crlf, lf, cr } = wide ? wideEnds(decode(head, encoding)) : bytes.ends;
  const most = Math.max(crlf, lf, cr);
  const sum = crlf + lf + cr;
  const value = most === crlf && crlf > 0 ? 'crlf' : most === cr && cr > 0 ? 'cr' : 'lf';
  return { value, confidence: sum === 0 ? 0.5 : most / sum, saw: `CRLF ${crlf}, LF ${lf}, CR ${cr}` };
}

function wideEnds(text: string): { crlf: number; lf: number; cr: number } {
  const count = (sign: RegExp): number => [...text.matchAll(sign)].length;
  const crlf = count(/\r\n/g);
  return { crlf, lf: count(/\n/g) - crlf, cr: count(/\r/g) - crlf };
}

/** Text of bytes; what is not UTF-8 is taken as Windows-1252 line by line, as the loader does. */
export function decode(bytes: Buffer, encoding: Encoding): string {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return new TextDecoder(encoding).decode(bytes);
  return new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'windows-1252').decode(bytes);
}

const lineBreaks: Readonly<Record<LineEnd, RegExp>> = { lf: /\r?\n/, crlf: /\r?\n/, cr: /\r\n?/ };

function linesOf(bytes: Buffer, encoding: Encoding, end: LineEnd): string[] {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return decode(bytes, encoding).split(lineBreaks[end]);
  return splitBytes(bytes, end === 'cr' ? 13 : 10).map((line) => decode(line, encoding).replace(/\r$/, '').replaceAll('\0', ''));
}

function splitBytes(bytes: Buffer, end: number): Buffer[] {
  const lines: Buffer[] = [];
  let start = 0;
  for (let at = bytes.indexOf(end); at !== -1; at = bytes.indexOf(end, start)) {
    lines.push(bytes.subarray(start, at));
    start = at + 1;
  }
  lines.push(bytes.subarray(start));
  return lines;
}
