import { createReadStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { checkLedger } from '../ledger/check.ts';
import { checkpointPath, readSigner } from '../ledger/keys.ts';
import { databasePath, type LedgerPlace, openLedger } from '../ledger/open.ts';
import { readArchive } from './archive.ts';
import { copyStores } from './copy.ts';
import { BackupFault, type Fault } from './fault.ts';
import { keyFiles } from './make.ts';
import { isDatabase } from './stores.ts';
import { type MakeTables, type Unpacked, unpack } from './unpack.ts';

export type Restored = Unpacked & {
  /** Where what was there before now lies. */
  readonly before?: string;
};

/**
 * Restores a backup into a data folder, and into a database where one is given. Everything is laid out and verified beside what is there
 * first; only then do the two change places, and what was there before stays under another name. Nothing is ever deleted.
 */
export async function restore(
  backup: string,
  keys: string,
  place: LedgerPlace,
  makeTables: MakeTables,
  mayReplace: boolean,
): Promise<Restored> {
  const { dataDir, databaseUrl } = place;
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const isEmpty = !(await readdir(dataDir)).some(isData);
  if (!isEmpty && !mayReplace) throw new BackupFault({ kind: 'occupied', path: dataDir });
  await assertClosed(place);
  const staging = await mkdtemp(join(dataDir, '.restoring-'));
  try {
    const unpacked = await layOut(backup, keys, staging, makeTables);
    await assertClosed(place);
    if (databaseUrl !== undefined) await intoDatabase(staging, databaseUrl, makeTables, mayReplace);
    const before = isEmpty ? undefined : await nextName(dataDir);
    if (before !== undefined) await moveAll((await readdir(dataDir)).filter(isData), dataDir, before);
    await moveAll(await readdir(staging), staging, dataDir);
    return { ...unpacked, ...(before === undefined ? {} : { before }) };
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

async function assertClosed({ dataDir, databaseUrl }: LedgerPlace): Promise<void> {
  if (isLedgerOpen(dataDir)) throw new BackupFault({ kind: 'in-use', where: dataDir });
  if (databaseUrl !== undefined && (await (await import('./schemas.ts')).isDatabaseOpen(databaseUrl)))
    throw new BackupFault({ kind: 'in-use', where: 'PostgreSQL' });
}

/** From the folder where all was verified into the database; what the database had is put aside, and comes back when anything fails. */
async function intoDatabase(staging: string, databaseUrl: string, makeTables: MakeTables, mayReplace: boolean): Promise<void> {
  const { isOccupied, putAside, undo } = await import('./schemas.ts');
  const isFull = await isOccupied(databaseUrl);
  if (isFull && !mayReplace) throw new BackupFault({ kind: 'occupied', path: 'PostgreSQL' });
  const aside = isFull ? await putAside(databaseUrl) : undefined;
  try {
    await copyStores({ dataDir: staging }, { dataDir: staging, databaseUrl }, makeTables);
  } catch (thrown) {
    await undo(databaseUrl, aside);
    throw thrown;
  }
  for (const name of await readdir(staging)) if (isDatabase(name)) await rm(join(staging, name));
}

/** The whole installation in an empty folder, keys included, its log opened, sealed and verified there as it would be served. */
export async function layOut(backup: string, keys: string, folder: string, makeTables: MakeTables): Promise<Unpacked> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await layKeys(keys, folder);
  const unpacked = await unpack(createReadStream(backup), folder, makeTables);
  const { name, verifierKey } = readSigner(folder);
  if (verifierKey !== unpacked.verifierKey) throw new BackupFault({ kind: 'other-key', expected: unpacked.origin, saw: name });
  await writeFile(checkpointPath(folder), unpacked.note, { flush: true });
  await (await openLedger({ dataDir: folder })).close();
  const checked = await checkLedger({ dataDir: folder });
  if (checked.faults.length > 0) throw new BackupFault(...checked.faults.map(({ where, what }): Fault => ({ kind: 'log', where, what })));
  return unpacked;
}

async function layKeys(keys: string, folder: string): Promise<void> {
  const faults: Fault[] = [];
  for await (const { path, bytes } of readArchive(createReadStream(keys), (fault) => faults.push(fault))) {
    if (!keyFiles.some((one) => one === path)) {
      faults.push({ kind: 'strange', path });
      break;
    }
    const parts: Uint8Array[] = [];
    for await (const chunk of bytes) parts.push(chunk);
    await writeFile(join(folder, path), Buffer.concat(parts), { mode: 0o600, flush: true });
  }
  if (!existsSync(join(folder, 'checkpoint.key')) && faults.length === 0) faults.push({ kind: 'no-keys' });
  if (faults.length > 0) throw new BackupFault(...faults);
}

/** Whether any process has the log of this folder open: SQLite gives the whole file to one connection only when no other has it. */
export function isLedgerOpen(dataDir: string): boolean {
  if (!existsSync(databasePath(dataDir))) return false;
  const db = new DatabaseSync(databasePath(dataDir), { timeout: 0 });
  try {
    db.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE; ROLLBACK');
    return false;
  } catch (thrown) {
    if (thrown instanceof Error && 'errcode' in thrown && thrown.errcode === 5) return true; // SQLITE_BUSY
    throw thrown;
  } finally {
    db.close();
  }
}

const isData = (name: string): boolean => !/^(?:before-(?:restore|move)-\d+|\.restoring-.*|lost\+found)$/.test(name);

async function nextName(dataDir: string): Promise<string> {
  for (let n = 1; ; n++) {
    const name = join(dataDir, `before-restore-${n}`);
    if (existsSync(name)) continue;
    await mkdir(name, { mode: 0o700 });
    return name;
  }
}

async function moveAll(names: readonly string[], from: string, to: string): Promise<void> {
  for (const name of names) await rename(join(from, name), join(to, name));
}
