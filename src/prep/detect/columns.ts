import type { Column, Role, VoteColumn, VoteKind } from './detected.ts';
import { fold } from './fold.ts';
import { bare } from './lines.ts';
import { isNotRegistered, isNullVotes, looksLikeControl, rolesOf } from './roles.ts';

/** What a profile may say about columns that this file would otherwise conclude from their names. */
export type ColumnsGiven = {
  readonly columns?: Readonly<Record<string, Role>> | undefined;
  readonly votes?: { readonly first: string; readonly last: string } | undefined;
};

/**
 * Columns of a header with their meaning. Vote columns are known by position, since their names are data and may repeat: from after the
 * last column of known meaning before the null votes, through the null votes; where nobody names those, up to the next known column.
 * `texts` are the places of columns whose cells hold words where votes would be figures: no votes, whatever their position.
 */
export function columnsOf(
  header: readonly string[],
  given: ColumnsGiven = {},
  texts: (index: number) => boolean = () => false,
): readonly Column[] {
  const names = header.map(bare);
  const roles = rolesOf(names, given.columns);
  const isKnown = (i: number): boolean => roles[i] !== 'unknown' || looksLikeControl(names[i] ?? '') || texts(i);
  const votes = votesGiven(names, given.votes) ?? votesAmong(names, isKnown);
  const seen = new Set<string>();
  const met = new Set<Role>();
  return names.map((name, index) => {
    const repeated = seen.has(name) && name !== '';
    seen.add(name);
    const isVote = votes.has(index);
    const own = roles[index] ?? 'unknown';
    // The first column of a meaning carries it; a later one of the same meaning is kept in `raw` only.
    const role: Role = isVote ? 'vote' : met.has(own) ? 'unknown' : own;
    if (!isVote && own !== 'unknown') met.add(own);
    return { index, name, role, repeated, padded: false };
  });
}

const span = (first: number, end: number): readonly number[] => Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i);

function votesGiven(names: readonly string[], votes: ColumnsGiven['votes']): ReadonlySet<number> | null {
  if (votes === undefined) return null;
  const first = names.findIndex((name) => fold(name) === fold(votes.first));
  const last = names.findLastIndex((name) => fold(name) === fold(votes.last));
  return first === -1 || last < first ? null : new Set(span(first, last + 1));
}

function votesAmong(names: readonly string[], isKnown: (i: number) => boolean): ReadonlySet<number> {
  const isOther = (i: number): boolean => isNullVotes(names[i] ?? '') || isNotRegistered(names[i] ?? '');
  const nulls = names.findLastIndex((name) => isNullVotes(name));
  const others = names.findLastIndex((name) => isNotRegistered(name));
  const longest = longestUnknownRun(names, (i) => isKnown(i) && !isOther(i));
  const last = Math.max(nulls, others);
  if (last === -1) return new Set(longest);
  let first = last;
  while (first > 0 && (isOther(first - 1) || !isKnown(first - 1))) first -= 1;
  const before = span(first, last + 1);
  if (before.some((i) => !isOther(i))) return new Set(before);
  // Null votes set apart from the parties, or written before them.
  return new Set([...before, ...longest].toSorted((a, b) => a - b));
}

/** The longest run of unknown columns between known ones. */
function longestUnknownRun(names: readonly string[], isKnown: (i: number) => boolean): readonly number[] {
  let best: readonly number[] = [];
  for (let first = 0; first < names.length; first++) {
    let end = first;
    while (end < names.length && !isKnown(end) && names[end] !== '') end += 1;
    if (first > 0 && end < names.length && end - first > best.length) best = span(first, end);
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
