import type { Comparison, ComparisonKind, Recomputation } from '../totals/recomputation.ts';
import type { Offence } from './check.ts';

/** The published totals that stand in one way to the recomputed ones, with both numbers, the difference and the denominator. */
export const totalsThat = (totals: Recomputation, kind: ComparisonKind): readonly Offence[] =>
  totals.comparisons
    .filter((one) => one.kind === kind)
    .map((one) => ({
      row: null,
      subject: one.name,
      saw: `${one.label} = ${one.published} (${one.difference > 0 ? '+' : ''}${one.difference})`,
      expected: `${one.recomputed}${operation(one)}`,
    }));

const operation = ({ numerator, denominator }: Comparison): string =>
  numerator && denominator ? ` = 100 × (${numerator}) ÷ (${denominator})` : '';
