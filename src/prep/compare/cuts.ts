import type { DuckDBConnection } from '@duckdb/node-api';
import { compareTwo } from './change.ts';
import type { Cut, CutChange } from './cut.ts';
import { type CutsFinding, cutsFinding } from './finding.ts';
import { sequences } from './order.ts';
import { dropSide, makeSide } from './pair.ts';
import { run } from './query.ts';
import { type Announced, type Cadence, cadence } from './schedule.ts';
import { awaits, openStanding, record } from './standing.ts';
import { standingFindings } from './standing-findings.ts';
import { followTotals, type TotalsFollower } from './totals-follower.ts';
import { whole } from './whole-findings.ts';

export type SeriesOptions = {
  /** The announced schedule of cuts, by `electionKey`. */
  readonly announced?: Readonly<Record<string, Announced>>;
  /**
   * Takes the rows of a cut out of the tables; called for each cut once the next one of its election is compared, so that memory holds
   * two cuts whatever their number. Without it they stay.
   */
  readonly forget?: (cut: number) => Promise<void>;
  /** How many places of each finding are told one by one; 20 unless more are asked for. */
  readonly most?: number;
};

/** One election of the set: its cuts in order, the changes between neighbours, and what was found. */
export type SeriesResult = {
  readonly electionKey: string;
  readonly election: string;
  readonly cuts: readonly Cut[];
  readonly changes: readonly CutChange[];
  readonly cadence: Cadence | null;
  readonly findings: readonly CutsFinding[];
};

/** Cuts taken one by one as they are loaded, each compared with the one before it of the same election. */
export interface Series {
  /** The change since the cut before; null for the first of an election, and for one without rows, which is a finding. */
  add(cut: Cut): Promise<CutChange | null>;
  /** What the whole night gave, by election, in the order in which elections appeared. */
  finish(): Promise<readonly SeriesResult[]>;
}

/** Whether the record has anything to learn: from a change of what was published, or from the return of what went away. */
function concerns(change: CutChange, awaiting: boolean): boolean {
  const { newRows, goneRows, changedAfterCapture, catalogueChanged, newlyCaptured } = change;
  return newRows + goneRows + changedAfterCapture + catalogueChanged > 0 || (awaiting && newlyCaptured > 0);
}

type Known = {
  /** Some acta went away or back to not captured, and may return. */
  awaiting: boolean;
  readonly cuts: Cut[];
  readonly empty: Cut[];
  readonly changes: CutChange[];
  readonly totals: TotalsFollower;
};

export async function openSeries(connection: DuckDBConnection, options: SeriesOptions = {}): Promise<Series> {
  await openStanding(connection);
  const known = new Map<string, Known>();
  return {
    async add(cut) {
      const election = known.get(cut.electionKey) ?? {
        awaiting: false,
        cuts: [],
        empty: [],
        changes: [],
        totals: followTotals(cut.electionKey),
      };
      known.set(cut.electionKey, election);
      const before = election.cuts.at(-1);
      if (before !== undefined && before.rows > 0 && cut.rows === 0) {
        election.empty.push(cut);
        return null;
      }
      election.cuts.push(cut);
      if (cut.rows > 0) await makeSide(connection, cut.cut);
      const change = before === undefined ? null : await compareTwo(connection, before, cut);
      await election.totals.take(connection, cut, change);
      if (before === undefined || change === null) return null;
      election.changes.push(change);
      if (concerns(change, election.awaiting)) {
        await record(connection, before, cut, change);
        election.awaiting = await awaits(connection, cut.electionKey);
      }
      await dropSide(connection, before.cut);
      await options.forget?.(before.cut);
      return change;
    },
    async finish() {
      const results: SeriesResult[] = [];
      for (const [electionKey, { cuts, empty, changes, totals }] of known) {
        const times = cuts.flatMap((cut) => cut.cutAt ?? []);
        const rhythm = cadence(times, options.announced?.[electionKey]);
        const findings = [
          ...(await standingFindings(connection, electionKey, options.most)),
          ...totals.findings(),
          ...whole(electionKey, { cuts, empty, changes, rhythm }),
        ];
        const last = cuts.at(-1);
        if (last) await dropSide(connection, last.cut);
        results.push({
          electionKey,
          election: cuts[0]?.election ?? electionKey,
          cuts,
          changes,
          cadence: rhythm,
          findings: findings.toSorted((x, y) => x.cut - y.cut),
        });
      }
      await run(connection, 'drop table if exists standing', 'drop table if exists parked');
      return results;
    },
  };
}

/** Compares cuts that are all loaded, in whatever order they were handed in; several elections are kept apart, and it is said. */
export async function compareCuts(
  connection: DuckDBConnection,
  cuts: readonly Cut[],
  options: Omit<SeriesOptions, 'forget'> = {},
): Promise<readonly SeriesResult[]> {
  const series = await openSeries(connection, options);
  const ordered = sequences(cuts);
  for (const sequence of ordered) for (const cut of sequence.cuts) await series.add(cut);
  const results = await series.finish();
  return results.map((result) => {
    const sequence = ordered.find(({ electionKey }) => electionKey === result.electionKey);
    const last = result.cuts.at(-1);
    if (!sequence?.reordered || last === undefined) return result;
    const files = cuts.filter((cut) => cut.electionKey === result.electionKey).map((cut) => cut.file);
    return { ...result, findings: [outOfOrder(result.electionKey, last.cut, files, sequence.cuts), ...result.findings] };
  });
}

/** They were handed in otherwise than they came out: compared in the order of their times, and said. */
export const outOfOrder = (
  electionKey: string,
  last: number,
  given: readonly string[],
  ordered: readonly Pick<Cut, 'file'>[],
): CutsFinding =>
  cutsFinding({ check: 'out-of-order', electionKey, from: null, cut: last }, [
    { row: null, subject: null, saw: given.join(', '), expected: ordered.map((cut) => cut.file).join(', '), correctedIn: null },
  ]);
