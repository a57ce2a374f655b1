import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { ok, type Result, refuse } from '../core/result.ts';
import type { StoredFile } from '../core/stored-file.ts';
import type { Bilingual } from '../core/words.ts';
import { electionsOf } from '../domain/verifications/views.ts';
import { fileFaultText } from '../files/words.ts';
import type { App } from './app.ts';
import { type Recording, verifyAndRecord } from './record-verification.ts';

type Named = { readonly file: StoredFile; readonly name: string };

/** Puts kept bytes where `prep/` can read them, each under its published name and in a folder of its own. */
export async function layOut(app: App, files: readonly Named[], folder: string): Promise<Result<readonly string[], Bilingual>> {
  const paths: string[] = [];
  for (const [i, { file, name }] of files.entries()) {
    const bytes = await app.files.read(file);
    if (!bytes.ok) return refuse(fileFaultText[bytes.error]);
    const parts = name.split(/[/!]/).filter((part) => part !== '' && part !== '.' && part !== '..');
    const path = join(folder, `${i + 1}`, ...(parts.length === 0 ? [basename(file.name)] : parts));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes.value);
    paths.push(path);
  }
  return ok(paths);
}

/** Verifies files of the store together with the cuts of the same OPL and occasion that are here already, and records what is new. */
export async function verifyKept(
  app: App,
  given: readonly StoredFile[],
  options: { readonly final: boolean },
  recording: Recording,
): Promise<Result<readonly string[], Bilingual>> {
  const folder = await mkdtemp(join(tmpdir(), 'atalaya-given-'));
  try {
    const files = [...earlierCuts(app, recording), ...given.map((file) => ({ file, name: file.givenName ?? file.name }))];
    const once = files.filter((one, i) => files.findIndex((other) => other.file.sha256 === one.file.sha256) === i);
    const laid = await layOut(app, once, folder);
    if (!laid.ok) return laid;
    const asked = { ...(options.final ? { final: true } : {}), ...(recording.occasion === 'drill' ? { drill: {} } : {}) };
    const done = await verifyAndRecord(app, laid.value, asked, { ...recording, onlyNew: true });
    if (!done.ok) return done;
    const { result, ids } = done.value;
    const [unread] = result.faults.filter((one) => one.severity === 'error');
    if (ids.length === 0 && unread)
      return refuse({
        es: `${basename(unread.file)}: ${unread.what.es} ${unread.todo.es}`,
        en: `${basename(unread.file)}: ${unread.what.en} ${unread.todo.en}`,
      });
    return ok(ids);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The kept cuts of the latest verification of each election. */
function earlierCuts(app: App, { process, opl, occasion }: Recording): readonly Named[] {
  const state = app.worlds.current().processes.get(process)?.verifications;
  const elections = state ? electionsOf(state).filter((one) => one.opl === opl && one.occasion === occasion) : [];
  return elections.flatMap(({ latest }) => latest.cuts.flatMap(({ name, file }) => (file ? [{ file, name }] : [])));
}
