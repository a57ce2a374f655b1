import { parse } from 'csv-parse/sync';
import readWorkbook from 'read-excel-file/node';
import { ok, type Result, refuse } from '../core/result.ts';
import { decoded, unpackedBytesOf } from './text.ts';

export type TableFault = 'no-table' | 'too-large' | 'unreadable';
/** A cell as text; a date of a spreadsheet as `YYYY-MM-DD`; an empty one, or one that a merged cell covers, as ''. */
export type Cells = readonly (readonly string[])[];

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const limits = { bytes: 5 * 2 ** 20, unpackedBytes: 64 * 2 ** 20, rows: 5000 };

/** The first sheet of a workbook, or a CSV with commas, semicolons or tabs. The bytes are those of the store, which has looked into every archive. */
export async function cellsOf(bytes: Uint8Array, type: string): Promise<Result<Cells, TableFault>> {
  if (type !== workbook && type !== 'text/csv') return refuse('no-table');
  if (bytes.length > limits.bytes) return refuse('too-large');
  const read = type === workbook ? await ofWorkbook(bytes) : ofCsv(bytes);
  return read.ok && read.value.length > limits.rows ? refuse('too-large') : read;
}

async function ofWorkbook(bytes: Uint8Array): Promise<Result<Cells, TableFault>> {
  const unpacked = await unpackedBytesOf(bytes);
  if (unpacked === undefined) return refuse('unreadable');
  if (unpacked > limits.unpackedBytes) return refuse('too-large');
  try {
    const [sheet] = await readWorkbook(Buffer.from(bytes));
    return ok((sheet?.data ?? []).map((row) => row.map(textOfCell)));
  } catch {
    return refuse('unreadable');
  }
}

/** The library gives dates at midnight UTC. */
const textOfCell = (cell: unknown): string => {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell).trim();
};

function ofCsv(bytes: Uint8Array): Result<Cells, TableFault> {
  const text = decoded(bytes).replace(/^\ufeff/, '');
  const head = text.slice(0, text.indexOf('\n') + 1 || undefined);
  const delimiter = [',', ';', '\t'].reduce((best, one) => (head.split(one).length > head.split(best).length ? one : best));
  try {
    return ok(parse(text, { delimiter, relax_column_count: true, trim: true }) as string[][]); // without columns it gives rows of texts
  } catch {
    return refuse('unreadable');
  }
}
