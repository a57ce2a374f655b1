import { mediumDate } from '../../core/date-words.ts';
import type { Cell, Table } from '../../core/document.ts';
import { type Lang, pick } from '../../core/words.ts';
import type { ReportKind } from './events.ts';
import { anchorText, attentionWords, observationWords, standingWords } from './observation-words.ts';
import { type ReportObservation, standingOf } from './observations.ts';
import type { ReportInputs, Section } from './section.ts';

/**
 * The annex: what was observed of the informe before this one, and of the earlier editions of this one, with what was answered. It is read
 * at the position, not at the cut-off, since people observe after it.
 */
export const observationsSection = (kind: ReportKind): Section => ({
  id: 'observaciones',
  title: { es: observationWords('es').annex, en: observationWords('en').annex },
  annex: true,
  when: (inputs) => inputs.audience === undefined && observedBefore(kind, inputs).length > 0,
  of: (inputs) => [
    { kind: 'paragraph', text: observationWords(inputs.lang).annexText },
    observationsTable(observedBefore(kind, inputs), inputs.lang, inputs.cutoff),
  ],
});

function observedBefore(kind: ReportKind, { said, cutoff, before }: ReportInputs): readonly ReportObservation[] {
  const reports = said?.reports;
  if (!reports) return [];
  return [...reports.reports.values()]
    .filter((one) => one.kind === kind && (one.cutoff === cutoff || one.cutoff === before?.cutoff))
    .sort((a, b) => (a.cutoff === b.cutoff ? a.edition - b.edition : a.cutoff < b.cutoff ? -1 : 1))
    .flatMap((one) => reports.observations.get(one.id) ?? []);
}

/** The matrix of observations and answers. */
export function observationsTable(observations: readonly ReportObservation[], lang: Lang, day: string): Table {
  const t = observationWords(lang);
  const name = (one: { readonly from?: { readonly es: string; readonly en: string }; readonly by: { readonly office: string } }) =>
    one.from ? pick(one.from, lang) : one.by.office;
  return {
    kind: 'table',
    id: 'matriz',
    caption: t.matrix,
    columns: [
      { title: t.number, head: true, width: 1.5 },
      { title: t.observer, width: 1.8 },
      { title: t.where, width: 2.2 },
      { title: t.observation, width: 3.4 },
      { title: t.answer, width: 3.4 },
      { title: t.attention, width: 1.8 },
    ],
    rows: observations.map((one): readonly Cell[] => [
      `${one.report} · ${one.observation}`,
      `${name(one)}, ${mediumDate(one.on, lang)}`,
      anchorText(one, lang),
      one.text,
      one.answers.length === 0
        ? t.answerDue(mediumDate(one.answerBy, lang))
        : one.answers.map((each) => `${each.text} (${name(each)}, ${mediumDate(each.on, lang)})`).join(' · '),
      one.attention
        ? [attentionWords(lang)[one.attention.how], one.attention.note].filter((text) => text !== undefined).join('. ')
        : standingWords(lang)[standingOf(one, day)],
    ]),
    empty: t.none,
  };
}
