import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { By, IsoDate } from '../core/event.ts';
import { ok, type Result, refuse } from '../core/result.ts';
import type { Bilingual } from '../core/words.ts';
import type { FileStore } from '../files/store.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { SignedLedger } from '../ledger/open.ts';
import type { ActContext } from './acts.ts';
import { type ActsFile, beaten, type DecidedActs, decideActs, readActs } from './acts-file.ts';
import { playDemo } from './demo/play.ts';
import { demoId } from './demo/process-lines.ts';
import { peopleStream, type World } from './world.ts';

/** What loading an example needs from outside: the norms, and a place for the documents that are handed in. */
export type ExampleContext = ActContext & { readonly files: FileStore };

/** Whatever the installation itself records, such as an example, has no office-holder behind it. */
const installation: By = { office: 'atalaya' };

/** The files of acts in the folder, and the demonstration, which is made for the day on which it is loaded. */
export const examplesIn = async (dir: string): Promise<readonly string[]> => [
  ...(await readdir(dir))
    .toSorted()
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.slice(0, -'.yaml'.length)),
  demoId,
];

/** An example's own file, and the further acts of the folder of its name, if there is one, file by file in the order of their names. */
async function readExample(name: string, dir: string): Promise<Result<ActsFile, Bilingual>> {
  const main = readActs(await readFile(join(dir, `${name}.yaml`), 'utf8'));
  if (!main.ok) return main;
  const folder = join(dir, name);
  const more = existsSync(folder) ? (await readdir(folder)).filter((file) => file.endsWith('.yaml')).sort() : [];
  const acts = [...main.value.acts];
  for (const file of more) {
    const read = readActs(await readFile(join(folder, file), 'utf8'));
    if (!read.ok) return refuse({ es: `${name}/${file}: ${read.error.es}`, en: `${name}/${file}: ${read.error.en}` });
    acts.push(...read.value.acts);
  }
  return ok({ ...main.value, acts });
}

/**
 * Loads an example into the ledger; `today` is the day around which the demonstration is made. Refused when its process exists already; of a
 * file of acts nothing is appended unless every act is accepted.
 */
export async function loadExample(
  name: string,
  dir: string,
  world: World,
  ledger: SignedLedger,
  context: ExampleContext,
  today: IsoDate,
): Promise<Result<{ readonly process: string; readonly events: number }, Bilingual>> {
  const known = await examplesIn(dir);
  if (!known.includes(name))
    return refuse({
      es: `No hay ningún ejemplo «${name}». Los que hay: ${known.join(', ')}.`,
      en: `There is no example “${name}”. There are: ${known.join(', ')}.`,
    });
  if (name === demoId) {
    if (world.processes.has(demoId)) return refuse(exists(demoId));
    const played = await playDemo(today, world, ledger, context);
    return played.ok ? ok({ process: demoId, events: played.value }) : played;
  }
  const example = await readExample(name, dir);
  if (!example.ok) return example;
  const { process } = example.value;
  if (world.processes.has(process)) return refuse(exists(process));
  const decided = decideActs(example.value, { process: undefined, people: world.people, by: installation }, context);
  if (!decided.ok) return decided;
  const events = await appendActs(ledger, process, decided.value, 0);
  return events.ok ? ok({ process, events: events.value }) : events;
}

/**
 * Appends what was decided: organisations and offices first, then the process, whose stream must still end at `expected`.
 * Returns how many events. Refused when somebody else wrote first; offices may then be there already, which harms nothing.
 */
export async function appendActs(
  ledger: Ledger,
  process: string,
  decided: DecidedActs,
  expected: number,
): Promise<Result<number, Bilingual>> {
  if (decided.people.length > 0) {
    const appended = await ledger.append(peopleStream, await ledger.streamPosition(peopleStream), decided.people);
    if (!appended.ok) return refuse(beaten);
  }
  if (decided.process.length > 0) {
    const appended = await ledger.append(process, expected, decided.process);
    if (!appended.ok) return refuse(beaten);
  }
  return ok(decided.people.length + decided.process.length);
}

const exists = (process: string): Bilingual => ({
  es: `El proceso «${process}» ya existe; el ejemplo no se carga dos veces.`,
  en: `The process “${process}” exists already; the example is not loaded twice.`,
});
