import type { IsoDate } from '../../core/event.ts';
import { deliverableOf, reservationOn } from '../../domain/deliverables/views.ts';
import { mayRead, mayReadWithdrawn } from '../../domain/forum/post-part-page.tsx';
import { postOf, threadOf, withdrawalOf } from '../../domain/forum/views.ts';
import { recordOf } from '../../domain/minutes/views.ts';
import { officeOf } from '../../domain/people/views.ts';
import type { Visit } from '../../web/visit.ts';
import type { OpenWorld } from '../site.tsx';
import type { Guard, SayingKind } from './sayings.ts';
import type { Kept, Search } from './search.ts';

type V = Visit<OpenWorld>;
/** What is asked for besides words. */
export type Asked = {
  readonly words: string;
  readonly kind?: SayingKind;
  readonly opl?: string;
  /** Of the office that said it. */
  readonly organisation?: string;
  readonly from?: IsoDate;
  readonly to?: IsoDate;
};

/** `isAll`: there is nothing beyond these. Nobody reads a thousand; more words tell more. */
export type Found = { readonly sayings: readonly Kept[]; readonly isAll: boolean };
const mostFound = 1000;

/**
 * What the reader may find, the closest first. The state asked for (`?al=`) decides what had been said by then; the present decides who may
 * read it: `present` is the process as it is now.
 */
export function foundBy(search: Search, visit: V, present: OpenWorld, asked: Asked): Found {
  const { day, position, world } = visit;
  const organisations = new Map<string, string | undefined>();
  const organisationOf = (office: string): string | undefined => {
    if (!organisations.has(office)) organisations.set(office, officeOf(world.people, office)?.organisation);
    return organisations.get(office);
  };
  const readable = new Map<string, boolean>();
  const mayFind = (guard: Guard | undefined): boolean => {
    if (!guard) return true;
    const key = Object.values(guard).join(' ');
    const known = readable.get(key);
    if (known !== undefined) return known;
    const answer = isOpen(visit, present, guard);
    readable.set(key, answer);
    return answer;
  };
  const isAsked = (one: Kept): boolean =>
    one.on <= day &&
    one.seq <= position &&
    !(one.ended && one.ended.on <= day && one.ended.seq <= position) &&
    (asked.kind === undefined || one.kind === asked.kind) &&
    (asked.opl === undefined || one.opl === asked.opl) &&
    (asked.from === undefined || one.on >= asked.from) &&
    (asked.to === undefined || one.on <= asked.to) &&
    (asked.organisation === undefined || organisationOf(one.office) === asked.organisation) &&
    mayFind(one.guard);
  const sayings: Kept[] = [];
  for (const one of search.find(present.process.id, asked.words)) {
    if (!isAsked(one)) continue;
    if (sayings.length === mostFound) return { sayings, isAll: false };
    sayings.push(one);
  }
  return { sayings, isAll: true };
}

function isOpen(visit: V, present: OpenWorld, guard: Guard): boolean {
  switch (guard.kind) {
    case 'opl':
      return visit.may('read-internal', guard.opl);
    case 'deliverable': {
      const reserved = reservationOn(deliverableOf(present.deliverables, guard.opl, guard.key), visit.today);
      return visit.may(reserved ? 'read-reserved' : 'read-internal', guard.opl);
    }
    case 'thread': {
      const thread = threadOf(present.forum, guard.thread);
      if (!thread || !mayRead(visit, thread)) return false;
      const post = guard.post === undefined ? undefined : postOf(thread, guard.post);
      return !post || !withdrawalOf(post) || mayReadWithdrawn(visit, post);
    }
    case 'minutes':
      return recordOf(present.minutes, guard.meeting).stage === 'published' || visit.may('take-part');
    case 'internal':
      return visit.may('read-internal');
  }
}
