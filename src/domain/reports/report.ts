import { longDate } from '../../core/date-words.ts';
import type { Block, Document } from '../../core/document.ts';
import type { IsoDate } from '../../core/event.ts';
import { proseBlocks } from '../../core/prose.ts';
import { type Lang, pick } from '../../core/words.ts';
import { integratedVersion, narrativeAt } from '../narratives/views.ts';
import { daysToJornada, electionDayOf, suspensionOn } from '../process/views.ts';
import type { ReportKind } from './events.ts';
import type { ReportInputs, Section } from './section.ts';
import { sectionsOf } from './sections.ts';
import { informeWords, reportTitles } from './words.ts';

/** An informe. The same inputs give the same document, whoever asks and whenever. */
export function reportDocument(kind: ReportKind, inputs: ReportInputs): Document {
  const { lang, cutoff, now, position, root, meeting, edition, audience } = inputs;
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
      ...(edition ? ([[t.edition, t.editionWhy(edition.edition, edition.reason)]] as const) : []),
      ...(audience === 'public' ? ([[t.version, t.publicVersion]] as const) : []),
      [t.jornada, jornada ? `${longDate(jornada.jornada, lang)} (${distance(jornada.jornada, cutoff, lang)})` : t.notFixed],
    ],
    ...(notices.length > 0 ? { notice: notices.join('. ') } : {}),
    footer: t.footer(position, root),
    blocks: sectionsOf(kind)
      .filter((section) => section.when?.(inputs) ?? true)
      .flatMap((section) => sectionBlocks(kind, section, inputs)),
  };
}

const sectionBlocks = (kind: ReportKind, section: Section, inputs: ReportInputs): readonly Block[] => [
  ...(section.annex ? [{ kind: 'pageBreak' } as const] : []),
  { kind: 'heading', level: 2, text: pick(section.title, inputs.lang), id: section.id },
  ...textBlocks(kind, section, inputs),
  ...section.of(inputs),
];

/** What the area says, once the secretariat integrated it: before the figures, under the name of who wrote it. */
function textBlocks(informe: ReportKind, { id }: Section, { lang, cutoff, said, audience }: ReportInputs): readonly Block[] {
  if (!said?.narratives || audience === 'unpublished') return [];
  const narrative = narrativeAt(said.narratives, { informe, cutoff, section: id });
  const version = integratedVersion(narrative);
  if (!narrative?.integrated || !version) return [];
  const t = informeWords(lang);
  const author = version.author ? pick(version.author, lang) : version.by.office;
  const byline = t.byline(author, version.version, longDate(narrative.integrated.on, lang));
  return [{ kind: 'paragraph', text: [{ mark: 'small', text: byline }] }, ...proseBlocks(version.text, { lang, id: `texto-${id}` })];
}

function distance(jornada: IsoDate, day: IsoDate, lang: Lang): string {
  const t = informeWords(lang);
  const days = daysToJornada(jornada, day);
  return days > 0 ? t.daysLeft(days) : days < 0 ? t.daysGone(-days) : t.today;
}

/** The blocks that stand under one section's heading; absent: it has none there. */
export function blocksUnder(document: Document, section: string): readonly Block[] | undefined {
  const from = document.blocks.findIndex((block) => block.kind === 'heading' && block.level === 2 && block.id === section);
  if (from === -1) return undefined;
  const rest = document.blocks.slice(from + 1);
  const end = rest.findIndex((block) => block.kind === 'heading' && block.level === 2);
  return (end === -1 ? rest : rest.slice(0, end)).filter((block) => block.kind !== 'pageBreak');
}
