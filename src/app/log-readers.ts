import type { Right } from '../domain/people/rights.ts';
import type { Entry } from '../ledger/ledger.ts';
import type { Visit } from '../web/visit.ts';

/** Events whose content not everybody may read, with the right that opens them. The log shows everybody that they exist, and their digest. */
const closed: Readonly<Record<string, Right>> = { SubjectsShown: 'read-receipts' };

/**
 * Whether the reader may see what an entry says. What somebody did themselves they may always read. Whoever may not still gets its
 * number, dates, type and leaf hash, with which inclusion and the root are proved all the same.
 */
export function mayReadEntry({ reader, may }: Pick<Visit<unknown>, 'reader' | 'may'>, entry: Entry): boolean {
  const right = Object.hasOwn(closed, entry.type) ? closed[entry.type] : undefined;
  if (right === undefined) return true;
  const isOwn = reader.kind === 'signed-in' && reader.by.office === entry.by.office && reader.by.person === entry.by.person;
  return isOwn || may(right);
}
