import { diffWordsWithSpace } from 'diff';

export type Piece = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string };

/** What one text says otherwise than the one before, word by word. */
export const differenceOf = (before: string, after: string): readonly Piece[] =>
  diffWordsWithSpace(before, after).map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
