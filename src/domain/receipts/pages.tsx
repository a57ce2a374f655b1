import { localInstant } from '../../core/date-words.ts';
import type { Subject } from '../../core/subject.ts';
import { pick } from '../../core/words.ts';
import { LinkButton } from '../../ui/buttons.tsx';
import { Pagination, pageHref, pageOf } from '../../ui/pagination.tsx';
import { Breadcrumbs, PageHead, Stack } from '../../ui/parts.tsx';
import { DataTable } from '../../ui/table.tsx';
import type { Visit } from '../../web/visit.ts';
import { holdersOf, type Office, officeName, officesOf, type PeopleState } from '../people/views.ts';
import type { OpenProcess } from '../process/views.ts';
import type { Informed, Known, ReceiptsState } from './views.ts';
import { meansWords, receiptWords } from './words.ts';

export type ReceiptsWorld = { readonly process: OpenProcess; readonly people: PeopleState; readonly receipts: ReceiptsState };

/** What a subject is called, and its page. */
export type Named = { readonly label: string; readonly path: string };

export function whoKnewHref(visit: Pick<Visit<unknown>, 'href'>, subject: Subject, end: '' | '.csv' | '.xlsx' | '.pdf' = ''): string {
  const href = visit.href(`/quien-supo${end}`);
  return `${href}${href.includes('?') ? '&' : '?'}asunto=${encodeURIComponent(subject)}`;
}

/** Beside whatever is shown and recorded: who else was shown it. Nothing for a visitor without an account. */
export const WhoKnewLink = ({ visit, subject }: { readonly visit: Visit<unknown>; readonly subject: Subject }) =>
  visit.reader.kind === 'anonymous' ? null : <LinkButton href={whoKnewHref(visit, subject)}>{receiptWords(visit.lang).whoKnew}</LinkButton>;

/** The same as a column of a table, one row a matter. */
export const whoKnewColumn = <Row,>(visit: Visit<unknown>, subject: (row: Row) => Subject) => {
  const title = receiptWords(visit.lang).whoKnew;
  return visit.reader.kind === 'anonymous' ? [] : [{ title, cell: (row: Row) => <a href={whoKnewHref(visit, subject(row))}>{title}</a> }];
};

const Instant = ({ visit, at }: { readonly visit: Visit<ReceiptsWorld>; readonly at: string }) => (
  <time datetime={at}>{localInstant(at, visit.world.process.timeZone, visit.lang)}</time>
);

type IndexProps = {
  readonly visit: Visit<ReceiptsWorld>;
  readonly rows: readonly Known[];
  readonly named: (subject: Subject) => Named;
  /** Only the reader's own receipts. */
  readonly own: boolean;
};

const pageSize = 50;

/** Every matter that was shown to anybody, or to whoever asks. */
export function WhoKnewIndexPage({ visit, rows: all, named, own }: IndexProps) {
  const { lang, url } = visit;
  const t = receiptWords(lang);
  const { page, pages, rows } = pageOf(all, url.searchParams.get('pagina'), pageSize);
  const people = own ? [] : [{ title: t.people, align: 'end' as const, cell: (one: Known) => one.people }];
  const last = own ? [] : [{ title: t.last, keep: true, cell: (one: Known) => <Instant visit={visit} at={one.last} /> }];
  return (
    <>
      <PageHead title={t.whoKnew} meta={own ? t.metaOwn : t.meta} />
      <DataTable
        lang={lang}
        id="asuntos"
        caption={t.subjects}
        note={t.times(visit.world.process.timeZone)}
        columns={[
          { title: t.subject, head: true, cell: (one: Known) => named(one.subject).label },
          ...people,
          { title: t.first, keep: true, cell: (one) => <Instant visit={visit} at={one.first} /> },
          ...last,
        ]}
        rows={rows}
        rowHref={(one) => whoKnewHref(visit, one.subject)}
        empty={t.noneYet}
        foot={<Pagination lang={lang} page={page} pages={pages} href={pageHref(url)} />}
      />
    </>
  );
}

type Props = {
  readonly visit: Visit<ReceiptsWorld>;
  readonly subject: Subject;
  readonly named: Named;
  readonly informed: readonly Informed[];
  readonly nameOf: (person: string) => string;
  readonly own: boolean;
};

/** One matter: who was shown it, when first, by what; and, for whoever may know, whom it was not shown to. */
export function WhoKnewPage({ visit, subject, named, informed, nameOf, own }: Props) {
  const { lang, world } = visit;
  const t = receiptWords(lang);
  return (
    <>
      <PageHead
        title={named.label}
        meta={own ? t.metaOwn : undefined}
        trail={<Breadcrumbs lang={lang} items={[{ label: t.whoKnew, href: visit.href('/quien-supo') }, { label: named.label }]} />}
        actions={
          <>
            <LinkButton href={visit.href(named.path)}>{t.open}</LinkButton>
            <LinkButton href={whoKnewHref(visit, subject, '.pdf')} kind="primary">
              {t.receipt}
            </LinkButton>
          </>
        }
      />
      <Stack>
        <DataTable
          lang={lang}
          id="se-mostro"
          caption={t.informed}
          note={t.times(world.process.timeZone)}
          columns={[
            { title: t.office, head: true, cell: (one: Informed) => pick(officeName(world.people, one.office), lang) },
            { title: t.person, cell: (one) => nameOf(one.person) },
            { title: t.first, keep: true, cell: (one) => <Instant visit={visit} at={one.first} /> },
            { title: t.means, cell: (one) => one.receipts.map(({ means }) => pick(meansWords[means], lang)).join(', ') },
            { title: t.entry, align: 'end', cell: (one) => <Entries visit={visit} informed={one} /> },
          ]}
          rows={informed}
          empty={own ? t.nobodyOwn : t.nobody}
          downloads={(end) => whoKnewHref(visit, subject, `.${end}`)}
        />
        {!own && <NotInformed visit={visit} informed={informed} nameOf={nameOf} />}
      </Stack>
    </>
  );
}

const Entries = ({ visit, informed }: { readonly visit: Visit<unknown>; readonly informed: Informed }) =>
  informed.receipts.map(({ seq }, i) => (
    <>
      {i > 0 && ', '}
      <a href={visit.href(`/bitacora/${seq}`)}>{seq}</a>
    </>
  ));

function NotInformed({ visit, informed, nameOf }: Pick<Props, 'visit' | 'informed' | 'nameOf'>) {
  const { lang, world, day } = visit;
  const t = receiptWords(lang);
  const told = new Set(informed.map((one) => one.office));
  const rows = officesOf(world.people).filter((one) => one.role !== 'public-reader' && !told.has(one.id));
  return (
    <DataTable
      lang={lang}
      id="no-se-mostro"
      caption={t.notInformed}
      note={t.notInformedNote}
      columns={[
        { title: t.office, head: true, cell: (one: Office) => pick(one.name, lang) },
        {
          title: t.holder,
          cell: (one) =>
            holdersOf(world.people, one.id, day)
              .map(({ person }) => nameOf(person))
              .join(', ') || t.vacant,
        },
      ]}
      rows={rows}
      empty={t.everyone}
    />
  );
}
