type Piece = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string };

/** Two texts in one: what was taken away struck through, what was added underlined. */
export const Difference = ({ pieces }: { readonly pieces: readonly Piece[] }) => (
  <div class="diff">
    {pieces.map(({ kind, text }) => (kind === 'added' ? <ins>{text}</ins> : kind === 'removed' ? <del>{text}</del> : text))}
  </div>
);
