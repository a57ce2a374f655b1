import { writeFileSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../src/app/paths.ts';
import type { Measured, Row } from './measure.ts';

/** `npm run bench`: everything, one after the other, into docs/benchmarks.md. `npm run bench -- web` runs one. */
const all: Readonly<Record<string, () => Promise<Measured>>> = {
  append: async () => (await import('./ledger-append.ts')).run(),
  read: async () => (await import('./ledger-read.ts')).run(),
  open: async () => (await import('./open.ts')).run(),
  web: async () => (await import('./web.ts')).run(),
  upload: async () => (await import('./upload.ts')).run(),
  plan: async () => (await import('./plan.ts')).run(),
  systems: async () => (await import('./systems.ts')).run(),
  probes: async () => (await import('./probes.ts')).run(),
  alerts: async () => (await import('./alerts.ts')).run(),
  informe: async () => (await import('./informe.ts')).run(),
  decade: async () => (await import('./decade.ts')).run(),
  live: async () => (await import('./live.ts')).run(),
  prep: async () => (await import('./prep-verify.ts')).run(argument === '' ? undefined : argument),
};

/** What a benchmark does in a process of its own: it loads what it measures and nothing else, as the program does. */
const children: Readonly<Record<string, () => Promise<unknown>>> = {
  'child-open': async () => (await import('./open.ts')).openOnce(argument),
  'child-read': async () => process.stdout.write(JSON.stringify(await (await import('./ledger-read.ts')).readOnce(argument))),
  'child-serve': async () => (await import('./web.ts')).serveOnce(argument),
  'child-live': async () => (await import('./live.ts')).serveMeeting(argument),
  'child-upload': async () => (await import('./upload.ts')).serveOnce(argument),
  'child-prep': async () => (await import('./prep-tasks.ts')).doTask(argument),
  make: async () => (await import('./open.ts')).makeLedger(argument, Number(count)),
};

const notMeasured = 'not measured';
const [mode, argument = '', count = '10000'] = process.argv.slice(2);
enableCompileCache(join(packageRoot(), '.tmp/compiled')); // as the program does
const child = mode === undefined ? undefined : children[mode];
if (child) await child();
else {
  const chosen = Object.entries(all).filter(([name]) => mode === undefined || name === mode);
  const measured: Measured[] = [];
  for (const [name, run] of chosen) {
    const start = performance.now();
    // One that fails is told, and does not cost the figures of the others.
    const one: Measured = await run().catch((fault: unknown) => ({ name, rows: [failed(name, fault)] }));
    measured.push(one);
    for (const row of one.rows) console.log(`${row.ok ? 'ok  ' : 'MISS'} ${one.name} · ${row.work}: ${row.figure} (${row.target})`);
    console.log(`     ${name} took ${((performance.now() - start) / 1000).toFixed(0)} s`);
  }
  if (measured.some(({ rows }) => rows.some(({ work }) => work === notMeasured))) process.exitCode = 1;
  if (mode === undefined) writeFileSync(join(packageRoot(), 'docs/benchmarks.md'), page(measured));
}

function failed(name: string, fault: unknown): Row {
  console.error(name, fault);
  const reason = fault instanceof Error ? (fault.message.split('\n')[0] ?? '') : String(fault);
  return { work: notMeasured, figure: `failed: ${reason}`, target: 'a figure', ok: false };
}

function page(measured: readonly Measured[]): string {
  const tables = measured.map(({ name, rows }) => {
    const lines = rows.map((row) => `| ${row.work} | ${row.figure} | ${row.target} | ${row.ok ? 'yes' : '**no**'} |`);
    return [`## ${name}`, '', '| work | figure | must reach | reached |', '| --- | --- | --- | --- |', ...lines].join('\n');
  });
  const memory = Math.round(totalmem() / 2 ** 30);
  const machine = `${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${memory} GiB, Node ${process.versions.node}`;
  return `${['# Benchmarks', `Written by \`npm run bench\` on a machine of ${machine}. Ratios are of two measurements in one run.`, ...tables].join('\n\n')}\n`;
}
