import type { ComparisonKind } from './recomputation.ts';

/** Four decimals: percentages are compared as whole ten-thousandths, so that no floating point decides. */
const unit = 10_000n;

/** A ratio with its two numbers and their names. */
export type Ratio = {
  readonly numerator: bigint;
  readonly denominator: bigint;
  readonly of: string;
  readonly over: string;
};

/** 100 × numerator ÷ denominator in ten-thousandths, truncated. 0 over an empty denominator. */
export const truncated = ({ numerator, denominator }: Ratio): bigint => (denominator === 0n ? 0n : (numerator * 100n * unit) / denominator);

/** The same, rounded half up. */
export const rounded = ({ numerator, denominator }: Ratio): bigint =>
  denominator === 0n ? 0n : (2n * numerator * 100n * unit + denominator) / (2n * denominator);

/** Ten-thousandths as the number a person reads. */
export const asPercentage = (tenThousandths: bigint): number => Number(tenThousandths) / Number(unit);

/**
 * How a published percentage stands to the truncated one. A value within 1 % of a ten-thousandth of one is taken for it: that is
 * binary floating point on its way through the publisher's software, not a fifth decimal.
 */
export function comparePercentage(published: number, ratio: Ratio): ComparisonKind {
  const value = published * Number(unit);
  const near = (tenThousandths: bigint) => Math.abs(value - Number(tenThousandths)) <= 0.01;
  const right = truncated(ratio);
  if (near(right)) return 'equal';
  if (near(rounded(ratio))) return 'rounded-instead-of-truncated';
  if (Math.abs(value - Number(right)) <= 1.01) return 'float-noise';
  const fraction = { ...ratio, denominator: ratio.denominator * 100n };
  // With four decimals, or with as many as the percentage has behind it: 0.9176, 0.917647.
  const manyDecimals = Math.abs(value * 100 - Number(right)) <= 1.01;
  if (near(truncated(fraction)) || near(rounded(fraction)) || manyDecimals) return 'fraction-instead-of-percentage';
  return isShortened(published, ratio) ? 'fewer-decimals' : 'different';
}

/** Truncated or rounded to fewer decimals than four: 66.66 or 66.67 for 66.6666. */
function isShortened(published: number, ratio: Ratio): boolean {
  const exact = Number(truncated(ratio)) / Number(unit);
  return [0, 1, 2, 3].some((decimals) => {
    const scaled = published * 10 ** decimals;
    if (Math.abs(scaled - Math.round(scaled)) > 1e-6) return false;
    const whole = exact * 10 ** decimals;
    return Math.round(scaled) === Math.floor(whole + 1e-9) || Math.round(scaled) === Math.round(whole);
  });
}
