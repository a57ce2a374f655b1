import type { Fold, IsoDate } from '../../core/event.ts';
import { asId, type OfficeId, type OplId, type OrganisationId, type PersonId } from '../../core/ids.ts';
import { must, unreachable } from '../../core/result.ts';
import type { Bilingual } from '../../core/words.ts';
import type { Capacity, OrganisationKind, PeopleEvent, Role } from './events.ts';

export type Organisation = {
  readonly id: OrganisationId;
  readonly name: Bilingual;
  readonly acronym: string;
  readonly kind: OrganisationKind;
};
export type Office = {
  readonly id: OfficeId;
  readonly name: Bilingual;
  readonly organisation: OrganisationId;
  readonly role: Role;
  readonly opl?: OplId;
};
/** An office held by a person from `from` to `to`, both days included; `to` before `from`: it never took effect. */
export type Assignment = {
  readonly office: OfficeId;
  readonly person: PersonId;
  readonly capacity: Capacity;
  readonly from: IsoDate;
  readonly to?: IsoDate;
  /** Set when an act ended it: why. */
  readonly ended?: string;
};
export type PeopleState = {
  readonly organisations: Map<OrganisationId, Organisation>;
  readonly offices: Map<OfficeId, Office>;
  /** Each person's keyed hash of personal data, as registered. */
  readonly persons: Map<PersonId, string>;
  /** Whose data were erased, and when. */
  readonly erased: Map<PersonId, IsoDate>;
  /** Oldest first. */
  readonly assignments: Assignment[];
};

export const peopleFold: Fold<PeopleState, PeopleEvent> = {
  initial: () => ({ organisations: new Map(), offices: new Map(), persons: new Map(), erased: new Map(), assignments: [] }),
  evolve: (state, event) => {
    switch (event.type) {
      case 'OrganisationRegistered': {
        const { organisation, ...rest } = event.data;
        const id = asId<OrganisationId>(organisation);
        state.organisations.set(id, { id, ...rest });
        return state;
      }
      case 'OfficeCreated': {
        const { office, name, role, organisation, opl } = event.data;
        const id = asId<OfficeId>(office);
        const actsFor = opl === undefined ? {} : { opl: asId<OplId>(opl) };
        state.offices.set(id, { id, name, role, organisation: asId(organisation), ...actsFor });
        return state;
      }
      case 'PersonRegistered':
        state.persons.set(asId(event.data.person), event.data.hash);
        return state;
      case 'OfficeAssigned': {
        const { office, person, from, to, capacity } = event.data;
        const until = to === undefined ? {} : { to };
        state.assignments.push({ office: asId(office), person: asId(person), capacity, from, ...until });
        return state;
      }
      case 'AssignmentEnded': {
        const { lastDay, reason } = event.data;
        const at = assignmentIndex(state, event.data);
        const held = must(state.assignments[at], `event ${event.seq} ends an assignment that was never made`);
        state.assignments[at] = { ...held, to: lastDay, ended: reason };
        return state;
      }
      case 'PersonErased':
        state.erased.set(asId(event.data.person), event.on);
        return state;
      default:
        return unreachable(event);
    }
  },
};

/** Where in `assignments` the latest one of this office, person and first day stands; -1 when there is none. */
export const assignmentIndex = (state: PeopleState, of: { office: string; person: string; from: IsoDate }): number =>
  state.assignments.findLastIndex((one) => one.office === of.office && one.person === of.person && one.from === of.from);

/** The assignment counts on `day`. */
export const covers = (one: Assignment, day: IsoDate): boolean => one.from <= day && (one.to === undefined || day <= one.to);

/** The two share at least one day. One that never took effect shares none. */
export function overlap(a: Pick<Assignment, 'from' | 'to'>, b: Pick<Assignment, 'from' | 'to'>): boolean {
  const took = (one: Pick<Assignment, 'from' | 'to'>) => one.to === undefined || one.from <= one.to;
  return took(a) && took(b) && (b.to === undefined || a.from <= b.to) && (a.to === undefined || b.from <= a.to);
}
