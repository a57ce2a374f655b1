import type { Cell, Table } from '../core/document.ts';
import { plain } from '../core/document.ts';

/**
 * A table as CSV (RFC 4180): UTF-8 with a byte-order mark so that spreadsheets read the accents, CRLF, the column
 * titles first, numbers unformatted, absence empty.
 */
export const tableToCsv = (table: Table): string => csvFromRows([table.columns.map((column) => column.title), ...table.rows]);

/** Rows of any cells as CSV, as `tableToCsv` does; the first row is the caller's heading. */
export const csvFromRows = (rows: readonly (readonly Cell[])[]): string =>
  `\ufeff${rows.map((row) => `${row.map(field).join(',')}\r\n`).join('')}`;

function field(cell: Cell): string {
  const text = typeof cell === 'number' ? String(cell) : unformulated(plain(cell).toWellFormed());
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A spreadsheet would run a text that begins like a formula; an apostrophe before it makes it text. Signed numbers stay numbers. */
const unformulated = (text: string): string => (/^[=+\-@\t\r]/.test(text) && !/^[+-]?\d+(?:\.\d+)?$/.test(text) ? `'${text}` : text);
