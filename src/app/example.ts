import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { By, NewEvent } from '../core/event.ts';
import { ok, type Result, refuse } from '../core/result.ts';
import type { Bilingual } from '../core/words.ts';
import { createOffice, type PeopleRefusal, registerOrganisation } from '../domain/people/decide.ts';
import { peopleEvents } from '../domain/people/events.ts';
import { officeOf, organisationOf } from '../domain/people/views.ts';
import { peopleRefusalText } from '../domain/people/words.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type ActContext, decideAct } from './acts.ts';
import { emptyProcess, emptyWorld, peopleStream, take, type World } from './world.ts';

/** An example is a file of acts in their order, each with its date; the same rules decide them as decide anybody's. */
const file = z.strictObject({
  process: z.string(),
  people: z.strictObject({
    organisations: z.array(peopleEvents.OrganisationRegistered),
    offices: z.array(peopleEvents.OfficeCreated),
  }),
  acts: z.array(z.record(z.string(), z.unknown())),
});

/** Whatever the installation itself records, such as an example, has no office-holder behind it. */
export const installation: By = { office: 'atalaya' };

export const examplesIn = async (dir: string): Promise<readonly string[]> =>
  (await readdir(dir)).filter((name) => name.endsWith('.yaml')).map((name) => name.slice(0, -'.yaml'.length));

/** Loads an example into the ledger, all of it or nothing. Refused when its process exists already. */
export async function loadExample(
  name: string,
  dir: string,
  world: World,
  ledger: Ledger,
  context: ActContext,
): Promise<Result<{ readonly process: string; readonly events: number }, Bilingual>> {
  const known = await examplesIn(dir);
  if (!known.includes(name))
    return refuse({
      es: `No hay ningún ejemplo «${name}». Los que hay: ${known.join(', ')}.`,
      en: `There is no example “${name}”. There are: ${known.join(', ')}.`,
    });
  const example = file.parse(parse(await readFile(join(dir, `${name}.yaml`), 'utf8')));
  if (world.processes.has(example.process))
    return refuse({
      es: `El proceso «${example.process}» ya existe; el ejemplo no se carga dos veces.`,
      en: `The process “${example.process}” exists already; the example is not loaded twice.`,
    });
  const events = processEventsOf(example, context);
  if (!events.ok) return events;
  const people = newPeopleOf(example, world);
  if (!people.ok) return people;
  if (people.value.length > 0) {
    const appended = await ledger.append(peopleStream, await ledger.streamPosition(peopleStream), people.value);
    if (!appended.ok) return refuse(beaten);
  }
  const appended = await ledger.append(example.process, 0, events.value);
  return appended.ok ? ok({ process: example.process, events: people.value.length + events.value.length }) : refuse(beaten);
}

const beaten: Bilingual = {
  es: 'Alguien escribió en la bitácora al mismo tiempo. Vuelva a cargar el ejemplo.',
  en: 'Somebody wrote to the log at the same time. Load the example again.',
};

/** Decides the acts one after the other, each on what the ones before it left. */
function processEventsOf(example: z.infer<typeof file>, context: ActContext): Result<readonly NewEvent[], Bilingual> {
  const draft = emptyWorld();
  const events: NewEvent[] = [];
  for (const [index, { on, ...rest }] of example.acts.entries()) {
    const [[verb, data] = ['', undefined]] = Object.entries(rest);
    const decided = decideAct(verb, draft.processes.get(example.process) ?? emptyProcess(), String(on), installation, data, context);
    if (!decided.ok) {
      const where = `${example.process}, ${index + 1} (${String(on)} ${verb})`;
      return refuse({ es: `Acto ${where}: ${decided.error.es}`, en: `Act ${where}: ${decided.error.en}` });
    }
    for (const event of decided.value) {
      events.push(event);
      take(draft, { ...event, seq: events.length, stream: example.process, at: beginning });
    }
  }
  return ok(events);
}

/** Organisations and offices the ledger does not know yet, in the order of the file. Those it knows stay as they are. */
function newPeopleOf(example: z.infer<typeof file>, world: World): Result<readonly NewEvent[], Bilingual> {
  const act = { on: String(example.acts[0]?.['on']), by: installation };
  const draft = emptyWorld();
  const events: NewEvent[] = [];
  const keep = (decided: Result<readonly NewEvent[], PeopleRefusal>): Bilingual | undefined => {
    if (!decided.ok) return peopleRefusalText(decided.error);
    for (const event of decided.value) {
      events.push(event);
      take(draft, { ...event, seq: events.length, stream: peopleStream, at: beginning });
    }
    return undefined;
  };
  const { organisations, offices } = example.people;
  for (const one of organisations) {
    const refused = keep(registerOrganisation(draft.people, { ...act, ...one }));
    if (refused) return refuse(refused);
  }
  for (const one of offices) {
    const refused = keep(createOffice(draft.people, { ...act, ...one }));
    if (refused) return refuse(refused);
  }
  const isKnown = ({ data }: NewEvent): boolean =>
    officeOf(world.people, String(data['office'])) !== undefined ||
    (!('office' in data) && organisationOf(world.people, String(data['organisation'])) !== undefined);
  return ok(events.filter((event) => !isKnown(event)));
}

/** While an example is only being decided, nothing has been learnt yet. */
const beginning = '1970-01-01T00:00:00.000Z';
