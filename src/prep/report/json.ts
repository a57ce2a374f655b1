import { type Lang, pick } from '../../core/words.ts';
import type { Finding } from '../checks/check.ts';
import type { CutsFinding } from '../compare/finding.ts';
import type { ReadFault } from '../source/fault.ts';
import type { Verification } from '../verify.ts';

const finding = (one: Finding | CutsFinding, lang: Lang) => ({
  check: one.check,
  family: one.family,
  severity: one.severity,
  count: one.count,
  rows: one.rows,
  subject: one.subject,
  saw: one.saw,
  expected: one.expected,
  title: pick(one.title, lang),
  source: pick(one.source, lang),
  publisher: pick(one.texts.publisher, lang),
  overseer: pick(one.texts.overseer, lang),
});

const fault = (one: ReadFault, lang: Lang) => ({
  code: one.code,
  severity: one.severity,
  file: one.file,
  what: pick(one.what, lang),
  where: one.where && pick(one.where, lang),
  todo: pick(one.todo, lang),
});

/**
 * The contract of `atalaya prep verify --json`. In `changes`, `from` and `to` are places in `cuts`, from 1. Names do not
 * change with the language; texts do.
 */
export function verificationJson({ cuts, series, faults }: Verification, lang: Lang) {
  const place = new Map(cuts.map((cut, i) => [cut.loaded.cut, i + 1]));
  return {
    cuts: cuts.map(({ loaded, standing, totals, findings, statistics }) => ({
      file: loaded.file,
      path: loaded.path,
      sha256: loaded.sha256,
      election: loaded.election,
      electionKey: loaded.electionKey,
      cutAt: loaded.cutAt,
      rows: loaded.rows,
      profile: loaded.detected.profile.value,
      detected: {
        encoding: loaded.detected.encoding,
        lineEnd: loaded.detected.lineEnd,
        delimiter: loaded.detected.delimiter,
        headerLine: loaded.detected.headerLine,
        profile: loaded.detected.profile,
      },
      standing,
      published: totals.published,
      recomputed: totals.recomputed,
      participationBasis: totals.participationBasis,
      comparisons: totals.comparisons,
      findings: findings.map((one) => finding(one, lang)),
      statistics: statistics.map((one) => ({
        id: one.id,
        count: one.count,
        of: one.of,
        percent: one.percent,
        title: pick(one.title, lang),
      })),
      faults: loaded.faults.map((one) => fault(one, lang)),
    })),
    changes: series.flatMap((one) =>
      one.changes.map(({ from, to, rows, ...change }) => ({ from: place.get(from), to: place.get(to), ...change, cells: rows })),
    ),
    betweenCuts: series.flatMap((one) =>
      one.findings.map((found) => ({
        ...finding(found, lang),
        electionKey: found.electionKey,
        from: found.from === null ? null : place.get(found.from),
        to: place.get(found.cut),
        corrected: found.corrected,
        correctedIn: found.correctedIn === null ? null : place.get(found.correctedIn),
      })),
    ),
    faults: faults.map((one) => fault(one, lang)),
  };
}
