/**
 * Tables as rows, the same from either database: a value is a text, a number or nothing. A truth is 1 or 0 and a moment its ISO text, as
 * SQLite holds them. Rows come in the order of their key and columns in the order of their names, so that the same content gives the same
 * bytes wherever it lies.
 */
export type Value = string | number | null;
export type Row = Readonly<Record<string, Value>>;
export type Batch = { readonly table: string; readonly rows: readonly Row[] };

/** The tables of one store: what is read from it, and what it is filled with while it is empty. */
export type Tables = {
  /** Everything, as it is at one moment, table by table. Nothing where the store was never used. */
  readonly read: () => AsyncIterable<Batch>;
  /** Puts rows into tables that are there and empty, all or none. Throws `BackupFault` for a table or a column that is not there. */
  readonly fill: (batches: AsyncIterable<Batch>) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** `first`: tables that others point to. `skip`: tables that are left out. */
export type Asked = { readonly first: readonly string[]; readonly skip: readonly string[] };

/** The same order on every machine: those that others point to, then by name. */
export const inOrder = (tables: readonly string[], { first, skip }: Asked): readonly string[] => [
  ...first.filter((one) => tables.includes(one)),
  ...tables.filter((one) => !first.includes(one) && !skip.includes(one)).sort(),
];

export const batchRows = 1000;

/** One row a line: the table's name and the row. */
export const renderBatch = ({ table, rows }: Batch): string => rows.map((row) => `${JSON.stringify([table, row])}\n`).join('');

export function parseLine(line: string): { readonly table: string; readonly row: Row } | undefined {
  try {
    const said: unknown = JSON.parse(line);
    if (!Array.isArray(said) || said.length !== 2) return undefined;
    const [table, row]: readonly unknown[] = said;
    if (typeof table !== 'string' || typeof row !== 'object' || row === null) return undefined;
    const values = Object.values(row);
    if (!values.every((value) => value === null || typeof value === 'string' || typeof value === 'number')) return undefined;
    return { table, row: row as Row }; // every value was just looked at
  } catch {
    return undefined; // whoever asked tells which line it was
  }
}

/** Lines of a stream of bytes, gathered into batches of one table each. `bad` is told of a line that is no row. */
export async function* batchesOf(lines: AsyncIterable<string>, bad: (line: number) => void): AsyncGenerator<Batch> {
  let table = '';
  let rows: Row[] = [];
  let number = 0;
  for await (const line of lines) {
    number++;
    const read = parseLine(line);
    if (!read) {
      bad(number);
      continue;
    }
    if ((read.table !== table || rows.length >= batchRows) && rows.length > 0) {
      yield { table, rows };
      rows = [];
    }
    table = read.table;
    rows.push(read.row);
  }
  if (rows.length > 0) yield { table, rows };
}

/** Splits bytes at newlines, holding no more than a line and a chunk. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let kept: Uint8Array[] = [];
  for await (const chunk of chunks) {
    let start = 0;
    for (let newline = chunk.indexOf(10); newline >= 0; newline = chunk.indexOf(10, start)) {
      yield Buffer.concat([...kept, chunk.subarray(start, newline)]).toString();
      kept = [];
      start = newline + 1;
    }
    if (start < chunk.length) kept.push(Uint8Array.from(chunk.subarray(start)));
  }
  if (kept.length > 0) yield Buffer.concat(kept).toString();
}
