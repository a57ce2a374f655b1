import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { packageRoot } from '../app/paths.ts';
import { main } from '../cli/main.ts';

// Kept beside the program, which only whoever installed it may write; where it cannot be written, everything is compiled each time.
enableCompileCache(join(packageRoot(), 'dist/compiled'));

process.exitCode = await main(
  process.argv.slice(2),
  (text) => process.stdout.write(`${text}\n`),
  (text) => process.stderr.write(`${text}\n`),
);
