import pg from 'pg';
import { lockNumbers } from '../../core/lock-numbers.ts';
import { keepDays, type Sample, type Samples, secondsOf, steps } from './samples.ts';
import { sampleOf, summaryOf } from './samples-sqlite.ts';

const schema = 'atalaya_probes';

const tables = `
  CREATE SCHEMA IF NOT EXISTS ${schema};
  CREATE TABLE IF NOT EXISTS ${schema}.sample (
    probe text NOT NULL, slot bigint NOT NULL, at bigint NOT NULL, millis int NOT NULL, maintenance int NOT NULL,
    failure text, detail text, latency float8, certificate text, PRIMARY KEY (probe, slot)
  );
  CREATE INDEX IF NOT EXISTS sample_by_time ON ${schema}.sample (at);
  CREATE TABLE IF NOT EXISTS ${schema}.summary (
    probe text NOT NULL, step int NOT NULL, start bigint NOT NULL, answers int NOT NULL, failures int NOT NULL,
    maintenance int NOT NULL, timed int NOT NULL, lowest float8, total float8, highest float8, PRIMARY KEY (probe, step, start)
  );`;

const insertSample = `INSERT INTO ${schema}.sample (probe, slot, at, millis, maintenance, failure, detail, latency, certificate)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING`;

const growSummary = `INSERT INTO ${schema}.summary AS s (probe, step, start, answers, failures, maintenance, timed, lowest, total, highest)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8::float8, coalesce($8::float8, 0), $8::float8) ON CONFLICT (probe, step, start) DO UPDATE SET
    answers = s.answers + $4, failures = s.failures + $5, maintenance = s.maintenance + $6, timed = s.timed + $7,
    lowest = least(s.lowest, $8::float8), total = s.total + coalesce($8::float8, 0), highest = greatest(s.highest, $8::float8)`;

const daySeconds = 86_400;

/** The schema `atalaya_probes` of a PostgreSQL database, made when it is not there. */
export function openPostgresSamples(databaseUrl: string): Samples {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 3 });
  // An idle connection that breaks is replaced by the next query, which reports its own failure; without a listener the process would end.
  pool.on('error', () => undefined);

  const inTransaction = async <T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      const done = await work(client);
      await client.query('COMMIT');
      return done;
    } catch (fault) {
      await client.query('ROLLBACK');
      throw fault;
    } finally {
      client.release();
    }
  };

  let made: Promise<unknown> | undefined;
  const ready = () =>
    (made ??= inTransaction(async (client) => {
      await client.query('SELECT pg_advisory_xact_lock($1)', [lockNumbers.sampleTables]);
      await client.query(tables);
    }).catch((fault: unknown) => {
      made = undefined;
      throw fault;
    }));

  const addOne = async (client: pg.PoolClient, { probe, slot, at, inMaintenance, outcome }: Sample): Promise<number> => {
    const seconds = secondsOf(at);
    const millis = Temporal.Instant.from(at).epochMilliseconds % 1000;
    const [failure, detail] = outcome.ok ? [null, null] : [outcome.failure, outcome.detail];
    const latency = outcome.latencyMs ?? null;
    const done = await client.query(insertSample, [
      probe,
      slot,
      seconds,
      millis,
      Number(inMaintenance),
      failure,
      detail,
      latency,
      outcome.certificateUntil ?? null,
    ]);
    if (done.rowCount === 0) return 0;
    const timed = outcome.ok && !inMaintenance;
    const failed = Number(!outcome.ok && !inMaintenance);
    for (const step of steps) {
      const start = seconds - (seconds % step);
      await client.query(growSummary, [
        probe,
        step,
        start,
        Number(timed),
        failed,
        Number(inMaintenance),
        Number(timed),
        timed ? latency : null,
      ]);
    }
    return 1;
  };

  return {
    add: async (samples) => {
      await ready();
      return inTransaction(async (client) => {
        let added = 0;
        for (const one of samples) added += await addOne(client, one);
        return added;
      });
    },
    summaries: async (probe, step, from, to) => {
      await ready();
      const found = await pool.query(
        `SELECT * FROM ${schema}.summary WHERE probe = $1 AND step = $2 AND start >= $3 AND start < $4 ORDER BY start`,
        [probe, step, secondsOf(from), secondsOf(to)],
      );
      return found.rows.map(summaryOf);
    },
    latest: async (probe, count) => {
      await ready();
      const found = await pool.query(`SELECT * FROM ${schema}.sample WHERE probe = $1 ORDER BY slot DESC LIMIT $2`, [probe, count]);
      return found.rows.map(sampleOf);
    },
    forget: async (now) => {
      await ready();
      const seconds = secondsOf(now);
      await pool.query(`DELETE FROM ${schema}.sample WHERE at < $1`, [seconds - keepDays.sample * daySeconds]);
      await pool.query(`DELETE FROM ${schema}.summary WHERE step = 600 AND start < $1`, [seconds - keepDays[600] * daySeconds]);
    },
    close: () => pool.end(),
  };
}
