import { readFile, writeFile } from 'node:fs/promises';
import { findingsFilesOf } from '../../app/findings-file.ts';
import { askedOf, verifyAndRecord } from '../../app/record-verification.ts';
import { pick } from '../../core/words.ts';
import { verificationDocument } from '../../domain/verifications/document.ts';
import type { Announced } from '../../prep/compare/schedule.ts';
import { type Profile, parseProfile } from '../../prep/profiles/profile.ts';
import { findingsCsv } from '../../prep/report/findings-csv.ts';
import { verificationJson } from '../../prep/report/json.ts';
import { verificationText } from '../../prep/report/text.ts';
import { exitOf, type Verification, type VerifyOptions, verifyPrep } from '../../prep/verify.ts';
import { type Call, type Exit, neededWord, Refusal, textOption } from '../command.ts';
import { paintOf } from './paint.ts';
import { recording } from './recording.ts';
import { type ReportFile, reportFile, writeReport } from './report-file.ts';

export async function verify(call: Call): Promise<Exit> {
  neededWord(call, 1, { es: 'qué verificar: archivos CSV o ZIP, o carpetas', en: 'what to verify: CSV or ZIP files, or folders' });
  const options = await optionsOf(call);
  const paths = call.words.slice(1);
  const file = reportFile(call, ['csv']);
  const result = textOption(call, 'record') === undefined ? await verifyPrep(paths, options) : await recorded(call, paths, options);
  if (file !== null) await write(call, file, result, options);
  const text =
    call.options['json'] === true
      ? JSON.stringify(verificationJson(result, call.lang), null, 2)
      : verificationText(result, call.lang, paintOf());
  call.out(text);
  return exitOf(result);
}

/** Verifies and records it in the process, for the OPL that publishes. */
const recorded = (call: Call, paths: readonly string[], options: VerifyOptions): Promise<Verification> =>
  recording(call, async (app, of) => {
    const occasion = options.drill === undefined ? 'night' : 'drill';
    const done = await verifyAndRecord(app, paths, options, { ...of, occasion, by: { office: 'atalaya' } });
    if (!done.ok) throw new Refusal(done.error, 2);
    const { ids, result } = done.value;
    const nothing = { es: 'nada, pues no se pudo leer ningún corte', en: 'nothing, since no cut could be read' };
    const said = ids.length === 0 ? pick(nothing, call.lang) : ids.join(', ');
    call.note(call.lang === 'es' ? `Registrado en «${of.process}»: ${said}.` : `Recorded in “${of.process}”: ${said}.`);
    return result;
  });

async function optionsOf(call: Call): Promise<VerifyOptions> {
  const planned = Number(textOption(call, 'planned'));
  const profile = textOption(call, 'profile');
  const announced = textOption(call, 'announced');
  return {
    ...(call.options['final'] === true ? { final: true } : {}),
    ...(call.options['drill'] === true ? { drill: Number.isInteger(planned) && planned > 0 ? { planned } : {} } : {}),
    ...(profile === undefined ? {} : { profile: await readProfile(profile) }),
    ...(announced === undefined ? {} : { announced: await readSchedule(announced) }),
  };
}

const unreadable = (file: string) =>
  new Refusal({ es: `No se pudo leer «${file}». Revise el nombre.`, en: `“${file}” could not be read. Check the name.` }, 2);

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw unreadable(file); // whatever kept it from being read, the name is what a person can check
  }
}

async function readProfile(file: string): Promise<Profile> {
  const profile = parseProfile(await textOf(file));
  if (profile.ok) return profile.value;
  throw new Refusal(
    { es: `El perfil «${file}» no es válido. ${profile.error}`, en: `The profile “${file}” is not valid. ${profile.error}` },
    2,
  );
}

/** One time a line, `2024-06-02T20:00`, in the publisher's own time; blank lines and lines that begin with # are passed over. */
async function readSchedule(file: string): Promise<Announced> {
  const lines = (await textOf(file)).split(/\r?\n/).map((line) => line.trim());
  const times = lines.filter((line) => line !== '' && !line.startsWith('#'));
  const wrong = times.find((time) => !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(time));
  if (wrong !== undefined)
    throw new Refusal(
      {
        es: `«${wrong}» no es una hora como 2024-06-02T20:00 (en ${file}).`,
        en: `“${wrong}” is no time such as 2024-06-02T20:00 (in ${file}).`,
      },
      2,
    );
  return { times };
}

/** A report beside what the terminal says, or the findings alone as CSV. */
async function write(call: Call, { file, end }: ReportFile, result: Verification, options: VerifyOptions): Promise<void> {
  if (end === 'csv') return writeFile(file, findingsCsv(result, call.lang));
  const files = findingsFilesOf(result, askedOf(options)).map((filed) => filed.file);
  await writeReport({ file, end }, verificationDocument(files, call.lang));
}
