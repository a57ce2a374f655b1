import type { CheckOptions, Finding } from './checks/check.ts';
import { runChecks } from './checks/run.ts';
import { type Statistic, statistics } from './checks/statistics.ts';
import { openSeries, outOfOrder, type SeriesResult } from './compare/cuts.ts';
import { sequences } from './compare/order.ts';
import type { Announced } from './compare/schedule.ts';
import type { Detected } from './detect/detected.ts';
import { detectAny, electionKeyOf } from './load/detect-any.ts';
import { openPrep } from './load/open-prep.ts';
import type { LoadedCut } from './load/prep.ts';
import { type PlaceStanding, placesOf } from './places.ts';
import type { Profile } from './profiles/profile.ts';
import type { ReadFault } from './source/fault.ts';
import { readSources } from './source/read.ts';
import type { Source } from './source/source.ts';
import type { Recomputation } from './totals/recomputation.ts';
import { recompute } from './totals/recompute.ts';

/** How many actas of a cut stand in each status. */
export type Standing = Readonly<Record<'counted' | 'not-counted' | 'not-captured' | 'out-of-catalogue', number>>;

export type VerifiedCut = {
  readonly loaded: LoadedCut;
  readonly standing: Standing;
  readonly totals: Recomputation;
  readonly findings: readonly Finding[];
  readonly statistics: readonly Statistic[];
  readonly places: readonly PlaceStanding[];
};

/** All that was said of what was handed in. Cuts are in the order of their elections and their times. */
export type Verification = {
  readonly cuts: readonly VerifiedCut[];
  readonly series: readonly SeriesResult[];
  /** What could not be read, or only with loss, file by file; faults of the cuts themselves stand with them. */
  readonly faults: readonly ReadFault[];
};

export type VerifyOptions = CheckOptions & {
  /** Reads every file by this profile: what it states is taken as given, the rest is detected. */
  readonly profile?: Profile;
  /** The published schedule of cuts, the same for every election handed in. */
  readonly announced?: Announced;
  /** Called with each cut while its bytes are on this disk: those of a package are gone once the verification ends. */
  readonly keep?: (source: Source) => Promise<void>;
};

/** Places of one finding that are kept one by one; of a national cut with a fault in every acta, the first of them. */
const mostPlaces = 1_000;

/**
 * Reads whatever the paths hold, checks every cut, and compares the cuts of each election in the order of their times.
 * At most two cuts are in memory, however many there are. `final` concerns the last cut of each election.
 */
export async function verifyPrep(paths: readonly string[], options: VerifyOptions = {}): Promise<Verification> {
  const prep = await openPrep();
  try {
    const sources = await readSources(paths, prep.temp);
    const { profile, announced, final, keep, ...always } = options;
    const { ordered, last, moved } = await inOrder(sources.filter(isCut), profile);
    const series = await openSeries(prep.connection, {
      forget: (cut) => prep.forget(cut),
      most: mostPlaces,
      ...(announced ? { announced: Object.fromEntries(ordered.map(({ detected }) => [electionKeyOf(detected), announced])) } : {}),
    });
    const cuts: VerifiedCut[] = [];
    for (const { source, detected } of ordered) {
      const loaded = await prep.load(source, detected);
      await keep?.(source);
      const asked = final === true && last.has(source) ? { ...always, final } : always;
      const totals = await recompute(prep, loaded, { final: 'final' in asked });
      const findings = await runChecks(prep, loaded, asked, mostPlaces, totals);
      cuts.push({
        loaded,
        standing: await standingOf(prep.connection, loaded.cut),
        totals,
        findings,
        statistics: await statistics(prep, loaded),
        places: await placesOf(prep.connection, loaded.cut, findings),
      });
      await series.add(loaded);
    }
    const others = sources.filter((source) => !isCut(source));
    const results = (await series.finish()).map((result) => told(result, moved.get(result.electionKey)));
    return { cuts, series: results, faults: others.flatMap((source) => source.faults) };
  } finally {
    await prep.close();
  }
}

const isCut = (source: Source): boolean => source.kind === 'results' || source.kind === 'aggregate-json';

type Told = { readonly source: Source; readonly detected: Detected };

/** Elections one after the other, each in the order of its cuts; `last` are the final cuts of each. */
async function inOrder(
  sources: readonly Source[],
  profile: Profile | undefined,
): Promise<{
  readonly ordered: readonly Told[];
  readonly last: ReadonlySet<Source>;
  /** Elections whose cuts were handed in in another order, and that order. */
  readonly moved: ReadonlyMap<string, readonly string[]>;
}> {
  const told: Told[] = [];
  for (const source of sources) told.push({ source, detected: await detectAny(source, { profile }) });
  const cuts = told.map(({ source, detected }, i) => ({
    cut: i,
    file: source.name,
    sha256: source.sha256 ?? '',
    election: detected.title ?? '',
    electionKey: electionKeyOf(detected),
    cutAt: detected.cutAt.value,
    rows: 0,
    voteColumns: [],
  }));
  const all = sequences(cuts);
  const ordered = all.map((sequence) => sequence.cuts.flatMap((cut) => told[cut.cut] ?? []));
  const given = (key: string) => cuts.filter((cut) => cut.electionKey === key).map((cut) => cut.file);
  return {
    ordered: ordered.flat(),
    last: new Set(ordered.flatMap((one) => one.at(-1)?.source ?? [])),
    moved: new Map(all.filter((one) => one.reordered).map(({ electionKey }) => [electionKey, given(electionKey)])),
  };
}

function told(result: SeriesResult, given: readonly string[] | undefined): SeriesResult {
  const last = result.cuts.at(-1);
  if (given === undefined || last === undefined) return result;
  return { ...result, findings: [outOfOrder(result.electionKey, last.cut, given, result.cuts), ...result.findings] };
}

async function standingOf(connection: Awaited<ReturnType<typeof openPrep>>['connection'], cut: number): Promise<Standing> {
  const reader = await connection.runAndReadAll('select status, count(*)::int as count from acta where cut = $cut group by status', {
    cut,
  });
  const counts: Record<string, number> = {};
  for (const row of reader.getRowObjectsJson()) counts[String(row['status'])] = Number(row['count']);
  const of = (status: keyof Standing) => counts[status] ?? 0;
  return {
    counted: of('counted'),
    'not-counted': of('not-counted'),
    'not-captured': of('not-captured'),
    'out-of-catalogue': of('out-of-catalogue'),
  };
}

/** 0: clean, or notes only. 1: something was found. 2: nothing could be read. */
export function exitOf({ cuts, series, faults }: Verification): 0 | 1 | 2 {
  const readable = cuts.filter((cut) => cut.loaded.rows > 0 || Object.keys(cut.totals.published).length > 0);
  if (readable.length === 0) return 2;
  const serious = (one: { readonly severity: string }) => one.severity !== 'note';
  const found =
    cuts.some((cut) => cut.findings.some(serious) || cut.loaded.faults.some(serious)) ||
    series.some((one) => one.findings.some(serious)) ||
    faults.some(serious);
  return found ? 1 : 0;
}
