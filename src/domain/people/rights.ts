import type { IsoDate } from '../../core/event.ts';
import type { OfficeId, OplId, PersonId } from '../../core/ids.ts';
import { ok, type Result, refuse } from '../../core/result.ts';
import type { Bilingual } from '../../core/words.ts';
import type { Capacity, Role } from './events.ts';
import { covers, type Office, type PeopleState } from './state.ts';

/**
 * administer: offices, accounts, processes · convene: schedule and move meetings · plan: adopt a plan, change election
 * day · report-progress: record what was delivered or reviewed on an obligation · deliver: hand in documents and answer
 * observations · review-deliverables: observe them and settle observations · accept-deliverables: accept them (never one's own) ·
 * reserve-deliverables: keep them from those who need not see them · read-reserved: what is kept so · freeze-report: close an informe at its
 * cut-off · log-exercises: plan drills and record how they ran · review-exercises: observe them and set checkpoints ·
 * judge-exercises: give a verdict, decide at a checkpoint · report-systems: milestones, gates, incidents and figures of every
 * system · report-own-systems: of those that name the office ·
 * decide-go-live: put a system into production, waive what is asked · read-internal: what is not published ·
 * acknowledge: put on record that the office knows of an alert ·
 * read-receipts: who was shown what, of everybody (one's own, everybody reads) ·
 * write-sections: write the text of the sections of an informe that are one's own or one's area's ·
 * take-minutes: attendance, notes, outcomes, commitments and the minutes of a meeting · take-part: sit in the group: follow a
 * meeting, ask for the floor, take commitments upon oneself, write in the forum ·
 * moderate: withdraw a post of the forum for a reason, open an internal thread to everybody.
 */
export const rights = [
  'administer',
  'convene',
  'plan',
  'report-progress',
  'deliver',
  'review-deliverables',
  'accept-deliverables',
  'reserve-deliverables',
  'read-reserved',
  'freeze-report',
  'write-sections',
  'log-exercises',
  'review-exercises',
  'judge-exercises',
  'report-systems',
  'report-own-systems',
  'decide-go-live',
  'acknowledge',
  'read-internal',
  'read-receipts',
  'take-minutes',
  'take-part',
  'moderate',
] as const;
export type Right = (typeof rights)[number];

/** For every OPL, or only for the one the office acts for. */
type Reach = 'all' | 'own-opl';

/** The whole of who may do what. What is not written here is not granted. */
export const grants: Readonly<Record<Role, Readonly<Partial<Record<Right, Reach>>>>> = {
  'technical-secretariat': {
    convene: 'all',
    plan: 'all',
    'report-progress': 'all',
    deliver: 'all',
    'review-deliverables': 'all',
    'accept-deliverables': 'all',
    'reserve-deliverables': 'all',
    'read-reserved': 'all',
    'freeze-report': 'all',
    'write-sections': 'all',
    'log-exercises': 'all',
    'review-exercises': 'all',
    'judge-exercises': 'all',
    'report-systems': 'all',
    'decide-go-live': 'all',
    acknowledge: 'all',
    'read-internal': 'all',
    'read-receipts': 'all',
    'take-minutes': 'all',
    'take-part': 'all',
    moderate: 'all',
  },
  chair: {
    convene: 'all',
    plan: 'all',
    'decide-go-live': 'all',
    'judge-exercises': 'all',
    acknowledge: 'all',
    'read-reserved': 'all',
    'read-internal': 'all',
    'read-receipts': 'all',
    'take-part': 'all',
    moderate: 'all',
  },
  councillor: { acknowledge: 'all', 'read-internal': 'all', 'read-receipts': 'all', 'take-part': 'all' },
  adviser: { 'read-internal': 'all', 'take-part': 'all' },
  'party-representative': { 'read-internal': 'all', 'take-part': 'all' },
  'systems-unit': {
    'report-progress': 'all',
    'review-deliverables': 'all',
    'accept-deliverables': 'all',
    'reserve-deliverables': 'all',
    'read-reserved': 'all',
    'log-exercises': 'all',
    'review-exercises': 'all',
    'judge-exercises': 'all',
    'report-systems': 'all',
    'decide-go-live': 'all',
    'write-sections': 'all',
    acknowledge: 'all',
    'read-internal': 'all',
    'take-part': 'all',
  },
  'user-area': {
    'write-sections': 'all',
    acknowledge: 'all',
    'report-own-systems': 'all',
    'decide-go-live': 'all',
    'read-internal': 'all',
    'take-part': 'all',
  },
  opl: {
    deliver: 'own-opl',
    'reserve-deliverables': 'own-opl',
    'read-reserved': 'own-opl',
    'report-progress': 'own-opl',
    'log-exercises': 'own-opl',
    'judge-exercises': 'own-opl',
    acknowledge: 'own-opl',
    'read-internal': 'own-opl',
    'take-part': 'all',
  },
  auditor: { 'judge-exercises': 'own-opl', 'read-internal': 'own-opl', 'take-part': 'all' },
  administrator: { administer: 'all', 'read-internal': 'all' },
  'public-reader': {},
};

export type RightRefusal =
  | { readonly kind: 'office-unknown'; readonly office: string }
  | { readonly kind: 'office-not-held'; readonly office: Bilingual; readonly on: IsoDate }
  | { readonly kind: 'right-not-granted'; readonly office: Bilingual; readonly right: Right }
  | { readonly kind: 'other-opl'; readonly office: Bilingual; readonly right: Right; readonly own?: OplId; readonly asked?: OplId };

/**
 * Whether whoever holds `office` may do this, without asking who that is: for showing what an office may do, and for
 * entering an example from every chair. `opl`: the one the act concerns; absent when it concerns all of them.
 */
export function officeMayDo(state: PeopleState, office: OfficeId, right: Right, opl?: OplId): Result<Office, RightRefusal> {
  const known = state.offices.get(office);
  if (!known) return refuse({ kind: 'office-unknown', office });
  const reach = grants[known.role][right];
  if (reach === undefined) return refuse({ kind: 'right-not-granted', office: known.name, right });
  if (reach === 'own-opl' && (known.opl === undefined || known.opl !== opl))
    return refuse({ kind: 'other-opl', office: known.name, right, ...opls(known.opl, opl) });
  return ok(known);
}

/** Whether this person, acting as `office` on the day `on` (both ends of the period included), may do this. */
export function mayDo(
  state: PeopleState,
  who: { readonly office: OfficeId; readonly person: PersonId },
  right: Right,
  on: IsoDate,
  opl?: OplId,
): Result<{ readonly office: Office; readonly capacity: Capacity }, RightRefusal> {
  const office = state.offices.get(who.office);
  if (!office) return refuse({ kind: 'office-unknown', office: who.office });
  const held = state.assignments.find((one) => one.office === who.office && one.person === who.person && covers(one, on));
  if (!held) return refuse({ kind: 'office-not-held', office: office.name, on });
  const allowed = officeMayDo(state, who.office, right, opl);
  return allowed.ok ? ok({ office, capacity: held.capacity }) : allowed;
}

const opls = (own: OplId | undefined, asked: OplId | undefined) => ({
  ...(own === undefined ? {} : { own }),
  ...(asked === undefined ? {} : { asked }),
});
