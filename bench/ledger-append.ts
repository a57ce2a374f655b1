import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Ledger, NewEntry } from '../src/ledger/ledger.ts';
import { openSqlite } from '../src/ledger/sqlite.ts';

type Row = { readonly work: string; readonly figure: string; readonly target: string; readonly ok: boolean };

/** An event of ordinary size: about 300 bytes as stored. */
const entry = (n: number): NewEntry => ({
  type: 'DeliverableAccepted',
  on: '2020-02-07',
  by: { office: 'secretaria-tecnica', person: 'p-0123456789' },
  data: { opl: 'iec', code: 'E14', version: n, folio: `INE/${n}`, note: 'Recibido y revisado contra la versión anterior. '.repeat(2) },
});

const slice = 100;
const rounds = 72;

/** Appends `slice` entries one after another; returns entries per second. */
async function timed(count: number, work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return count / ((performance.now() - start) / 1000);
}

async function writeOne(ledger: Ledger, stream: string, count: number): Promise<void> {
  let seen = await ledger.streamPosition(stream);
  for (let i = 0; i < count; i++) {
    const done = await ledger.append(stream, seen, [entry(i)]);
    if (!done.ok) throw new Error('nobody else writes to this stream');
    seen = done.value.last;
  }
}

const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;

/**
 * One durable append at a time, and 64 writers at once, against bare `node:sqlite`: single-row inserts of the same text,
 * each its own transaction, WAL and synchronous = FULL. The three take turns in short slices, so that a noisy disk is
 * noisy for all; rates are medians, and a ratio is the median of the ratios of neighbouring slices.
 */
export async function run(): Promise<{ name: string; rows: Row[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'atalaya-bench-'));
  const bare = new DatabaseSync(join(folder, 'bare.db'));
  bare.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE event (seq INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT',
  );
  const insert = bare.prepare('INSERT INTO event (body) VALUES (?)');
  const body = JSON.stringify({ seq: 1, at: '2026-11-22T10:15:00.000Z', stream: 'deliverables/iec', ...entry(1) });
  const one = openSqlite(join(folder, 'one.db'));
  const many = openSqlite(join(folder, 'many.db'));
  const rates = { bare: [] as number[], one: [] as number[], many: [] as number[] };
  try {
    for (let round = 0; round < rounds; round++) {
      rates.bare.push(
        await timed(slice, async () => {
          for (let i = 0; i < slice; i++) insert.run(body);
        }),
      );
      rates.one.push(await timed(slice, () => writeOne(one, 'deliverables/iec', slice)));
      const each = slice / 10;
      rates.many.push(
        await timed(64 * each, async () => {
          await Promise.all(Array.from({ length: 64 }, (_, writer) => writeOne(many, `deliverables/${writer}`, each)));
        }),
      );
    }
  } finally {
    await one.close();
    await many.close();
    bare.close();
    rmSync(folder, { recursive: true });
  }
  const [bareRate, oneRate, manyRate] = [median(rates.bare), median(rates.one), median(rates.many)];
  const ratio = (to: readonly number[], of: readonly number[]) => median(to.map((rate, i) => rate / (of[i] ?? Number.NaN)));
  const [oneRatio, manyRatio] = [ratio(rates.one, rates.bare), ratio(rates.many, rates.one)];
  const figure = (rate: number, ratio: number) => `${Math.round(rate).toLocaleString('en')}/s = ${ratio.toFixed(2)} ×`;
  return {
    name: 'ledger-append',
    rows: [
      { work: `bare node:sqlite insert, synchronous = FULL (${body.length} bytes)`, figure: figure(bareRate, 1), target: '—', ok: true },
      {
        work: 'durable append, one writer',
        figure: figure(oneRate, oneRatio),
        target: '≥ 0.7 × bare',
        ok: oneRatio >= 0.7,
      },
      {
        work: 'durable append, 64 writers',
        figure: figure(manyRate, manyRatio),
        target: '≥ 5 × one writer',
        ok: manyRatio >= 5,
      },
    ],
  };
}

if (import.meta.main) console.table((await run()).rows);
