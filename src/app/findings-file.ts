import { createHash } from 'node:crypto';
import type { FiledCheck, FiledFinding, FindingsFile, Severity } from '../domain/verifications/findings-file.ts';
import type { Finding, Offence } from '../prep/checks/check.ts';
import { checkSet } from '../prep/checks/check-set.ts';
import type { SeriesResult } from '../prep/compare/cuts.ts';
import type { CutsFinding, CutsOffence } from '../prep/compare/finding.ts';
import type { Verification, VerifiedCut } from '../prep/verify.ts';
import { filedChange, filedCut } from './filed-cut.ts';

export type Asked = FindingsFile['asked'];

/** One election of a verification, as it is filed: its cuts in order, and its file. */
export type Filed = { readonly cuts: readonly VerifiedCut[]; readonly file: FindingsFile };

/** The findings files of a verification, one for each election in it that could be read. */
export function findingsFilesOf({ cuts, series }: Verification, asked: Asked): readonly Filed[] {
  const set = checkSet();
  return series.flatMap((one) => {
    const own = cuts.filter((cut) => cut.loaded.electionKey === one.electionKey && isReadable(cut));
    if (own.length === 0) return [];
    const place = new Map(own.map((cut, i) => [cut.loaded.cut, i + 1]));
    const at = (cut: number): number => place.get(cut) ?? own.length;
    const found = [...withinCuts(own), ...betweenCuts(one, at, own)].toSorted(byGravity);
    const file: FindingsFile = {
      format: 'atalaya-findings-1',
      checkSet: set,
      asked,
      election: { key: one.electionKey, title: own.at(-1)?.loaded.election ?? one.election },
      cuts: own.map(filedCut),
      changes: one.changes.filter((change) => place.has(change.from) && place.has(change.to)).map((change) => filedChange(change, at)),
      cadence: one.cadence && { cuts: one.cadence.cuts, medianMinutes: one.cadence.medianMinutes },
      checks: checksOf(
        [...own.flatMap((cut) => cut.findings), ...one.findings].filter((each) => found.some(({ check }) => check === each.check)),
      ),
      findings: found.map(({ severity: _severity, ...finding }) => finding),
    };
    return [{ cuts: own, file }];
  });
}

const isReadable = ({ loaded, totals }: VerifiedCut): boolean => loaded.rows > 0 || Object.keys(totals.published).length > 0;

type Told = FiledFinding & { readonly severity: Severity };

/** What was found inside cuts, followed from cut to cut: the same rule in the same place is the same finding. */
function withinCuts(cuts: readonly VerifiedCut[]): readonly Told[] {
  // A check with more places than are told one by one, in any cut, is followed as a whole in all of them.
  const uncounted = new Set(cuts.flatMap((cut) => cut.findings.filter((one) => one.count > one.offences.length).map((one) => one.check)));
  const known = new Map<string, { finding: Finding; offence: Offence; cuts: number[]; count: number }>();
  for (const [i, cut] of cuts.entries()) {
    const met = new Map<string, number>();
    for (const finding of cut.findings)
      for (const { key, offence, count } of placesIn(finding, uncounted.has(finding.check), met)) {
        const before = known.get(key);
        known.set(key, { finding, offence, count, cuts: [...(before?.cuts ?? []), i + 1] });
      }
  }
  return [...known].map(([key, { finding, offence, count, cuts: seenIn }]) => {
    const seen = rangesOf(seenIn);
    const last = seen.at(-1)?.[1] ?? cuts.length;
    return {
      ...told(key, finding, offence, count),
      seen: [...seen],
      correctedIn: last < cuts.length ? last + 1 : null,
    };
  });
}

type Placed<O extends Offence> = { readonly key: string; readonly offence: O; readonly count: number };

/** The places of one finding under their keys. Places of one name are told apart by their order: several casillas may share a key. */
function placesIn<O extends Offence>(
  finding: { readonly check: string; readonly subject: string | null; readonly count: number; readonly offences: readonly O[] },
  whole: boolean,
  met: Map<string, number>,
): readonly Placed<O>[] {
  const [first] = finding.offences;
  if (first === undefined) return [];
  if (whole)
    return [
      { key: `${finding.check}\n${finding.subject ?? ''}\n*`, offence: { ...first, subject: finding.subject }, count: finding.count },
    ];
  return finding.offences.map((offence) => {
    const name = `${finding.check}\n${offence.subject ?? finding.subject ?? ''}`;
    const n = (met.get(name) ?? 0) + 1;
    met.set(name, n);
    return { key: `${name}\n${n}`, offence, count: 1 };
  });
}

/** What was found between cuts: it stays in every later cut until one puts it right. */
function betweenCuts({ findings }: SeriesResult, at: (cut: number) => number, cuts: readonly VerifiedCut[]): readonly Told[] {
  const met = new Map<string, number>();
  // In which order files were handed in is about this run, and not about what was published.
  return findings
    .filter((one) => one.check !== 'out-of-order')
    .flatMap((finding) => {
      const from = at(finding.cut);
      const when = cuts[from - 1]?.loaded.cutAt ?? `${from}`;
      const places = placesIn<CutsOffence>({ ...finding, check: finding.check }, finding.count > finding.offences.length, met);
      return places.map(({ key, offence, count }): Told => {
        const whole = count > 1;
        const corrected = whole ? finding.correctedIn : offence.correctedIn;
        const correctedIn = corrected === null ? null : at(corrected);
        const last = correctedIn === null ? cuts.length : Math.max(from, correctedIn - 1);
        return { ...told(`${key}\n${when}`, finding, offence, count), seen: [[from, last]], correctedIn };
      });
    });
}

function told(key: string, { check, severity, subject }: Finding | CutsFinding, offence: Offence, count: number) {
  return {
    id: createHash('sha256').update(key).digest('hex').slice(0, 16),
    check,
    severity,
    subject: offence.subject ?? subject,
    row: offence.row,
    saw: offence.saw,
    expected: offence.expected,
    count,
  };
}

/** 1, 2, 3, 5 → [1, 3] [5, 5]. */
export function rangesOf(cuts: readonly number[]): readonly [number, number][] {
  const ranges: [number, number][] = [];
  for (const cut of cuts) {
    const last = ranges.at(-1);
    if (last && cut <= last[1] + 1) last[1] = cut;
    else ranges.push([cut, cut]);
  }
  return ranges;
}

function checksOf(findings: readonly (Finding | CutsFinding)[]): Readonly<Record<string, FiledCheck>> {
  const sorted = findings.toSorted((a, b) => (a.check < b.check ? -1 : a.check > b.check ? 1 : 0));
  return Object.fromEntries(
    sorted.map(({ check, family, severity, title, source, texts }) => [
      check,
      { family, severity, title, source, publisher: texts.publisher, overseer: texts.overseer },
    ]),
  );
}

const gravity: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };
const byGravity = (a: Told, b: Told): number =>
  gravity[a.severity] - gravity[b.severity] ||
  (a.check < b.check ? -1 : a.check > b.check ? 1 : 0) ||
  (a.row ?? 0) - (b.row ?? 0) ||
  (a.id < b.id ? -1 : 1);
