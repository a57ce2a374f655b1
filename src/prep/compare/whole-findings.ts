import type { Cut, CutChange } from './cut.ts';
import { type CutsFinding, type CutsOffence, cutsFinding, type Place } from './finding.ts';
import type { KindId } from './kinds.ts';
import type { Cadence } from './schedule.ts';

const offence = (subject: string | null, saw: string, expected: string): CutsOffence => ({
  row: null,
  subject,
  saw,
  expected,
  correctedIn: null,
});

type Whole = {
  readonly cuts: readonly Cut[];
  /** Cuts without rows, which were not compared. */
  readonly empty: readonly Cut[];
  readonly changes: readonly CutChange[];
  readonly rhythm: Cadence | null;
};

/** Findings about cuts as wholes: their content, their times, their columns. */
export function whole(electionKey: string, { cuts, empty, changes, rhythm }: Whole): readonly CutsFinding[] {
  const last = cuts.at(-1);
  if (last === undefined) return [];
  const at = (check: KindId, from: number | null = null, cut: number = last.cut): Place => ({ check, electionKey, from, cut });
  const undated = cuts.filter((cut) => cut.cutAt === null);
  return [
    ...changes.flatMap((change) => ofChange(at, change, cuts)),
    ...empty.map((cut) => cutsFinding(at('cut-without-rows', null, cut.cut), [offence(cut.file, '0', '≥ 1')])),
    ...(undated.length === 0
      ? []
      : [
          cutsFinding(
            at('undated-cut'),
            undated.map((cut) => offence(cut.file, '—', 'dd/mm/aaaa HH:MM (UTC±h)')),
          ),
        ]),
    ...(rhythm ? ofTimes(at, rhythm) : []),
  ];
}

type At = (check: KindId, from?: number | null, cut?: number) => Place;

function ofChange(at: At, change: CutChange, cuts: readonly Cut[]): readonly CutsFinding[] {
  const { from, to } = change;
  const [before, after] = [cuts.find((cut) => cut.cut === from), cuts.find((cut) => cut.cut === to)];
  const sameTime = before?.cutAt !== null && before?.cutAt === after?.cutAt;
  const columns = [
    ...change.voteColumnsGone.map((name) => offence(name, '—', name)),
    ...change.voteColumnsAdded.map((name) => offence(name, name, '—')),
  ];
  const found: (readonly [KindId, readonly CutsOffence[]])[] = [
    ['equal-content', change.equalContent && !sameTime ? [offence(after?.file ?? null, after?.cutAt ?? '—', before?.cutAt ?? '—')] : []],
    ['same-time', sameTime && !change.equalContent ? [offence(after?.file ?? null, after?.cutAt ?? '—', `> ${before?.cutAt}`)] : []],
    ['vote-columns-changed', columns],
    ['uncertain-match', change.uncertainMatches > 0 ? [offence(null, `${change.uncertainMatches}`, '0')] : []],
  ];
  return found.flatMap(([kind, offences]) => (offences.length === 0 ? [] : [cutsFinding(at(kind, from, to), offences)]));
}

function ofTimes(at: At, { gaps, late, lastTooLate, first, last, lastAfterHours }: Cadence): readonly CutsFinding[] {
  const minutes = (count: number) => `${Math.round(count)} min`;
  const found: (readonly [KindId, readonly CutsOffence[]])[] = [
    ['update-gap', gaps.map((gap) => offence(`${gap.from} → ${gap.to}`, minutes(gap.minutes), `≤ ${minutes(20)}`))],
    ['cut-late', late.map((one) => offence(one.announced, one.cutAt ?? '—', `≤ ${one.announced}`))],
    ['last-cut-late', lastTooLate ? [offence(`${first} → ${last}`, `${lastAfterHours.toFixed(1)} h`, '≤ 24 h')] : []],
  ];
  return found.flatMap(([kind, offences]) => (offences.length === 0 ? [] : [cutsFinding(at(kind), offences)]));
}
