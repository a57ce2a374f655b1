import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Cut } from './cut.ts';
import { literal } from './query.ts';

/** For tests and laws: one acta in few words. What is not said is as in an ordinary casilla. */
export type SampleActa = {
  readonly key: string | null;
  readonly votes: readonly (number | string | null)[];
  readonly status?: 'counted' | 'not-counted' | 'not-captured' | 'out-of-catalogue';
  readonly district?: string;
  readonly section?: number;
  readonly actaType?: string;
  readonly list?: number | null;
  readonly observations?: string;
  readonly hash?: string;
  readonly capturedAt?: string;
  readonly calculated?: number | null;
};

export type SampleCut = {
  readonly actas: readonly SampleActa[];
  readonly totals?: Readonly<Record<string, number | null>>;
  readonly cutAt?: string | null;
  readonly parties?: readonly string[];
  readonly electionKey?: string;
  readonly sha256?: string;
};

const schema = [
  `create table acta (cut integer, "row" bigint, "key" varchar, acta_key varchar, state_id varchar, state varchar, district_id varchar,
     district varchar, municipality_id varchar, municipality varchar, section integer, casilla_id integer, ext integer, casilla_type varchar,
     acta_type varchar, votes bigint[], vote_status varchar[], leftover bigint, voters bigint, reps_voted bigint, drawn bigint,
     entered bigint, calculated bigint, list bigint, reps bigint, status varchar, flags varchar[], observations varchar,
     collected_at timestamp, captured_at timestamp, verified_at timestamp, origin varchar, digitised varchar, document varchar,
     collated varchar, hash varchar)`,
  'create table total (cut integer, name varchar, label varchar, text varchar, value double)',
  'create table raw (cut integer, "row" bigint)',
];

const value = (x: string | number | null | undefined) =>
  x === null || x === undefined ? 'null' : typeof x === 'number' ? `${x}` : literal(x);

function actaSql(cut: number, row: number, acta: SampleActa): string {
  const status = acta.status ?? 'counted';
  const numbers = acta.votes.map((vote) => (typeof vote === 'number' ? `${vote}` : 'null'));
  const special = acta.votes.map((vote) => (typeof vote === 'number' ? 'null' : value(vote ?? 'blank')));
  const sum = acta.votes.reduce<number>((total, vote) => total + (typeof vote === 'number' ? vote : 0), 0);
  const calculated = acta.calculated === undefined ? (status === 'not-captured' ? null : sum) : acta.calculated;
  const hash = acta.hash ?? null;
  return `(${[
    ...[cut, row, acta.key, acta.key === null ? null : `${acta.key}02`, '21', 'PUEBLA', acta.district ?? '001', 'UNO', null, null].map(
      value,
    ),
    ...[acta.section ?? 1, 1, 0, 'B', acta.actaType ?? '2'].map(value),
    `[${numbers.join(', ')}]::bigint[]`,
    `[${special.join(', ')}]::varchar[]`,
    ...[null, null, null, null, null, calculated, acta.list === undefined ? 700 : acta.list, 10, status].map(value),
    '[]::varchar[]',
    ...[acta.observations ?? null, null, acta.capturedAt ?? null, null, null, null, null, null, hash].map(value),
  ].join(', ')})`;
}

/** A database with the model's tables and these cuts in it, numbered from 1 in the order given. */
export async function sampleCuts(...given: readonly SampleCut[]): Promise<{ connection: DuckDBConnection; cuts: readonly Cut[] }> {
  const connection = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect();
  for (const statement of schema) await connection.run(statement);
  const cuts: Cut[] = [];
  for (const [i, sample] of given.entries()) cuts.push(await addCut(connection, i + 1, sample));
  return { connection, cuts };
}

export async function addCut(connection: DuckDBConnection, cut: number, sample: SampleCut): Promise<Cut> {
  const { actas, totals = {}, electionKey = 'GUB-21-2024' } = sample;
  if (actas.length > 0) await connection.run(`insert into acta values ${actas.map((acta, i) => actaSql(cut, i + 1, acta)).join(', ')}`);
  for (const [name, amount] of Object.entries(totals))
    await connection.run(`insert into total values (${cut}, ${literal(name)}, ${literal(name.toUpperCase())}, null, ${amount})`);
  const width = Math.max(0, ...actas.map((acta) => acta.votes.length));
  return {
    cut,
    file: `cut-${cut}.csv`,
    sha256: sample.sha256 ?? `${cut}`.padStart(64, '0'),
    election: electionKey,
    electionKey,
    cutAt: sample.cutAt === undefined ? `2024-06-02T${`${19 + (cut % 4)}`.padStart(2, '0')}:00:00-06:00` : sample.cutAt,
    rows: actas.length,
    voteColumns: sample.parties ?? Array.from({ length: width }, (_, i) => `P${i + 1}`),
  };
}
