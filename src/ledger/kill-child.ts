import { openLedger } from './open.ts';

/**
 * Run by kill.slow.test.ts as a process of its own, to be killed: appends from several writers for as long as it lives,
 * and prints the `seq` of each entry once, and only once, it was acknowledged.
 * It checkpoints and seals far more often than a server would, so that some are killed while doing that.
 */
const [dataDir, run] = process.argv.slice(2);
if (dataDir === undefined || run === undefined) throw new Error('usage: kill-child.ts DATA_DIR RUN');
const ledger = await openLedger({ dataDir, sealBytes: 40_000 });
process.stdout.write('ready\n');

async function write(writer: number): Promise<never> {
  let position = 0;
  for (let n = 0; ; n++) {
    const entry = { type: 'NoteTaken', on: '2020-03-10', by: { office: 'auditor' }, data: { run, writer, n, texto: 'x'.repeat(n % 500) } };
    const appended = await ledger.append(`run/${run}/${writer}`, position, [entry]);
    if (!appended.ok) throw new Error('nobody else writes to this stream');
    position = appended.value.last;
    process.stdout.write(`${position}\n`);
  }
}

await Promise.all(Array.from({ length: 4 }, (_, writer) => write(writer)));
