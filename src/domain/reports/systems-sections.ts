import { longDate, mediumDate } from '../../core/date-words.ts';
import type { Block, Inline } from '../../core/document.ts';
import { pick } from '../../core/words.ts';
import { confirmationWords } from '../plan/views.ts';
import { type Row, risksOf, rowsOf, stageMark, stages } from '../systems/views.ts';
import type { ReportInputs, Section } from './section.ts';
import { changesOfSystems } from './systems-changes.ts';
import { conditionsOf } from './systems-conditions.ts';
import { hasProbes, serviceOf } from './systems-service.ts';
import { annexOfSystems, figuresOf, goLivesOf, incidentsIn, type Period, shownStage, statesOf } from './systems-status.ts';
import { systemsReportWords } from './systems-words.ts';
import { informeWords } from './words.ts';

type Heading = 'summary' | 'states' | 'goLives' | 'incidents' | 'service' | 'figures' | 'risks' | 'changes' | 'annex';
const titled = (row: Heading) => ({ es: systemsReportWords('es')[row], en: systemsReportWords('en')[row] });
/** Since the last cut-off, or since ever. */
const periodOf = ({ before, cutoff }: ReportInputs): Period => ({ from: before?.cutoff, to: cutoff });
const area = 'systems-unit';

/** The informe of the systems of the RED INE. */
export const systemsSections: readonly Section[] = [
  { id: 'resumen', title: titled('summary'), area: 'technical-secretariat', of: (inputs) => summaryOf(inputs, rowsAt(inputs)) },
  { id: 'estado', title: titled('states'), area, of: (inputs) => [statesOf(rowsAt(inputs), inputs.lang)] },
  { id: 'puestas-en-produccion', title: titled('goLives'), area, of: goLivesAt },
  { id: 'incidentes', title: titled('incidents'), area, of: (inputs) => [incidentsIn(rowsAt(inputs), periodOf(inputs), inputs.lang)] },
  { id: 'niveles-de-servicio', title: titled('service'), area, when: hasProbes, of: (inputs) => serviceOf(rowsAt(inputs), inputs) },
  { id: 'cifras', title: titled('figures'), area, of: (inputs) => [figuresOf(rowsAt(inputs), inputs.now.process, inputs.lang)] },
  { id: 'riesgos', title: titled('risks'), area, of: (inputs) => [risksTable(inputs)] },
  { id: 'cambios', title: titled('changes'), area, of: changesAt },
  { id: 'anexo', title: titled('annex'), annex: true, of: annexAt },
];

function goLivesAt(inputs: ReportInputs): readonly Block[] {
  const rows = rowsAt(inputs);
  return [...goLivesOf(rows, periodOf(inputs), inputs.lang), ...conditionsOf(rows, inputs.lang)];
}

function changesAt(inputs: ReportInputs): readonly Block[] {
  const { before, lang } = inputs;
  const past = before && rowsOf(before.reading.process, before.reading.systems, before.cutoff);
  return changesOfSystems(rowsAt(inputs), past, before?.cutoff, lang);
}

function annexAt(inputs: ReportInputs): readonly Block[] {
  return [{ kind: 'paragraph', text: systemsReportWords(inputs.lang).annexText }, ...annexOfSystems(rowsAt(inputs), inputs.lang)];
}

const rowsAt = ({ now, cutoff }: ReportInputs): readonly Row[] => rowsOf(now.process, now.systems, cutoff);

function summaryOf({ lang, meeting, now, cutoff }: ReportInputs, rows: readonly Row[]): readonly Block[] {
  const s = systemsReportWords(lang);
  const t = informeWords(lang);
  const counts = stages.map((stage) => rows.filter((row) => row.stage === stage).length);
  const used = stages.filter((_, index) => (counts[index] ?? 0) > 0);
  const risks = risksOf(now.process, now.systems, cutoff).length;
  const toConfirm = rows.filter((row) => row.confirmation === 'to-confirm').length;
  const parts = used.map((stage) => `${counts[stages.indexOf(stage)]} ${stageMark(stage, lang).word.toLowerCase()}`);
  const forMeeting = meeting ? ` ${t.presentationMeeting(meeting.number, longDate(meeting.date, lang))}` : '';
  if (rows.length === 0) return [{ kind: 'paragraph', text: s.nothing }];
  return [
    { kind: 'paragraph', text: `${s.summaryText(rows.length, parts.join(', '))}${forMeeting}` },
    { kind: 'paragraph', text: s.summaryRisks(risks, rows.filter((row) => row.stage === 'unknown').length) },
    { kind: 'paragraph', text: s.summaryConfirm(toConfirm, rows.length, pick(confirmationWords['to-confirm'], lang)) },
    {
      kind: 'chart',
      id: 'estado-barras',
      title: s.byStage,
      alt: `${s.byStage}: ${parts.join(', ')}.`,
      unit: s.unit,
      series: used.map((stage) => ({ name: stageMark(stage, lang).word, shape: stageMark(stage, lang).shape })),
      bars: [{ label: s.redIne, values: used.map((stage) => counts[stages.indexOf(stage)] ?? 0) }],
    },
    {
      kind: 'table',
      id: 'estado-conteo',
      caption: s.byStage,
      columns: [
        { title: t.status, head: true, width: 3 },
        { title: s.systems, align: 'end' },
      ],
      rows: used.map((stage): readonly [Inline, number] => [shownStage(stage, lang), counts[stages.indexOf(stage)] ?? 0]),
    },
  ];
}

function risksTable({ now, cutoff, lang }: ReportInputs): Block {
  const s = systemsReportWords(lang);
  return {
    kind: 'table',
    id: 'riesgos',
    caption: s.risks,
    columns: [
      { title: s.system, head: true, width: 2.4 },
      { title: s.risk, width: 4 },
      { title: s.since, width: 1.3 },
    ],
    rows: risksOf(now.process, now.systems, cutoff).map((risk) => [
      pick(risk.system.description.name, lang),
      `${pick(risk.title, lang)}. ${pick(risk.explanation, lang)}`,
      mediumDate(risk.since, lang),
    ]),
    empty: s.noRisks,
  };
}
