import type { Column, Role, VoteColumn, VoteKind } from './detected.ts';
import { fold } from './fold.ts';
import { bare } from './lines.ts';
import { isNotRegistered, isNullVotes, looksLikeControl, roleOf } from './roles.ts';

/** What a profile may say about columns that this file would otherwise conclude from their names. */
export type ColumnsGiven = {
  readonly columns?: Readonly<Record<string, Role>> | undefined;
  readonly votes?: { readonly first: string; readonly last: string } | undefined;
};

/**
 * Columns of a header with their meaning. Vote columns are known by position, since their names are data and may repeat: from after the
 * last column of known meaning before the null votes, through the null votes; where nobody names those, up to the next known column.
 */
export function columnsOf(header: readonly string[], given: ColumnsGiven = {}): readonly Column[] {
  const names = header.map(bare);
  const roles = names.map((name) => roleOf(name, given.columns));
  const [first, end] = votesGiven(names, given.votes) ?? votesBetween(names, roles);
  const seen = new Set<string>();
  const met = new Set<Role>();
  return names.map((name, index) => {
    const repeated = seen.has(name) && name !== '';
    seen.add(name);
    const isVote = index >= first && index < end;
    const own = roles[index] ?? 'unknown';
    // The first column of a meaning carries it; a later one of the same meaning is kept in `raw` only.
    const role: Role = isVote ? 'vote' : met.has(own) ? 'unknown' : own;
    if (!isVote && own !== 'unknown') met.add(own);
    return { index, name, role, repeated, padded: false };
  });
}

type Span = readonly [first: number, end: number];

function votesGiven(names: readonly string[], votes: ColumnsGiven['votes']): Span | null {
  if (votes === undefined) return null;
  const first = names.findIndex((name) => fold(name) === fold(votes.first));
  const last = names.findLastIndex((name) => fold(name) === fold(votes.last));
  return first === -1 || last < first ? null : [first, last + 1];
}

function votesBetween(names: readonly string[], roles: readonly Role[]): Span {
  const isKnown = (i: number): boolean => roles[i] !== 'unknown' || looksLikeControl(names[i] ?? '');
  const nulls = names.findLastIndex((name) => isNullVotes(name));
  const others = names.findLastIndex((name) => isNotRegistered(name));
  if (nulls !== -1 || others !== -1) {
    const last = Math.max(nulls, others);
    let first = last;
    while (first > 0 && (isNotRegistered(names[first - 1] ?? '') || isNullVotes(names[first - 1] ?? '') || !isKnown(first - 1))) first -= 1;
    return [first, last + 1];
  }
  return longestUnknownRun(names, isKnown);
}

/** Where neither null votes nor the not registered are named: the longest run of unknown columns between known ones. */
function longestUnknownRun(names: readonly string[], isKnown: (i: number) => boolean): Span {
  let best: Span = [0, 0];
  for (let first = 0; first < names.length; first++) {
    let end = first;
    while (end < names.length && !isKnown(end) && names[end] !== '') end += 1;
    if (first > 0 && end < names.length && end - first > best[1] - best[0]) best = [first, end];
    first = Math.max(first, end - 1);
  }
  return best;
}

/** The vote columns, in their order, with what kind of option each is. */
export function voteColumnsOf(columns: readonly Column[]): readonly VoteColumn[] {
  const votes = columns.filter((column) => column.role === 'vote');
  const singles = new Set(votes.map((column) => fold(column.name)));
  return votes.map(({ index, name }) => ({ index, name, kind: voteKindOf(name, singles) }));
}

function voteKindOf(name: string, others: ReadonlySet<string>): VoteKind {
  const folded = fold(name);
  if (isNullVotes(name)) return 'null-votes';
  if (isNotRegistered(name)) return 'not-registered';
  if (/^(?:CAND(?:IDAT[OA])?_?IND|CI|C_IND|IND)(?:[_0-9]|$)/.test(folded)) return 'independent';
  if (/^CC_/.test(folded)) return 'common';
  if (/^(?:C|CO|COA)_/.test(folded)) return 'coalition';
  const members = folded.split('_');
  return members.length > 1 && members.every((member) => others.has(member)) ? 'coalition' : 'party';
}
