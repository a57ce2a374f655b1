import type { z } from 'zod';
import type { Act, IsoDate } from '../../core/event.ts';
import { asId, type OfficeId, type OrganisationId, type PersonId } from '../../core/ids.ts';
import { ok, type Result, refuse } from '../../core/result.ts';
import type { Bilingual } from '../../core/words.ts';
import type { NewPeopleEvent, peopleEvents, Role } from './events.ts';
import { assignmentIndex, overlap, type PeopleState } from './state.ts';

type Said<K extends keyof typeof peopleEvents> = Act & z.infer<(typeof peopleEvents)[K]>;

export type PeopleRefusal =
  | { readonly kind: 'organisation-exists'; readonly organisation: string }
  | { readonly kind: 'organisation-unknown'; readonly organisation: string }
  | { readonly kind: 'office-exists'; readonly office: string }
  | { readonly kind: 'office-unknown'; readonly office: string }
  | { readonly kind: 'opl-needed'; readonly role: Role }
  | { readonly kind: 'person-exists' }
  | { readonly kind: 'person-unknown' }
  | { readonly kind: 'ends-before-it-starts'; readonly from: IsoDate; readonly to: IsoDate }
  | { readonly kind: 'office-has-titular'; readonly office: Bilingual; readonly from: IsoDate; readonly to?: IsoDate }
  | { readonly kind: 'holds-it-already'; readonly office: Bilingual; readonly from: IsoDate; readonly to?: IsoDate }
  | { readonly kind: 'assignment-unknown'; readonly from: IsoDate }
  | { readonly kind: 'ended-already'; readonly to: IsoDate }
  | { readonly kind: 'erased-already'; readonly on: IsoDate }
  | { readonly kind: 'holds-office'; readonly office: Bilingual }
  | { readonly kind: 'begun-already'; readonly from: IsoDate };

type Decision = Result<readonly NewPeopleEvent[], PeopleRefusal>;

export function registerOrganisation(state: PeopleState, command: Said<'OrganisationRegistered'>): Decision {
  const { on, by, ...data } = command;
  if (state.organisations.has(asId<OrganisationId>(data.organisation)))
    return refuse({ kind: 'organisation-exists', organisation: data.organisation });
  return ok([{ type: 'OrganisationRegistered', on, by, data }]);
}

/** An office with the role `opl` acts for one OPL and names it; any other may. */
export function createOffice(state: PeopleState, command: Said<'OfficeCreated'>): Decision {
  const { on, by, ...data } = command;
  if (state.offices.has(asId<OfficeId>(data.office))) return refuse({ kind: 'office-exists', office: data.office });
  if (!state.organisations.has(asId<OrganisationId>(data.organisation)))
    return refuse({ kind: 'organisation-unknown', organisation: data.organisation });
  if (data.role === 'opl' && data.opl === undefined) return refuse({ kind: 'opl-needed', role: data.role });
  return ok([{ type: 'OfficeCreated', on, by, data }]);
}

export function registerPerson(state: PeopleState, command: Said<'PersonRegistered'>): Decision {
  const { on, by, ...data } = command;
  if (state.persons.has(asId<PersonId>(data.person))) return refuse({ kind: 'person-exists' });
  return ok([{ type: 'PersonRegistered', on, by, data }]);
}

/** Registers a person and gives them an office, in one act: nobody is registered without one. */
export function admitPerson(
  state: PeopleState,
  { on, by, hash, ...assignment }: Said<'PersonRegistered'> & Said<'OfficeAssigned'>,
): Decision {
  const registered = registerPerson(state, { on, by, person: assignment.person, hash });
  if (!registered.ok) return registered;
  const known = { ...state, persons: new Map(state.persons).set(asId<PersonId>(assignment.person), hash) };
  const assigned = assignOffice(known, { on, by, ...assignment });
  return assigned.ok ? ok([...registered.value, ...assigned.value]) : assigned;
}

/** Stands for somebody who has no account yet, to ask whether they could be admitted before one is made. */
export const nobodyYet = { person: asId<PersonId>('00000000'), hash: '0'.repeat(64) };

/** At most one titular on any day; as many suplentes as named; nobody twice in the same office on the same day. */
export function assignOffice(state: PeopleState, command: Said<'OfficeAssigned'>): Decision {
  const { on, by, ...data } = command;
  const office = state.offices.get(asId<OfficeId>(data.office));
  if (!office) return refuse({ kind: 'office-unknown', office: data.office });
  if (!state.persons.has(asId<PersonId>(data.person))) return refuse({ kind: 'person-unknown' });
  if (data.to !== undefined && data.to < data.from) return refuse({ kind: 'ends-before-it-starts', from: data.from, to: data.to });

  const period = { from: data.from, ...(data.to === undefined ? {} : { to: data.to }) };
  const sameDays = state.assignments.filter((one) => one.office === office.id && overlap(one, period));
  const own = sameDays.find((one) => one.person === data.person);
  if (own) return refuse({ kind: 'holds-it-already', office: office.name, ...days(own) });
  const titular = data.capacity === 'titular' && sameDays.find((one) => one.capacity === 'titular');
  if (titular) return refuse({ kind: 'office-has-titular', office: office.name, ...days(titular) });
  return ok([{ type: 'OfficeAssigned', on, by, data }]);
}

/**
 * Shortens an assignment; to lengthen one, assign again. One that has not begun on the day of the act may be revoked
 * whole (`lastDay` before `from`); one that has begun counted on its first day, and that stays.
 */
export function endAssignment(state: PeopleState, command: Said<'AssignmentEnded'>): Decision {
  const { on, by, ...data } = command;
  const held = state.assignments[assignmentIndex(state, data)];
  if (!held) return refuse({ kind: 'assignment-unknown', from: data.from });
  if (held.to !== undefined && held.to <= data.lastDay) return refuse({ kind: 'ended-already', to: held.to });
  if (data.lastDay < held.from && held.from <= on) return refuse({ kind: 'begun-already', from: held.from });
  return ok([{ type: 'AssignmentEnded', on, by, data }]);
}

const days = (one: { readonly from: IsoDate; readonly to?: IsoDate }) => ({
  from: one.from,
  ...(one.to === undefined ? {} : { to: one.to }),
});

/** Somebody's personal data are erased for ever. Whoever still holds an office is told of and mailed to, so that ends first. */
export function erasePerson(state: PeopleState, command: Said<'PersonErased'>): Decision {
  const { on, by, ...data } = command;
  const person = asId<PersonId>(data.person);
  if (!state.persons.has(person)) return refuse({ kind: 'person-unknown' });
  const erased = state.erased.get(person);
  if (erased !== undefined) return refuse({ kind: 'erased-already', on: erased });
  const held = state.assignments.find(
    (one) => one.person === person && one.from <= (one.to ?? one.from) && (one.to === undefined || one.to >= on),
  );
  const office = held && state.offices.get(held.office);
  return office ? refuse({ kind: 'holds-office', office: office.name }) : ok([{ type: 'PersonErased', on, by, data }]);
}
