import { fullDate, longDate } from '../../core/date-words.ts';
import type { Document } from '../../core/document.ts';
import type { Subject } from '../../core/subject.ts';
import { type Bilingual, type Lang, pick } from '../../core/words.ts';
import { agendaWords } from './page-words.ts';
import { type Convocation, timedItems, totalMinutes } from './views.ts';
import { purposeNames } from './words.ts';

export type ConvocationInputs = {
  readonly lang: Lang;
  readonly convocation: Convocation;
  readonly process: { readonly name: Bilingual; readonly fictitious: boolean };
  readonly officeName: (office: string) => string;
  readonly subjectName: (subject: Subject) => string;
  /** Root of the log at the entry that called the meeting. */
  readonly root: string;
};

/** The call to a meeting as a document: what the event said, and nothing that came later. */
export function convocationDocument({ lang, convocation, process, officeName, subjectName, root }: ConvocationInputs): Document {
  const t = agendaWords(lang);
  const { meeting, edition, date, time, place, items, reason, called, on, seq } = convocation;
  const total = totalMinutes(items);
  return {
    lang,
    title: t.convocationTitle(meeting),
    subtitle: `${pick(process.name, lang)} · ${t.group}`,
    facts: [
      [t.date, fullDate(date, lang)],
      [t.time, time ?? t.unknown],
      [t.place, place ?? t.unknown],
      [t.calledOn, longDate(on, lang)],
      ...(edition === 1 ? [] : ([[t.edition, t.editionText(edition, reason ?? '')]] as const)),
    ],
    ...(process.fictitious ? { notice: t.fictitious } : {}),
    footer: t.footer(seq, root),
    blocks: [
      { kind: 'paragraph', text: t.callText(meeting) },
      { kind: 'heading', level: 2, text: t.agenda, id: 'orden-del-dia' },
      {
        kind: 'table',
        id: 'puntos',
        caption: total === undefined ? t.points : `${t.points} · ${t.totalMinutes(total)}`,
        columns: [
          { title: t.number, head: true, width: 0.5 },
          { title: t.hour, width: 0.9 },
          { title: t.point, width: 4.5 },
          { title: t.purpose, width: 1.2 },
          { title: t.presenter, width: 2.4 },
          { title: t.documents, width: 2.6 },
        ],
        rows: timedItems(items, time).map(({ item, from }, index) => [
          String(index + 1),
          from ?? '—',
          item.carriedFrom ? `${item.title} (${t.carriedFrom(item.carriedFrom.meeting)})` : item.title,
          pick(purposeNames[item.purpose], lang),
          item.presenter === undefined ? '—' : officeName(item.presenter),
          item.documents.length === 0 ? '—' : item.documents.map(subjectName).join('; '),
        ]),
      },
      { kind: 'heading', level: 2, text: t.calledTitle, id: 'convocados' },
      { kind: 'list', ordered: false, items: called.map(officeName) },
    ],
  };
}
