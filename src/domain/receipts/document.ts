import { localInstant, longDate } from '../../core/date-words.ts';
import type { Document } from '../../core/document.ts';
import type { IsoDate } from '../../core/event.ts';
import type { Subject } from '../../core/subject.ts';
import { type Lang, pick } from '../../core/words.ts';
import { officeName, type PeopleState } from '../people/views.ts';
import type { OpenProcess } from '../process/views.ts';
import type { Informed } from './views.ts';
import { meansWords, receiptDocumentWords } from './words.ts';

/** What vouches for the receipts: a signed checkpoint whose tree holds them. */
export type Seal = {
  readonly note: string;
  readonly size: number;
  /** Lower-case hex. */
  readonly root: string;
  readonly verifierKey: string;
  /** Leaf hash of each entry cited, lower-case hex. */
  readonly leaves: ReadonlyMap<number, string>;
};

type Made = {
  readonly lang: Lang;
  readonly process: OpenProcess;
  readonly people: PeopleState;
  readonly subject: Subject;
  readonly label: string;
  readonly day: IsoDate;
  readonly informed: readonly Informed[];
  readonly nameOf: (person: string) => string;
  readonly issuedTo: string;
  readonly own: boolean;
  readonly seal: Seal;
  /** Where an entry of the log is read, for the first one cited. */
  readonly entryAddress: string;
};

/** Who was shown a subject, as a document that carries what proves it. The same receipts and seal give the same bytes. */
export function receiptDocument(made: Made): Document {
  const { lang, process, people, subject, label, day, informed, nameOf, issuedTo, own, seal, entryAddress } = made;
  const t = receiptDocumentWords(lang);
  const receipts = informed.flatMap((one) => one.receipts).sort((a, b) => a.seq - b.seq);
  const entries = [...new Set(receipts.map((one) => one.seq))];
  return {
    lang,
    title: t.title,
    subtitle: label,
    facts: [
      [t.process, pick(process.name, lang)],
      [t.subject, label],
      [t.address, subject],
      [t.asked, longDate(day, lang)],
      [t.position, String(seal.size)],
      [t.issuedTo, issuedTo],
      [t.scope, own ? t.scopeOwn : t.scopeAll],
    ],
    ...(process.fictitious ? { notice: t.fictitious } : {}),
    footer: t.footer(seal.size, seal.root),
    blocks: [
      { kind: 'heading', level: 2, text: t.says },
      { kind: 'paragraph', text: t.saysText },
      { kind: 'heading', level: 2, text: t.list },
      {
        kind: 'table',
        id: 'acuses',
        caption: t.list,
        empty: t.nobody,
        columns: [
          { title: t.office, head: true, width: 3 },
          { title: t.person, width: 3 },
          { title: t.means, width: 1.5 },
          { title: t.local, width: 2.5 },
          { title: t.utc, width: 3 },
          { title: t.entry, align: 'end', width: 1.3 },
        ],
        rows: informed.flatMap((one) =>
          one.receipts.map((receipt) => [
            pick(officeName(people, one.office), lang),
            nameOf(one.person),
            pick(meansWords[receipt.means], lang),
            localInstant(receipt.at, process.timeZone, lang),
            receipt.at,
            receipt.seq,
          ]),
        ),
      },
      {
        kind: 'table',
        id: 'registros',
        caption: t.entries,
        empty: t.noEntries,
        columns: [
          { title: t.entry, head: true, align: 'end', width: 1 },
          { title: t.leaf, width: 9 },
        ],
        rows: entries.map((seq) => [seq, [{ mark: 'code', text: seal.leaves.get(seq) ?? '' }]]),
      },
      { kind: 'heading', level: 2, text: t.signature },
      { kind: 'paragraph', text: t.signatureText(seal.size) },
      {
        kind: 'list',
        ordered: true,
        items: seal.note
          .trimEnd()
          .split('\n')
          .map((text) => (text === '' ? t.blank : [{ mark: 'code' as const, text }])),
      },
      { kind: 'paragraph', text: [`${t.key}: `, { mark: 'code', text: seal.verifierKey }] },
      { kind: 'heading', level: 2, text: t.verify },
      { kind: 'list', ordered: true, items: [t.step1, t.step2, t.step3(entryAddress), t.step4] },
    ],
  };
}
