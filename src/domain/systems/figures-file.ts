import { parse } from 'csv-parse/sync';
import { ok, type Result, refuse } from '../../core/result.ts';
import type { FigureFault } from './decide-operation.ts';
import type { FigureRow } from './operation-events.ts';

/** The columns of a file of figures, each with the heads under which it may come. */
export const figureColumns = {
  entity: ['entidad', 'entity', 'opl'],
  date: ['fecha', 'date'],
  time: ['hora', 'time'],
  reported: ['reportado', 'reported'],
  achieved: ['logrado', 'achieved'],
  of: ['total', 'de', 'of'],
} as const satisfies Record<keyof FigureRow, readonly string[]>;
export type FigureColumn = keyof typeof figureColumns;
const columns = Object.keys(figureColumns) as readonly FigureColumn[]; // its keys are the columns
const optional: readonly FigureColumn[] = ['time', 'achieved'];

/** What is wrong with one cell; `row` counts from 1, the heads apart. */
export type CellFault = {
  readonly row: number;
  readonly kind: 'missing' | 'no-number' | 'negative' | 'no-date' | 'no-time';
  readonly column: FigureColumn;
  readonly typed: string;
};
export type RowFault = CellFault | FigureFault;

/** One line of the file: as typed, and as a figure when nothing in it is wrong. */
export type FileRow = {
  readonly row: number;
  readonly typed: Readonly<Record<FigureColumn, string>>;
  readonly figure?: FigureRow;
  readonly faults: readonly RowFault[];
};
export type FileRefusal =
  | { readonly kind: 'not-text' }
  | { readonly kind: 'not-csv'; readonly line: number }
  | { readonly kind: 'no-rows' }
  | { readonly kind: 'too-many'; readonly most: number }
  | { readonly kind: 'no-column'; readonly column: FigureColumn };

const mostRows = 10_000;

/** Reads a file of figures: commas, semicolons or tabs between its columns; UTF-8, or what Excel writes by default on Windows. */
export function readFigures(
  bytes: Uint8Array,
  entityOf: (typed: string) => string | undefined,
): Result<{ readonly rows: readonly FileRow[] }, FileRefusal> {
  const text = textOf(bytes);
  if (text === undefined) return refuse({ kind: 'not-text' });
  const read = recordsOf(text);
  if (!read.ok) return read;
  const [head = [], ...lines] = read.value;
  const places = new Map(columns.map((column) => [column, head.findIndex((title) => isNamed(column, title))]));
  const absent = columns.find((column) => places.get(column) === -1 && !optional.includes(column));
  if (absent !== undefined) return refuse({ kind: 'no-column', column: absent });
  if (lines.length === 0) return refuse({ kind: 'no-rows' });
  if (lines.length > mostRows) return refuse({ kind: 'too-many', most: mostRows });
  return ok({ rows: lines.map((line, index) => rowOf(index + 1, (column) => line[places.get(column) ?? -1] ?? '', entityOf)) });
}

const isNamed = (column: FigureColumn, title: string): boolean =>
  (figureColumns[column] as readonly string[]).includes(title.trim().toLowerCase());

function textOf(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes); // no byte is wrong in it
  }
}

/** One for the whole file, from its heads: «1,200» in a file of semicolons is a number. */
const delimiterOf = (text: string): string => {
  const [heads = ''] = text.split(/\r?\n/, 1);
  return ['\t', ';'].find((one) => heads.includes(one)) ?? ',';
};

function recordsOf(text: string): Result<readonly (readonly string[])[], FileRefusal> {
  try {
    return ok(
      parse(text, { bom: true, delimiter: delimiterOf(text), skipEmptyLines: true, relaxColumnCount: true, trim: true, to: mostRows + 2 }),
    );
  } catch (fault) {
    const line = fault instanceof Error && 'lines' in fault && typeof fault.lines === 'number' ? fault.lines : 1;
    return refuse({ kind: 'not-csv', line });
  }
}

function rowOf(row: number, cell: (column: FigureColumn) => string, entityOf: (typed: string) => string | undefined): FileRow {
  const faults: CellFault[] = [];
  const wrong = (kind: CellFault['kind'], column: FigureColumn): undefined => {
    faults.push({ row, kind, column, typed: cell(column) });
    return undefined;
  };
  const count = (column: FigureColumn): number | undefined => {
    const typed = cell(column);
    if (typed === '') return optional.includes(column) ? undefined : wrong('missing', column);
    if (/^[-−]\s*[\d,]+$/.test(typed)) return wrong('negative', column);
    return /^(?:\d{1,9}|\d{1,3}(?:,\d{3}){1,2})$/.test(typed) ? Number(typed.replaceAll(',', '')) : wrong('no-number', column);
  };
  const typedEntity = cell('entity');
  const entity = typedEntity === '' ? wrong('missing', 'entity') : (entityOf(typedEntity) ?? typedEntity.toLowerCase());
  const date = dateOf(cell('date')) ?? wrong(cell('date') === '' ? 'missing' : 'no-date', 'date');
  const time = cell('time') === '' ? undefined : (timeOf(cell('time')) ?? wrong('no-time', 'time'));
  const [reported, achieved, of] = [count('reported'), count('achieved'), count('of')];
  const typed = Object.fromEntries(columns.map((column) => [column, cell(column)])) as FileRow['typed']; // one of each column
  if (faults.length > 0 || entity === undefined || date === undefined || reported === undefined || of === undefined)
    return { row, typed, faults };
  const figure = { entity, date, reported, of, ...(time === undefined ? {} : { time }), ...(achieved === undefined ? {} : { achieved }) };
  return { row, typed, figure, faults };
}

/** «2020-10-18», or «18/10/2020» as spreadsheets write it here. */
function dateOf(typed: string): string | undefined {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(typed) ?? [];
  const iso = day === '' ? typed : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return undefined;
  try {
    return Temporal.PlainDate.from(iso, { overflow: 'reject' }).toString();
  } catch {
    return undefined; // no day of the calendar
  }
}
const timeOf = (typed: string): string | undefined => {
  const padded = /^\d:/.test(typed) ? `0${typed}` : typed;
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(padded) ? padded : undefined;
};
