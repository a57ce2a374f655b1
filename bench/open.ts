import { spawn } from 'node:child_process';
import { openApp } from '../src/app/app.ts';
import { assemble } from '../src/app/assemble.tsx';
import { openLedger } from '../src/ledger/open.ts';
import { fill } from './country.ts';
import { type Measured, most, type Row } from './measure.ts';
import { inScratch, thisProgram } from './scratch.ts';

type Opened = { readonly seconds: number; readonly megabytes: number };

/** In a process of its own: opens the folder, serves one page, and tells how long it took since the process began, and its peak. */
export async function openOnce(dataDir: string): Promise<void> {
  const app = await openApp({ dataDir });
  const page = await assemble(app).request('/pais/?al=2025-12-15');
  if (page.status !== 200) throw new Error(`the first page answered ${page.status}`);
  await page.text();
  const seconds = performance.now() / 1000;
  const megabytes = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ seconds, megabytes }));
  await app.close();
}

/** A folder with a ledger of `count` events, to be measured or profiled. */
export async function makeLedger(dataDir: string, count: number): Promise<void> {
  const ledger = await openLedger({ dataDir });
  await fill(ledger, count);
  await ledger.close();
}

const measureOpen = (dataDir: string): Promise<Opened> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [thisProgram(), 'child-open', dataDir], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
    });
    child.on('exit', (code) => (code === 0 ? resolve(JSON.parse(out) as Opened) : reject(new Error(`opening failed: ${code}`)))); // our own line, printed above
  });

/** Opening a ledger and serving the first page, for growing ledgers. */
export async function run(): Promise<Measured> {
  const rows: Row[] = [];
  for (const count of [10_000, 100_000, 1_000_000]) {
    const { seconds, megabytes } = await inScratch(async (dir) => {
      await makeLedger(dir, count);
      return measureOpen(dir);
    });
    const name = `${count.toLocaleString('en')} events: start to first page`;
    const limit = count === 10_000 ? 1 : 8;
    rows.push(most(name, seconds, limit, 's', 2), most(`${count.toLocaleString('en')} events: peak memory`, megabytes, 700, 'MB'));
  }
  return { name: 'Opening', rows };
}
