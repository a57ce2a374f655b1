import { mediumDate } from '../../core/date-words.ts';
import type { Block, Document } from '../../core/document.ts';
import type { Lang } from '../../core/words.ts';
import { comparisonDocumentWords } from './comparison-document-words.ts';
import type { ComparisonFile } from './comparison-file.ts';
import type { RecordedAt } from './document.ts';

/** A report is read by people: beyond these the comparison file has the rest. */
const most = { districts: 32, casillas: 60, keys: 20 };

/** PREP against its final count, as a document: how much agrees, by whose votes it differs, and where. */
export function comparisonDocument(file: ComparisonFile, lang: Lang, recorded?: RecordedAt): Document {
  const t = comparisonDocumentWords(lang);
  const { counts } = file;
  const alone = [...file.keysOnlyLeft, ...file.keysOnlyRight].length > 0;
  return {
    lang,
    title: t.title,
    subtitle: file.election.title,
    facts: [
      ...(recorded ? ([[t.opl, recorded.opl.toUpperCase()]] as const) : []),
      [t.prep, sideOf(file.prep, lang)],
      [t.computos, sideOf(file.computos, lang)],
    ],
    footer: recorded ? t.footerRecorded(recorded.position, recorded.root) : t.footer,
    blocks: [
      heading(t.summary, 'resumen'),
      { kind: 'list', ordered: false, items: summary(file, lang) },
      { kind: 'paragraph', text: t.cause },
      ...(file.columns.length === 0 ? [] : [heading(t.byParty, 'partidos'), partiesTable(file, lang)]),
      ...districtBlocks(file, lang),
      ...(file.rows.length === 0 ? [] : [heading(t.byCasilla, 'casillas'), casillasTable(file, lang)]),
      ...(alone || counts.withoutKeyLeft + counts.withoutKeyRight > 0 ? [heading(t.alone, 'solas'), aloneTable(file, lang)] : []),
      heading(t.inputs, 'archivos'),
      inputsTable(file, lang),
    ],
  };
}

const heading = (text: string, id: string): Block => ({ kind: 'heading', level: 2, text, id });
const signed = (delta: number, lang: Lang): string => delta.toLocaleString(lang === 'es' ? 'es-MX' : 'en', { signDisplay: 'exceptZero' });

function sideOf({ name, cutAt, rows }: ComparisonFile['prep'], lang: Lang): string {
  const t = comparisonDocumentWords(lang);
  const time = cutAt === null ? t.noTime : `${mediumDate(cutAt.slice(0, 10), lang)}, ${cutAt.slice(11, 16)}`;
  return `${name} · ${time} · ${t.actas(rows)}`;
}

function summary({ counts, columns, columnsOnlyLeft, columnsOnlyRight }: ComparisonFile, lang: Lang): readonly string[] {
  const t = comparisonDocumentWords(lang);
  const net = columns.reduce((sum, column) => sum + column.delta, 0);
  const without = [...columnsOnlyLeft, ...columnsOnlyRight];
  return [
    t.matched(counts.matched),
    counts.different === 0 ? t.allEqual : t.different(counts.different, counts.equal, signed(net, lang)),
    t.onlyIn(counts.onlyLeft, counts.onlyRight),
    ...(counts.uncertainMatches === 0 ? [] : [t.uncertain(counts.uncertainMatches)]),
    ...(without.length === 0 ? [] : [t.notCompared(without.join(', '))]),
  ];
}

function partiesTable({ columns }: ComparisonFile, lang: Lang): Block {
  const t = comparisonDocumentWords(lang);
  return {
    kind: 'table',
    id: 'tabla-partidos',
    caption: t.byParty,
    columns: [
      { title: t.party, head: true, width: 3 },
      { title: t.casillas, align: 'end' },
      { title: t.net, align: 'end' },
    ],
    rows: columns.map(({ name, count, delta }) => [name, count, signed(delta, lang)]),
  };
}

function districtBlocks({ places }: ComparisonFile, lang: Lang): readonly Block[] {
  const t = comparisonDocumentWords(lang);
  const apart = places.filter((place) => place.different > 0).toSorted((a, b) => b.different - a.different);
  if (apart.length === 0) return [];
  return [
    heading(t.byDistrict, 'distritos'),
    {
      kind: 'chart',
      id: 'grafica-distritos',
      title: t.byDistrict,
      alt: t.byDistrictAlt,
      unit: t.casillas,
      series: [{ name: t.differ, shape: 'observed' }],
      bars: apart.slice(0, most.districts).map(({ place, different }) => ({ label: place, values: [different] })),
    },
    {
      kind: 'table',
      id: 'tabla-distritos',
      caption: t.byDistrict,
      columns: [
        { title: t.district, head: true, width: 3 },
        ...[t.compared, t.differ, t.net].map((title) => ({ title, align: 'end' as const })),
      ],
      rows: places.map(({ place, matched, different, delta }) => [place, matched, different, signed(delta, lang)]),
    },
  ];
}

function casillasTable({ rows, columns }: ComparisonFile, lang: Lang): Block {
  const t = comparisonDocumentWords(lang);
  const all = columns.reduce((sum, column) => sum + column.count, 0);
  const shown = rows.slice(0, most.casillas);
  return {
    kind: 'table',
    id: 'tabla-casillas',
    caption: all > shown.length ? t.firstOf(shown.length, all) : t.byCasilla,
    columns: [
      { title: t.casilla, head: true, width: 2.4 },
      { title: t.party, width: 2 },
      { title: t.prep, align: 'end' },
      { title: t.computos, align: 'end' },
    ],
    rows: shown.map(({ key, column, left, right }) => [key, column, left, right]),
  };
}

function aloneTable({ counts, keysOnlyLeft, keysOnlyRight }: ComparisonFile, lang: Lang): Block {
  const t = comparisonDocumentWords(lang);
  const listed = (keys: readonly string[], all: number): string =>
    keys.length === 0 ? '—' : `${keys.slice(0, most.keys).join(', ')}${all > most.keys ? ' …' : ''}`;
  return {
    kind: 'table',
    id: 'tabla-solas',
    caption: t.alone,
    columns: [
      { title: t.source, head: true, width: 1.6 },
      { title: t.casillas, align: 'end' },
      { title: t.keys, width: 4 },
      { title: t.withoutKey, align: 'end' },
    ],
    rows: [
      [t.prep, counts.onlyLeft, listed(keysOnlyLeft, counts.onlyLeft), counts.withoutKeyLeft],
      [t.computos, counts.onlyRight, listed(keysOnlyRight, counts.onlyRight), counts.withoutKeyRight],
    ],
  };
}

function inputsTable({ prep, computos }: ComparisonFile, lang: Lang): Block {
  const t = comparisonDocumentWords(lang);
  return {
    kind: 'table',
    id: 'entradas',
    caption: t.inputs,
    columns: [
      { title: t.source, head: true, width: 1 },
      { title: t.file, width: 3 },
      { title: 'SHA-256', width: 4 },
    ],
    rows: [
      [t.prep, prep.name, [{ mark: 'code', text: prep.sha256 }]],
      [t.computos, computos.name, [{ mark: 'code', text: computos.sha256 }]],
    ],
  };
}
