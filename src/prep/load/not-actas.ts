import type { DuckDBConnection } from '@duckdb/node-api';
import type { Detected } from '../detect/detected.ts';
import type { NotActas } from './prep.ts';
import { literal } from './quote.ts';

const listedRows = 1_000;

/**
 * Rows of the table that are no actas: the header again, a line of sums, empty lines of a spreadsheet, notes and totals below the table.
 * They stay in `raw`, with their numbers; `acta` leaves them out, and the file's faults name them. Null when there are none, as nearly always.
 */
export async function notActasOf(connection: DuckDBConnection, cut: number, rows: number, detected: Detected): Promise<NotActas | null> {
  const where = `(${conditions(rows, detected).join(' or ')})`;
  const found = await connection.runAndReadAll(
    `select rowid + 1 as r, count(*) over () as total from acta_${cut} where ${where} order by r limit ${listedRows}`,
  );
  const all = found.getRows();
  return all.length === 0 ? null : { count: Number(all[0]?.[1]), rows: all.map(([row]) => Number(row)), where };
}

function conditions(rows: number, { columns, totalsBelow }: Detected): readonly string[] {
  const width = columns.length;
  const names = (['key', 'actaKey', 'section'] as const).flatMap((role) => columns.filter((column) => column.role === role));
  const header = [...new Set(names.map(({ name }) => name))].map(literal);
  const first = `upper(coalesce(key, acta_key, state_id, state, district, municipality, ''))`;
  const nameless = 'key is null and acta_key is null and section is null and casilla_type is null';
  const votes = "list_count(votes) = 0 and coalesce(vote_status[1], 'blank') = 'blank'";
  return [
    `(${nameless} and ${votes} and state_id is null and state is null and calculated is null and list is null and hash is null
      and status <> 'counted' and captured_at is null and coalesce(trim(observations), '') = '')`,
    ...(header.length > 0 ? [`((key in (${header.join(', ')}) or acta_key in (${header.join(', ')})) and calculated is null)`] : []),
    // A line of sums names no section; a key of the word TOTAL is no casilla's.
    `(section is null and (${first} like 'TOTAL%' or ${first} like 'SUMA%' or ${first} like 'GRAN TOTAL%'))`,
    // A short line that names no casilla is a note. What begins with a key's digits is an acta that was cut off.
    ...(width > 6 ? [`(fields <= 3 and section is null and not regexp_matches(coalesce(key, ''), '[0-9]{5}'))`] : []),
    ...(totalsBelow > 0 ? [`rowid >= ${rows - totalsBelow}`] : []),
  ];
}
