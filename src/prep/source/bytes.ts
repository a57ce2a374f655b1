import { Buffer, isAscii, isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { ByteFacts } from './source.ts';

const LF = 10;
const CR = 13;
const chunkBytes = 4 << 20;

export const noBytes: ByteFacts = {
  ascii: true,
  utf8: true,
  nulBytes: false,
  quotes: false,
  decimals: 0,
  ends: { crlf: 0, lf: 0, cr: 0 },
  filledLines: 0,
  longestLineBytes: 0,
};

/** Reads a file once, in bounded memory: its digest and the facts that detection needs about every byte of it. */
export async function scanFile(path: string): Promise<{ readonly sha256: string; readonly sizeBytes: number; readonly facts: ByteFacts }> {
  const hash = createHash('sha256');
  const scan = startScan();
  let sizeBytes = 0;
  const file = await open(path, 'r');
  try {
    const buffer = Buffer.allocUnsafe(chunkBytes);
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, chunkBytes);
      if (bytesRead === 0) break;
      const chunk = buffer.subarray(0, bytesRead);
      sizeBytes += bytesRead;
      hash.update(chunk);
      scan.take(chunk);
    }
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), sizeBytes, facts: scan.end() };
}

/** Byte facts of successive chunks; a multi-byte character or a CR LF may straddle two of them. */
export function startScan(): { take(chunk: Buffer): void; end(): ByteFacts } {
  let ascii = true;
  let utf8 = true;
  let nulBytes = false;
  let quotes = false;
  let decimals = 0;
  let carry: Buffer = Buffer.alloc(0);
  const byLf = lineCounter(LF);
  const byCr = lineCounter(CR);
  let pairs = 0;
  let endedWithCr = false;
  return {
    take(chunk) {
      if (ascii && !isAscii(chunk)) ascii = false;
      if (utf8 && !ascii) {
        const joined = carry.length === 0 ? chunk : Buffer.concat([carry, chunk]);
        const cut = joined.length - unfinished(joined);
        utf8 = isUtf8(joined.subarray(0, cut));
        carry = Buffer.from(joined.subarray(cut));
      }
      nulBytes ||= chunk.includes(0);
      quotes ||= chunk.includes(34);
      decimals += decimalsIn(chunk);
      if (endedWithCr && chunk[0] === LF) pairs += 1;
      endedWithCr = chunk[chunk.length - 1] === CR;
      byLf.take(chunk, (at) => {
        if (at > 0 && chunk[at - 1] === CR) pairs += 1;
      });
      byCr.take(chunk, () => {});
    },
    end() {
      const lf = byLf.end();
      const cr = byCr.end();
      const ends = { crlf: pairs, lf: lf.ends - pairs, cr: cr.ends - pairs };
      const lines = ends.cr > lf.ends ? cr : lf;
      return {
        ascii,
        utf8: utf8 && carry.length === 0,
        nulBytes,
        quotes,
        decimals,
        ends,
        filledLines: lines.filled,
        longestLineBytes: lines.longest,
      };
    },
  };
}

const isDigit = (byte: number | undefined): boolean => byte === undefined || (byte >= 48 && byte <= 57);

/** Points between digits; one at the edge of a chunk counts, since its other neighbour is not seen. */
function decimalsIn(chunk: Buffer): number {
  let count = 0;
  for (let at = chunk.indexOf(46); at !== -1; at = chunk.indexOf(46, at + 1))
    if (isDigit(chunk[at - 1]) && isDigit(chunk[at + 1])) count += 1;
  return count;
}

/** Bytes at the end of a chunk that begin a UTF-8 character whose rest has not come yet: 0 to 3. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

/** Counts lines ended by one byte; a line of nothing but the CR of a CR LF is empty. */
function lineCounter(end: number): {
  take(chunk: Buffer, seen: (at: number) => void): void;
  end(): { ends: number; filled: number; longest: number };
} {
  let ends = 0;
  let filled = 0;
  let longest = 0;
  /** Bytes of the current line in earlier chunks, and whether they are only a CR. */
  let before = 0;
  let onlyCr = false;
  const close = (bytes: number, loneCr: boolean): void => {
    const length = loneCr ? 0 : bytes;
    if (length > 0) filled += 1;
    if (length > longest) longest = length;
  };
  return {
    take(chunk, seen) {
      let start = 0;
      for (let at = chunk.indexOf(end); at !== -1; at = chunk.indexOf(end, start)) {
        ends += 1;
        seen(at);
        const here = at - start;
        const loneCr = end === LF && ((here === 1 && before === 0 && chunk[start] === CR) || (here === 0 && before === 1 && onlyCr));
        close(before + here, loneCr || (end === CR && before + here === 1 && chunk[start] === LF));
        start = at + 1;
        before = 0;
      }
      const rest = chunk.length - start;
      onlyCr = before === 0 && rest === 1 && chunk[start] === CR;
      before += rest;
    },
    end() {
      if (before > 0) close(before, onlyCr);
      return { ends, filled, longest };
    },
  };
}
