import { z } from 'zod';
import { audiences, forumEvents } from '../domain/forum/events.ts';
import type { Right } from '../domain/people/rights.ts';
import type { Entry } from '../ledger/ledger.ts';
import type { Visit } from '../web/visit.ts';

/** Events whose content not everybody may read, with the right that opens them. The log shows everybody that they exist, and their digest. */
const closed: Readonly<Record<string, Right>> = {
  SubjectsShown: 'read-receipts',
  // Texts on their way into an informe; the public reads what was published.
  NarrativeSaved: 'read-internal',
  NarrativeReturned: 'read-internal',
  // What the group says of an informe among itself.
  ReportObserved: 'read-internal',
  ReportObservationAnswered: 'read-internal',
  ReportObservationAttended: 'read-internal',
};

const forumTypes: ReadonlySet<string> = new Set(Object.keys(forumEvents));
const forumReach = z.object({ audience: z.enum(audiences), opl: z.string().optional() });

/**
 * What was written in the forum is read here by whoever sits in the group, what was withdrawn later included; of an internal thread about
 * an OPL, by those who may read what is internal to it. Everybody else reads the threads for circulation in the forum itself.
 */
function mayReadForum({ may }: Pick<Visit<unknown>, 'may'>, entry: Entry): boolean {
  const { audience, opl } = forumReach.parse(entry.data);
  return audience === 'internal' && opl !== undefined ? may('read-internal', opl) : may('take-part') || may('read-internal');
}

/**
 * Whether the reader may see what an entry says. What somebody did themselves they may always read. Whoever may not still gets its
 * number, dates, type and leaf hash, with which inclusion and the root are proved all the same.
 */
export function mayReadEntry({ reader, may }: Pick<Visit<unknown>, 'reader' | 'may'>, entry: Entry): boolean {
  if (forumTypes.has(entry.type)) return mayReadForum({ may }, entry);
  const right = Object.hasOwn(closed, entry.type) ? closed[entry.type] : undefined;
  if (right === undefined) return true;
  const isOwn = reader.kind === 'signed-in' && reader.by.office === entry.by.office && reader.by.person === entry.by.person;
  return isOwn || may(right);
}
