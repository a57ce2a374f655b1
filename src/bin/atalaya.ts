import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { main } from '../cli/main.ts';

// Kept beside the program, where only whoever installed it may write; where that cannot be, everything is compiled each time.
enableCompileCache(join(import.meta.dirname, 'compiled'));

// Whoever reads our output may stop before its end, as `| head` does: that is no fault of ours, and nobody is left to be told.
process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
  if (fault.code !== 'EPIPE') throw fault;
  process.exit(0);
});

process.exitCode = await main(
  process.argv.slice(2),
  (text) => process.stdout.write(`${text}\n`),
  (text) => process.stderr.write(`${text}\n`),
  process.env,
);
