import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { databasePath } from '../ledger/open.ts';
import { type Copied, copyStores } from './copy.ts';
import { BackupFault } from './fault.ts';
import { isLedgerOpen } from './restore.ts';
import { isDatabaseOpen, isOccupied, putAside, undo } from './schemas.ts';
import { isDatabase } from './stores.ts';
import type { MakeTables } from './unpack.ts';

/** `aside`: where what was moved from still lies, under a name that no program opens. */
export type Moved = Copied & { readonly aside: string };

/**
 * Moves the log and the tables of a data folder into a PostgreSQL database, or back. Files and keys stay in the folder. Whatever is moved
 * from gets another name at the end, so that nobody goes on writing a second history there; when anything fails, nothing was moved.
 */
export async function moveToPostgres(dataDir: string, databaseUrl: string, makeTables: MakeTables): Promise<Moved> {
  assertThere(existsSync(databasePath(dataDir)), dataDir);
  if (isLedgerOpen(dataDir)) throw new BackupFault({ kind: 'in-use', where: dataDir });
  if (await isOccupied(databaseUrl)) throw new BackupFault({ kind: 'occupied', path: 'PostgreSQL' });
  const to = { dataDir, databaseUrl };
  try {
    const copied = await copyStores({ dataDir }, to, makeTables);
    if (isLedgerOpen(dataDir)) throw new BackupFault({ kind: 'in-use', where: dataDir });
    return { ...copied, aside: await databasesAside(dataDir) };
  } catch (thrown) {
    await undo(databaseUrl, undefined);
    throw thrown;
  }
}

export async function moveToSqlite(dataDir: string, databaseUrl: string, makeTables: MakeTables): Promise<Moved> {
  assertThere(await isOccupied(databaseUrl), 'PostgreSQL');
  if (existsSync(databasePath(dataDir))) throw new BackupFault({ kind: 'occupied', path: dataDir });
  if (await isDatabaseOpen(databaseUrl)) throw new BackupFault({ kind: 'in-use', where: 'PostgreSQL' });
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const staging = await mkdtemp(join(dataDir, '.restoring-'));
  try {
    const copied = await copyStores({ dataDir, databaseUrl }, { dataDir: staging }, makeTables);
    if (await isDatabaseOpen(databaseUrl)) throw new BackupFault({ kind: 'in-use', where: 'PostgreSQL' });
    const aside = await putAside(databaseUrl);
    for (const name of await readdir(staging)) if (isDatabase(name)) await rename(join(staging, name), join(dataDir, name));
    return { ...copied, aside: `atalaya_ledger${aside}` };
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

function assertThere(isThere: boolean, path: string): void {
  if (!isThere) throw new BackupFault({ kind: 'nothing', path });
}

async function databasesAside(dataDir: string): Promise<string> {
  let n = 1;
  while (existsSync(join(dataDir, `before-move-${n}`))) n++;
  const aside = join(dataDir, `before-move-${n}`);
  await mkdir(aside, { mode: 0o700 });
  for (const name of await readdir(dataDir)) if (isDatabase(name)) await rename(join(dataDir, name), join(aside, name));
  return aside;
}
