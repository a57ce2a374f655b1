import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, examplesDir, openApp } from '../src/app/app.ts';
import { assemble } from '../src/app/assemble.tsx';
import { loadExample } from '../src/app/example.ts';
import { checkLedger } from '../src/ledger/check.ts';

export const exampleId = 'pel-2019-2020';

export type TestApp = {
  readonly app: App;
  readonly web: ReturnType<typeof assemble>;
  readonly dataDir: string;
  /** Moves the clock; the log's instants and the pages' today follow it. */
  readonly setNow: (instant: string) => void;
  /** What verification finds wrong with the log as it lies on disk; empty when it is sound. */
  readonly faults: () => Promise<readonly unknown[]>;
  /** Closes the program and removes its folder. */
  readonly close: () => Promise<void>;
};

/**
 * The whole program on a folder of its own, asked in process. `now` (UTC instant) is the clock; `example: false` leaves the
 * log empty.
 */
export async function openTestApp({
  now = '2026-11-22T18:00:00.000Z',
  example = true,
  baseUrl = 'http://localhost',
} = {}): Promise<TestApp> {
  const dataDir = mkdtempSync(join(tmpdir(), 'atalaya-test-'));
  let instant = now;
  // What was shown is recorded when a test says so (`app.readings.settle`), not while it counts entries.
  const app = await openApp({ dataDir, baseUrl, now: () => instant, readingsDelayMs: 3_600_000 });
  if (example) {
    const loaded = await loadExample(
      exampleId,
      examplesDir(),
      app.worlds.current(),
      app.ledger,
      { norms: await app.norms() },
      now.slice(0, 10),
    );
    if (!loaded.ok) throw new Error(loaded.error.en);
    await app.worlds.catchUp();
  }
  return {
    app,
    web: assemble(app),
    dataDir,
    setNow: (next) => {
      instant = next;
    },
    faults: async () => (await checkLedger({ dataDir, heldBySqlite: true })).faults,
    close: async () => {
      await app.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
