import { DuckDBInstance } from '@duckdb/node-api';
import { measures } from '../load/acta-sql.ts';
import type { CutContext } from './context.ts';

const columns = `cut integer, row bigint, key varchar, acta_key varchar, state_id varchar, state varchar, district_id varchar, district varchar,
  municipality_id varchar, municipality varchar, section integer, casilla_id integer, ext integer, casilla_type varchar, acta_type varchar,
  votes bigint[], vote_status varchar[], leftover bigint, voters bigint, reps_voted bigint, drawn bigint, entered bigint, calculated bigint,
  list bigint, reps bigint, status varchar, flags varchar[], observations varchar, collected_at timestamp, captured_at timestamp,
  verified_at timestamp, origin varchar, digitised varchar, document varchar, collated varchar, hash varchar`;

/** The tables of the model, empty, in a database of their own. */
export async function emptyModel() {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`create table acta (${columns})`);
  await connection.run(`create view measured as select *, ${measures} from acta`);
  await connection.run('create table total (cut integer, name varchar, label varchar, text varchar, value double)');
  return {
    connection,
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

export type Model = Awaited<ReturnType<typeof emptyModel>>;

/**
 * The only cut of a model, from a small CSV in the terms of the model: its header names columns of `acta` (those not named are null), a blank cell is
 * null, a list is written `[1, 2, NULL]`.
 */
export async function sampleCut(
  { connection }: Model,
  path: string,
  said: { readonly cutAt?: string; readonly votes?: readonly string[] } = {},
): Promise<CutContext> {
  await connection.run('delete from acta');
  await connection.run(
    `insert into acta by name select 1 as cut, row_number() over () as row, * from read_csv($path, header = true, all_varchar = true, delim = ',', quote = '"', nullstr = '')`,
    { path },
  );
  return { connection, cut: 1, cutAt: said.cutAt ?? null, voteNames: said.votes ?? [], has: () => true };
}
