import { diffWordsWithSpace } from 'diff';

export type Piece = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string };

/** Beyond this many words changed nobody reads a difference word by word, and finding it would take long. */
const mostEdits = 3000;

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
