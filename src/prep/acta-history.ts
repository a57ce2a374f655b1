import { bare, splitLine } from './detect/lines.ts';
import { roleOf } from './detect/roles.ts';
import { namesTable } from './detect/table-line.ts';

/** How a kept cut is written, as its verification found it. */
export type Written = { readonly encoding: string; readonly delimiter: string; readonly lineEnd: string };

/** The rows of one cut that bear a key, as published: column by column, in the order of the header. */
export type KeyRows = { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };

const ends: Readonly<Record<string, string>> = { cr: '\r', lf: '\n', crlf: '\n' };

/**
 * The rows whose CLAVE_CASILLA or CLAVE_ACTA is `key`, found by looking for its letters in the bytes: a cut is read through in milliseconds,
 * and nothing but the rows in question is taken apart.
 */
export function rowsWithKey(bytes: Uint8Array, { encoding, delimiter, lineEnd }: Written, key: string): KeyRows {
  const wanted = bare(key).toUpperCase();
  const text = textOf(bytes, encoding);
  const end = ends[lineEnd] ?? '\n';
  const header = headerOf(text, end, delimiter);
  if (header === undefined || wanted === '') return { columns: [], rows: [] };
  const columns = header.fields.map(bare);
  const places = columns.flatMap((name, i) => (['key', 'actaKey'].includes(roleOf(name)) ? [i] : []));
  const rows: (readonly string[])[] = [];
  let from = header.end;
  for (let at = text.indexOf(wanted, from); at !== -1; at = text.indexOf(wanted, from)) {
    const start = text.lastIndexOf(end, at) + 1;
    const next = text.indexOf(end, at);
    from = next === -1 ? text.length : next;
    const { fields } = splitLine(lineOf(text.slice(start, from), encoding).replace(/\r$/, ''), delimiter);
    if (places.some((place) => bare(fields[place] ?? '').toUpperCase() === wanted)) rows.push(fields.map((field) => field.trim()));
  }
  return { columns, rows };
}

/** One character a byte, so that places in the text are places in the file; UTF-16 as what it says. */
function textOf(bytes: Uint8Array, encoding: string): string {
  if (encoding.startsWith('utf-16')) return new TextDecoder(encoding).decode(bytes);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

function lineOf(line: string, encoding: string): string {
  if (encoding.startsWith('utf-16')) return line;
  return new TextDecoder(encoding === 'windows-1252' ? 'windows-1252' : 'utf-8').decode(Buffer.from(line, 'latin1'));
}

const within = 200;

function headerOf(text: string, end: string, delimiter: string): { readonly fields: readonly string[]; readonly end: number } | undefined {
  let start = 0;
  for (let n = 0; n < within && start < text.length; n++) {
    const at = text.indexOf(end, start);
    const stop = at === -1 ? text.length : at;
    const line = text.slice(start, Math.min(stop, start + 200_000)).replace(/\r$/, '');
    if (namesTable(line)) return { fields: splitLine(line, delimiter).fields, end: stop };
    start = stop + 1;
  }
  return undefined;
}
