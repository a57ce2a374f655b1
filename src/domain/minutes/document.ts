import { fullDate, longDate, mediumDate } from '../../core/date-words.ts';
import type { Block, Document } from '../../core/document.ts';
import { proseBlocks } from '../../core/prose.ts';
import { type Bilingual, type Lang, pick } from '../../core/words.ts';
import type { Agenda } from '../agenda/views.ts';
import type { Commitment } from '../commitments/views.ts';
import type { CalendarRow } from '../meetings/views.ts';
import { minutesWords } from './page-words.ts';
import type { Record, Revision } from './views.ts';
import { hourText, outcomeNames, presenceNames } from './words.ts';

export type MinutesInputs = {
  readonly lang: Lang;
  readonly process: { readonly name: Bilingual; readonly fictitious: boolean };
  readonly row: CalendarRow;
  readonly agenda: Agenda;
  readonly record: Record;
  readonly revision: Revision;
  readonly commitments: readonly Commitment[];
  readonly officeName: (office: string) => string;
  readonly position: number;
  readonly root: string;
  /** With the seal and the addenda; without them it is the text whose digest the seal holds. */
  readonly sealed: boolean;
};

/** The minutes as a document, attendance inside. The same inputs give the same bytes. */
export function minutesDocument(inputs: MinutesInputs): Document {
  const { lang, process, row, agenda, record, revision, commitments, officeName, position, root, sealed } = inputs;
  const t = minutesWords(lang);
  const { date, place } = row.appointment;
  const hour = (moment: string | undefined): string => (moment === undefined ? t.unknown : hourText(moment, date, lang));
  const { status } = row;
  const held = status.kind === 'held' || status.kind === 'open' ? status : undefined;
  const called = agenda.convocations.at(-1)?.called ?? [];
  const offices = new Set(record.presences.map((one) => one.office));
  const outcomes = record.outcomes.filter((one) => one.struck === undefined);
  const numberOf = (item: number): string => String(agenda.items.findIndex((one) => one.item === item) + 1);
  return {
    lang,
    title: t.title(row.number),
    subtitle: `${pick(process.name, lang)} · ${t.group}`,
    facts: [
      [t.date, fullDate(date, lang)],
      [t.opened, hour(held?.from)],
      [t.closed, hour(held && 'to' in held ? held.to : undefined)],
      [t.place, place ?? t.unknown],
      [t.revision, String(revision.revision)],
    ],
    ...(process.fictitious ? { notice: t.fictitious } : {}),
    footer: t.footer(position, root),
    blocks: [
      heading(t.attendance, 'asistencia'),
      {
        kind: 'table',
        id: 'lista',
        caption: t.attendance,
        columns: [
          { title: t.office, head: true, width: 4 },
          { title: t.how, width: 3 },
          { title: t.arrived, width: 1.4 },
          { title: t.left, width: 1.4 },
        ],
        rows: record.presences.map((one) => [
          officeName(one.office),
          [
            pick(presenceNames[one.how], lang),
            ...(one.from === undefined ? [] : [t.representedBy(officeName(one.from))]),
            ...(one.remote ? [t.remote.toLowerCase()] : []),
          ].join(', '),
          hour(one.arrived),
          one.left === undefined ? '—' : hour(one.left),
        ]),
        empty: t.nobody,
      },
      { kind: 'paragraph', text: t.quorum(called.filter((one) => offices.has(one)).length, called.length) },
      heading(t.proceedings, 'desahogo'),
      ...proseBlocks(revision.text, { lang, id: 'cuadro' }),
      heading(t.outcomes, 'resultados'),
      {
        kind: 'table',
        id: 'tabla-resultados',
        caption: t.outcomes,
        columns: [
          { title: t.point, head: true, width: 0.8 },
          { title: t.kind, width: 1.6 },
          { title: t.text, width: 6 },
        ],
        rows: outcomes.map((one) => [numberOf(one.item), pick(outcomeNames[one.kind], lang), one.text]),
        empty: t.noOutcomes,
      },
      {
        kind: 'table',
        id: 'tabla-compromisos',
        caption: t.commitments,
        columns: [
          { title: t.commitment, head: true, width: 5 },
          { title: t.owner, width: 3 },
          { title: t.due, width: 1.8 },
        ],
        rows: commitments.map((one) => [`${one.id} · ${one.text}`, officeName(one.owner), mediumDate(one.due, lang)]),
        empty: t.noCommitments,
      },
      ...(sealed ? sealBlocks(inputs) : []),
    ],
  };
}

const heading = (text: string, id: string): Block => ({ kind: 'heading', level: 2, text, id });

function sealBlocks({ lang, record }: MinutesInputs): readonly Block[] {
  const t = minutesWords(lang);
  const { approved, seal, addenda } = record;
  return [
    ...(approved || seal ? [heading(t.seal, 'sello')] : []),
    ...(approved ? [{ kind: 'paragraph', text: t.approvedIn(approved.in, longDate(approved.on, lang)) } as const] : []),
    ...(seal
      ? ([
          { kind: 'paragraph', text: t.sealText(longDate(seal.on, lang), seal.position) },
          {
            kind: 'list',
            ordered: false,
            items: [
              [`${t.rootLabel}: `, { mark: 'code', text: seal.root }],
              [`${t.textDigest}: `, { mark: 'code', text: seal.text }],
              [`${t.checkpointDigest}: `, { mark: 'code', text: seal.checkpoint }],
            ],
          },
        ] as const)
      : []),
    ...(addenda.length > 0 ? [heading(t.addenda, 'adendos')] : []),
    ...addenda.flatMap((one): readonly Block[] => [
      { kind: 'heading', level: 3, text: t.addendum(one.addendum, longDate(one.on, lang)) },
      { kind: 'paragraph', text: `${t.reason}: ${one.reason}` },
      ...proseBlocks(one.text, { lang, id: `adendo-${one.addendum}` }),
    ]),
  ];
}
