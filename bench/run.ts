import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../src/app/paths.ts';
import * as alerts from './alerts.ts';
import * as informe from './informe.ts';
import * as ledgerAppend from './ledger-append.ts';
import * as ledgerRead from './ledger-read.ts';

import type { Measured, Row } from './measure.ts';
import * as open from './open.ts';
import * as plan from './plan.ts';
import { doTask } from './prep-tasks.ts';
import * as prepVerify from './prep-verify.ts';
import * as web from './web.ts';

/** `npm run bench`: everything, one after the other, into docs/benchmarks.md. `npm run bench -- web` runs one. */
const all = {
  append: ledgerAppend.run,
  read: ledgerRead.run,
  open: open.run,
  web: web.run,
  plan: plan.run,
  alerts: alerts.run,
  informe: informe.run,
  prep: () => prepVerify.run(argument === '' ? undefined : argument),
};

const notMeasured = 'not measured';
const [mode, argument = '', count = '10000'] = process.argv.slice(2);
if (mode === 'child-open') await open.openOnce(argument);
else if (mode === 'child-read') process.stdout.write(JSON.stringify(await ledgerRead.readOnce(argument)));
else if (mode === 'child-serve') await web.serveOnce(argument);
else if (mode === 'child-prep') await doTask(argument);
else if (mode === 'make') await open.makeLedger(argument, Number(count));
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
