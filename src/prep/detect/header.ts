import type { Reads } from '../profiles/profile.ts';
import type { Delimiter, Seen } from './detected.ts';
import { bare, delimiters, splitLine } from './lines.ts';
import { isSeparatorLine, isTotalsLine } from './preamble.ts';
import { roleOf } from './roles.ts';
import { namesTable } from './table-line.ts';

export type Header = {
  readonly found: boolean;
  /** Line of the header, from 1; the first line when there is none. */
  readonly line: Seen<number>;
  readonly delimiter: Seen<Delimiter>;
  readonly fields: readonly string[];
};

/** A header stands within the first lines; 8 is the latest seen. */
const within = 200;

/** Finds the table's header by its content, and the delimiter that makes the most columns of known meaning of it. */
export function headerOf(lines: readonly string[], given: Pick<Reads, 'delimiter' | 'headerLine'> = {}): Header {
  const stated = lines.slice(0, 5).find(isSeparatorLine);
  const sep = /sep=(.)/i.exec(stated ?? '')?.[1];
  const allowed = given.delimiter === undefined ? delimiters : [given.delimiter];
  const at = given.headerLine === undefined ? lines.slice(0, within).findIndex(namesTable) : given.headerLine - 1;
  const line = lines[at];
  if (at === -1 || line === undefined) return { ...noHeader, delimiter: totalsDelimiter(lines, allowed) };
  const ways = allowed
    .map((delimiter) => ({ delimiter, fields: splitLine(line, delimiter).fields }))
    .map((way) => ({ ...way, known: way.fields.filter((field) => roleOf(bare(field)) !== 'unknown').length }))
    .toSorted((a, b) => b.known - a.known || b.fields.length - a.fields.length);
  const [best, second] = ways;
  if (best === undefined) return noHeader;
  const saw = `${best.fields.length} columnas / columns${sep === undefined ? '' : `, sep=${sep}`}`;
  const confidence =
    best.known < 3 ? 0.4 : sep !== undefined && sep !== best.delimiter ? 0.7 : (second?.known ?? 0) >= best.known ? 0.5 : 1;
  return {
    found: true,
    line: { value: at + 1, confidence: best.known >= 5 ? 1 : 0.6, saw: line.slice(0, 80), ...(given.headerLine ? { given: true } : {}) },
    delimiter: { value: best.delimiter, confidence, saw, ...(given.delimiter ? { given: true } : {}) },
    fields: best.fields,
  };
}

const noHeader: Header = {
  found: false,
  line: { value: 1, confidence: 0, saw: '' },
  delimiter: { value: ',', confidence: 0, saw: '' },
  fields: [],
};

function totalsDelimiter(lines: readonly string[], allowed: readonly Delimiter[]): Seen<Delimiter> {
  const value = allowed.find((delimiter) => lines.slice(0, within).some((line) => isTotalsLine(line, delimiter)));
  return value === undefined ? noHeader.delimiter : { value, confidence: 0.8, saw: 'totales / totals' };
}
