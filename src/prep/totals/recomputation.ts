import type { TotalName } from '../detect/total-names.ts';

/**
 * How a published total stands to the one recomputed from the rows.
 * `equal` · `float-noise`: a percentage one ten-thousandth off, and not by rounding · `rounded-instead-of-truncated` ·
 * `fraction-instead-of-percentage`: 0.2266 for 22.66 % · `fewer-decimals`: 66.66 for 66.6666 · `different`.
 */
export const comparisonKinds = [
  'equal',
  'float-noise',
  'rounded-instead-of-truncated',
  'fraction-instead-of-percentage',
  'fewer-decimals',
  'different',
] as const;
export type ComparisonKind = (typeof comparisonKinds)[number];

export type Comparison = {
  readonly name: TotalName;
  /** As published: the column's name. */
  readonly label: string;
  readonly published: number;
  readonly recomputed: number;
  /** Published less recomputed; four decimals for a percentage. */
  readonly difference: number;
  /** The two numbers a percentage was made of, written out with their names; null for a count. */
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly kind: ComparisonKind;
};

/**
 * What published participation was computed over: `S_CS` (votes without special casillas over the list) or `C_CS` (with them);
 * `both` when the cut has no votes in special casillas; `neither`; `absent` when none is published.
 */
export type ParticipationBasis = 'S_CS' | 'C_CS' | 'both' | 'neither' | 'absent';

/**
 * Which actas a published percentage of inconsistencies counts: `any-field` (the rule: over the list, or any field illegible or
 * without data), `whole-acta` (only those not counted for it), `neither`, `absent`.
 */
export type InconsistentBasis = 'any-field' | 'whole-acta' | 'neither' | 'absent';

/**
 * The published totals of a cut beside those its rows give. Without rows nothing is recomputed, and percentages are compared with the
 * published counts they are made of.
 */
export type Recomputation = {
  /** By canonical name; null when published without a number; absent when not published. */
  readonly published: Readonly<Partial<Record<TotalName, number | null>>>;
  /** Empty when the cut has no rows. */
  readonly recomputed: Readonly<Partial<Record<TotalName, number>>>;
  readonly participationBasis: ParticipationBasis;
  readonly inconsistentBasis: InconsistentBasis;
  readonly comparisons: readonly Comparison[];
};
