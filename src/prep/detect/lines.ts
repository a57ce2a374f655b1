import type { Delimiter } from './detected.ts';

/** The fields of one line, quotes taken off; a quote inside an unquoted field is itself. `open` when a quote is never closed. */
export function splitLine(line: string, delimiter: string): { readonly fields: readonly string[]; readonly open: boolean } {
  if (!line.includes('"')) return { fields: line.split(delimiter), open: false };
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    if (line[at] === '"') {
      const end = closingQuote(line, at + 1, delimiter);
      if (end === -1) return { fields: [...fields, ...line.slice(at).split(delimiter)], open: true };
      const next = line.indexOf(delimiter, end + 1);
      const after = next === -1 ? line.length : next;
      fields.push(line.slice(at + 1, end).replaceAll('""', '"') + line.slice(end + 1, after).trimEnd());
      if (next === -1) return { fields, open: false };
      at = next + 1;
    } else {
      const next = line.indexOf(delimiter, at);
      fields.push(line.slice(at, next === -1 ? undefined : next));
      if (next === -1) return { fields, open: false };
      at = next + 1;
    }
  }
}

/** The quote that closes a field: not doubled, and followed by a delimiter, blanks or the end. */
function closingQuote(line: string, from: number, delimiter: string): number {
  for (let at = line.indexOf('"', from); at !== -1; at = line.indexOf('"', at + 1)) {
    if (line[at + 1] === '"') {
      at += 1;
      continue;
    }
    // Only blanks are passed over: a tab may be the delimiter itself.
    const rest = line.slice(at + 1, at + 40).replace(/^ +/, '');
    if (rest.trim() === '' || rest.startsWith(delimiter)) return at;
  }
  return -1;
}

export const delimiters: readonly Delimiter[] = [',', '|', ';', '\t'];

/** A published text without what protects it: byte order mark, blanks, quotes, apostrophes, a leading `=`. */
export const bare = (text: string): string => text.replace(/^[\s﻿'"=]+|[\s'"]+$/g, '');

/** A line that a spreadsheet padded with empty fields, without them. */
export const withoutPadding = (line: string): string => line.replace(/[,;|\t\s]+$/, '');
