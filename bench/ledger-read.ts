import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NewEntry } from '../src/ledger/ledger.ts';
import { parseBody } from '../src/ledger/link.ts';
import { openSqlite } from '../src/ledger/sqlite.ts';
import { verifySeal } from '../src/ledger/verify-seal.ts';
import { thisProgram } from './scratch.ts';

type Row = { readonly work: string; readonly figure: string; readonly target: string; readonly ok: boolean };
type Figures = {
  readonly opened: number;
  readonly read: number;
  readonly folded: number;
  readonly sealed: number;
  readonly peakMb: number;
};

const sizes = [10_000, 100_000, 1_000_000];
const batch = 10_000;
const streams = 2000;

const entry = (n: number): NewEntry => ({
  type: 'DeliverableAccepted',
  on: '2020-02-07',
  by: { office: 'secretaria-tecnica', person: 'p-0123456789' },
  data: { opl: 'iec', code: 'E14', version: n, folio: `INE/${n}`, note: 'Recibido y revisado contra la versión anterior.' },
});

/** Fills a new ledger through its own `append`, in big batches; entries of about 300 bytes over many streams. */
async function fill(path: string, size: number): Promise<void> {
  const ledger = openSqlite(path);
  const positions = new Map<string, number>();
  for (let from = 0; from < size; from += batch) {
    const appends = Array.from({ length: streams }, async (_, i) => {
      const stream = `deliverables/${i}`;
      const entries = Array.from({ length: batch / streams }, (_, n) => entry(from + n));
      const appended = await ledger.append(stream, positions.get(stream) ?? 0, entries);
      if (!appended.ok) throw new Error('nobody else writes here');
      positions.set(stream, appended.value.last);
    });
    await Promise.all(appends);
  }
  await ledger.close();
}

/** In a process of its own, so that the peak of memory is of this alone. */
export async function readOnce(path: string): Promise<Figures> {
  const start = performance.now();
  const ledger = openSqlite(path);
  const opened = performance.now() - start;
  let sum = 0;
  for await (const rows of ledger.read()) for (const { body } of rows) sum += parseBody(body).seq;
  const read = performance.now() - start - opened;
  for await (const entries of ledger.entries()) for (const { seq } of entries) sum -= seq;
  const folded = performance.now() - start - opened - read;
  if (sum !== 0) throw new Error('both readings see the same entries');
  await ledger.close();
  const peakMb = process.resourceUsage().maxRSS / 1024;
  const before = performance.now();
  if (verifySeal(path).kind !== 'intact') throw new Error('the seal stands after a clean close');
  return { opened, read, folded, sealed: performance.now() - before, peakMb };
}

/** This very program, asked for the reading alone. */
function readInChild(path: string): Figures {
  return JSON.parse(execFileSync(process.execPath, [thisProgram(), 'child-read', path], { encoding: 'utf8' }));
}

/** Opens ledgers of three sizes and reads every entry, parsed; figures must be linear in entries. */
export async function run(): Promise<{ name: string; rows: Row[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'atalaya-bench-'));
  try {
    const rows: Row[] = [];
    for (const size of sizes) {
      const path = join(folder, `${size}.db`);
      const start = performance.now();
      await fill(path, size);
      const filled = performance.now() - start;
      const figures = readInChild(path);
      const { opened, read, folded, sealed, peakMb } = figures;
      const count = size.toLocaleString('en');
      const rate = (ms: number) => `${(ms / 1000).toFixed(2)} s = ${((ms / size) * 1000).toFixed(1)} µs each`;
      rows.push(
        { work: `write ${count} entries in batches of ${batch.toLocaleString('en')}`, figure: rate(filled), target: '—', ok: true },
        { work: `open and read ${count} entries with their hashes, parsed`, figure: rate(opened + read), target: '—', ok: true },
        {
          work: `open and read ${count} entries as events`,
          figure: `${rate(opened + folded)}, peak ${Math.round(peakMb)} MB`,
          target: size === 1_000_000 ? 'well under 8 s and 700 MB' : 'linear',
          ok: opened + folded < 8000 && peakMb < 700,
        },
        { work: `verify the page seal of ${count} entries`, figure: rate(sealed), target: '—', ok: true },
      );
    }
    return { name: 'ledger-read', rows };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
