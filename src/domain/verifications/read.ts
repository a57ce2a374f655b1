import type { FiledCut, FiledFinding, FindingsFile, Severity } from './findings-file.ts';

/** The findings of one check, with its texts. */
export type RuleFound = {
  readonly id: string;
  readonly check: FindingsFile['checks'][string];
  readonly findings: readonly FiledFinding[];
  readonly open: number;
  readonly corrected: number;
};

const gravity: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

/** What each rule found, gravest first. */
export function rulesOf(file: FindingsFile): readonly RuleFound[] {
  const groups = Map.groupBy(file.findings, (one) => one.check);
  return [...groups]
    .flatMap(([id, findings]) => {
      const check = file.checks[id];
      if (!check) return [];
      const sum = (list: readonly FiledFinding[]) => list.reduce((all, one) => all + one.count, 0);
      const open = sum(findings.filter((one) => one.correctedIn === null));
      return [{ id, check, findings, open, corrected: sum(findings) - open }];
    })
    .sort((a, b) => gravity[a.check.severity] - gravity[b.check.severity] || b.open - a.open || (a.id < b.id ? -1 : 1));
}

/** `1–3, 5`: the cuts in which it was seen. */
export const seenText = ({ seen }: Pick<FiledFinding, 'seen'>): string =>
  seen.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');

/** Shares of the actas of the catalogue, in percent; null for a cut without actas, or where the totals say it instead. */
export function progressOf(cut: FiledCut): { readonly captured: number | null; readonly counted: number | null } {
  const { counted, notCounted, notCaptured } = cut.standing;
  const all = counted + notCounted + notCaptured;
  if (all > 0) return { captured: ((counted + notCounted) / all) * 100, counted: (counted / all) * 100 };
  const published = (name: string) => cut.totals.find((one) => one.name === name)?.published ?? null;
  return { captured: published('capturedPercent'), counted: published('countedPercent') };
}

/** Minutes since the first cut that says its time; places apart where none does. */
export function minutesOf(cuts: readonly FiledCut[]): readonly number[] {
  const times = cuts.map(({ cutAt }) => (cutAt === null ? null : Temporal.PlainDateTime.from(cutAt.slice(0, 19))));
  const first = times.find((time) => time !== null);
  if (!first || times.some((time) => time === null)) return cuts.map((_, i) => i);
  return times.map((time) => (time === null ? 0 : first.until(time).total('minutes')));
}

/** Districts over all cuts: actas with a finding in the last one, and those that changed after publication in any. */
export type DistrictDifference = {
  readonly place: string;
  readonly actas: number;
  readonly found: number;
  readonly changed: number;
  readonly votesDelta: number;
};

export function districtsOf(file: FindingsFile): readonly DistrictDifference[] {
  const changes = Map.groupBy(
    file.changes.flatMap((change) => change.districts),
    (one) => one.place,
  );
  return (file.cuts.at(-1)?.districts ?? []).map(({ place, counted, notCounted, notCaptured, found }) => {
    const own = changes.get(place) ?? [];
    return {
      place,
      actas: counted + notCounted + notCaptured,
      found,
      changed: own.reduce((sum, one) => sum + one.changed, 0),
      votesDelta: own.reduce((sum, one) => sum + one.votesDelta, 0),
    };
  });
}
