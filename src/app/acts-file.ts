import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { By, IsoDate, NewEvent } from '../core/event.ts';
import { idPattern } from '../core/ids.ts';
import { ok, type Result, refuse } from '../core/result.ts';
import type { Bilingual } from '../core/words.ts';
import { createOffice, type PeopleRefusal, registerOrganisation } from '../domain/people/decide.ts';
import { peopleEvents } from '../domain/people/events.ts';
import { officeOf, organisationOf, type PeopleState } from '../domain/people/views.ts';
import { peopleRefusalText } from '../domain/people/words.ts';
import { type ActContext, actRight, decideAct } from './acts.ts';
import { emptyProcess, emptyWorld, type ProcessWorld, peopleStream, take } from './world.ts';

/**
 * A file of acts: organisations and offices, and what was decided or happened in one process, in order, each with its
 * date. Examples are such files, and so is what an administrator loads; the same rules decide both.
 */
const file = z.strictObject({
  process: z.string().regex(idPattern),
  people: z
    .strictObject({ organisations: z.array(peopleEvents.OrganisationRegistered), offices: z.array(peopleEvents.OfficeCreated) })
    .exactOptional(),
  acts: z.array(z.looseObject({ on: z.iso.date() })),
});
export type ActsFile = z.infer<typeof file>;

/** Reads a file of acts (YAML); what is wrong is said with its line or the act it is in. */
export function readActs(text: string): Result<ActsFile, Bilingual> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [fault] = document.errors;
  if (fault) {
    const { line } = lines.linePos(fault.pos[0]);
    const reason = fault.message.split(' at line ')[0] ?? fault.message;
    return refuse({ es: `Línea ${line}: no se entiende como YAML (${reason}).`, en: `Line ${line}: not understood as YAML (${reason}).` });
  }
  const read = file.safeParse(document.toJS());
  if (read.success) return ok(read.data);
  const said = read.error.issues.map((issue) => `${issue.path.map(String).join('.') || '·'}: ${issue.message}`).join('; ');
  return refuse({ es: `El archivo no tiene la forma esperada. ${said}.`, en: `The file is not of the expected form. ${said}.` });
}

export type DecidedActs = { readonly people: readonly NewEvent[]; readonly process: readonly NewEvent[] };
export type ActsState = {
  /** The process as it is, folded apart for this: deciding changes it. Absent: it does not exist yet. */
  readonly process: ProcessWorld | undefined;
  readonly people: PeopleState;
  readonly by: By;
  /** Today, or absent for an example: no act of a person lies ahead. */
  readonly today?: IsoDate;
  /** Whether whoever loads the file may use this right; absent: the installation itself loads an example. */
  readonly may?: (right: string) => boolean;
};

/** Decides the acts one after the other, each on what the ones before it left. All of them, or the first refusal with its place. */
export function decideActs(acts: ActsFile, state: ActsState, context: ActContext): Result<DecidedActs, Bilingual> {
  const people = acts.people ? newPeople(acts.people, acts.acts[0]?.on ?? state.today ?? '', state) : ok([]);
  if (!people.ok) return people;
  const draft = emptyWorld();
  if (state.process) draft.processes.set(acts.process, state.process);
  const events: NewEvent[] = [];
  for (const [index, { on, ...rest }] of acts.acts.entries()) {
    const [[verb, data] = ['', undefined], another] = Object.entries(rest);
    if (another) {
      const place = `${index + 1} (${on})`;
      return refuse({
        es: `Acto ${place}: tiene dos verbos, «${verb}» y «${another[0]}». Escriba cada acto por separado.`,
        en: `Act ${place}: it has two verbs, “${verb}” and “${another[0]}”. Write each act by itself.`,
      });
    }
    const refused = mayNot(verb, on, state);
    const decided = refused
      ? refuse(refused)
      : decideAct(verb, draft.processes.get(acts.process) ?? emptyProcess(), on, state.by, data, context);
    if (!decided.ok) {
      const place = `${index + 1} (${on}, ${verb})`;
      return refuse({ es: `Acto ${place}: ${decided.error.es}`, en: `Act ${place}: ${decided.error.en}` });
    }
    for (const event of decided.value) {
      events.push(event);
      take(draft, { ...event, seq: events.length, stream: acts.process, at: beginning });
    }
  }
  return ok({ people: people.value, process: events });
}

/** While acts are only being decided, nothing has been learnt yet. */
const beginning = '1970-01-01T00:00:00.000Z';

function mayNot(verb: string, on: IsoDate, { today, may }: ActsState): Bilingual | undefined {
  if (today !== undefined && on > today)
    return { es: `la fecha está en el futuro; hoy es ${today}.`, en: `the date lies in the future; today is ${today}.` };
  const right = actRight(verb);
  if (may && right !== undefined && !may(right))
    return { es: 'su cargo no permite este acto.', en: 'your office does not allow this act.' };
  return undefined;
}

/** Organisations and offices the ledger does not know yet, in the order of the file. Those it knows stay as they are. */
export function newPeople(people: NonNullable<ActsFile['people']>, on: IsoDate, state: ActsState): Result<readonly NewEvent[], Bilingual> {
  if (state.may && !state.may('administer'))
    return refuse({
      es: 'Su cargo no permite crear organizaciones ni cargos.',
      en: 'Your office does not allow creating organisations or offices.',
    });
  const act = { on, by: state.by };
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
  for (const one of people.organisations) {
    const refused = keep(registerOrganisation(draft.people, { ...act, ...one }));
    if (refused) return refuse(refused);
  }
  for (const one of people.offices) {
    const refused = keep(createOffice(draft.people, { ...act, ...one }));
    if (refused) return refuse(refused);
  }
  return ok(events.filter((event) => !isKnown(event, state.people)));
}

const isKnown = ({ type, data }: NewEvent, people: PeopleState): boolean =>
  type === 'OfficeCreated'
    ? officeOf(people, String(data.office)) !== undefined
    : organisationOf(people, String(data.organisation)) !== undefined;

/** What was decided could not be appended: somebody else wrote first. */
export const beaten: Bilingual = {
  es: 'Alguien escribió en la bitácora al mismo tiempo. Revise y vuelva a cargar.',
  en: 'Somebody wrote to the log at the same time. Check, and load again.',
};
