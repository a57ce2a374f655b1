import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, type AppOptions, examplesDir, openApp } from '../src/app/app.ts';
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
  /** Closes the program and opens it again on the same folder, as after a restart. Only what it returns is used from then on. */
  readonly reopen: () => Promise<TestApp>;
  /** Closes the program and removes its folder. */
  readonly close: () => Promise<void>;
};

/** Folders with the example loaded, by the instant at which it was: made once, then copied, since loading costs ten times as much. */
const loaded = new Map<string, Promise<string>>();
process.on('exit', () => {
  for (const dir of made) rmSync(dir, { recursive: true, force: true });
});
const made: string[] = [];

async function loadedFolder(now: string): Promise<string> {
  const dataDir = newFolder();
  made.push(dataDir);
  const app = await openHere({ dataDir, now: () => now });
  const answer = await loadExample(
    exampleId,
    examplesDir(),
    app.worlds.current(),
    app.ledger,
    { norms: await app.norms(), files: app.files },
    now.slice(0, 10),
  );
  if (!answer.ok) throw new Error(answer.error.en);
  await app.close();
  rmSync(join(dataDir, 'identity.secret')); // each installation makes its own
  return dataDir;
}

const newFolder = () => mkdtempSync(join(tmpdir(), 'atalaya-test-'));

/** The least argon2id there is: `src/identity/passwords.test.ts` looks at what is really used. */
const cheapPasswords = { memory: 8, passes: 1, parallelism: 1 };

let norms: ReturnType<App['norms']> | undefined;
/** The norms never change while tests run, and reading them takes longer than opening all the rest. */
async function openHere(options: AppOptions): Promise<App> {
  const app = await openApp({ ...options, passwordCost: cheapPasswords });
  return { ...app, norms: () => (norms ??= app.norms()) };
}

/**
 * The whole program on a folder of its own, asked in process. `now` (UTC instant) is the clock; `example: false` leaves the
 * log empty.
 */
export async function openTestApp({
  now = '2026-11-22T18:00:00.000Z',
  example = true,
  baseUrl = 'http://localhost',
  provider = undefined as AppOptions['provider'] | undefined,
} = {}): Promise<TestApp> {
  const dataDir = newFolder();
  if (example) {
    const template = loaded.get(now) ?? loadedFolder(now);
    loaded.set(now, template);
    cpSync(await template, dataDir, { recursive: true });
  }
  return openOn(dataDir, now, { baseUrl, ...(provider === undefined ? {} : { provider }) });
}

async function openOn(dataDir: string, now: string, how: Pick<AppOptions, 'baseUrl' | 'provider'>): Promise<TestApp> {
  let instant = now;
  // What was shown is recorded when a test says so (`app.readings.settle`), not while it counts entries.
  const app = await openHere({ ...how, dataDir, now: () => instant, readingsDelayMs: 3_600_000 });
  return {
    app,
    web: assemble(app),
    dataDir,
    setNow: (next) => {
      instant = next;
    },
    faults: async () => (await checkLedger({ dataDir, heldBySqlite: true })).faults,
    reopen: async () => {
      await app.close();
      return openOn(dataDir, instant, how);
    },
    close: async () => {
      await app.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
