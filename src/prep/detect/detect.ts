import { knownProfiles, profileFor } from '../profiles/known.ts';
import type { Profile, Reads } from '../profiles/profile.ts';
import { fault, type ReadFault } from '../source/fault.ts';
import type { Source } from '../source/source.ts';
import { columnsOf, voteColumnsOf } from './columns.ts';
import { cutTimeInPath } from './cut-time.ts';
import type { Column, Detected, Seen } from './detected.ts';
import { electionOf } from './election.ts';
import { type Head, readHead } from './head.ts';
import { type Header, headerOf } from './header.ts';
import { bare, splitLine } from './lines.ts';
import { numberOf } from './number.ts';
import { isTotalsLine, type Preamble, preambleOf } from './preamble.ts';
import { keyProtectionOf, quotingOf } from './protection.ts';
import { specialOf } from './specials.ts';

/** Columns beyond which a header is not one of a PREP (74 vote columns are the most seen). */
export const mostColumns = 2_000;
const sampleRows = 300;

export type DetectOptions = {
  /** A person's profile: what its `reads` states is taken as given. */
  readonly profile?: Profile | undefined;
  /** Profiles among which the publisher's is looked for. */
  readonly profiles?: readonly Profile[];
};

/**
 * What a results file is, from its head, its tail and the facts about all its bytes. Never throws for what a file holds: what was not
 * found is null or empty and told in `faults`, and `confidence` says how sure each conclusion is.
 */
export async function detect(source: Source, { profile, profiles = knownProfiles }: DetectOptions = {}): Promise<Detected> {
  const first = profile?.reads ?? {};
  const head = await readHead(source, first.encoding, first.lineEnd);
  const header = headerOf(head.lines, first);
  const rows = header.found ? sampleOf(head, header) : [];
  const found = profile ?? profileFor(traitsOf(source, head, header, rows), profiles)?.profile;
  const reads: Reads = found?.reads ?? {};
  const { preamble, totalsBelow } = preambleAround(head, header, reads);
  const named = header.found && header.fields.length <= mostColumns ? columnsOf(header.fields, reads, holdsWords(rows)) : [];
  const columns = named.map((column) => ({
    ...column,
    padded: rows.some(({ fields }) => /\s$|^[\s`´‘’]/.test(fields[column.index] ?? '')),
  }));
  const election = electionOf(preamble.title, source.name);
  const seen = cutSeen(preamble, source, reads);
  const voteColumns = voteColumnsOf(columns);
  const state = new Set(valuesOf(rows, columns, 'state'));
  const detected: Omit<Detected, 'faults'> = {
    kind: kindOf(columns),
    encoding: head.encoding,
    bom: head.bom,
    lineEnd: head.lineEnd,
    delimiter: header.delimiter,
    quoting: quotingOf(source.bytes.quotes, rows, header.delimiter.value),
    keyProtection: keyProtectionOf(valuesOf(rows, columns, 'key'), first.keyProtection),
    headerLine: header.line,
    filledLinesThroughHeader: header.found ? head.lines.slice(0, header.line.value).filter((line) => line !== '').length : 0,
    title: preamble.title,
    election,
    stateId: onlyOne(valuesOf(rows, columns, 'stateId').filter((id) => /^\d+$/.test(bare(id)))),
    state: state.size === 1 ? ([...state][0] ?? null) : null,
    cutAt: seen,
    cutText: preamble.cut?.text ?? null,
    totals: preamble.totals,
    totalsBelow,
    columns,
    voteColumns,
    cells: { specials: specialsIn(rows, columns), decimals: decimalsBelow(source, head, header) },
    profile: profileSeen(found, profile !== undefined),
  };
  return { ...detected, faults: faultsOf(source, header, preamble, detected, found) };
}

/** Lines of a file's end among which totals below the table are looked for. */
const linesBelow = 60;

/** What stands above the table, and where its totals are missing there, those below it. */
function preambleAround(head: Head, header: Header, reads: Reads): { readonly preamble: Preamble; readonly totalsBelow: number } {
  const delimiter = header.delimiter.value;
  const above = preambleOf(header.found ? head.lines.slice(0, header.line.value - 1) : head.lines, delimiter, reads.totals);
  if (!header.found || above.totals.length > 0) return { preamble: above, totalsBelow: 0 };
  const last = [...head.lines.slice(header.line.value), ...head.tail].filter((line) => line !== '').slice(-linesBelow);
  const begin = last.findIndex((line) => isTotalsLine(line, delimiter, reads.totals));
  if (begin === -1) return { preamble: above, totalsBelow: 0 };
  const lines = last.slice(begin);
  const below = preambleOf(lines, delimiter, reads.totals);
  const preamble = { ...below, title: above.title, cut: above.cut ?? below.cut };
  return { preamble, totalsBelow: lines.length };
}

function traitsOf(source: Source, head: Head, header: Header, rows: readonly Row[]): Parameters<typeof profileFor>[0] {
  const preamble = preambleOf(header.found ? head.lines.slice(0, header.line.value - 1) : head.lines, header.delimiter.value);
  const columns = header.found && header.fields.length <= mostColumns ? columnsOf(header.fields) : [];
  const year = (preamble.cut ?? cutTimeInPath(source.path))?.iso.slice(0, 4);
  return {
    title: preamble.title,
    file: source.name,
    stateId: onlyOne(valuesOf(rows, columns, 'stateId').filter((id) => /^\d+$/.test(id))),
    year: year === undefined ? null : Number(year),
    columns: header.fields.slice(0, mostColumns).map(bare),
  };
}

type Row = { readonly line: string; readonly fields: readonly string[] };

/** Rows from the begin and the end of the table, for what the header cannot tell. */
function sampleOf(head: Head, header: Header): readonly Row[] {
  const lines = [...head.lines.slice(header.line.value, header.line.value + sampleRows), ...head.tail.slice(-sampleRows)];
  return lines
    .filter((line) => line.trim() !== '' && line.length < 100_000)
    .map((line) => ({ line, fields: splitLine(line, header.delimiter.value).fields }));
}

function valuesOf(rows: readonly Row[], columns: readonly Column[], role: Column['role']): readonly string[] {
  const index = columns.find((column) => column.role === role)?.index;
  if (index === undefined) return [];
  const values = rows.map((row) => (row.fields[index] ?? '').trim()).filter((value) => value !== '' && value !== '-');
  return role === 'key' ? values : values.map(bare);
}

/** Tells the columns in which most cells that say anything say neither a figure nor what stands for one. */
function holdsWords(rows: readonly Row[]): (index: number) => boolean {
  const some = rows.slice(0, 100);
  return (index) => {
    let figures = 0;
    let words = 0;
    for (const { fields } of some) {
      const text = fields[index] ?? '';
      if (/^\d+$/.test(text)) figures += 1;
      else if (specialOf(text) === null) numberOf(text) === null ? words++ : figures++;
    }
    return words > figures;
  };
}

const numeric: ReadonlySet<Column['role']> = new Set([
  ...([
    'vote',
    'leftover',
    'voters',
    'repsVoted',
    'drawn',
    'entered',
    'calculated',
    'list',
    'reps',
    'section',
    'casillaId',
    'ext',
  ] as const),
]);

/** Texts met where numbers belong, as published. */
function specialsIn(rows: readonly Row[], columns: readonly Column[]): readonly string[] {
  const found = new Set<string>();
  for (const { index } of columns.filter((column) => numeric.has(column.role)))
    for (const { fields } of rows) {
      const text = fields[index] ?? '';
      if (!/^\d/.test(text) && text.length < 40 && specialOf(text) !== null) found.add(text);
    }
  return [...found].slice(0, 40);
}

/** Whether a digit, a point and a digit occur anywhere below the header. */
function decimalsBelow({ bytes }: Source, head: Head, header: Header): boolean {
  const above =
    head.lines
      .slice(0, header.line.value)
      .join('\n')
      .match(/\d\.(?=\d)/g) ?? [];
  return bytes.decimals > above.length;
}

const onlyOne = (values: readonly string[]): string | null => {
  const distinct = new Set(values.map((value) => bare(value).padStart(2, '0')));
  return distinct.size === 1 ? ([...distinct][0] ?? null) : null;
};

function kindOf(columns: readonly Column[]): Detected['kind'] {
  const has = (role: Column['role']): boolean => columns.some((column) => column.role === role);
  if (has('counted')) return { value: 'prep', confidence: 1, saw: 'CONTABILIZADA' };
  if (has('hash') || has('capturedAt')) return { value: has('hash') ? 'prep' : 'computos', confidence: 0.8, saw: 'sin CONTABILIZADA' };
  return { value: columns.length > 0 ? 'computos' : 'prep', confidence: 0.6, saw: 'sin CONTABILIZADA' };
}

function cutSeen(preamble: Preamble, source: Source, reads: Reads): Seen<string | null> {
  const zoned = (iso: string): string => (reads.offset !== undefined && !/[+-]\d{2}:\d{2}$/.test(iso) ? iso + reads.offset : iso);
  if (preamble.cut) return { value: zoned(preamble.cut.iso), confidence: 1, saw: preamble.cut.text };
  const named = cutTimeInPath(source.path);
  return named ? { value: zoned(named.iso), confidence: 0.6, saw: named.text } : { value: null, confidence: 0, saw: '' };
}

function profileSeen(found: Profile | undefined, given: boolean): Seen<string> {
  if (found === undefined) return { value: 'generic', confidence: 0.5, saw: '' };
  const saw = Object.keys(found.match).join(', ');
  return given ? { value: found.id, confidence: 1, saw, given } : { value: found.id, confidence: 0.9, saw };
}

function faultsOf(
  source: Source,
  header: Header,
  preamble: Preamble,
  detected: Omit<Detected, 'faults'>,
  profile: Profile | undefined,
): readonly ReadFault[] {
  const { path } = source;
  if (source.faults.some((one) => one.severity === 'error')) return [];
  if (!header.found) {
    const totalsOnly = preamble.totals.length > 0;
    const { longestLineBytes } = source.bytes;
    if (longestLineBytes >= 1 << 20) return [fault('long-line', 'error', path, String(1 << 20)), fault('no-header', 'error', path)];
    return [fault(totalsOnly ? 'totals-only' : 'no-header', 'error', path)];
  }
  const at = { lines: [header.line.value] };
  if (header.fields.length > mostColumns) return [fault('too-many-columns', 'error', path, String(header.fields.length), at)];
  const faults: ReadFault[] = [];
  const names = new Set(detected.columns.filter((column) => column.repeated).map((column) => column.name));
  if (names.size > 0) faults.push(fault('duplicate-columns', 'warning', path, [...names].join(', '), at));
  if (detected.voteColumns.length === 0) faults.push(fault('no-vote-columns', 'warning', path, '', at));
  if (preamble.totals.length === 0) faults.push(fault('no-totals', 'warning', path));
  if (preamble.totalsShape !== null) faults.push(fault('totals-shape', 'warning', path, preamble.totalsShape));
  if (preamble.cut === null) faults.push(fault('no-cut-time', 'warning', path));
  const { crlf, lf, cr } = source.bytes.ends;
  const wide = detected.encoding.value.startsWith('utf-16');
  if (!wide && [crlf, lf, cr].filter((count) => count > 0).length > 1)
    faults.push(fault('mixed-line-ends', 'note', path, `CRLF ${crlf}, LF ${lf}, CR ${cr}`));
  for (const [what, seen] of [
    ['encoding', detected.encoding],
    ['delimiter', detected.delimiter],
  ] as const)
    if (seen.confidence < 0.6) faults.push(fault('unsure', 'note', path, `${what} ${JSON.stringify(seen.value)} (${seen.saw})`));
  faults.push(...departures(path, detected, profile));
  return faults;
}

/** Where a file is not what its publisher's profile says: worth knowing, since a publisher may change between test and election night. */
function departures(path: string, detected: Omit<Detected, 'faults'>, profile: Profile | undefined): readonly ReadFault[] {
  const reads = profile?.reads ?? {};
  const pairs = [
    ['encoding', reads.encoding, detected.encoding],
    ['lineEnd', reads.lineEnd, detected.lineEnd],
    ['delimiter', reads.delimiter, detected.delimiter],
    ['keyProtection', reads.keyProtection, detected.keyProtection],
  ] as const;
  return pairs.flatMap(([what, said, seen]) => {
    const narrower = said === 'utf-8' && seen.value === 'ascii';
    if (said === undefined || seen.given || said === seen.value || narrower || seen.confidence < 0.6) return [];
    return [fault('profile', 'note', path, `${what}: ${JSON.stringify(seen.value)} ≠ ${JSON.stringify(said)} (${profile?.id})`)];
  });
}
