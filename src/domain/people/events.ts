import { z } from 'zod';
import type { EventOf, NewEventOf } from '../../core/event.ts';
import { idPattern } from '../../core/ids.ts';

const id = z.string().regex(idPattern);
const isoDate = z.iso.date();
const bilingual = z.strictObject({ es: z.string().min(1), en: z.string().min(1) });
/** An opaque key of the personal-data store: never a name, never an e-mail address. */
const personKey = z.string().regex(/^[A-Za-z0-9-]{8,64}$/);

/** The one stream of this slice: organisations, persons, offices and who held them. */
export const peopleStream = 'people';

export const organisationKinds = ['ine', 'opl', 'political-party', 'legislature', 'auditor', 'other'] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** What an office does in the working group. Rights hang on it (`rights.ts`), never on a person. */
export const roles = [
  'technical-secretariat',
  'chair',
  'councillor',
  'adviser',
  'party-representative',
  'systems-unit',
  'user-area',
  'opl',
  'auditor',
  'administrator',
  'public-reader',
] as const;
export type Role = (typeof roles)[number];

/** The titular holds the office; a suplente stands in. Within their dates both may do what the office may do. */
export const capacities = ['titular', 'suplente'] as const;
export type Capacity = (typeof capacities)[number];

/** Why somebody's data are erased: they asked for it, or they are needed no longer. */
export const erasureGrounds = ['request', 'no-longer-needed'] as const;

export const peopleEvents = {
  OrganisationRegistered: z.strictObject({
    organisation: id,
    name: bilingual,
    acronym: z.string().min(1),
    kind: z.enum(organisationKinds),
  }),
  /** `opl`: the local body the office acts for. */
  OfficeCreated: z.strictObject({ office: id, name: bilingual, organisation: id, role: z.enum(roles), opl: id.optional() }),
  /** `hash`: keyed hash (HMAC-SHA-256, hexadecimal) of name and e-mail. Its key is destroyed when they are erased. */
  PersonRegistered: z.strictObject({ person: personKey, hash: z.string().regex(/^[0-9a-f]{64}$/) }),
  /** From `from` to `to`, both days included; without `to`, until an AssignmentEnded. */
  OfficeAssigned: z.strictObject({ office: id, person: personKey, from: isoDate, to: isoDate.optional(), capacity: z.enum(capacities) }),
  /** Ends the assignment that began on `from`. `lastDay` is the last day it counts; before `from`: it never took effect. */
  AssignmentEnded: z.strictObject({ office: id, person: personKey, from: isoDate, lastDay: isoDate, reason: z.string().min(1) }),
  /** Their name, e-mail, means of entering and drafts exist no more. What they did stays, under a key that says nothing. */
  PersonErased: z.strictObject({ person: personKey, ground: z.enum(erasureGrounds) }),
} as const;

export type PeopleEvent = EventOf<typeof peopleEvents>;
export type NewPeopleEvent = NewEventOf<typeof peopleEvents>;
