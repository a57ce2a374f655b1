import { diffArrays, diffWordsWithSpace } from 'diff';

export type Piece = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string };

/** Beyond this many words changed nobody reads a difference word by word, and finding it would take long. */
const mostEdits = 1000;

/** What one text says otherwise than the one before, word by word; of two that have little in common, the one and then the other. */
export function differenceOf(before: string, after: string): readonly Piece[] {
  const changes = diffWordsWithSpace(before, after, { maxEditLength: mostEdits });
  if (!changes)
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ];
  return changes.map(({ added, removed, value }) => ({ kind: added ? 'added' : removed ? 'removed' : 'same', text: value }));
}

/** Which lines went and which came, in order; lines that stay are left out. */
export function changedLines(before: readonly string[], after: readonly string[]): readonly Piece[] {
  const changes = diffArrays([...before], [...after], { maxEditLength: mostEdits });
  const all = changes ?? [
    { removed: true, added: false, value: [...before] },
    { removed: false, added: true, value: [...after] },
  ];
  return all.flatMap(({ added, removed, value }): readonly Piece[] =>
    added || removed ? value.map((line) => ({ kind: added ? 'added' : 'removed', text: `${line}\n` })) : [],
  );
}
