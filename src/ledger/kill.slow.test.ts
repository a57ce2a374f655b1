import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { checkLedger } from './check.ts';
import { openSqlite } from './sqlite.ts';
import { temporaryFolder } from './test-folder.ts';

const rounds = 200;

/** Starts a writer, lets it live for `lifeMs` after it is ready, kills it, and returns the last number it acknowledged. */
async function killAWriter(dataDir: string, run: number, lifeMs: number): Promise<number> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('./kill-child.ts', import.meta.url)), dataDir, String(run)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let complained = '';
  child.stdout.on('data', (text: Buffer) => {
    if (said === '') setTimeout(() => child.kill('SIGKILL'), lifeMs);
    said += text.toString();
  });
  child.stderr.on('data', (text: Buffer) => {
    complained += text.toString();
  });
  await once(child, 'close');
  expect(complained).toBe('');
  const whole = said.slice(0, said.lastIndexOf('\n')).split('\n').slice(1).map(Number);
  return Math.max(0, ...whole);
}

test(`after kill -9 during appends, ${rounds} times, no acknowledged entry is lost and the log verifies`, {
  timeout: 900_000,
}, async () => {
  using folder = temporaryFolder();
  let acknowledged = 0;
  let size = 0;
  for (let run = 0; run < rounds; run++) {
    acknowledged = Math.max(acknowledged, await killAWriter(folder.path, run, run % 40));
    if (run % 10 !== 9) continue;
    const checked = await checkLedger({ dataDir: folder.path });
    expect(checked.faults).toEqual([]);
    expect(checked.size).toBeGreaterThanOrEqual(acknowledged);
    size = checked.size;
  }
  expect(acknowledged).toBeGreaterThan(rounds);
  const ledger = openSqlite(folder.database);
  expect((await ledger.head()).size).toBe(size);
  await ledger.close();
  expect(await checkLedger({ dataDir: folder.path })).toMatchObject({ size, seal: 'intact', faults: [] });
});
