import { createReadStream } from 'node:fs';
import { ok, type Result, refuse } from '../core/result.ts';
import type { Bilingual } from '../core/words.ts';
import { type ComparisonFile, comparisonBytes } from '../domain/verifications/comparison-file.ts';
import { recordComparison } from '../domain/verifications/decide.ts';
import { fileRefusalText } from '../files/words.ts';
import { compareSources, type SourcesCompared } from '../prep/compare/computos.ts';
import type { LoadedCut, Prep } from '../prep/load/prep.ts';
import { readSources } from '../prep/source/read.ts';
import type { Source } from '../prep/source/source.ts';
import type { App } from './app.ts';
import { publishedName } from './filed-cut.ts';
import { appendDecided, mostBytes, oneChunk, type Recording } from './record-verification.ts';

type Side = { readonly source: Source; readonly loaded: LoadedCut };

/** The one results file at a path, loaded. */
async function load(prep: Prep, path: string): Promise<Side | undefined> {
  const source = (await readSources([path], prep.temp)).find((one) => one.kind === 'results');
  return source && { source, loaded: await prep.load(source) };
}

/** Compares PREP with its final count, keeps both and records the comparison. */
export async function compareAndRecord(
  app: App,
  prep: Prep,
  paths: readonly [prep: string, computos: string],
  { process, opl, on, by }: Omit<Recording, 'occasion'>,
): Promise<Result<{ readonly compared: SourcesCompared; readonly filed: ComparisonFile; readonly id: string }, Bilingual>> {
  const [left, right] = [await load(prep, paths[0]), await load(prep, paths[1])];
  if (!left || !right) return refuse(noResults(left ? paths[1] : paths[0]));
  const compared = await compareSources(prep.connection, left.loaded, right.loaded);
  const file = comparisonFileOf(left.loaded, right.loaded, compared);
  const name = `${file.election.key}-computos.json`;
  const kept = await app.files.keep(oneChunk(comparisonBytes(file)), { givenName: name, maxBytes: mostBytes });
  if (!kept.ok) return refuse(fileRefusalText(kept.error, name));
  const { matched, equal, different, onlyLeft, onlyRight } = compared;
  const data = {
    opl,
    election: file.election.title.slice(0, 300),
    electionKey: file.election.key,
    prep: await inputOf(app, left),
    computos: await inputOf(app, right),
    counts: { matched, equal, different, onlyLeft, onlyRight },
    differences: kept.value.file,
  };
  const done = await appendDecided(app, process, (world) => recordComparison(world, { on, by, ...data }));
  return done.ok ? ok({ compared, filed: file, id: done.value }) : done;
}

async function inputOf(app: App, { source, loaded }: Side) {
  const kept =
    source.file === null ? undefined : await app.files.keep(createReadStream(source.file), { givenName: source.name, maxBytes: mostBytes });
  return {
    name: publishedName(loaded.path),
    sha256: loaded.sha256,
    sizeBytes: source.sizeBytes,
    cutAt: loaded.cutAt,
    actas: loaded.rows,
    ...(kept?.ok ? { file: kept.value.file } : {}),
  };
}

export function comparisonFileOf(left: LoadedCut, right: LoadedCut, compared: SourcesCompared): ComparisonFile {
  const { parties, columnsOnlyLeft, columnsOnlyRight, columns, places, rows, keysOnlyLeft, keysOnlyRight, ...counts } = compared;
  const side = ({ path, sha256, cutAt, rows: count }: LoadedCut) => ({ name: publishedName(path), sha256, cutAt, rows: count });
  return {
    format: 'atalaya-comparison-1',
    election: { key: left.electionKey, title: left.election },
    prep: side(left),
    computos: side(right),
    counts,
    parties: [...parties],
    columnsOnlyLeft: [...columnsOnlyLeft],
    columnsOnlyRight: [...columnsOnlyRight],
    columns: columns.map(({ name, count, delta = 0 }) => ({ name, count, delta })),
    places: [...places],
    rows: [...rows],
    keysOnlyLeft: [...keysOnlyLeft],
    keysOnlyRight: [...keysOnlyRight],
  };
}

const noResults = (path: string): Bilingual => ({
  es: `«${path}» no contiene un archivo de resultados.`,
  en: `“${path}” holds no results file.`,
});
