import { ok, type Result, refuse } from '../core/result.ts';
import type { StoredFile } from '../core/stored-file.ts';
import type { Bilingual } from '../core/words.ts';
import { tableFaultText } from '../domain/plan/bulk-words.ts';
import { cleanName } from '../files/name.ts';
import type { Cells } from '../files/table.ts';
import { fileFaultText, fileRefusalText, textFaultText } from '../files/words.ts';
import type { Intake, Marks } from '../web/uploads.ts';
import type { Reader } from '../web/visit.ts';
import type { App } from './app.ts';

/** Takes in the files of a form for whoever sends it; somebody who is not signed in keeps nothing. */
export function intakeOf(app: App, reader: Reader): Intake & Marks {
  const by = reader.kind === 'signed-in' ? reader.by : { office: 'nadie' };
  return {
    keep: async (bytes, asked) => {
      const kept = await app.files.keep(bytes, asked);
      if (kept.ok) return ok({ ...kept.value.file, known: kept.value.known, token: app.keptFiles.seal(kept.value.file, by) });
      if (kept.error.kind === 'disk-full') app.log('error', 'no room left for files', { folder: app.dataDir });
      const name = cleanName(asked.givenName, '');
      return refuse({ name, why: fileRefusalText(kept.error, name) });
    },
    recall: async (token) => {
      const file = app.keptFiles.unseal(token, by);
      return file && (await app.files.has(file.sha256)) ? { ...file, token, known: true } : undefined;
    },
    mark: (text) => app.keptFiles.mark(text, by),
    isMark: (text, mark) => app.keptFiles.isMark(text, by, mark),
  };
}

export async function storedBytes(app: App, file: StoredFile): Promise<Result<ReadableStream<Uint8Array<ArrayBuffer>>, Bilingual>> {
  const opened = await app.files.open(file);
  return opened.ok ? opened : refuse(fileFaultText[opened.error]);
}

/** The same, all at once: for files small enough to be read. */
export async function readStored(app: App, file: StoredFile): Promise<Result<Uint8Array<ArrayBuffer>, Bilingual>> {
  const read = await app.files.read(file);
  return read.ok ? read : refuse(fileFaultText[read.error]);
}

/** The text of a stored file, part by part. */
export async function storedText(app: App, file: StoredFile): Promise<Result<readonly string[], Bilingual>> {
  const read = await app.texts.of(file);
  if (read.ok) return read;
  return refuse(read.error === 'missing' || read.error === 'altered' ? fileFaultText[read.error] : textFaultText[read.error]);
}

/** The cells of a stored spreadsheet. */
export async function storedSheet(app: App, file: StoredFile): Promise<Result<Cells, Bilingual>> {
  const bytes = await readStored(app, file);
  if (!bytes.ok) return bytes;
  const { cellsOf } = await import('../files/table.ts');
  const cells = await cellsOf(bytes.value, file.type);
  return cells.ok ? cells : refuse(tableFaultText[cells.error]);
}
