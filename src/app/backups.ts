import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Made, makeBackup } from '../backup/make.ts';
import { layOut } from '../backup/restore.ts';
import type { Unpacked } from '../backup/unpack.ts';
import { openIdentity } from '../identity/open-identity.ts';
import { loadSigner } from '../ledger/keys.ts';
import type { LedgerPlace } from '../ledger/open.ts';
import { type App, openApp } from './app.ts';
import { openDrafts } from './open-drafts.ts';
import { openSamples } from './probe-samples.ts';

/** The tables of every store, as this version makes them when each is first used. */
export async function makeTables(place: LedgerPlace): Promise<void> {
  const identity = openIdentity({ ...place, baseUrl: 'http://localhost' });
  try {
    await identity.personOf('');
  } finally {
    await identity.close();
  }
  const { dataDir, databaseUrl } = place;
  const mail =
    databaseUrl === undefined
      ? (await import('../mail/sqlite.ts')).openSqlite(dataDir)
      : await (await import('../mail/postgres.ts')).openPostgres(databaseUrl);
  await mail.close();
  const samples = openSamples(place);
  try {
    await samples.latest('', 1);
  } finally {
    await samples.close();
  }
  const drafts = openDrafts(place);
  try {
    await drafts.of('', '');
  } finally {
    await drafts.close();
  }
}

/** A backup of what is open here, while it goes on. */
export const backUp = ({ ledger, place, files }: Pick<App, 'ledger' | 'place' | 'files'>, path: string): Promise<Made> =>
  makeBackup({ ledger, signer: loadSigner(place.dataDir, ledger.origin), place, files }, path);

export type Drilled = Unpacked & {
  /** A backup of what was restored has the same bytes as the one it was restored from. */
  readonly same: boolean;
  readonly seconds: number;
};

/** Restores a backup where it touches nothing, opens the program on it, backs that up again, compares, and removes it. */
export async function drill(backup: string, keys: string, elapsed: () => number): Promise<Drilled> {
  const began = elapsed();
  const folder = await mkdtemp(join(tmpdir(), 'atalaya-drill-'));
  const dataDir = join(folder, 'data');
  try {
    const unpacked = await layOut(backup, keys, dataDir, makeTables);
    const app = await openApp({ dataDir });
    const again = join(folder, 'again.tar');
    try {
      await backUp(app, again);
    } finally {
      await app.close();
    }
    const same = (await digestOf(again)) === (await digestOf(backup));
    return { ...unpacked, same, seconds: (elapsed() - began) / 1000 };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}
