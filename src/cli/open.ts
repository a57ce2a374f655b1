import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, examplesDir, openApp } from '../app/app.ts';
import { examplesIn, loadExample } from '../app/example.ts';
import { homeZone, todayIn } from '../app/today.ts';
import type { ProcessWorld } from '../app/world.ts';
import { parseIsoDate } from '../core/dates.ts';
import type { IsoDate } from '../core/event.ts';
import { must } from '../core/result.ts';
import type { Bilingual } from '../core/words.ts';
import type { OpenProcess } from '../domain/process/views.ts';
import { openDiskStore } from '../files/disk.ts';
import { openS3Store, type S3Settings, s3Place, sendFiles } from '../files/s3.ts';
import type { FileStore } from '../files/store.ts';
import { type Call, Refusal, textOption } from './command.ts';

/** The folder of data of this call: `--data`, what the environment says, or `./data`. */
export const dataDirOf = (call: Call): string => textOption(call, 'data') ?? call.settings.get('ATALAYA_DATA') ?? 'data';
const databaseUrlOf = (call: Call): string | undefined => textOption(call, 'database-url') ?? call.settings.get('ATALAYA_DATABASE_URL');

export const whereOf = (call: Call) => {
  const databaseUrl = databaseUrlOf(call);
  return { dataDir: dataDirOf(call), ...(databaseUrl === undefined ? {} : { databaseUrl }) };
};

const filesFolder = (call: Call): string => join(dataDirOf(call), 'files');

/** The bucket that the environment names; absent: files are in the data folder. */
export function bucketOf(call: Call): S3Settings | undefined {
  const { get } = call.settings;
  const [url, key, secret] = [get('ATALAYA_BUCKET_URL'), get('ATALAYA_BUCKET_KEY'), get('ATALAYA_BUCKET_SECRET')];
  if (url === undefined) return undefined;
  if (key !== undefined && secret !== undefined) return { url, key, secret, region: get('ATALAYA_BUCKET_REGION') ?? 'us-east-1' };
  throw new Refusal(
    {
      es: 'Con ATALAYA_BUCKET_URL hacen falta ATALAYA_BUCKET_KEY y ATALAYA_BUCKET_SECRET.',
      en: 'With ATALAYA_BUCKET_URL, ATALAYA_BUCKET_KEY and ATALAYA_BUCKET_SECRET are needed.',
    },
    2,
  );
}

/** Where files are kept. */
export function filesOf(call: Call): FileStore {
  const bucket = bucketOf(call);
  return bucket === undefined ? openDiskStore(filesFolder(call)) : openS3Store(bucket, filesFolder(call));
}

/** Sends to the bucket what files the data folder has and it has not; the folder keeps its own. */
export const fillBucket = (call: Call, bucket: S3Settings): Promise<number> => sendFiles(filesFolder(call), s3Place(bucket));

export async function withApp<T>(call: Call, use: (app: App) => Promise<T>): Promise<T> {
  const app = await openApp({ ...whereOf(call), files: filesOf(call) });
  try {
    return await use(app);
  } finally {
    await app.close();
  }
}

export type OpenedProcess = { readonly id: string; readonly world: ProcessWorld & { readonly process: OpenProcess }; readonly app: App };

/**
 * Opens a process for reading. An example that ships with Atalaya and was not loaded is read as it ships: nothing is
 * saved, its log is made in a temporary folder with a fixed clock (so that it is the same every time), and a note says so.
 */
export async function withProcess<T>(call: Call, id: string, use: (opened: OpenedProcess) => Promise<T>): Promise<T> {
  const read = async (app: App) => {
    const opened = openedIn(app, id);
    return opened ? { done: await use(opened) } : { known: [...app.worlds.current().processes.keys()] };
  };
  const found = hasLedger(call) ? await withApp(call, read) : undefined;
  if (found && 'done' in found) return found.done;
  const examples = await examplesIn(examplesDir());
  if (!examples.includes(id)) throw new Refusal(unknownProcess(id, found?.known ?? [], examples));
  call.note(
    call.lang === 'es'
      ? `«${id}» no está en ${dataDirOf(call)}: se lee el ejemplo tal como viene con Atalaya, sin guardarlo.`
      : `“${id}” is not in ${dataDirOf(call)}: the example is read as it ships with Atalaya, without saving it.`,
  );
  const dataDir = mkdtempSync(join(tmpdir(), 'atalaya-'));
  const app = await openApp({ dataDir, now: () => '2000-01-01T00:00:00.000Z' });
  try {
    const loaded = await loadExample(
      id,
      examplesDir(),
      app.worlds.current(),
      app.ledger,
      { norms: await app.norms(), files: app.files },
      todayIn(homeZone, Temporal.Now.instant().toString()),
    );
    if (!loaded.ok) throw new Refusal(loaded.error);
    await app.worlds.catchUp();
    const opened = openedIn(app, id);
    return await use(must(opened, 'an example opens the process of its name'));
  } finally {
    await app.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Reading makes no ledger where there is none. */
const hasLedger = (call: Call): boolean => databaseUrlOf(call) !== undefined || existsSync(join(dataDirOf(call), 'ledger.db'));

/** What a log leaves beside it: where one of these is, a log that is not there was lost, and verifying says so. */
const besideIt = ['checkpoint', 'checkpoint.key', 'ledger.db.seal'];
export const hadLedger = (call: Call): boolean => hasLedger(call) || besideIt.some((name) => existsSync(join(dataDirOf(call), name)));

/** For what only reads: where there is no log, says so rather than making one. */
export function needLedger(call: Call, isThere: (call: Call) => boolean = hasLedger): void {
  if (isThere(call)) return;
  const dir = dataDirOf(call);
  throw new Refusal({ es: `En ${dir} no hay ninguna bitácora. Revise --data.`, en: `There is no log in ${dir}. Check --data.` }, 2);
}

function unknownProcess(id: string, known: readonly string[], examples: readonly string[]): Bilingual {
  const [others, more] = [known.join(', '), examples.join(', ')];
  return {
    es: `No hay ningún proceso «${id}». ${known.length > 0 ? `Los que hay: ${others}. ` : ''}Ejemplos que pueden leerse o cargarse: ${more}.`,
    en: `There is no process “${id}”. ${known.length > 0 ? `There are: ${others}. ` : ''}Examples that can be read or loaded: ${more}.`,
  };
}

function openedIn(app: App, id: string): OpenedProcess | undefined {
  const world = app.worlds.current().processes.get(id);
  return world?.process.kind === 'open' ? { id, world: { ...world, process: world.process }, app } : undefined;
}

/** A date option; refused with words when it is not a date. */
export function dateOption(call: Call, name: string): IsoDate | undefined {
  const text = textOption(call, name);
  if (text === undefined) return undefined;
  const read = parseIsoDate(text, { es: `--${name}`, en: `--${name}` });
  if (!read.ok) throw new Refusal(read.error.message, 2);
  return read.value.toString();
}

/** Today where the process is. It is asked of the real clock, whatever clock the log was read with. */
export const todayOf = (process: OpenProcess): IsoDate => Temporal.Now.plainDateISO(process.timeZone).toString();

/** The process on a day, as known now; refused when nothing was known of it then. */
export async function processOn({ app, id }: OpenedProcess, day: IsoDate): Promise<OpenedProcess['world']> {
  const past = await app.worlds.past(id, day, app.worlds.current().position);
  if (past?.process.kind === 'open') return { ...past, process: past.process };
  throw new Refusal({
    es: `El ${day} el proceso «${id}» todavía no estaba abierto. Elija una fecha posterior.`,
    en: `On ${day} the process “${id}” was not open yet. Choose a later date.`,
  });
}
