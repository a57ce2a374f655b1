import { Buffer } from 'node:buffer';
import { mkdtemp, open, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { noBytes, scanFile } from './bytes.ts';
import { fault, type ReadFault } from './fault.ts';
import type { FaultCode } from './fault-texts.ts';
import { isOfficeZip, isZip, tell } from './kind.ts';
import { type Limits, usualLimits } from './limits.ts';
import type { Archive, Source } from './source.ts';
import { type Budget, unpack } from './zip.ts';

const headBytes = 1 << 16;

/**
 * What lies at the given paths: CSV, ZIP (one nested level), folders (all below them) or several of each, in the order given and by name
 * inside a folder or package. Contents of packages are put under `temp`, which belongs to the caller (`Prep.temp`). Nothing is thrown
 * for what cannot be read: it is a source with its faults.
 */
export async function readSources(paths: readonly string[], temp: string, limits: Limits = usualLimits): Promise<readonly Source[]> {
  const budget: Budget = { limits, files: 0, bytes: 0 };
  const folder = await mkdtemp(join(temp, 'sources-'));
  const found: Source[] = [];
  for (const path of paths) found.push(...(await readPath(path, { folder, budget })));
  return found;
}

/** The faults of all sources, those of each file together. */
export const faultsOf = (sources: readonly Source[]): readonly ReadFault[] => sources.flatMap((source) => source.faults);

type Place = { readonly folder: string; readonly budget: Budget };

async function readPath(path: string, place: Place): Promise<readonly Source[]> {
  const name = basename(path);
  try {
    const found = await stat(path);
    if (found.isDirectory()) return await readFolder(path, place);
    if (!found.isFile()) return [nothing(name, path, 'unreadable', 'no es un archivo / not a file')];
    return await readFile({ file: path, name, path, archives: [] }, place);
  } catch (error) {
    const absent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return [absent ? nothing(name, path, 'not-found') : nothing(name, path, 'unreadable', messageOf(error))];
  }
}

async function readFolder(path: string, place: Place): Promise<readonly Source[]> {
  const entries = await readdir(path, { withFileTypes: true, recursive: true });
  const files = entries
    .filter((entry) => entry.isFile() && !/(?:^|\/)\./.test(join(entry.parentPath, entry.name).slice(path.length)))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const most = place.budget.limits.files;
  const found: Source[] = [];
  for (const file of files.slice(0, most)) found.push(...(await readPath(file, place)));
  if (files.length > most) found.push(nothing(basename(path), path, 'too-many-files', `${files.length} > ${most}`));
  return found;
}

type Candidate = { readonly file: string; readonly name: string; readonly path: string; readonly archives: readonly Archive[] };

async function readFile(one: Candidate, place: Place): Promise<readonly Source[]> {
  const { name, path, file, archives } = one;
  const head = await headOf(file);
  const { sha256, sizeBytes, facts } = await scanFile(file);
  const base = { name, path, file, sizeBytes, sha256, bytes: facts, archives };
  if (sizeBytes === 0) return [{ ...base, kind: 'other', faults: [fault('empty', 'error', path)] }];
  if (isZip(head)) {
    if (isOfficeZip(head)) return [{ ...base, kind: 'other', faults: [fault('spreadsheet', 'error', path)] }];
    if (archives.length > 1) return [{ ...base, kind: 'other', faults: [fault('zip-nested', 'error', path)] }];
    return readZip(one, { name, path, sha256 }, base, place);
  }
  const { kind, wrong, format } = tell(name, head);
  return [{ ...base, kind, faults: wrong === undefined ? [] : [fault(wrong, 'error', path, format)] }];
}

async function readZip(one: Candidate, archive: Archive, base: Omit<Source, 'kind' | 'faults'>, place: Place): Promise<readonly Source[]> {
  const entries = await unpack(one.file, one.path, place.folder, place.budget);
  const found: Source[] = [];
  const faults = entries.flatMap((entry) => (entry.file === null ? entry.faults : []));
  if (faults.length > 0 || entries.length === 0)
    found.push({ ...base, kind: 'other', faults: faults.length > 0 ? faults : [fault('empty', 'error', one.path)] });
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.file === null) continue;
    const path = `${one.path}!${entry.name}`;
    found.push(...(await readFile({ file: entry.file, name: basename(entry.name), path, archives: [...one.archives, archive] }, place)));
  }
  return found;
}

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const buffer = Buffer.alloc(headBytes);
    const { bytesRead } = await file.read(buffer, 0, headBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

const nothing = (name: string, path: string, code: FaultCode, detail = ''): Source => ({
  name,
  path,
  file: null,
  sizeBytes: 0,
  sha256: null,
  kind: 'other',
  bytes: noBytes,
  archives: [],
  faults: [fault(code, 'error', path, detail)],
});
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
