import { longDate } from '../../core/date-words.ts';
import type { Block, Document } from '../../core/document.ts';
import type { IsoDate } from '../../core/event.ts';
import { type Lang, pick } from '../../core/words.ts';
import { dueSoon, matrixOf, planInForce } from '../plan/views.ts';
import { daysToJornada, electionDayOf, suspensionOn } from '../process/views.ts';
import { heading, type PrepReportInputs } from './prep-cells.ts';
import { changesOf } from './prep-changes.ts';
import { annexOf, attentionOf, progressOf, topicsOf, upcomingOf } from './prep-status.ts';
import { informeWords } from './words.ts';

/** The PREP informe. The same inputs give the same document, whoever asks and whenever. */
export function prepReport(inputs: PrepReportInputs): Document {
  const { lang, cutoff, now, position, root, meeting } = inputs;
  const { process } = now;
  const t = informeWords(lang);
  const suspended = suspensionOn(process, cutoff);
  const notices = [
    ...(process.fictitious ? [t.fictitious] : []),
    ...(suspended ? [t.suspended(longDate(suspended.from, lang), suspended.agreement.name)] : []),
  ];
  const jornada = electionDayOf(process);
  return {
    lang,
    title: t.title,
    subtitle: `${pick(process.name, lang)} · ${t.group}`,
    facts: [
      [t.cutoff, longDate(cutoff, lang)],
      [t.meeting, meeting ? t.meetingOf(meeting.number, longDate(meeting.date, lang)) : t.noMeeting],
      [t.jornada, jornada ? `${longDate(jornada.jornada, lang)} (${distance(jornada.jornada, cutoff, lang)})` : t.notFixed],
    ],
    ...(notices.length > 0 ? { notice: notices.join('. ') } : {}),
    footer: t.footer(position, root),
    blocks: blocksOf(inputs),
  };
}

function blocksOf(inputs: PrepReportInputs): readonly Block[] {
  const { lang, cutoff, now, meeting } = inputs;
  const t = informeWords(lang);
  const matrix = matrixOf(now.process, now.plan, cutoff);
  const items = matrix.flatMap((row) => row.items);
  const opls = now.process.opls.map((opl) => `${opl.acronym} (${pick(opl.name, lang)})`).join(', ');
  const forMeeting = meeting ? t.presentationMeeting(meeting.number, longDate(meeting.date, lang)) : '';
  return [
    heading(t.presentation, 'presentacion'),
    { kind: 'paragraph', text: t.presentationText(opls, forMeeting) },
    heading(t.legal, 'base-legal'),
    ...legalBasis(inputs),
    heading(t.state, 'estado'),
    ...progressOf(matrix, lang),
    heading(t.changed, 'cambios'),
    ...changesOf(inputs, items),
    heading(t.attention, 'atencion'),
    attentionOf(items, now, lang),
    heading(t.upcoming, 'por-vencer'),
    upcomingOf(dueSoon(items, cutoff, 30), lang),
    ...matrix.map((row) => topicsOf(row.opl, row.items, now, cutoff, lang)),
    { kind: 'pageBreak' },
    heading(t.annex, 'anexo'),
    { kind: 'paragraph', text: t.annexText },
    annexOf(now, lang),
  ];
}

function distance(jornada: IsoDate, day: IsoDate, lang: Lang): string {
  const t = informeWords(lang);
  const days = daysToJornada(jornada, day);
  return days > 0 ? t.daysLeft(days) : days < 0 ? t.daysGone(-days) : t.today;
}

function legalBasis({ now, lang }: PrepReportInputs): readonly Block[] {
  const t = informeWords(lang);
  const plan = planInForce(now.plan);
  if (!plan) return [{ kind: 'paragraph', text: t.noPlan }];
  const open = plan.obligations.filter((one) => one.confirmation === 'to-confirm').length;
  return [
    { kind: 'paragraph', text: t.legalNorm(plan.norm, plan.agreement.name, longDate(plan.on, lang)) },
    { kind: 'paragraph', text: t.legalConfirm(open, plan.obligations.length) },
  ];
}
