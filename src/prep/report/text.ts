import { catalogue, type Lang, pick } from '../../core/words.ts';
import type { Finding } from '../checks/check.ts';
import type { SourcesCompared } from '../compare/computos.ts';
import type { CutsFinding } from '../compare/finding.ts';
import type { ReadFault } from '../source/fault.ts';
import type { Verification, VerifiedCut } from '../verify.ts';
import { reportWords } from './words.ts';

/** Marks a text by its gravity; without colours it leaves it as it is. */
export type Paint = (text: string, as: 'error' | 'warning' | 'note' | 'good' | 'strong') => string;
export const plainPaint: Paint = (text) => text;
const codes = { error: '31;1', warning: '33;1', note: '36', good: '32', strong: '1' } as const;
export const colourPaint: Paint = (text, as) => `\u001b[${codes[as]}m${text}\u001b[0m`;

const number = (value: number, lang: Lang): string => value.toLocaleString(lang === 'es' ? 'es-MX' : 'en-US', { maximumFractionDigits: 4 });

/** A report that a person reads in a minute: what was read, whether totals agree, what was found, what changed. */
export function verificationText({ cuts, series, faults }: Verification, lang: Lang, paint: Paint): string {
  const t = reportWords(lang);
  const parts = cuts.map((cut, i) => cutText(cut, i + 1, lang, paint));
  const place = new Map(cuts.map((cut, i) => [cut.loaded.cut, i + 1]));
  for (const one of series) {
    const lines = one.changes.map((change) => {
      const said = [
        `${place.get(change.from)} → ${place.get(change.to)}:`,
        `${t.newlyCaptured.toLowerCase()} ${change.newlyCaptured},`,
        `${t.changedAfter.toLowerCase()} ${change.changedAfterCapture},`,
        `${t.newRows.toLowerCase()} ${change.newRows}, ${t.goneRows.toLowerCase()} ${change.goneRows},`,
        `${t.votesDelta.toLowerCase()} ${change.votesDelta > 0 ? '+' : ''}${number(change.votesDelta, lang)}`,
      ];
      return `  ${said.join(' ')}`;
    });
    const found = one.findings.map((finding) => findingLine(finding, lang, paint, place));
    if (lines.length + found.length > 0) parts.push([paint(`${t.changes} · ${one.election}`, 'strong'), ...lines, ...found].join('\n'));
  }
  if (faults.length > 0) parts.push([paint(t.faults, 'strong'), ...faults.map((one) => faultLine(one, lang, paint))].join('\n'));
  if (cuts.length === 0) parts.push(paint(t.nothing, 'error'));
  return parts.join('\n\n');
}

function cutText({ loaded, standing, totals, findings, statistics }: VerifiedCut, place: number, lang: Lang, paint: Paint): string {
  const t = reportWords(lang);
  const wrong = totals.comparisons.filter((one) => one.kind !== 'equal');
  const agree = totals.comparisons.length - wrong.length;
  const has = (severity: Finding['severity']) => findings.filter((one) => one.severity === severity).length;
  return [
    paint(`${t.cut} ${place} · ${loaded.election} · ${loaded.cutAt ?? t.noTime}`, 'strong'),
    `  ${loaded.file} · ${t.digest} ${loaded.sha256.slice(0, 16)}… · ${t.readAs} ${loaded.detected.profile.value}`,
    `  ${t.rows} ${number(loaded.rows, lang)}: ${t.counted.toLowerCase()} ${number(standing.counted, lang)}, ${t.notCounted.toLowerCase()} ${number(standing['not-counted'], lang)}, ${t.notCaptured.toLowerCase()} ${number(standing['not-captured'], lang)}, ${t.outOfCatalogue.toLowerCase()} ${number(standing['out-of-catalogue'], lang)}`,
    `  ${t.totals}: ${agree}/${totals.comparisons.length} · ${t.basis} ${totals.participationBasis}`,
    ...wrong.map(
      (one) =>
        `    ${one.label}: ${t.published.toLowerCase()} ${number(one.published, lang)}, ${t.recomputed.toLowerCase()} ${number(one.recomputed, lang)} (${one.kind})`,
    ),
    `  ${t.findings}: ${t.summary(has('error'), has('warning'), has('note'))}`,
    ...(findings.length === 0 ? [`    ${paint(t.noFindings, 'good')}`] : findings.map((one) => findingLine(one, lang, paint))),
    ...loaded.faults.map((one) => faultLine(one, lang, paint)),
    ...statistics
      .filter((one) => one.count > 0)
      .map(
        (one) =>
          `    ${paint('·', 'note')} ${pick(one.title, lang)}: ${number(one.count, lang)}${one.percent === null ? '' : ` (${number(one.percent, lang)} %)`}`,
      ),
  ].join('\n');
}

const sign = { error: '✗', warning: '!', note: '·' } as const;

function findingLine(one: Finding | CutsFinding, lang: Lang, paint: Paint, place?: ReadonlyMap<number, number>): string {
  const t = reportWords(lang);
  const rows = one.rows.length > 0 ? ` · ${t.inRows(one.rows.slice(0, 5).join(', '))}${one.count > 5 ? '…' : ''}` : '';
  const corrected =
    'correctedIn' in one && one.correctedIn !== null ? ` · ${t.correctedIn(String(place?.get(one.correctedIn) ?? one.correctedIn))}` : '';
  return `    ${paint(sign[one.severity], one.severity)} ${pick(one.title, lang)} [${one.check}] × ${one.count}${rows}${corrected}\n      ${t.saw.toLowerCase()} ${one.saw} · ${t.expected.toLowerCase()} ${one.expected}`;
}

const faultLine = (one: ReadFault, lang: Lang, paint: Paint): string =>
  `    ${paint(sign[one.severity], one.severity)} ${one.file}: ${pick(one.what, lang)}${one.where ? ` (${pick(one.where, lang)})` : ''} ${pick(one.todo, lang)}`;

/** PREP against cómputos in a few lines. */
export function comparisonText(compared: SourcesCompared, lang: Lang, paint: Paint): string {
  const t = reportWords(lang);
  const line = (label: string, value: number) => `  ${label}: ${number(value, lang)}`;
  const alone = [...compared.columnsOnlyLeft, ...compared.columnsOnlyRight];
  return [
    line(t.matched, compared.matched),
    line(t.equal, compared.equal),
    paint(line(t.different, compared.different), compared.different > 0 ? 'warning' : 'good'),
    line(t.onlyLeft, compared.onlyLeft),
    line(t.onlyRight, compared.onlyRight),
    ...compared.columns.map(
      (column) =>
        `    ${column.name}: ${column.count} (${column.delta === undefined || column.delta <= 0 ? '' : '+'}${column.delta ?? ''})`,
    ),
    ...(alone.length > 0 ? [`  ≠ ${alone.join(', ')}`] : []),
  ].join('\n');
}

const countWords = catalogue({
  equalBytes: { es: 'Bytes iguales', en: 'Equal bytes' },
  equalContent: { es: 'Contenido igual', en: 'Equal content' },
  different: { es: 'Filas distintas', en: 'Different rows' },
  onlyLeft: { es: 'Sólo en el primero', en: 'Only in the first' },
  onlyRight: { es: 'Sólo en el segundo', en: 'Only in the second' },
  files: { es: 'Imágenes', en: 'Images' },
  matched: { es: 'Coinciden con su huella', en: 'Match their hash' },
  misnamed: { es: 'Coinciden con otro nombre', en: 'Match under another name' },
  differs: { es: 'No coinciden con su huella', en: 'Do not match their hash' },
  unknown: { es: 'Sin acta publicada', en: 'Without a published acta' },
  actasWithoutImage: { es: 'Actas sin imagen', en: 'Actas without an image' },
  yes: { es: 'sí', en: 'yes' },
  no: { es: 'no', en: 'no' },
});
type CountName = Exclude<keyof ReturnType<typeof countWords>, 'yes' | 'no'>;

/** Counts with their names, and what was found between two sources. */
export function betweenText(
  counts: Readonly<Partial<Record<CountName, number | boolean>>>,
  findings: readonly CutsFinding[],
  lang: Lang,
  paint: Paint,
): string {
  const t = countWords(lang);
  // The keys of the counts are their names.
  const lines = (Object.entries(counts) as [CountName, number | boolean][]).map(([name, value]) => {
    const said = typeof value === 'number' ? number(value, lang) : value ? t.yes : t.no;
    return `  ${t[name]}: ${said}`;
  });
  return [...lines, ...findings.map((one) => findingLine(one, lang, paint))].join('\n');
}
