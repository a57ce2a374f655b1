import { createReadStream } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readArchive } from '../backup/archive.ts';
import { BackupFault, type Fault } from '../backup/fault.ts';
import type { App } from './app.ts';
import { backUp } from './backups.ts';

/** `keep`: how many stay; the oldest go once a newer one was found whole. */
export type BackupSettings = { readonly dir: string; readonly everyHours: number; readonly keep: number };
/** What became of the last one; nothing yet: absent. */
export type LastBackup = { readonly at: string; readonly size: number; readonly sizeBytes: number };

const name = /^atalaya-(\d{8}T\d{6}Z)-\d+\.tar$/;
const stamp = (now: string): string => `${now.slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
const instantOf = (stamped: string): Temporal.Instant =>
  Temporal.Instant.from(stamped.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z'));

/**
 * Makes a backup when the last one in the folder is old enough, reads it back whole, and removes the oldest beyond those that are kept.
 * The keys are never among them: they do not change, and are backed up once, elsewhere. Throws when a backup is not whole.
 */
export async function keepBackups(app: App, { dir, everyHours, keep }: BackupSettings): Promise<LastBackup | undefined> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const there = (await readdir(dir)).filter((one) => name.test(one)).sort();
  const last = name.exec(there.at(-1) ?? '')?.[1];
  const now = app.now();
  if (last !== undefined && instantOf(last).until(Temporal.Instant.from(now)).total('hours') < everyHours) return undefined;
  const path = join(dir, `atalaya-${stamp(now)}-${app.worlds.current().position}.tar`);
  const made = await backUp(app, path);
  const faults: Fault[] = [...made.faults];
  for await (const _ of readArchive(createReadStream(path), (fault) => faults.push(fault)));
  if (faults.length > 0) throw new BackupFault(...faults);
  for (const old of there.slice(0, Math.max(0, there.length + 1 - keep))) await rm(join(dir, old));
  return { at: now, size: made.size, sizeBytes: made.sizeBytes };
}
