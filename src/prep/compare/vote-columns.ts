/** A vote column of one cut found in another by its name and, among equal names, by its order. Positions count from 1, as SQL does. */
export type VotePair = { readonly name: string; readonly from: number; readonly to: number };

export type VoteColumns = {
  readonly pairs: readonly VotePair[];
  readonly added: readonly string[];
  readonly gone: readonly string[];
};

/** Pairs the vote columns of two cuts; `name` brings two spellings together. */
export function pairVoteColumns(
  from: readonly string[],
  to: readonly string[],
  name: (published: string) => string = (text) => text,
): VoteColumns {
  const places = new Map<string, number[]>();
  for (const [i, published] of to.entries()) places.set(name(published), [...(places.get(name(published)) ?? []), i + 1]);
  const pairs: VotePair[] = [];
  const gone: string[] = [];
  for (const [i, published] of from.entries()) {
    const place = places.get(name(published))?.shift();
    if (place === undefined) gone.push(published);
    else pairs.push({ name: published, from: i + 1, to: place });
  }
  const left = [...places.values()].flat().sort((x, y) => x - y);
  return { pairs, gone, added: left.map((place) => to[place - 1] ?? '') };
}

/** Both cuts have the same vote columns in the same places, so that equal lists are equal votes. */
export const inOrder = ({ pairs, added, gone }: VoteColumns): boolean =>
  added.length === 0 && gone.length === 0 && pairs.every(({ from, to }) => from === to);

/** SQL that is true when the paired votes of `a` and `b` differ in any number or special value. */
export function votesDiffer(votes: VoteColumns): string {
  const { pairs } = votes;
  if (inOrder(votes)) return '(a.votes is distinct from b.votes or a.vote_status is distinct from b.vote_status)';
  if (pairs.length === 0) return 'false';
  const differ = (column: string) => {
    const pick = (table: string, side: 'from' | 'to') => `[${pairs.map((pair) => `${table}.${column}[${pair[side]}]`).join(', ')}]`;
    return `${pick('a', 'from')} is distinct from ${pick('b', 'to')}`;
  };
  return `(${differ('votes')} or ${differ('vote_status')})`;
}
