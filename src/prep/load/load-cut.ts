import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Detected } from '../detect/detected.ts';
import { fault, type ReadFault } from '../source/fault.ts';
import type { Source } from '../source/source.ts';
import { actaColumns, actaSelect, measureColumns } from './acta-sql.ts';
import { electionKeyOf } from './detect-any.ts';
import { notActasOf } from './not-actas.ts';
import type { LoadedCut, NotActas, RaggedRow } from './prep.ts';
import { literal } from './quote.ts';
import { type Readable, readCsvSql } from './read-csv-sql.ts';
import { longestRowBytes, type Rewritten, rewrite } from './rewrite.ts';

export type Loading = { readonly connection: DuckDBConnection; readonly temp: string; readonly cut: number };

/** Puts one file into the model: its rows as table `acta_<cut>` and view `raw_<cut>`, its totals into `total`. */
export async function loadCut(loading: Loading, source: Source, detected: Detected): Promise<LoadedCut> {
  const unreadable = [...source.faults, ...detected.faults].some((one) => one.severity === 'error');
  const rows = unreadable || source.file === null || detected.columns.length === 0 ? noRows : await loadRows(loading, source, detected);
  await loadTotals(loading, detected);
  return {
    cut: loading.cut,
    file: source.name,
    path: source.path,
    sha256: source.sha256 ?? '',
    election: detected.title ?? detected.election.value ?? source.name,
    electionKey: electionKeyOf(detected),
    cutAt: detected.cutAt.value,
    rows: rows.rows,
    voteColumns: detected.voteColumns.map((column) => column.name),
    detected,
    faults: [...source.faults, ...detected.faults, ...rows.faults],
    notActas: rows.notActas,
    raggedRows: rows.ragged,
  };
}

type Rows = {
  readonly rows: number;
  readonly faults: readonly ReadFault[];
  readonly ragged: readonly RaggedRow[];
  readonly notActas: NotActas | null;
};
const noRows: Rows = { rows: 0, faults: [], ragged: [], notActas: null };

async function loadRows(loading: Loading, source: Source, detected: Detected): Promise<Rows> {
  const { bytes } = source;
  const direct = directly(source, detected);
  const clean = bytes.utf8 && !bytes.nulBytes && bytes.longestLineBytes < longestRowBytes && oneLineEnd(source) && !isWide(detected);
  if (clean) {
    // Every filled line below the header must have become a row: a quote that never closes would swallow lines without a word.
    const expected = bytes.filledLines - detected.filledLinesThroughHeader;
    const made = await tryTable(loading, direct, detected);
    if (made.ok && made.rows === expected) return finish(loading, source, detected, made.rows, []);
  }
  const mendQuotes = bytes.quotes || isWide(detected);
  const file = join(loading.temp, `rows-${loading.cut}.csv`);
  const done = await rewrite({
    from: direct.file,
    to: file,
    encoding: isWide(detected) || detected.encoding.value === 'windows-1252' ? narrowed(detected) : 'utf-8',
    lineEnd: detected.lineEnd.value,
    delimiter: detected.delimiter.value,
    skipLines: detected.headerLine.value,
    width: detected.columns.length,
    mendQuotes,
  });
  const rewritten: Readable = { ...direct, file, skipLines: 0, lineEnd: 'lf', quotes: mendQuotes, longestLineBytes: longestRowBytes };
  const made = await tryTable(loading, rewritten, detected);
  const faults = rewritingFaults(source.path, done);
  if (!made.ok) return { ...noRows, faults: [...faults, fault('unreadable', 'error', source.path, made.why)] };
  const lost = made.rows === done.rows ? [] : [fault('unreadable', 'warning', source.path, `${made.rows} ≠ ${done.rows}`)];
  return finish(loading, source, detected, made.rows, [...faults, ...lost]);
}

const isWide = (detected: Detected): boolean => detected.encoding.value.startsWith('utf-16');
const narrowed = ({ encoding }: Detected) => (encoding.value === 'ascii' ? 'utf-8' : encoding.value);
const oneLineEnd = ({ bytes: { ends } }: Source): boolean => [ends.crlf, ends.lf, ends.cr].filter((count) => count > 0).length <= 1;

const directly = (source: Source, detected: Detected): Readable => ({
  file: source.file ?? '',
  skipLines: detected.headerLine.value,
  delimiter: detected.delimiter.value,
  lineEnd: detected.lineEnd.value,
  quotes: source.bytes.quotes,
  width: detected.columns.length,
  longestLineBytes: source.bytes.longestLineBytes,
});

type Made = { readonly ok: true; readonly rows: number } | { readonly ok: false; readonly why: string };

/**
 * One statement reads the file and makes the cut's table. The database keeps the order of the file (it writes in parallel by numbered
 * batches), so `rowid` counts its rows; numbering them here would leave all the work to one core.
 */
async function tryTable({ connection, cut }: Loading, readable: Readable, detected: Detected): Promise<Made> {
  const from = readCsvSql(readable);
  try {
    const made = await connection.runAndReadAll(`create or replace table acta_${cut} as ${actaSelect(detected, from)}`);
    const rows = Number(made.getRows()[0]?.[0] ?? 0);
    await connection.run(`create or replace view raw_${cut} as select row_number() over () as "row", * from ${from}`);
    return { ok: true, rows };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { ok: false, why: why.split('\n').slice(0, 3).join(' ').slice(0, 300) };
  }
}

async function finish(
  { connection, cut }: Loading,
  source: Source,
  detected: Detected,
  made: number,
  read: readonly ReadFault[],
): Promise<Rows> {
  const notActas = made === 0 ? null : await notActasOf(connection, cut, made, detected);
  const left = notActas === null ? [] : [fault('not-actas', 'note', source.path, String(notActas.count), { rows: notActas.rows })];
  const faults = [...read, ...left];
  const rows = made - (notActas?.count ?? 0);
  if (rows === 0) return { ...noRows, faults: [...faults, fault('no-rows', 'error', source.path)] };
  const expected = detected.columns.length;
  const found = await connection.runAndReadAll(
    `select rowid + 1 as r, fields, count(*) over () as total from acta_${cut} where fields <> ${expected}${without(notActas)} order by r limit 1000`,
  );
  const ragged = found.getRows().map(([row, fields]) => ({ row: Number(row), fields: Number(fields), expected }));
  if (ragged.length === 0) return { rows, faults, ragged, notActas };
  const count = String(found.getRows()[0]?.[2] ?? ragged.length);
  const told = fault('ragged-rows', 'warning', source.path, count, { rows: ragged.map(({ row }) => row) });
  return { rows, faults: [...faults, told], ragged, notActas };
}

const without = (notActas: NotActas | null): string => (notActas === null ? '' : ` and not coalesce(${notActas.where}, false)`);

function rewritingFaults(path: string, done: Rewritten): readonly ReadFault[] {
  const faults: ReadFault[] = [];
  const { otherEncoding, mended, longRows } = done;
  if (done.nulBytes > 0) faults.push(fault('nul-bytes', 'warning', path, String(done.nulBytes)));
  if (done.undecodableBytes > 0) faults.push(fault('undecodable-bytes', 'warning', path, String(done.undecodableBytes)));
  if (otherEncoding.count > 0)
    faults.push(fault('undecodable-rows', 'warning', path, String(otherEncoding.count), { rows: otherEncoding.rows }));
  if (longRows.length > 0) faults.push(fault('long-line', 'warning', path, String(longestRowBytes), { rows: longRows }));
  if (mended.count > 0) faults.push(fault('repaired', 'warning', path, `comillas / quotes: ${mended.count}`, { rows: mended.rows }));
  return faults;
}

async function loadTotals({ connection, cut }: Loading, { totals }: Detected): Promise<void> {
  if (totals.length === 0) return;
  const rows = totals.map(
    ({ name, label, text, value }) => `(${cut}, ${name === null ? 'null' : literal(name)}, ${literal(label)}, ${literal(text)}, ${value})`,
  );
  await connection.run(`insert into total values ${rows.join(', ')}`);
}

/** Makes `acta`, `measured` and `ragged` show the given cuts. */
export async function showCuts(connection: DuckDBConnection, cuts: readonly LoadedCut[]): Promise<void> {
  const shown = cuts.filter((loaded) => loaded.rows > 0);
  const none = { cut: 0, width: 0, actas: '' };
  const tables =
    shown.length === 0
      ? [none]
      : shown.map(({ cut, detected, notActas }) => ({ cut, width: detected.columns.length, actas: without(notActas) }));
  const numbered = (cut: number) => `select ${cut}::integer as cut, rowid + 1 as "row"`;
  const view = (name: string, columns: readonly string[]) =>
    `create or replace view ${name} as ${tables.map(({ cut, actas }) => `${numbered(cut)}, ${columns.join(', ')} from acta_${cut} where true${actas}`).join(' union all ')}`;
  const ragged = tables.map(
    ({ cut, width, actas }) =>
      `${numbered(cut)}, fields, ${width}::usmallint as expected from acta_${cut} where fields <> ${width}${actas}`,
  );
  await connection.run(view('acta', actaColumns));
  await connection.run(view('measured', [...actaColumns, ...measureColumns]));
  await connection.run(`create or replace view ragged as ${ragged.join(' union all ')}`);
}
