import type { CellObject, SheetData } from 'write-excel-file/node';
import type { Cell, Table } from '../core/document.ts';
import { plain } from '../core/document.ts';

type Facts = readonly (readonly [label: string, value: Cell])[];
/** `about` fills a second sheet: of what process, day and position of the log the rows are. */
export type Workbook = { readonly table: Table; readonly about: { readonly sheet: string; readonly facts: Facts } };

/**
 * A table as a workbook: what is a number stays one, an ISO day or instant becomes a real date that sorts and filters, and any other text
 * is stored as text, so that nothing in it can run as a formula. One bold heading, in sight while scrolling.
 */
export async function tableToXlsx({ table, about }: Workbook): Promise<Uint8Array<ArrayBuffer>> {
  const { default: write } = await import('write-excel-file/node');
  const widths = widthsOf(table);
  const heading = table.columns.map(
    ({ title }) => ({ value: clean(title), fontWeight: 'bold', wrap: true, alignVertical: 'top' }) as const,
  );
  const rows = table.rows.map((row) => row.map((cell, i) => cellOf(cell, (widths[i] ?? 0) >= widest)));
  const facts = about.facts.map(([label, value]) => [{ value: clean(label), fontWeight: 'bold' } as const, cellOf(value, true)]);
  const first = sheetName(table.caption);
  const sheets = [
    { sheet: first, data: [heading, ...rows] as SheetData, columns: widths.map((width) => ({ width })), stickyRowsCount: 1 },
    { sheet: other(sheetName(about.sheet), first), data: facts as SheetData, columns: [{ width: 24 }, { width: widest }] },
  ];
  return new Uint8Array(await write(sheets).toBuffer());
}

const narrowest = 8;
const widest = 60;

/** Wide enough for the longest word of the heading and for every cell, up to where a text rather wraps. */
const widthsOf = (table: Table): readonly number[] =>
  table.columns.map(({ title }, i) => {
    const inHead = Math.max(...title.split(/\s+/).map((word) => word.length));
    const inRows = table.rows.reduce((most, row) => Math.max(most, plain(row[i] ?? null).length), 0);
    return Math.min(widest, Math.max(narrowest, inHead, Math.min(inRows, widest)) + 2);
  });

const day = /^\d{4}-\d\d-\d\d$/;
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z$/;
const secondsADay = 86_400;
/** Spreadsheets count days from 30 December 1899, and are wrong about everything before March 1900: that stays text. */
const dayZero = -25_569;
const firstSoundDay = 61;

function cellOf(cell: Cell, wrap: boolean): CellObject | null {
  if (cell === null) return null;
  if (typeof cell === 'number') return { value: cell, type: Number, alignVertical: 'top' };
  const text = plain(cell);
  if (text === '') return null;
  const serial = serialOf(text);
  if (serial === undefined) return { value: clean(text), type: String, alignVertical: 'top', ...(wrap ? { wrap } : {}) };
  return {
    value: serial,
    type: Number,
    format: day.test(text) ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm:ss',
    align: 'left',
    alignVertical: 'top',
  };
}

function serialOf(text: string): number | undefined {
  if (!day.test(text) && !instant.test(text)) return undefined;
  try {
    const seconds = Temporal.Instant.from(day.test(text) ? `${text}T00:00Z` : text).epochMilliseconds / 1000;
    const serial = seconds / secondsADay - dayZero;
    return serial >= firstSoundDay ? serial : undefined;
  } catch {
    return undefined; // shaped like a date, and none: «2020-02-31» is kept as the text it is
  }
}

/** What a cell of a spreadsheet can hold at most. */
const mostCharacters = 32_767;
/** The library itself leaves out what XML cannot hold. */
const clean = (text: string): string => (text.length > mostCharacters ? `${text.slice(0, mostCharacters - 1)}…` : text);

/** At most 31 characters, none of those that a reference to a sheet uses, no apostrophe at an end. */
const sheetName = (text: string): string =>
  clean(text)
    .replaceAll(/[[\]:*?/\\]/g, ' ')
    .trim()
    .slice(0, 31)
    .replaceAll(/^'+|'+$/g, '')
    .trim() || '1';

const other = (name: string, taken: string): string => (name.toLowerCase() === taken.toLowerCase() ? `${name.slice(0, 29)} 2` : name);
