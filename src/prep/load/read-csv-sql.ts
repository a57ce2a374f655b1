import { spareFields } from './acta-sql.ts';
import { literal } from './quote.ts';

/** A file whose rows the database reads as they are. */
export type Readable = {
  readonly file: string;
  readonly skipLines: number;
  readonly delimiter: string;
  readonly lineEnd: 'lf' | 'crlf' | 'cr';
  /** False when no quote occurs in the file, which the database reads a fifth faster. */
  readonly quotes: boolean;
  readonly width: number;
  readonly longestLineBytes: number;
};

/** Never published: it tells an absent field (NULL) from an empty one. */
const absent = '\u{10FFFD}absent';
const ends = { lf: '\\n', crlf: '\\r\\n', cr: '\\r' } as const;

/**
 * The rows as text, `c0` … in the header's order and a few spare columns for rows that have more fields. Small buffers let both cores work
 * on a state's file too.
 */
export function readCsvSql({ file, skipLines, delimiter, lineEnd, quotes, width, longestLineBytes }: Readable): string {
  const columns = Array.from({ length: width + spareFields }, (_, i) => `'c${i}': 'varchar'`).join(', ');
  const quote = quotes ? `quote = '"', escape = '"'` : `quote = '', escape = ''`;
  const longest = Math.max(250_000, 2 * longestLineBytes);
  return `read_csv(${literal(file)}, auto_detect = false, header = false, skip = ${skipLines}, columns = {${columns}},
    delim = ${literal(delimiter)}, ${quote}, new_line = '${ends[lineEnd]}', strict_mode = false, null_padding = true,
    nullstr = ${literal(absent)}, max_line_size = ${longest}, buffer_size = ${Math.max(8_000_000, 8 * longest)})`;
}
