import { basename } from 'node:path';
import type { FiledChange, FiledCut, FiledTotal } from '../domain/verifications/findings-file.ts';
import type { CutChange } from '../prep/compare/cut.ts';
import type { VerifiedCut } from '../prep/verify.ts';

/** The file with the folder or package it came in, whose name may carry the time; nothing of the machine it was read on. */
export function publishedName(path: string): string {
  const [outer = path, ...inner] = path.split('!');
  const inside = inner.length === 0 ? outer.split('/').slice(-2) : [basename(outer), ...inner];
  return inside.join(inner.length === 0 ? '/' : '!').slice(-300);
}

/** One cut as it is filed: everything said of it but its findings. */
export function filedCut({ loaded, standing, totals, statistics, places }: VerifiedCut): FiledCut {
  const { detected } = loaded;
  return {
    name: publishedName(loaded.path),
    sha256: loaded.sha256,
    cutAt: loaded.cutAt,
    rows: loaded.rows,
    profile: detected.profile.value,
    encoding: detected.encoding.value,
    delimiter: detected.delimiter.value,
    lineEnd: detected.lineEnd.value,
    standing: standingOf(standing),
    participationBasis: totals.participationBasis,
    totals: totalsOf(totals, detected.totals),
    statistics: statistics.map(({ id, title, meaning, count, of, percent }) => ({ id, title, meaning, count, of, percent })),
    // The path of a fault is that of the machine; the cut has its name.
    faults: loaded.faults.map(({ code, severity, what, where, todo }) => ({ code, severity, what, where, todo })),
    districts: [...places],
  };
}

export const standingOf = (standing: VerifiedCut['standing']): FiledCut['standing'] => ({
  counted: standing.counted,
  notCounted: standing['not-counted'],
  notCaptured: standing['not-captured'],
  outOfCatalogue: standing['out-of-catalogue'],
});

/** Every published total, with the recomputed one where the rows give it. */
function totalsOf(
  { comparisons, published }: VerifiedCut['totals'],
  labels: VerifiedCut['loaded']['detected']['totals'],
): readonly FiledTotal[] & FiledCut['totals'] {
  return labels.flatMap(({ name, label }) => {
    if (name === null) return [];
    const compared = comparisons.find((one) => one.name === name);
    const bare = {
      name,
      label,
      published: published[name] ?? null,
      recomputed: null,
      difference: null,
      numerator: null,
      denominator: null,
    };
    return [compared ? { ...bare, ...compared } : { ...bare, kind: 'not-compared' }];
  });
}

export function filedChange(change: CutChange, at: (cut: number) => number): FiledChange {
  return {
    from: at(change.from),
    to: at(change.to),
    newRows: change.newRows,
    goneRows: change.goneRows,
    newlyCaptured: change.newlyCaptured,
    newlyCounted: change.newlyCounted,
    changedAfterCapture: change.changedAfterCapture,
    votesDelta: change.votesDelta,
    statusBack: change.statusBack,
    catalogueChanged: change.catalogueChanged,
    uncertainMatches: change.uncertainMatches,
    equalContent: change.equalContent,
    columns: change.columns.map(({ name, count, delta }) => ({ name, count, delta: delta ?? null })),
    districts: [...change.places],
    cells: [...change.rows],
  };
}
