import { type Lang, pick } from '../../core/words.ts';
import { csvFromRows } from '../../documents/csv.ts';
import type { Verification } from '../verify.ts';

/** Columns of the findings file; names do not change with the language. Documented in this folder's README. */
const columns = [
  'cut',
  'file',
  'sha256',
  'election',
  'check',
  'family',
  'severity',
  'row',
  'subject',
  'saw',
  'expected',
  'title',
  'source',
  'correctedIn',
];

/** One line an offence (SARIF's result, flat): what a spreadsheet or another program reads. Offences beyond those shown are counted, not listed. */
export function findingsCsv({ cuts, series }: Verification, lang: Lang): string {
  const place = new Map(cuts.map((cut, i) => [cut.loaded.cut, { number: i + 1, loaded: cut.loaded }]));
  const all = [...cuts.flatMap((cut) => cut.findings), ...series.flatMap((one) => one.findings)];
  const rows = all.flatMap((finding) => {
    const at = place.get(finding.cut);
    return finding.offences.map((offence) => [
      at?.number ?? null,
      at?.loaded.file ?? null,
      at?.loaded.sha256 ?? null,
      at?.loaded.election ?? null,
      finding.check,
      finding.family,
      finding.severity,
      offence.row,
      offence.subject ?? finding.subject,
      offence.saw,
      offence.expected,
      pick(finding.title, lang),
      pick(finding.source, lang),
      'correctedIn' in offence && typeof offence.correctedIn === 'number' ? (place.get(offence.correctedIn)?.number ?? null) : null,
    ]);
  });
  return csvFromRows([columns, ...rows]);
}
