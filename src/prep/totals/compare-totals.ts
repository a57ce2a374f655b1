import { must } from '../../core/result.ts';
import { type TotalName, totalNames } from '../detect/total-names.ts';
import { officialNames } from './official-names.ts';
import { asPercentage, comparePercentage, type Ratio, truncated } from './percentage.ts';
import {
  type Comparison,
  type ComparisonKind,
  comparisonKinds,
  type InconsistentBasis,
  type ParticipationBasis,
  type Recomputation,
} from './recomputation.ts';
import type { CountName, RowCounts } from './row-counts.ts';

export type Published = { readonly name: TotalName; readonly label: string; readonly value: number | null };

/** One way in which a percentage may have been made, and how the published one stands to it. */
type Reading<Basis extends string> = { readonly basis: Basis; readonly ratio: Ratio; readonly kind: ComparisonKind };

/**
 * The published totals beside those of the rows. `counts` is null when the cut has no rows: then percentages are compared with the
 * published counts they are made of, and counts with nothing. Pure.
 */
export function compareTotals(published: readonly Published[], counts: RowCounts | null, final: boolean): Recomputation {
  const values = Object.fromEntries(published.map(({ name, value }) => [name, value])) as Recomputation['published']; // keys are TotalNames
  const base = counts ?? announcedCounts(values);
  const all = readings(base, values, final);
  const basis = participationBasis(values, all.participationPercent);
  const read = {
    ...all,
    participationPercent: all.participationPercent.toSorted((a, b) => Number(b.basis === basis) - Number(a.basis === basis)),
  };
  const recomputed = Object.fromEntries(totalNames.map((name) => [name, recomputedTotal(name, base, read)]));
  const comparisons = published
    .filter(({ name }) => counts !== null || isAnnouncedWhole(name, values))
    .flatMap(({ name, label, value }) => (value === null ? [] : [comparison(name, label, value, must(recomputed[name], name), read)]));
  return {
    published: values,
    recomputed: counts === null ? {} : recomputed,
    participationBasis: basis,
    inconsistentBasis: counts === null ? 'absent' : inconsistentBasis(values, read.inconsistentPercent),
    comparisons,
  };
}

const countOf: Readonly<Partial<Record<TotalName, CountName>>> = {
  expected: 'expected',
  registered: 'registered',
  outOfCatalogue: 'out_of_catalogue',
  captured: 'captured',
  counted: 'counted',
  notCounted: 'not_counted',
  list: 'list',
  votesWithSpecials: 'with_specials',
  votesWithoutSpecials: 'without_specials',
};

/** What the publisher says in place of rows; 0 where nothing is said, which `isAnnouncedWhole` keeps out of comparisons. */
const announcedCounts = (values: Recomputation['published']): RowCounts => {
  const said = Object.entries(countOf).map(([name, count]) => [count, whole(values[name as TotalName]) ?? 0n]); // keys of countOf
  return { any_field: 0n, whole_acta: 0n, ...Object.fromEntries(said) };
};
const partsOf: Readonly<Partial<Record<TotalName, readonly TotalName[]>>> = {
  capturedPercent: ['captured', 'expected'],
  countedPercent: ['counted', 'expected'],
  participationPercent: ['votesWithSpecials', 'votesWithoutSpecials', 'list'],
};
const isAnnouncedWhole = (name: TotalName, values: Recomputation['published']): boolean =>
  partsOf[name]?.every((part) => whole(values[part]) !== null) ?? false;

type Readings = ReturnType<typeof readings>;

/**
 * All readings of each percentage, the likeliest first. A percentage over ACTAS_ESPERADAS is also read over the published number:
 * when that one is wrong, it is one finding and not four.
 */
function readings(counts: RowCounts, values: Recomputation['published'], final: boolean) {
  const over = (numerator: CountName, of: string): readonly Ratio[] => {
    const byRows = { numerator: counts[numerator], denominator: counts.expected, of, over: officialNames.expected };
    const announced = whole(values.expected);
    return announced === null ? [byRows] : [byRows, { ...byRows, denominator: announced }];
  };
  const share = (numerator: CountName, of: string): Ratio => ({
    numerator: counts[numerator],
    denominator: counts.list,
    of,
    over: officialNames.list,
  });
  const read = <B extends string>(name: TotalName, basis: B, ratios: readonly Ratio[]): readonly Reading<B>[] =>
    ratios.map((ratio) => ({ basis, ratio, kind: comparePercentage(values[name] ?? Number.NaN, ratio) }));
  const without = read('participationPercent', 'S_CS', [share('without_specials', officialNames.votesWithoutSpecials)]);
  const with_ = read('participationPercent', 'C_CS', [share('with_specials', officialNames.votesWithSpecials)]);
  return {
    capturedPercent: read('capturedPercent', 'rows', over('captured', officialNames.captured)),
    countedPercent: read('countedPercent', 'rows', over('counted', officialNames.counted)),
    inconsistentPercent: [
      ...read('inconsistentPercent', 'any-field', over('any_field', 'ACTAS_CON_INCONSISTENCIAS')),
      ...read('inconsistentPercent', 'whole-acta', over('whole_acta', 'ACTAS_NO_CONTABILIZADAS_POR_INCONSISTENCIA')),
    ],
    participationPercent: final ? [...with_, ...without] : [...without, ...with_],
  };
}

/** The reading under which the published number is least wrong; the first of equals. */
function best<B extends string>(all: readonly Reading<B>[]): Reading<B> {
  const order = (reading: Reading<B>) => comparisonKinds.indexOf(reading.kind);
  return must(all.toSorted((a, b) => order(a) - order(b))[0], 'every percentage has a reading');
}

const readingOf = (name: TotalName, read: Readings): Reading<string> | null => {
  const all = { ...read }[name as keyof Readings] as readonly Reading<string>[] | undefined; // undefined for names that are counts
  return all ? best(all) : null;
};

function recomputedTotal(name: TotalName, counts: RowCounts, read: Readings): number {
  const count = countOf[name];
  return count ? Number(counts[count]) : asPercentage(truncated(must(readingOf(name, read), `${name} is a count or a percentage`).ratio));
}

function comparison(name: TotalName, label: string, published: number, recomputed: number, read: Readings): Comparison {
  const reading = readingOf(name, read);
  const kind = reading ? reading.kind : Math.abs(published - recomputed) < 1e-6 ? 'equal' : 'different';
  return {
    name,
    label,
    published,
    recomputed,
    difference: Math.round((published - recomputed) * 10_000) / 10_000,
    numerator: reading ? `${reading.ratio.of} = ${reading.ratio.numerator}` : null,
    denominator: reading ? `${reading.ratio.over} = ${reading.ratio.denominator}` : null,
    kind,
  };
}

/**
 * The rows decide; where they cannot (no votes in special casillas, or nothing reconciles) the publisher's own totals do: a wrong
 * total of votes does not hide over what participation was computed.
 */
function participationBasis(values: Recomputation['published'], read: Readings['participationPercent']): ParticipationBasis {
  const value = values.participationPercent;
  if (value === null || value === undefined) return 'absent';
  const byRows = read.filter((reading) => reading.kind === best(read).kind && reading.kind !== 'different');
  if (byRows.length === 1) return best(read).basis;
  const announced = (['S_CS', 'C_CS'] as const).filter((basis) => {
    const numerator = whole(basis === 'S_CS' ? values.votesWithoutSpecials : values.votesWithSpecials);
    const denominator = whole(values.list);
    if (numerator === null || denominator === null) return false;
    return comparePercentage(value, { numerator, denominator, of: '', over: '' }) !== 'different';
  });
  if (announced.length === 1) return must(announced[0], 'one of one');
  return byRows.length === 2 || announced.length === 2 ? 'both' : 'neither';
}

function inconsistentBasis(values: Recomputation['published'], read: Readings['inconsistentPercent']): InconsistentBasis {
  const value = values.inconsistentPercent;
  if (value === null || value === undefined) return 'absent';
  const { kind, basis } = best(read);
  return kind === 'different' ? 'neither' : basis;
}

const whole = (value: number | null | undefined): bigint | null =>
  value === null || value === undefined || !Number.isFinite(value) ? null : BigInt(Math.round(value));
