import type { DuckDBConnection } from '@duckdb/node-api';
import { z } from 'zod';
import type { Finding } from './checks/check.ts';
import { placeName } from './compare/columns.ts';
import { amount, select } from './compare/query.ts';

/** One district (or municipality) of a cut: its actas by status, and those in which a check found something graver than a note. */
export type PlaceStanding = {
  readonly place: string;
  readonly counted: number;
  readonly notCounted: number;
  readonly notCaptured: number;
  readonly found: number;
};

const placeRow = z.object({ place: z.string(), counted: amount, notCounted: amount, notCaptured: amount, found: amount });

/** The districts of a cut in the order of their names. `findings` must hold their offences one by one. */
export async function placesOf(connection: DuckDBConnection, cut: number, findings: readonly Finding[]): Promise<readonly PlaceStanding[]> {
  const grave = findings.filter((one) => one.severity !== 'note');
  const rows = [...new Set(grave.flatMap((one) => one.offences.flatMap((offence) => offence.row ?? [])))];
  return select(
    connection,
    placeRow,
    `select ${placeName} as place, count(*) filter (status = 'counted') as counted, count(*) filter (status = 'not-counted') as "notCounted",
       count(*) filter (status = 'not-captured') as "notCaptured", count(*) filter ("row" in (${['-1', ...rows].join(', ')})) as found
     from acta where cut = ${cut} and status <> 'out-of-catalogue' group by place order by place`,
  );
}
