import { describe, expect, test } from 'vitest';
import type { TotalName } from '../detect/total-names.ts';
import { compareTotals } from './compare-totals.ts';
import { officialNames } from './official-names.ts';
import { countNames, type RowCounts } from './row-counts.ts';

const counts = (some: Partial<Record<(typeof countNames)[number], number>>): RowCounts =>
  // One entry a name.
  Object.fromEntries(countNames.map((name) => [name, BigInt(some[name] ?? 0)])) as RowCounts;
const published = (some: Partial<Record<TotalName, number | null>>) =>
  Object.entries(some).map(([name, value]) => ({ name: name as TotalName, label: officialNames[name as TotalName], value: value ?? null })); // keys of `some`

const night = counts({ expected: 10, registered: 9, captured: 9, counted: 8, list: 5000, with_specials: 3100, without_specials: 3000 });

describe('the published totals beside those of the rows', () => {
  test('a wrong total is shown with both numbers and the difference', () => {
    const [one] = compareTotals(published({ votesWithSpecials: 3101 }), night, false).comparisons;
    expect(one).toMatchObject({ name: 'votesWithSpecials', published: 3101, recomputed: 3100, difference: 1, kind: 'different' });
  });

  test.each([
    ['expected', 10],
    ['registered', 9],
    ['captured', 9],
    ['counted', 8],
    ['list', 5000],
    ['votesWithSpecials', 3100],
    ['votesWithoutSpecials', 3000],
    ['capturedPercent', 90],
  ] as const)('%s is %i by the rows', (name, value) => {
    const { comparisons, recomputed } = compareTotals(published({ [name]: value }), night, false);
    expect(recomputed[name]).toBe(value);
    expect(comparisons).toMatchObject([{ name, kind: 'equal', difference: 0 }]);
  });

  test('a percentage over the actas of the rows reconciles though the published number of them is wrong', () => {
    const { comparisons } = compareTotals(published({ expected: 16, countedPercent: 80 }), night, false);
    expect(comparisons.map((one) => one.kind)).toEqual(['different', 'equal']);
    expect(comparisons[1]?.denominator).toBe('ACTAS_ESPERADAS = 10');
  });

  test('the difference of a percentage has its four decimals', () => {
    const [one] = compareTotals(published({ countedPercent: 80.0123 }), night, false).comparisons;
    expect(one?.difference).toBe(0.0123);
  });

  test('a percentage is shown with its numerator and its denominator', () => {
    const [one] = compareTotals(published({ countedPercent: 81 }), night, false).comparisons;
    expect(one).toMatchObject({
      recomputed: 80,
      numerator: 'ACTAS_CONTABILIZADAS = 8',
      denominator: 'ACTAS_ESPERADAS = 10',
      kind: 'different',
    });
  });

  test('a wrong number of expected actas is one finding: percentages over it as published still reconcile', () => {
    const { comparisons } = compareTotals(published({ expected: 16, countedPercent: 50, capturedPercent: 56.25 }), night, false);
    expect(comparisons.map((one) => one.kind)).toEqual(['different', 'equal', 'equal']);
    expect(comparisons[1]?.denominator).toBe('ACTAS_ESPERADAS = 16');
  });

  test.each([
    ['S_CS', 60, {}],
    ['C_CS', 62, {}],
    ['neither', 61, {}],
    ['C_CS', 63, { votesWithSpecials: 3150, votesWithoutSpecials: 3000, list: 5000 }],
    ['absent', null, {}],
  ] as const)('participation is computed over %s when %s is published', (basis, participationPercent, others) => {
    expect(compareTotals(published({ participationPercent, ...others }), night, false).participationBasis).toBe(basis);
  });

  test('without votes in special casillas both bases are the same, unless the published totals tell them apart', () => {
    const same = counts({ list: 5000, with_specials: 3000, without_specials: 3000 });
    expect(compareTotals(published({ participationPercent: 60 }), same, false).participationBasis).toBe('both');
    const told = published({ participationPercent: 60, votesWithSpecials: 3000, votesWithoutSpecials: 0, list: 5000 });
    expect(compareTotals(told, same, false).participationBasis).toBe('C_CS');
  });

  test('what nothing explains is compared with the basis of the night, and in the final cut with that of the final cut', () => {
    const [atNight] = compareTotals(published({ participationPercent: 1 }), night, false).comparisons;
    const [atEnd] = compareTotals(published({ participationPercent: 1 }), night, true).comparisons;
    expect([atNight?.recomputed, atEnd?.recomputed]).toEqual([60, 62]);
  });

  test('participation over a wrong total of votes is recomputed on the basis the publisher used', () => {
    const said = published({ participationPercent: 63, votesWithSpecials: 3150, votesWithoutSpecials: 3000, list: 5000 });
    const { comparisons } = compareTotals(said, night, false);
    expect(comparisons[0]).toMatchObject({ published: 63, recomputed: 62, numerator: 'TOTAL_VOTOS_C_CS = 3100', kind: 'different' });
  });

  test('which actas a percentage of inconsistencies counts is named', () => {
    const some = counts({ expected: 100, any_field: 20, whole_acta: 3 });
    const basis = (inconsistentPercent: number) => compareTotals(published({ inconsistentPercent }), some, false).inconsistentBasis;
    expect([basis(20), basis(3), basis(7)]).toEqual(['any-field', 'whole-acta', 'neither']);
  });

  test('without rows a percentage is compared with the published counts it is made of', () => {
    const said = { expected: 16, captured: 9, capturedPercent: 56.26, countedPercent: 50 };
    const { recomputed, comparisons } = compareTotals(published(said), null, false);
    expect(recomputed).toEqual({});
    expect(comparisons).toMatchObject([{ name: 'capturedPercent', recomputed: 56.25, kind: 'different' }]);
  });

  test('a total without a number is not compared, and without rows no count is', () => {
    expect(compareTotals(published({ counted: null }), night, false)).toMatchObject({ published: { counted: null }, comparisons: [] });
    expect(compareTotals(published({ counted: 8 }), null, false)).toMatchObject({
      recomputed: {},
      comparisons: [],
      participationBasis: 'absent',
    });
  });
});
