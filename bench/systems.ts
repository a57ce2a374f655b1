import { spawn } from 'node:child_process';
import type { Ledger } from '../src/ledger/ledger.ts';
import { openLedger } from '../src/ledger/open.ts';
import { least, type Measured, median, most } from './measure.ts';
import { inScratch, thisProgram } from './scratch.ts';
import { processEvents, systemsEvents } from './systems-log.ts';
import { load } from './web.ts';

const figures = 98_000;

/** Forty systems × thirty-two entities × twenty-four months in the ledger: how many events it came to. */
export async function fillSystems(ledger: Ledger): Promise<number> {
  let position = 0;
  const put = async (events: Parameters<Ledger['append']>[2]) => {
    const done = await ledger.append('pais', position, events);
    if (!done.ok) throw new Error('somebody else wrote to the benchmark’s ledger');
    position = done.value.last;
  };
  await put(processEvents());
  for (const some of chunks(systemsEvents(figures), 5000)) await put(some);
  return position;
}

function* chunks<T>(all: Iterable<T>, size: number): Generator<readonly T[]> {
  let some: T[] = [];
  for (const one of all) {
    some.push(one);
    if (some.length < size) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}

/** The pages of the systems, signed in and so never from the cache, over a log of about 100,000 events. */
export async function run(): Promise<Measured> {
  return inScratch(async (dir) => {
    const ledger = await openLedger({ dataDir: dir });
    const events = await fillSystems(ledger);
    await ledger.close();
    const child = spawn(process.execPath, [thisProgram(), 'child-serve', dir], { stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      const { port, cookie } = await new Promise<{ port: number; cookie: string }>((resolve) => {
        child.stdout.once('data', (chunk: Buffer) => resolve(JSON.parse(chunk.toString()) as { port: number; cookie: string })); // our own line
      });
      const once = async (path: string) => {
        const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { cookie } });
        if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
        await answer.arrayBuffer();
      };
      await load(port, '/pais/sistemas', 1, { cookie });
      const list = await load(port, '/pais/sistemas', 4, { cookie });
      const schedule = '/pais/cronograma?al=2025-03-01';
      await once(schedule);
      const gantt = await median(20, () => once(schedule));
      const matrix = await median(20, () => once('/pais/sistemas-por-entidad'));
      return {
        name: `Systems: 40 × 32 entities × 24 months, ${events.toLocaleString('en')} events`,
        rows: [
          least('list of systems, signed in, not cached', list, 100, 'pages/s'),
          most('schedule of 40 systems × 12 months, with its table', gantt, 100, 'ms', 1),
          most('systems by entity', matrix, 100, 'ms', 1),
        ],
      };
    } finally {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
    }
  });
}
