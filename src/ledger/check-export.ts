import type { Tools } from './cosignature.ts';
import { type Finding, whatOf } from './finding.ts';
import { base64, type Checkpoint, checkpointFault, type Fault, headFault, logVerifier, parseCheckpoint } from './verify.ts';
import { both } from './words.ts';

/** First words of an export; the number is the version of the form. */
export const exportHeader = 'atalaya-ledger-export 1';

export type CheckedExport = {
  readonly origin: string | undefined;
  /** Entries read and hashed, and the root that follows from them. */
  readonly size: number;
  readonly root: Uint8Array;
  readonly verifierKey: string | undefined;
  readonly faults: readonly Finding[];
};

type Line = { readonly number: number; readonly offset: number; readonly bytes: Uint8Array; readonly ended: boolean };
const mostFaults = 50;
/** Lines before the first entry: header, key, origin, size, root, blank, signature, blank. */
const preamble = 8;

export type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
export type ExportOptions = {
  /** The log's key as known from elsewhere. */
  readonly verifierKey?: string | undefined;
  /** Told the text of each entry, whatever was found of it. */
  readonly seen?: (body: string) => void;
};

/**
 * Verifies an export (see `exportLedger`): every byte of it is accounted for, so that one altered anywhere is located by
 * line, byte offset and entry. `verifierKey` is the key known from elsewhere (a report, a letter); without it the file is
 * only shown to agree with the key it carries. Bytes come as they are read from a file or the network; hashing and signatures come in, so
 * that a browser can run it.
 */
export async function checkExport(chunks: Chunks, tools: Tools, { verifierKey, seen }: ExportOptions = {}): Promise<CheckedExport> {
  const faults: Finding[] = [];
  const verifier = logVerifier(tools.sha256);
  const head: string[] = [];
  let note: Checkpoint | undefined;
  let end: Line | undefined;
  let leafFaults = 0;

  const report = (line: Line, kind: Finding['kind'], detail: Partial<Fault> = {}) => {
    if (faults.length < mostFaults) faults.push(finding(line, kind, detail));
  };

  let last: Line = { number: 0, offset: 0, bytes: new Uint8Array(), ended: true };
  for await (const line of lines(chunks)) {
    last = line;
    if (end !== undefined) {
      report(line, 'extra');
      break;
    }
    if (!line.ended) report(line, 'format', { saw: 'no newline', expected: 'newline' });
    if (line.number <= preamble) {
      head.push(latin1(line.bytes));
      if (line.number === preamble) note = checkPreamble(head, line, tools, verifierKey, report);
      continue;
    }
    const seq = verifier.size() + 1;
    if (line.bytes.length < 30 && latin1(line.bytes) === `end ${verifier.size()}`) {
      end = line;
      continue;
    }
    const row = readRow(line.bytes, seq);
    if (row === undefined) {
      report(line, 'format', { seq, saw: latin1(line.bytes.subarray(0, 60)), expected: `${seq} base64 {…}` });
      return result();
    }
    seen?.(row.text);
    const found = verifier.add(row);
    if (found?.kind === 'leaf') leafFaults++;
    if (found) report(line, found.kind, found);
  }
  if (last.number < preamble) report(last, 'truncated');
  else if (note !== undefined) {
    if (verifier.size() < note.size)
      report(last, 'truncated', { seq: verifier.size() + 1, saw: String(verifier.size()), expected: String(note.size) });
    else {
      const found = headFault(verifier, note);
      if (found && leafFaults === 0) report(last, found.kind, { ...found, seq: 0 });
      if (end === undefined) report(last, 'truncated', { expected: `end ${note.size}` });
    }
  }
  return result();

  function result(): CheckedExport {
    return { origin: note?.origin, size: verifier.size(), root: verifier.root(), verifierKey: head[1], faults };
  }
}

type Report = (line: Line, kind: Finding['kind'], detail?: Partial<Fault>) => void;

/** The eight lines before the entries, each byte of which is either fixed or signed. */
function checkPreamble(
  head: readonly string[],
  line: Line,
  { sha256, ed25519 }: Tools,
  known: string | undefined,
  report: Report,
): Checkpoint | undefined {
  const text = head.map((part) => utf8.decode(Uint8Array.from(part, (char) => char.charCodeAt(0))));
  const [header = '', key = '', , , , , , end = ''] = text;
  const at = (number: number): Line => ({
    ...line,
    number,
    offset: head.slice(0, number - 1).reduce((sum, part) => sum + part.length + 1, 0),
  });
  if (header !== exportHeader) report(at(1), 'format', { saw: header, expected: exportHeader });
  if (known !== undefined && key !== known) report(at(2), 'key', { saw: key, expected: known });
  if (end !== '') report(at(8), 'format', { saw: end, expected: '' });
  const note = `${text.slice(2, 7).join('\n')}\n`;
  const found = checkpointFault(note, key, sha256, ed25519);
  if (found) {
    const line = found.kind === 'key' ? 2 : found.kind === 'origin' ? 3 : found.kind === 'note' ? noteLine(text) : 7;
    report(at(line), found.kind, { saw: found.saw, expected: found.expected });
  }
  return parseCheckpoint(note)?.checkpoint;
}

/** Which line of an ill-formed note is at fault. */
function noteLine(text: readonly string[]): number {
  const [, , , size = '', root = '', blank = ''] = text;
  if (!/^(0|[1-9]\d*)$/.test(size)) return 4;
  if (!/^[A-Za-z0-9+/]{43}=$/.test(root)) return 5;
  return blank === '' ? 7 : 6;
}

const utf8 = new TextDecoder();
/** Bytes as characters of the same number; `TextDecoder` has no such encoding under any name. */
const latin1 = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

function readRow(bytes: Uint8Array, seq: number) {
  const prefix = `${seq} `;
  const start = prefix.length + 45; // 32 bytes are 44 characters of base64, and a space
  if (latin1(bytes.subarray(0, prefix.length)) !== prefix || bytes[start - 1] !== 0x20) return undefined;
  const leaf = base64(latin1(bytes.subarray(prefix.length, start - 1)));
  if (leaf === undefined) return undefined;
  const body = bytes.subarray(start);
  const text = utf8.decode(body);
  return { seq, stream: streamIn(text), body, leaf, text };
}

/** The stream as the body says it: an export has no other column to compare it with. */
function streamIn(text: string): string {
  try {
    const said: unknown = JSON.parse(text);
    return typeof said === 'object' && said !== null && 'stream' in said ? String(said.stream) : '';
  } catch {
    return ''; // the verifier reports a body that is not an entry
  }
}

const whats = { format: 'whatFormat', extra: 'whatExtra', truncated: 'whatTruncated' } as const;

function finding(line: Line, kind: Finding['kind'], { seq, saw, expected }: Partial<Fault>): Finding {
  const about = seq === undefined || seq === 0 ? undefined : seq;
  return {
    kind,
    ...(about === undefined ? {} : { seq: about }),
    line: line.number,
    offset: line.offset,
    what: kind in whats ? both((words) => words[whats[kind as keyof typeof whats]]) : whatOf(kind as Fault['kind']), // report() is only given these
    where: both((words) => words.atLine(line.number, line.offset, about)),
    ...(saw === undefined ? {} : { saw }),
    ...(expected === undefined ? {} : { expected }),
    advice: both((words) => words.adviceExport),
  };
}

/** Splits bytes at newlines, keeping no more than a line and a chunk in memory. */
async function* lines(chunks: Chunks): AsyncGenerator<Line> {
  let kept: Uint8Array[] = [];
  let number = 0;
  let offset = 0;
  const take = (tail: Uint8Array, ended: boolean): Line => {
    const bytes = kept.length === 0 ? tail : joined([...kept, tail]);
    kept = [];
    const line = { number: ++number, offset, bytes, ended };
    offset += bytes.length + 1;
    return line;
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let newline = chunk.indexOf(10); newline >= 0; newline = chunk.indexOf(10, start)) {
      yield take(chunk.subarray(start, newline), true);
      start = newline + 1;
    }
    if (start < chunk.length) kept.push(chunk.slice(start));
  }
  if (kept.length > 0) yield take(new Uint8Array(), false);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}
