import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type FailureKind, failureKinds, type Outcome } from './probe.ts';
import { instantOf, keepDays, type Sample, type Samples, type Summary, secondsOf, steps } from './samples.ts';

const tables = `
  CREATE TABLE IF NOT EXISTS sample (
    probe TEXT NOT NULL, slot INTEGER NOT NULL, at INTEGER NOT NULL, millis INTEGER NOT NULL, maintenance INTEGER NOT NULL,
    failure TEXT, detail TEXT, latency REAL, certificate TEXT, PRIMARY KEY (probe, slot)
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS sample_by_time ON sample (at);
  CREATE TABLE IF NOT EXISTS summary (
    probe TEXT NOT NULL, step INTEGER NOT NULL, start INTEGER NOT NULL, answers INTEGER NOT NULL, failures INTEGER NOT NULL,
    maintenance INTEGER NOT NULL, timed INTEGER NOT NULL, lowest REAL, total REAL, highest REAL, PRIMARY KEY (probe, step, start)
  ) WITHOUT ROWID;`;

const insertSample = `INSERT INTO sample (probe, slot, at, millis, maintenance, failure, detail, latency, certificate)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`;

/** A summary grows with each answer: a year of them is read without ever counting the answers again. */
const growSummary = `INSERT INTO summary (probe, step, start, answers, failures, maintenance, timed, lowest, total, highest)
  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, coalesce(?8, 0), ?8) ON CONFLICT DO UPDATE SET
    answers = answers + ?4, failures = failures + ?5, maintenance = maintenance + ?6, timed = timed + ?7,
    lowest = min(coalesce(lowest, ?8), coalesce(?8, lowest)), total = total + coalesce(?8, 0),
    highest = max(coalesce(highest, ?8), coalesce(?8, highest))`;

const daySeconds = 86_400;

/** `probes.db` in the data folder. */
export function openSqliteSamples(dataDir: string): Samples {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, 'probes.db');
  closeSync(openSync(file, 'a', 0o600));
  chmodSync(file, 0o600);
  const database = new DatabaseSync(file, { timeout: 5000 });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
  database.exec(tables);
  const insert = database.prepare(insertSample);
  const grow = database.prepare(growSummary);
  const range = database.prepare('SELECT * FROM summary WHERE probe = ? AND step = ? AND start >= ? AND start < ? ORDER BY start');
  const newest = database.prepare('SELECT * FROM sample WHERE probe = ? ORDER BY slot DESC LIMIT ?');

  const addOne = ({ probe, slot, at, inMaintenance, outcome }: Sample): number => {
    const seconds = secondsOf(at);
    const failure = outcome.ok ? null : outcome.failure;
    const detail = outcome.ok ? null : outcome.detail;
    const latency = outcome.latencyMs ?? null;
    const millis = Temporal.Instant.from(at).epochMilliseconds % 1000;
    const done = insert.run(
      probe,
      slot,
      seconds,
      millis,
      Number(inMaintenance),
      failure,
      detail,
      latency,
      outcome.certificateUntil ?? null,
    );
    if (done.changes === 0) return 0;
    const timed = outcome.ok && !inMaintenance;
    for (const step of steps)
      grow.run(
        probe,
        step,
        seconds - (seconds % step),
        Number(timed),
        Number(!outcome.ok && !inMaintenance),
        Number(inMaintenance),
        Number(timed),
        timed ? latency : null,
      );
    return 1;
  };

  return {
    add: async (samples) => {
      database.exec('BEGIN IMMEDIATE');
      try {
        const added = samples.reduce((count, one) => count + addOne(one), 0);
        database.exec('COMMIT');
        return added;
      } catch (fault) {
        database.exec('ROLLBACK');
        throw fault;
      }
    },
    summaries: async (probe, step, from, to) => range.all(probe, step, secondsOf(from), secondsOf(to)).map(summaryOf),
    latest: async (probe, count) => newest.all(probe, count).map(sampleOf),
    forget: async (now) => {
      const seconds = secondsOf(now);
      database.prepare('DELETE FROM sample WHERE at < ?').run(seconds - keepDays.sample * daySeconds);
      database.prepare('DELETE FROM summary WHERE step = 600 AND start < ?').run(seconds - keepDays[600] * daySeconds);
    },
    close: async () => database.close(),
  };
}

type Row = Record<string, unknown>;

export function summaryOf(row: Row): Summary {
  const timed = Number(row.timed);
  return {
    from: instantOf(Number(row.start)),
    answers: Number(row.answers),
    failures: Number(row.failures),
    inMaintenance: Number(row.maintenance),
    ...(timed > 0 && row.lowest !== null
      ? { latencyMin: Number(row.lowest), latencyMean: Number(row.total) / timed, latencyMax: Number(row.highest) }
      : {}),
  };
}

export function sampleOf(row: Row): Sample {
  const at = Temporal.Instant.fromEpochMilliseconds(Number(row.at) * 1000 + Number(row.millis)).toString({ fractionalSecondDigits: 3 });
  const seen = {
    ...(row.latency === null ? {} : { latencyMs: Number(row.latency) }),
    ...(row.certificate === null ? {} : { certificateUntil: String(row.certificate) }),
  };
  const outcome: Outcome =
    row.failure === null
      ? { ok: true, latencyMs: 0, ...seen }
      : { ok: false, failure: failureOf(row.failure), detail: String(row.detail), ...seen };
  return { probe: String(row.probe), slot: Number(row.slot), at, inMaintenance: Number(row.maintenance) === 1, outcome };
}

function failureOf(text: unknown): FailureKind {
  const known = failureKinds.find((one) => one === text);
  if (known) return known;
  throw new Error(`probes.db holds a failure that no version ever wrote: ${String(text)}`);
}
