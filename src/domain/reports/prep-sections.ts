import { longDate } from '../../core/date-words.ts';
import type { Block } from '../../core/document.ts';
import { pick } from '../../core/words.ts';
import { dueSoon, type Item, matrixOf, planInForce } from '../plan/views.ts';
import { documentsSection } from './documents-section.ts';
import { drillsSection } from './drills-section.ts';
import { changesOf } from './prep-changes.ts';
import { annexOf, attentionOf, progressOf, topicsOf, upcomingOf } from './prep-status.ts';
import { risksSection } from './risks-section.ts';
import type { ReportInputs, Section } from './section.ts';
import { informeWords } from './words.ts';

const matrixAt = ({ now, cutoff }: ReportInputs) => matrixOf(now.process, now.plan, cutoff);
const itemsAt = (inputs: ReportInputs): readonly Item[] => matrixAt(inputs).flatMap((row) => row.items);

const titled = (name: 'presentation' | 'legal' | 'state' | 'changed' | 'attention' | 'upcoming' | 'annex') => ({
  es: informeWords('es')[name],
  en: informeWords('en')[name],
});

/** The informe on the PREPs. */
export const prepSections: readonly Section[] = [
  { id: 'presentacion', title: titled('presentation'), area: 'technical-secretariat', of: presentation },
  { id: 'base-legal', title: titled('legal'), of: legalBasis },
  { id: 'estado', title: titled('state'), area: 'systems-unit', of: (inputs) => progressOf(matrixAt(inputs), inputs.lang) },
  { id: 'cambios', title: titled('changed'), area: 'systems-unit', of: (inputs) => changesOf(inputs, itemsAt(inputs)) },
  {
    id: 'atencion',
    title: titled('attention'),
    area: 'systems-unit',
    of: (inputs) => [attentionOf(itemsAt(inputs), inputs.now, inputs.lang)],
  },
  documentsSection,
  drillsSection,
  risksSection,
  { id: 'por-vencer', title: titled('upcoming'), of: upcoming },
  {
    id: 'anexo',
    title: titled('annex'),
    annex: true,
    of: ({ now, lang }) => [{ kind: 'paragraph', text: informeWords(lang).annexText }, annexOf(now, lang)],
  },
];

function presentation({ lang, now, meeting }: ReportInputs): readonly Block[] {
  const t = informeWords(lang);
  const opls = now.process.opls.map((opl) => `${opl.acronym} (${pick(opl.name, lang)})`).join(', ');
  const forMeeting = meeting ? t.presentationMeeting(meeting.number, longDate(meeting.date, lang)) : '';
  return [{ kind: 'paragraph', text: t.presentationText(opls, forMeeting) }];
}

function legalBasis({ now, lang }: ReportInputs): readonly Block[] {
  const t = informeWords(lang);
  const plan = planInForce(now.plan);
  if (!plan) return [{ kind: 'paragraph', text: t.noPlan }];
  const open = plan.obligations.filter((one) => one.confirmation === 'to-confirm').length;
  return [
    { kind: 'paragraph', text: t.legalNorm(plan.norm, plan.agreement.name, longDate(plan.on, lang)) },
    { kind: 'paragraph', text: t.legalConfirm(open, plan.obligations.length) },
  ];
}

function upcoming(inputs: ReportInputs): readonly Block[] {
  const { now, cutoff, lang } = inputs;
  return [
    upcomingOf(dueSoon(itemsAt(inputs), cutoff, 30), lang),
    ...matrixAt(inputs).map((row) => topicsOf(row.opl, row.items, now, cutoff, lang)),
  ];
}
