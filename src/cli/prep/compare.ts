import { compareAndRecord, comparisonFileOf } from '../../app/record-comparison.ts';
import { comparisonDocument } from '../../domain/verifications/comparison-document.ts';
import type { ComparisonFile } from '../../domain/verifications/comparison-file.ts';
import { compareSources, type SourcesCompared } from '../../prep/compare/computos.ts';
import { compareImages, readImages } from '../../prep/compare/images.ts';
import { compareMirrors } from '../../prep/compare/mirrors.ts';
import { openPrep } from '../../prep/load/open-prep.ts';
import type { LoadedCut, Prep } from '../../prep/load/prep.ts';
import { betweenText, comparisonText } from '../../prep/report/text.ts';
import { readSources } from '../../prep/source/read.ts';
import { type Call, type Exit, neededWord, Refusal, textOption } from '../command.ts';
import { paintOf } from './paint.ts';
import { recording } from './recording.ts';
import { reportFile, writeReport } from './report-file.ts';

async function withPrep(use: (prep: Prep) => Promise<Exit>): Promise<Exit> {
  const prep = await openPrep();
  try {
    return await use(prep);
  } finally {
    await prep.close();
  }
}

/** The one results file at a path. */
async function loadOne(prep: Prep, path: string): Promise<LoadedCut> {
  const source = (await readSources([path], prep.temp)).find((one) => one.kind === 'results');
  if (source) return prep.load(source);
  throw new Refusal({ es: `«${path}» no contiene un archivo de resultados.`, en: `“${path}” holds no results file.` }, 2);
}

const left = { es: 'el primer archivo', en: 'the first file' };
const right = { es: 'el segundo archivo', en: 'the second file' };
const asJson = (call: Call): boolean => call.options['json'] === true;

/** PREP against cómputos, casilla by casilla; with `--record`, in the log of a process. */
export const compare = (call: Call): Promise<Exit> =>
  withPrep(async (prep) => {
    const paths = [neededWord(call, 1, left), neededWord(call, 2, right)] as const;
    const file = reportFile(call, []);
    const { compared, filed } =
      textOption(call, 'record') === undefined ? await comparedOf(prep, paths) : await recordedOf(call, prep, paths);
    if (file !== null) await writeReport(file, comparisonDocument(filed, call.lang));
    call.out(asJson(call) ? JSON.stringify(compared, null, 2) : comparisonText(compared, call.lang, paintOf()));
    return compared.different + compared.onlyLeft + compared.onlyRight > 0 ? 1 : 0;
  });

type Compared = { readonly compared: SourcesCompared; readonly filed: ComparisonFile };

async function comparedOf(prep: Prep, paths: readonly [string, string]): Promise<Compared> {
  const [one, other] = [await loadOne(prep, paths[0]), await loadOne(prep, paths[1])];
  const compared = await compareSources(prep.connection, one, other);
  return { compared, filed: comparisonFileOf(one, other, compared) };
}

const recordedOf = (call: Call, prep: Prep, paths: readonly [string, string]): Promise<Compared> =>
  recording(call, async (app, { process, opl, on }) => {
    const done = await compareAndRecord(app, prep, paths, { process, opl, on, by: { office: 'atalaya' } });
    if (!done.ok) throw new Refusal(done.error, 2);
    call.note(call.lang === 'es' ? `Registrada en «${process}»: ${done.value.id}.` : `Recorded in “${process}”: ${done.value.id}.`);
    return done.value;
  });

/** Two published copies of one cut. */
export const mirrors = (call: Call): Promise<Exit> =>
  withPrep(async (prep) => {
    const compared = await compareMirrors(
      prep.connection,
      await loadOne(prep, neededWord(call, 1, left)),
      await loadOne(prep, neededWord(call, 2, right)),
    );
    const { equalBytes, equalContent, different, onlyLeft, onlyRight, findings } = compared;
    call.out(
      asJson(call)
        ? JSON.stringify(compared, null, 2)
        : betweenText({ equalBytes, equalContent, different, onlyLeft, onlyRight }, findings, call.lang, paintOf()),
    );
    return equalContent ? 0 : 1;
  });

/** The acta images of a folder against the hashes published in a cut. */
export const images = (call: Call): Promise<Exit> =>
  withPrep(async (prep) => {
    const cut = await loadOne(prep, neededWord(call, 1, left));
    const folder = neededWord(call, 2, { es: 'la carpeta de imágenes', en: 'the folder of images' });
    const compared = await compareImages(prep.connection, cut, await readImages(folder));
    const { findings, ...counts } = compared;
    call.out(asJson(call) ? JSON.stringify(compared, null, 2) : betweenText(counts, findings, call.lang, paintOf()));
    return findings.length > 0 ? 1 : 0;
  });
