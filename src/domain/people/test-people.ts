import type { By } from '../../core/event.ts';
import { asId, type OfficeId, type OplId, type PersonId } from '../../core/ids.ts';
import { type Result, unreachable } from '../../core/result.ts';
import { assignOffice, createOffice, endAssignment, type PeopleRefusal, registerOrganisation, registerPerson } from './decide.ts';
import { type NewPeopleEvent, peopleEvents, peopleStream } from './events.ts';
import { type PeopleState, peopleFold } from './state.ts';

/** A small working group for tests: an INE, an OPL, four offices and three persons nobody knows. */
export const by: By = { office: 'instalacion' };
export const hash = 'ab'.repeat(32);
export const ana = asId<PersonId>('persona-ana-0001');
export const eva = asId<PersonId>('persona-eva-0002');
export const leo = asId<PersonId>('persona-leo-0003');
export const secretariat = asId<OfficeId>('secretaria-tecnica');
export const liaison = asId<OfficeId>('enlace-iec');
export const auditor = asId<OfficeId>('auditor');
export const iec = asId<OplId>('iec');
export const ieeh = asId<OplId>('ieeh');

const act = { on: '2019-09-20', by };
const name = (text: string) => ({ es: text, en: text });

/** Folds decided events as the ledger would record them, each checked against its schema. */
export function after(events: readonly NewPeopleEvent[], state: PeopleState = peopleFold.initial()): PeopleState {
  return events.reduce((before, event, index) => {
    peopleEvents[event.type].parse(event.data);
    return peopleFold.evolve(before, { ...event, seq: index + 1, stream: peopleStream, at: '2019-09-20T18:00:00.000Z' });
  }, state);
}

type Step =
  | readonly ['organisation', Parameters<typeof registerOrganisation>[1]]
  | readonly ['office', Parameters<typeof createOffice>[1]]
  | readonly ['person', Parameters<typeof registerPerson>[1]]
  | readonly ['assign', Parameters<typeof assignOffice>[1]]
  | readonly ['end', Parameters<typeof endAssignment>[1]];

function decide(state: PeopleState, step: Step): Result<readonly NewPeopleEvent[], PeopleRefusal> {
  switch (step[0]) {
    case 'organisation':
      return registerOrganisation(state, step[1]);
    case 'office':
      return createOffice(state, step[1]);
    case 'person':
      return registerPerson(state, step[1]);
    case 'assign':
      return assignOffice(state, step[1]);
    case 'end':
      return endAssignment(state, step[1]);
    default:
      return unreachable(step);
  }
}

/** Does the steps one after another; a refusal stops the test. */
export function given(...steps: readonly Step[]): PeopleState {
  return steps.reduce((state, step) => {
    const decided = decide(state, step);
    if (!decided.ok) throw new Error(`the world was refused: ${JSON.stringify(decided.error)}`);
    return after(decided.value, state);
  }, peopleFold.initial());
}

const foundation: readonly Step[] = [
  ['organisation', { ...act, organisation: 'ine', name: name('Instituto Nacional Electoral'), acronym: 'INE', kind: 'ine' }],
  ['organisation', { ...act, organisation: 'iec', name: name('Instituto Electoral de Coahuila'), acronym: 'IEC', kind: 'opl' }],
  ['office', { ...act, office: secretariat, name: name('Secretaría técnica'), organisation: 'ine', role: 'technical-secretariat' }],
  ['office', { ...act, office: liaison, name: name('Enlace del IEC'), organisation: 'iec', role: 'opl', opl: iec }],
  ['office', { ...act, office: auditor, name: name('Ente auditor'), organisation: 'ine', role: 'auditor' }],
  ['person', { ...act, person: ana, hash }],
  ['person', { ...act, person: eva, hash }],
  ['person', { ...act, person: leo, hash }],
];

/** The working group with everybody registered and no office held, and whatever follows. */
export const workingGroup = (...steps: readonly Step[]): PeopleState => given(...foundation, ...steps);
