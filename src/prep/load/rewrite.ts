import { Buffer, isUtf8 } from 'node:buffer';
import { createReadStream, createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { splitLine } from '../detect/lines.ts';

/** How the rows of a file are to be written anew: UTF-8, one row a line ended by LF, quoted only where needed. */
export type Rewriting = {
  readonly from: string;
  readonly to: string;
  readonly encoding: 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be';
  /** The byte that ends lines, told by `detected.lineEnd`. */
  readonly lineEnd: 'lf' | 'crlf' | 'cr';
  readonly delimiter: string;
  /** Lines to leave out: everything through the header. */
  readonly skipLines: number;
  /** Fields of the header. */
  readonly width: number;
  /** True to take quotes apart; false keeps lines as they are but for their encoding. */
  readonly mendQuotes: boolean;
};

/** What had to be done. Rows count from 1, as `acta.row`. */
export type Rewritten = {
  readonly rows: number;
  readonly nulBytes: number;
  readonly undecodableBytes: number;
  /** Rows that are not UTF-8 in a file that is: how many, and the first. */
  readonly otherEncoding: { readonly count: number; readonly rows: readonly number[] };
  readonly longRows: readonly number[];
  /** Rows whose quotes did not close, or that ran over several lines. */
  readonly mended: { readonly count: number; readonly rows: readonly number[] };
};

export const longestRowBytes = 1_000_000;
const listedRows = 1_000;
/** A quoted field may run over this many lines; beyond it a lone quote is a quote. */
const mostLinesOfRow = 20;

/**
 * Streams a file into a clean copy of its rows, for what the database cannot read as it is: Windows-1252 and UTF-16, NUL bytes, mixed line
 * ends, quotes that never close, endless lines. Every row of the original is a row of the copy.
 */
export async function rewrite(task: Rewriting): Promise<Rewritten> {
  const out = createWriteStream(task.to);
  const write = startWriting(task, (text) => out.write(text));
  try {
    for await (const line of linesOf(task)) {
      if (!write.line(line)) await new Promise<void>((drained) => out.once('drain', () => drained()));
    }
    write.end();
  } finally {
    out.end();
    await finished(out);
  }
  return write.done();
}

type Line = { readonly bytes: Buffer; readonly long: boolean };

/** Lines as bytes, each cut off at the longest row that is kept. UTF-16 comes through as UTF-8. */
async function* linesOf({ from, encoding, lineEnd }: Rewriting): AsyncGenerator<Line> {
  const wide = encoding === 'utf-16le' || encoding === 'utf-16be' ? new TextDecoder(encoding) : null;
  const end = lineEnd === 'cr' ? 13 : 10;
  let parts: Buffer[] = [];
  let kept = 0;
  let long = false;
  const keep = (part: Buffer): void => {
    const room = longestRowBytes - kept;
    if (part.length > room) long = true;
    const taken = part.subarray(0, Math.max(0, room));
    parts.push(Buffer.from(taken));
    kept += taken.length;
  };
  const close = (): Line => {
    const line = { bytes: parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts), long };
    parts = [];
    kept = 0;
    long = false;
    return line;
  };
  for await (const read of createReadStream(from, { highWaterMark: 1 << 20 })) {
    // A stream without an encoding gives Buffers.
    const bytes = read as Buffer;
    const chunk = wide === null ? bytes : Buffer.from(wide.decode(bytes, { stream: true }), 'utf8');
    let start = 0;
    for (let at = chunk.indexOf(end); at !== -1; at = chunk.indexOf(end, start)) {
      keep(chunk.subarray(start, at));
      start = at + 1;
      yield close();
    }
    if (start < chunk.length) keep(chunk.subarray(start));
  }
  if (kept > 0) yield close();
}

function startWriting(task: Rewriting, put: (text: string | Buffer) => boolean) {
  let lines = 0;
  let rows = 0;
  let nulBytes = 0;
  let undecodableBytes = 0;
  const other = { count: 0, rows: [] as number[] };
  const mended = { count: 0, rows: [] as number[] };
  const longRows: number[] = [];
  const cp1252 = new TextDecoder('windows-1252');
  let pending: string[] = [];

  const note = (list: { count: number; rows: number[] }): void => {
    list.count += 1;
    if (list.rows.length < listedRows) list.rows.push(rows);
  };
  const put1 = (text: string): boolean => {
    rows += 1;
    return put(`${text}\n`);
  };
  const fieldsAgain = (fields: readonly string[]): string => fields.map((field) => quoted(field, task.delimiter)).join(task.delimiter);

  /** Writes what is pending as soon as it is known where its first row ends. */
  const settle = (atEnd: boolean): boolean => {
    let more = true;
    while (pending.length > 0) {
      const joined = pending.join('\n');
      const { fields, open } = splitLine(joined, task.delimiter);
      const several = pending.length > 1;
      if (!open && (!several || fields.length === task.width)) {
        pending = [];
        more = put1(fieldsAgain(fields));
        if (several) note(mended);
      } else if (open && !atEnd && pending.length < mostLinesOfRow && joined.length < longestRowBytes) {
        return more;
      } else {
        const [first = '', ...rest] = pending;
        pending = rest;
        const alone = splitLine(first, task.delimiter);
        more = put1(fieldsAgain(alone.open ? first.split(task.delimiter) : alone.fields));
        if (alone.open) note(mended);
      }
    }
    return more;
  };

  return {
    line({ bytes, long }: Line): boolean {
      lines += 1;
      if (lines <= task.skipLines) return true;
      let line = bytes;
      if (line.includes(0)) {
        const clean = Buffer.from(line.filter((byte) => byte !== 0));
        nulBytes += line.length - clean.length;
        line = clean;
      }
      let text: string;
      if (isUtf8(line)) text = line.toString('utf8');
      else {
        text = cp1252.decode(line).replace(/[\x81\x8d\x8f\x90\x9d]/g, () => {
          undecodableBytes += 1;
          return '\uFFFD';
        });
        if (task.encoding !== 'windows-1252') {
          other.count += 1;
          if (other.rows.length < listedRows) other.rows.push(rows + pending.length + 1);
        }
      }
      text = text
        .replace(/^\uFEFF/, '')
        .replace(/[\r\n]+$/, '')
        .replaceAll(/[\r\n]/g, ' ');
      if (text === '') return true;
      if (long) longRows.push(rows + pending.length + 1);
      if (!task.mendQuotes) return put1(text);
      if (pending.length === 0 && !text.includes('"')) return put1(text);
      pending.push(text);
      return settle(false);
    },
    end(): void {
      settle(true);
    },
    done: (): Rewritten => ({ rows, nulBytes, undecodableBytes, otherEncoding: other, longRows, mended }),
  };
}

/** A field as it is written anew; a line break inside it becomes a blank, so that a row is a line. */
function quoted(field: string, delimiter: string): string {
  const flat = field.includes('\n') ? field.replaceAll('\n', ' ') : field;
  return flat.includes(delimiter) || flat.includes('"') ? `"${flat.replaceAll('"', '""')}"` : flat;
}
