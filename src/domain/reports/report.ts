import { longDate } from '../../core/date-words.ts';
import type { Block, Document } from '../../core/document.ts';
import type { IsoDate } from '../../core/event.ts';
import { type Lang, pick } from '../../core/words.ts';
import { daysToJornada, electionDayOf, suspensionOn } from '../process/views.ts';
import type { ReportKind } from './events.ts';
import type { ReportInputs, Section } from './section.ts';
import { sectionsOf } from './sections.ts';
import { informeWords, reportTitles } from './words.ts';

/** An informe. The same inputs give the same document, whoever asks and whenever. */
export function reportDocument(kind: ReportKind, inputs: ReportInputs): Document {
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
    title: pick(reportTitles[kind], lang),
    subtitle: `${pick(process.name, lang)} · ${t.group}`,
    facts: [
      [t.cutoff, longDate(cutoff, lang)],
      [t.meeting, meeting ? t.meetingOf(meeting.number, longDate(meeting.date, lang)) : t.noMeeting],
      [t.jornada, jornada ? `${longDate(jornada.jornada, lang)} (${distance(jornada.jornada, cutoff, lang)})` : t.notFixed],
    ],
    ...(notices.length > 0 ? { notice: notices.join('. ') } : {}),
    footer: t.footer(position, root),
    blocks: sectionsOf(kind)
      .filter((section) => section.when?.(inputs) ?? true)
      .flatMap((section) => sectionBlocks(section, inputs)),
  };
}

const sectionBlocks = (section: Section, inputs: ReportInputs): readonly Block[] => [
  ...(section.annex ? [{ kind: 'pageBreak' } as const] : []),
  { kind: 'heading', level: 2, text: pick(section.title, inputs.lang), id: section.id },
  ...section.of(inputs),
];

function distance(jornada: IsoDate, day: IsoDate, lang: Lang): string {
  const t = informeWords(lang);
  const days = daysToJornada(jornada, day);
  return days > 0 ? t.daysLeft(days) : days < 0 ? t.daysGone(-days) : t.today;
}
