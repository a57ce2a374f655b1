import type { IsoDate } from '../../core/event.ts';
import { asId, type OfficeId, type OrganisationId, type PersonId } from '../../core/ids.ts';
import type { Role } from './events.ts';
import { type Assignment, covers, type Office, type Organisation, type PeopleState } from './state.ts';

export type { Assignment, Office, Organisation, PeopleState };

/** In the order they were registered. */
export const organisationsOf = (state: PeopleState): readonly Organisation[] => [...state.organisations.values()];
export const officesOf = (state: PeopleState): readonly Office[] => [...state.offices.values()];

export const organisationOf = (state: PeopleState, id: string): Organisation | undefined =>
  state.organisations.get(asId<OrganisationId>(id));
export const officeOf = (state: PeopleState, id: string): Office | undefined => state.offices.get(asId<OfficeId>(id));
export const officesWithRole = (state: PeopleState, role: Role): readonly Office[] => officesOf(state).filter((one) => one.role === role);

/** Who holds the office on `day`: the titular first, then suplentes in the order they were named. Empty: vacant. */
export const holdersOf = (state: PeopleState, office: OfficeId, day: IsoDate): readonly Assignment[] =>
  state.assignments
    .filter((one) => one.office === office && covers(one, day))
    .sort((a, b) => Number(a.capacity === 'suplente') - Number(b.capacity === 'suplente'));

/** The offices a person may act as on `day`, with the assignment that gives them, in the order of assignment. */
export const officesHeldBy = (
  state: PeopleState,
  person: PersonId,
  day: IsoDate,
): readonly { readonly office: Office; readonly assignment: Assignment }[] =>
  state.assignments
    .filter((one) => one.person === person && covers(one, day))
    .flatMap((assignment) => {
      const office = state.offices.get(assignment.office);
      return office ? [{ office, assignment }] : [];
    });

/** Everyone who ever held the office, oldest first, those revoked before they began included. */
export const historyOf = (state: PeopleState, office: OfficeId): readonly Assignment[] =>
  state.assignments.filter((one) => one.office === office).sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));

/** The keyed hash of personal data a person was registered with. */
export const hashOf = (state: PeopleState, person: PersonId): string | undefined => state.persons.get(person);

/** What the installation itself records (an example, a command of its operator) stands in this name. */
const installation = { id: 'atalaya', name: { es: 'Instalación', en: 'Installation' } };

/** Events name an office by its id; pages show its name, or the id of one that this ledger does not know. */
export const officeName = (state: PeopleState, id: string): Office['name'] =>
  officeOf(state, id)?.name ?? (id === installation.id ? installation.name : { es: id, en: id });
