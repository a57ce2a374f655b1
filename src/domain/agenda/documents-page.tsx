import { mediumDate } from '../../core/date-words.ts';
import { Rows } from '../../ui/parts.tsx';
import { MeetingFrame } from '../meetings/frame-page.tsx';
import { agendaWords } from './page-words.ts';
import type { Props } from './shared-page.tsx';
import { agendaOf } from './views.ts';

/** Everything a meeting is to have read, in one list that fits a telephone. */
export function DocumentsPage({ visit, row, nameOf }: Props) {
  const { lang, world } = visit;
  const t = agendaWords(lang);
  const agenda = agendaOf(world.agenda, row.number);
  const last = agenda.convocations.at(-1);
  const file = (path: string, label: string) => (
    <a href={visit.href(path)} data-turbo="false">
      {label}
    </a>
  );
  const call = last
    ? [
        {
          text: file(`/reuniones/${row.number}/convocatoria-${last.edition}.pdf`, t.conveneOn(last.edition, mediumDate(last.on, lang))),
          when: 'PDF',
        },
      ]
    : [];
  const documents = agenda.items.flatMap((item, i) =>
    item.documents.flatMap((subject) => {
      const named = nameOf(subject);
      if (!named) return [];
      const isReport = subject.startsWith('report:');
      return [
        {
          text: <a href={visit.href(named.path)}>{named.label}</a>,
          detail: (
            <>
              {t.forPoint(i + 1)}: {item.title}
            </>
          ),
          when: isReport ? 'PDF' : '',
          pdf: isReport ? `${named.path}.pdf` : undefined,
        },
      ];
    }),
  );
  const rows = documents.map(({ pdf, ...one }) =>
    pdf === undefined
      ? one
      : {
          ...one,
          detail: (
            <>
              {one.detail} · {file(pdf, 'PDF')}
            </>
          ),
          when: '',
        },
  );
  return (
    <>
      <MeetingFrame visit={visit} row={row} here="documents" />
      <div data-keep={t.kept} data-keep-part={t.keptPart} data-keep-failed={t.notKept}>
        <Rows items={[...call, ...rows]} empty={t.noDocuments} />
      </div>
      <p class="meta" role="status" data-keep-state="" />
    </>
  );
}
