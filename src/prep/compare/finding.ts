import { type Finding, type Offence, shownRows } from '../checks/check.ts';
import { type Kind, type KindId, kinds } from './kinds.ts';

/** What is wrong in one place between two cuts; `correctedIn` is the cut that put it right, null while none has. */
export type CutsOffence = Offence & { readonly correctedIn: number | null };

/**
 * A finding between cuts or sources: as those of the checks, and never taken off the record. `cut` is the later cut, `from` the earlier one (null
 * when it is about the whole sequence). `correctedIn`: the cut by which all its places were put right.
 */
export type CutsFinding = Omit<Finding, 'family' | 'check' | 'offences'> & {
  readonly check: KindId;
  readonly family: 'between-cuts' | 'between-sources';
  readonly electionKey: string;
  readonly from: number | null;
  readonly corrected: number;
  readonly correctedIn: number | null;
  readonly offences: readonly CutsOffence[];
};

export type Place = { readonly check: KindId; readonly electionKey: string; readonly from: number | null; readonly cut: number };

/** `count` and `corrected` speak of all places; `offences` are the first of them. */
export function cutsFinding(
  { check, electionKey, from, cut }: Place,
  offences: readonly CutsOffence[],
  all: { readonly count: number; readonly corrected: number; readonly last: number | null } = summed(offences),
  most: number = shownRows,
): CutsFinding {
  const { severity, title, source, publisher, overseer, family = 'between-cuts' }: Kind = kinds[check];
  const shown = offences.slice(0, shownRows);
  return {
    check,
    family,
    severity,
    electionKey,
    from,
    cut,
    subject: null,
    count: all.count,
    corrected: all.corrected,
    correctedIn: all.corrected === all.count ? all.last : null,
    rows: shown.flatMap((offence) => offence.row ?? []),
    saw: shown[0]?.saw ?? '—',
    expected: shown[0]?.expected ?? '—',
    offences: offences.slice(0, most),
    title,
    source,
    texts: { publisher, overseer },
  };
}

function summed(offences: readonly CutsOffence[]) {
  const corrected = offences.flatMap((offence) => offence.correctedIn ?? []);
  return { count: offences.length, corrected: corrected.length, last: corrected.length === 0 ? null : Math.max(...corrected) };
}
