import type { Block, Document } from '../../core/document.ts';
import { type Bilingual, type Lang, pick } from '../../core/words.ts';
import { officeName, type PeopleState } from '../people/views.ts';
import type { Item } from '../plan/views.ts';
import type { OpenProcess } from '../process/views.ts';
import { type MonthlyReport, reportFigures } from './events.ts';
import { monthlyWords } from './monthly-words.ts';
import { pageWords } from './page-words.ts';
import { folioOf, type Version } from './views.ts';
import { figureWords } from './words.ts';

type Made = {
  readonly lang: Lang;
  readonly process: OpenProcess;
  readonly people: PeopleState;
  readonly item: Item;
  readonly version: Version;
  /** Of the log at the position of the delivery, lower-case hex. */
  readonly root: string;
};

/** What the OPL shows to prove that it delivered: the same delivery gives the same bytes, whenever it is asked for. */
export function receiptOf({ lang, process, people, item, version, root }: Made): Document {
  const t = pageWords(lang);
  const { opl, obligation } = item;
  return {
    lang,
    title: t.receiptTitle,
    subtitle: `${opl.acronym} · ${obligation.key} · ${t.version(version.version)}`,
    facts: [
      [t.folio, folioOf(opl.acronym, version)],
      [t.process, pick(process.name, lang)],
      [t.obligation, `${obligation.key} ${pick(obligation.title, lang)}`],
      [t.handedIn, version.on],
      [t.received, version.at],
      ...(version.effectiveDate === undefined ? [] : [[t.documentDate, version.effectiveDate] as const]),
      [t.office, pick(officeName(people, version.by.office), lang)],
    ],
    ...(process.fictitious ? { notice: t.fictitious } : {}),
    footer: t.footer(version.seq, root),
    blocks: [
      { kind: 'paragraph', text: t.receiptText },
      ...(version.report ? reportBlocks(version.report, lang) : []),
      ...(version.files.length === 0 ? [] : [filesTable(version, lang)]),
    ],
  };
}

const filesTable = (version: Version, lang: Lang): Block => {
  const t = pageWords(lang);
  return {
    kind: 'table',
    id: 'archivos',
    caption: t.files,
    columns: [
      { title: t.name, head: true, width: 2 },
      { title: t.size, align: 'end' },
      { title: t.digest, width: 3 },
    ],
    rows: version.files.map((file) => [file.name, file.sizeBytes, [{ mark: 'code', text: file.sha256 }]]),
  };
};

/** What was filled in, as it stands in the log. */
function reportBlocks({ done, next, obstacles, figures }: MonthlyReport, lang: Lang): readonly Block[] {
  const t = monthlyWords(lang);
  const said = (title: string, text: Bilingual): readonly Block[] => [
    { kind: 'heading', level: 2, text: title },
    { kind: 'paragraph', text: pick(text, lang) },
  ];
  return [
    ...said(t.done, done),
    ...said(t.next, next),
    ...(obstacles ? said(t.obstacles, obstacles) : []),
    {
      kind: 'table',
      id: 'cifras',
      caption: t.figures,
      columns: [
        { title: t.figure, head: true, width: 3 },
        { title: t.value, align: 'end' },
      ],
      rows: reportFigures.map((one) => [pick(figureWords[one], lang), figures[one] ?? t.notStated]),
    },
  ];
}
