import type { Block, Document, Shape } from '../../core/document.ts';
import { type Lang, pick } from '../../core/words.ts';
import { families, type Severity, severities } from '../checks/check.ts';
import type { Verification, VerifiedCut } from '../verify.ts';
import { familyWords, reportWords } from './words.ts';

const shapes: Readonly<Record<Severity, Shape>> = { error: 'late', warning: 'observed', note: 'todo' };

/** The verification as a document: the same tree becomes HTML, Markdown, PDF and DOCX. */
export function verificationDocument({ cuts, series, faults }: Verification, lang: Lang): Document {
  const t = reportWords(lang);
  const place = new Map(cuts.map((cut, i) => [cut.loaded.cut, i + 1]));
  const changes = series.flatMap((one) => one.changes);
  const between = series.flatMap((one) => one.findings);
  return {
    lang,
    title: t.title,
    facts: cuts
      .slice(0, 12)
      .map(({ loaded }, i) => [`${t.cut} ${i + 1}`, `${loaded.election} · ${loaded.cutAt ?? t.noTime} · ${loaded.sha256.slice(0, 16)}`]),
    footer: t.footer(cuts.length),
    blocks: [
      { kind: 'paragraph', text: t.cause },
      ...(cuts.length === 0
        ? [{ kind: 'paragraph' as const, text: t.nothing }]
        : [progressOf(cuts, lang), cutsTable(cuts, lang), familiesOf(cuts, lang)]),
      ...cuts.flatMap((cut, i) => cutBlocks(cut, i + 1, lang)),
      ...(changes.length > 0
        ? [
            heading(t.changes, 'cambios'),
            {
              kind: 'table' as const,
              id: 'cambios-entre-cortes',
              caption: t.changes,
              columns: [
                { title: t.fromTo, head: true },
                ...[t.newRows, t.goneRows, t.newlyCaptured, t.changedAfter, t.votesDelta, t.uncertain].map((title) => ({
                  title,
                  align: 'end' as const,
                })),
              ],
              rows: changes.map((one) => [
                `${place.get(one.from)} → ${place.get(one.to)}`,
                one.newRows,
                one.goneRows,
                one.newlyCaptured,
                one.changedAfterCapture,
                one.votesDelta,
                one.uncertainMatches,
              ]),
            },
          ]
        : []),
      ...(between.length > 0 ? [findingsTable(between, 'hallazgos-entre-cortes', t.between, lang)] : []),
      ...(faults.length > 0
        ? [
            {
              kind: 'table' as const,
              id: 'lectura',
              caption: t.faults,
              columns: [
                { title: t.file, head: true, width: 2 },
                { title: t.what, width: 4 },
                { title: t.todo, width: 3 },
              ],
              rows: faults.map((one) => [one.file, pick(one.what, lang), pick(one.todo, lang)]),
            },
          ]
        : []),
    ],
  };
}

const heading = (text: string, id: string): Block => ({ kind: 'heading', level: 2, text, id });

function progressOf(cuts: readonly VerifiedCut[], lang: Lang): Block {
  const t = reportWords(lang);
  return {
    kind: 'chart',
    id: 'avance',
    title: t.progress,
    alt: t.progressAlt(cuts.length),
    unit: t.actas,
    series: [
      { name: t.counted, shape: 'done' },
      { name: t.notCounted, shape: 'observed' },
      { name: t.notCaptured, shape: 'todo' },
    ],
    bars: cuts.map(({ standing }, i) => ({
      label: `${t.cut} ${i + 1}`,
      values: [standing.counted, standing['not-counted'], standing['not-captured']],
    })),
  };
}

function cutsTable(cuts: readonly VerifiedCut[], lang: Lang): Block {
  const t = reportWords(lang);
  const columns = [t.rows, t.counted, t.notCounted, t.notCaptured, t.outOfCatalogue];
  return {
    kind: 'table',
    id: 'cortes',
    caption: t.cuts,
    columns: [{ title: t.cut, head: true }, { title: t.cutAt, width: 2.5 }, ...columns.map((title) => ({ title, align: 'end' as const }))],
    rows: cuts.map(({ loaded, standing }, i) => [
      `${i + 1}`,
      loaded.cutAt ?? t.noTime,
      loaded.rows,
      standing.counted,
      standing['not-counted'],
      standing['not-captured'],
      standing['out-of-catalogue'],
    ]),
  };
}

function familiesOf(cuts: readonly VerifiedCut[], lang: Lang): Block {
  const t = reportWords(lang);
  const all = cuts.flatMap((cut) => cut.findings);
  const found = families.filter((family) => all.some((one) => one.family === family));
  if (found.length === 0) return { kind: 'paragraph', text: t.noFindings };
  return {
    kind: 'chart',
    id: 'familias',
    title: t.byFamily,
    alt: t.byFamilyAlt,
    unit: t.findings.toLowerCase(),
    series: severities.map((severity) => ({ name: t[severity], shape: shapes[severity] })),
    bars: found.map((family) => ({
      label: familyWords(lang)[family],
      values: severities.map((severity) => all.filter((one) => one.family === family && one.severity === severity).length),
    })),
  };
}

function cutBlocks({ loaded, totals, findings, statistics }: VerifiedCut, place: number, lang: Lang): readonly Block[] {
  const t = reportWords(lang);
  return [
    heading(`${t.cut} ${place} · ${loaded.election}`, `corte-${place}`),
    {
      kind: 'paragraph',
      text: `${loaded.file} · ${t.digest} ${loaded.sha256} · ${t.readAs} ${loaded.detected.profile.value} · ${t.basis} ${totals.participationBasis}`,
    },
    {
      kind: 'table',
      id: `totales-${place}`,
      caption: t.totals,
      columns: [
        { title: t.total, head: true, width: 3 },
        { title: t.published, align: 'end', width: 1.4 },
        { title: t.recomputed, align: 'end', width: 1.4 },
        { title: t.difference, align: 'end', width: 1.2 },
        { title: t.over, width: 3 },
      ],
      rows: totals.comparisons.map((one) => [
        one.label,
        one.published,
        one.recomputed,
        one.difference,
        one.numerator === null || one.denominator === null ? '—' : `${one.numerator} / ${one.denominator}`,
      ]),
    },
    findingsTable(findings, `hallazgos-${place}`, t.findings, lang),
    {
      kind: 'table',
      id: `normal-${place}`,
      caption: t.statistics,
      columns: [
        { title: t.what, head: true, width: 4 },
        { title: t.count, align: 'end' },
        { title: t.of, align: 'end' },
        { title: t.percent, align: 'end' },
        { title: t.meaning, width: 4 },
      ],
      rows: statistics.map((one) => [pick(one.title, lang), one.count, one.of, one.percent, pick(one.meaning, lang)]),
    },
  ];
}

type Told = Pick<VerifiedCut['findings'][number], 'severity' | 'title' | 'count' | 'saw' | 'expected' | 'source' | 'texts' | 'rows'>;

function findingsTable(findings: readonly Told[], id: string, caption: string, lang: Lang): Block {
  const t = reportWords(lang);
  return {
    kind: 'table',
    id,
    caption,
    columns: [
      { title: t.severity, width: 1.3 },
      { title: t.what, head: true, width: 2.6 },
      { title: t.count, align: 'end', width: 0.8 },
      { title: `${t.saw} / ${t.expected}`, width: 3 },
      { title: t.meaning, width: 3.4 },
      { title: t.rule, width: 2 },
    ],
    rows: findings.map((one) => [
      [{ mark: 'status', status: { shape: shapes[one.severity], word: t[one.severity] } }],
      `${pick(one.title, lang)}${one.rows.length > 0 ? ` (${t.inRows(one.rows.slice(0, 5).join(', '))}${one.count > 5 ? '…' : ''})` : ''}`,
      one.count,
      `${one.saw} / ${one.expected}`,
      pick(one.texts.overseer, lang),
      pick(one.source, lang),
    ]),
    empty: t.noFindings,
  };
}
