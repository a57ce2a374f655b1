import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asPercentage, comparePercentage, type Ratio, rounded, truncated } from './percentage.ts';

const ratio = (numerator: number, denominator: number): Ratio => ({
  numerator: BigInt(numerator),
  denominator: BigInt(denominator),
  of: 'A',
  over: 'B',
});
const ratios = fc.tuple(fc.nat(200_000), fc.integer({ min: 1, max: 100_000_000 })).map(([a, b]) => ratio(Math.min(a, b), b));

describe('a published percentage', () => {
  test.each([
    [97.9907, 4682, 4778, 'equal'],
    ['100.0000', 4778, 4778, 'equal'],
    [0, 0, 0, 'equal'],
    [2.5, 30, 1200, 'equal'],
    [97.9908, 4682, 4778, 'rounded-instead-of-truncated'], // 97.99079…
    [79.9999, 4, 5, 'float-noise'],
    [97.99069999999999, 4682, 4778, 'equal'],
    [0.9799, 4682, 4778, 'fraction-instead-of-percentage'],
    [0.979907, 4682, 4778, 'fraction-instead-of-percentage'],
    [0.9799079, 4682, 4778, 'fraction-instead-of-percentage'],
    [0.979807, 4682, 4778, 'different'],
    [0.98, 4682, 4778, 'different'],
    [0.4, 2, 5, 'fraction-instead-of-percentage'],
    [97.99, 4682, 4778, 'fewer-decimals'],
    [97.98, 4682, 4778, 'different'],
    [97.9905, 4682, 4778, 'different'],
  ])('of %s for %i of %i is %s', (published, a, b, kind) => {
    expect(comparePercentage(Number(published), ratio(a, b))).toBe(kind);
  });

  test('truncated is equal, whatever the actas', () => {
    fc.assert(fc.property(ratios, (one) => comparePercentage(asPercentage(truncated(one)), one) === 'equal'));
  });

  test('rounded is told from truncated exactly when the fifth decimal says so', () => {
    fc.assert(
      fc.property(ratios, (one) => {
        const kind = comparePercentage(asPercentage(rounded(one)), one);
        return kind === (rounded(one) === truncated(one) ? 'equal' : 'rounded-instead-of-truncated');
      }),
    );
  });

  test('one ten-thousandth below is noise; two are a difference, or fewer decimals', () => {
    fc.assert(
      fc.property(ratios, (one) => {
        fc.pre(truncated(one) > 300n);
        const below = (n: bigint) => comparePercentage(asPercentage(truncated(one) - n), one);
        return below(1n) === 'float-noise' && ['different', 'fewer-decimals'].includes(below(2n));
      }),
    );
  });

  test('a difference of one acta or more in a hundred thousand is never taken for noise', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.nat(), (denominator, seed) => {
        const numerator = seed % denominator;
        const other = asPercentage(truncated(ratio(numerator + 1, denominator)));
        return !['equal', 'float-noise'].includes(comparePercentage(other, ratio(numerator, denominator)));
      }),
    );
  });
});

test('truncated or rounded to fewer decimals it is the right number shortened, and nothing else is', () => {
  const two = { numerator: 2n, denominator: 3n, of: '', over: '' };
  for (const said of [66.66, 66.67, 66.7, 66.6, 67, 66]) expect([said, comparePercentage(said, two)]).toEqual([said, 'fewer-decimals']);
  for (const said of [66.65, 66.68, 66.5, 65, 68, 66.665]) expect([said, comparePercentage(said, two)]).toEqual([said, 'different']);
});
