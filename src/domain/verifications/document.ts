import { mediumDate } from '../../core/date-words.ts';
import type { Block, Chart, Document, Shape } from '../../core/document.ts';
import { type Lang, pick } from '../../core/words.ts';
import { documentWords } from './document-words.ts';
import type { FiledCut, FindingsFile, Severity } from './findings-file.ts';
import { familyWords } from './page-words.ts';
import { districtsOf, type RuleFound, rulesOf, seenText } from './read.ts';

/** Where the document comes from, when it is made of a record: the OPL, and the position and root of the log. */
export type RecordedAt = { readonly opl: string; readonly position: number; readonly root: string };

const shapes: Readonly<Record<Severity, Shape>> = { error: 'late', warning: 'observed', note: 'todo' };
const severities: readonly Severity[] = ['error', 'warning', 'note'];
/** A report is read by people: beyond these the findings file has the rest. */
const most = { cuts: 40, districts: 32, places: 12 };

/** What was found, as a document of one or more elections: a page to decide by, then what supports it. */
export function verificationDocument(files: readonly FindingsFile[], lang: Lang, recorded?: RecordedAt): Document {
  const t = documentWords(lang);
  const [only] = files;
  return {
    lang,
    title: t.title,
    ...(only && files.length === 1 ? { subtitle: only.election.title } : {}),
    facts: [
      ...(recorded ? ([[t.opl, recorded.opl.toUpperCase()]] as const) : []),
      ...files.flatMap((file) => factsOf(file, lang, files.length > 1)),
    ],
    ...(files.some((file) => file.asked.drill) ? { notice: t.drill } : {}),
    footer: recorded ? t.footerRecorded(recorded.position, recorded.root) : t.footer,
    blocks:
      files.length === 0
        ? [{ kind: 'paragraph', text: t.nothing }]
        : files.flatMap((file, i) => electionBlocks(file, lang, files.length > 1 ? i + 1 : 0)),
  };
}

function factsOf(file: FindingsFile, lang: Lang, several: boolean): readonly (readonly [string, string])[] {
  const t = documentWords(lang);
  const last = file.cuts.at(-1);
  const name = several ? `${file.election.title} · ` : '';
  return [
    [t.cuts, `${name}${file.cuts.length}, ${t.lastAt} ${last?.cutAt ? time(last.cutAt, lang) : t.noTime}`],
    [t.rules, `${t.version} ${file.checkSet.version} · ${file.checkSet.sha256.slice(0, 16)}`],
  ];
}

const time = (cutAt: string, lang: Lang): string => `${mediumDate(cutAt.slice(0, 10), lang)}, ${cutAt.slice(11, 16)}`;

function electionBlocks(file: FindingsFile, lang: Lang, n: number): readonly Block[] {
  const t = documentWords(lang);
  const tag = n === 0 ? '' : `-${n}`;
  const rules = rulesOf(file);
  const last = file.cuts.at(-1);
  return [
    ...(n === 0 ? [] : [heading(file.election.title, `eleccion${tag}`)]),
    heading(t.summary, `resumen${tag}`),
    { kind: 'list', ordered: false, items: summary(file, rules, lang) },
    { kind: 'paragraph', text: t.cause },
    ...(rules.length === 0 ? [] : [familiesChart(rules, lang, tag), rulesTable(rules, lang, tag)]),
    heading(t.progress, `avance${tag}`),
    progressChart(file, lang, tag),
    cutsTable(file, lang, tag),
    ...(last
      ? [
          heading(t.totals, `totales${tag}`),
          { kind: 'paragraph' as const, text: t.ofCut(file.cuts.length, last.name) },
          totalsTable(last, lang, tag),
        ]
      : []),
    ...districtBlocks(file, lang, tag),
    ...(rules.length === 0 ? [] : [heading(t.detail, `detalle${tag}`), ...rules.flatMap((rule) => ruleBlocks(rule, lang, tag))]),
    heading(t.inputs, `archivos${tag}`),
    inputsTable(file, lang, tag),
  ];
}

const heading = (text: string, id: string, level: 2 | 3 = 2): Block => ({ kind: 'heading', level, text, id });

function summary(file: FindingsFile, rules: readonly RuleFound[], lang: Lang): readonly string[] {
  const t = documentWords(lang);
  const last = file.cuts.at(-1);
  const of = (severity: Severity) => rules.filter((rule) => rule.check.severity === severity && rule.open > 0);
  const open = (severity: Severity) => of(severity).reduce((sum, rule) => sum + rule.open, 0);
  const wrong = last?.totals.filter((total) => total.kind === 'different') ?? [];
  const changed = file.changes.reduce((sum, change) => sum + change.changedAfterCapture, 0);
  const votes = file.changes.reduce((sum, change) => sum + change.votesDelta, 0);
  const corrected = rules.reduce((sum, rule) => sum + rule.corrected, 0);
  return [
    ...(last ? [t.standing(last.standing.counted, last.standing.notCounted, last.standing.notCaptured)] : []),
    wrong.length === 0 ? t.totalsAgree : t.totalsDiffer(wrong.map((total) => total.label).join(', ')),
    t.open(open('error'), of('error').length, open('warning'), of('warning').length, open('note')),
    ...(file.changes.length === 0 ? [] : [changed === 0 ? t.nothingChanged : t.changed(changed, votes)]),
    ...(corrected === 0 ? [] : [t.corrected(corrected)]),
  ];
}

function progressChart(file: FindingsFile, lang: Lang, tag: string): Chart {
  const t = documentWords(lang);
  // Of a long night, evenly chosen cuts: the first, the last and those between.
  const step = Math.max(1, Math.ceil(file.cuts.length / most.cuts));
  const shown = file.cuts.flatMap((cut, i) => (i % step === 0 || i === file.cuts.length - 1 ? [{ cut, place: i + 1 }] : []));
  return {
    kind: 'chart',
    id: `grafica-avance${tag}`,
    title: t.progress,
    alt: t.progressAlt(file.cuts.length),
    unit: t.actas,
    series: [
      { name: t.counted, shape: 'done' },
      { name: t.notCounted, shape: 'observed' },
      { name: t.notCaptured, shape: 'todo' },
    ],
    bars: shown.map(({ cut: { cutAt, standing }, place }) => ({
      label: `${place} · ${cutAt?.slice(11, 16) ?? t.noTime}`,
      values: [standing.counted, standing.notCounted, standing.notCaptured],
    })),
  };
}

function familiesChart(rules: readonly RuleFound[], lang: Lang, tag: string): Chart {
  const t = documentWords(lang);
  const words = familyWords(lang);
  const families = [...new Set(rules.map((rule) => rule.check.family))];
  const name = (family: string) => (Object.hasOwn(words, family) ? words[family as keyof typeof words] : family); // just found among them
  return {
    kind: 'chart',
    id: `grafica-familias${tag}`,
    title: t.byFamily,
    alt: t.byFamilyAlt,
    unit: t.places,
    series: severities.map((severity) => ({ name: t[severity], shape: shapes[severity] })),
    bars: families.map((family) => ({
      label: name(family),
      values: severities.map((severity) =>
        rules.filter((rule) => rule.check.family === family && rule.check.severity === severity).reduce((sum, rule) => sum + rule.open, 0),
      ),
    })),
  };
}

function rulesTable(rules: readonly RuleFound[], lang: Lang, tag: string): Block {
  const t = documentWords(lang);
  return {
    kind: 'table',
    id: `reglas${tag}`,
    caption: t.byRule,
    columns: [
      { title: t.rule, head: true, width: 4.2 },
      { title: t.severity, width: 1.6 },
      { title: t.openPlaces, align: 'end', width: 1.1 },
      { title: t.correctedPlaces, align: 'end', width: 1.2 },
    ],
    rows: rules.map(({ check, open, corrected }) => [
      pick(check.title, lang),
      [{ mark: 'status', status: { shape: shapes[check.severity], word: t[check.severity] } }],
      open,
      corrected,
    ]),
  };
}

function cutsTable(file: FindingsFile, lang: Lang, tag: string): Block {
  const t = documentWords(lang);
  const end = (title: string) => ({ title, align: 'end' as const });
  return {
    kind: 'table',
    id: `cortes${tag}`,
    caption: t.cutsTable,
    columns: [
      { title: t.cut, head: true, width: 2.4 },
      ...[t.counted, t.notCounted, t.notCaptured, t.newlyCaptured, t.changedAfter, t.votes].map(end),
    ],
    rows: file.cuts.map(({ cutAt, standing }, i) => {
      const change = file.changes.find((one) => one.to === i + 1);
      return [
        `${i + 1} · ${cutAt === null ? t.noTime : time(cutAt, lang)}`,
        standing.counted,
        standing.notCounted,
        standing.notCaptured,
        change?.newlyCaptured ?? null,
        change?.changedAfterCapture ?? null,
        change?.votesDelta ?? null,
      ];
    }),
  };
}

function totalsTable({ totals }: FiledCut, lang: Lang, tag: string): Block {
  const t = documentWords(lang);
  const verdict = (kind: string): { shape: Shape; word: string } =>
    kind === 'equal'
      ? { shape: 'done', word: t.agrees }
      : kind === 'different'
        ? { shape: 'late', word: t.differs }
        : kind === 'not-compared'
          ? { shape: 'unknown', word: t.notCompared }
          : { shape: 'observed', word: t.rounding };
  return {
    kind: 'table',
    id: `tabla-totales${tag}`,
    caption: t.totals,
    columns: [
      { title: t.total, head: true, width: 4 },
      { title: t.published, align: 'end', width: 1.5 },
      { title: t.recomputed, align: 'end', width: 1.5 },
      { title: t.difference, align: 'end', width: 1.3 },
      { title: t.result, width: 1.7 },
    ],
    rows: totals.map((total) => [
      total.numerator === null ? total.label : [total.label, ' ', { mark: 'small', text: `${total.numerator} ÷ ${total.denominator}` }],
      total.published,
      total.recomputed,
      total.difference,
      [{ mark: 'status', status: verdict(total.kind) }],
    ]),
  };
}

/** The third picture: where in the territory it differs. Left out where the file names no district, or nothing differs. */
function districtBlocks(file: FindingsFile, lang: Lang, tag: string): readonly Block[] {
  const t = documentWords(lang);
  const all = districtsOf(file);
  const apart = all.filter((one) => one.found + one.changed > 0).toSorted((a, b) => b.found + b.changed - a.found - a.changed);
  if (apart.length === 0) return [];
  return [
    heading(t.byDistrict, `distritos${tag}`),
    {
      kind: 'chart',
      id: `grafica-distritos${tag}`,
      title: t.byDistrict,
      alt: t.byDistrictAlt,
      unit: t.actas,
      series: [
        { name: t.withFinding, shape: 'late' },
        { name: t.changedAfter, shape: 'observed' },
      ],
      bars: apart.slice(0, most.districts).map(({ place, found, changed }) => ({ label: place, values: [found, changed] })),
    },
    {
      kind: 'table',
      id: `tabla-distritos${tag}`,
      caption: t.byDistrict,
      columns: [
        { title: t.district, head: true, width: 3 },
        ...[t.actas, t.withFinding, t.changedAfter, t.votes].map((title) => ({ title, align: 'end' as const })),
      ],
      rows: all.map(({ place, actas, found, changed, votesDelta }) => [place, actas, found, changed, votesDelta]),
    },
  ];
}

function ruleBlocks({ id, check, findings, open, corrected }: RuleFound, lang: Lang, tag: string): readonly Block[] {
  const t = documentWords(lang);
  const shown = findings.slice(0, most.places);
  return [
    heading(pick(check.title, lang), `regla-${id}${tag}`, 3),
    {
      kind: 'paragraph',
      text: [
        { mark: 'status', status: { shape: shapes[check.severity], word: t[check.severity] } },
        ` ${t.openAnd(open, corrected)} ${pick(check.overseer, lang)} `,
        { mark: 'small', text: `${t.source}: ${pick(check.source, lang)}.` },
      ],
    },
    {
      kind: 'table',
      id: `lugares-${id}${tag}`,
      caption: findings.length > shown.length ? t.firstOf(shown.length, findings.length) : t.where,
      columns: [
        { title: t.place, head: true, width: 2.2 },
        { title: t.saw, width: 3.2 },
        { title: t.expected, width: 3 },
        { title: t.seenIn, width: 1 },
        { title: t.correctedIn, width: 1.1 },
      ],
      rows: shown.map((one) => [
        one.count > 1 ? t.many(one.count) : (one.subject ?? (one.row === null ? '—' : `${t.row} ${one.row}`)),
        one.saw,
        one.expected,
        seenText(one),
        one.correctedIn === null ? '—' : String(one.correctedIn),
      ]),
    },
  ];
}

function inputsTable(file: FindingsFile, lang: Lang, tag: string): Block {
  const t = documentWords(lang);
  return {
    kind: 'table',
    id: `entradas${tag}`,
    caption: t.inputs,
    columns: [
      { title: t.cut, head: true, width: 0.6 },
      { title: t.file, width: 3 },
      { title: 'SHA-256', width: 4 },
    ],
    rows: file.cuts.map(({ name, sha256 }, i) => [String(i + 1), name, [{ mark: 'code', text: sha256 }]]),
  };
}
