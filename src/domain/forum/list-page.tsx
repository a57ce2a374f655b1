import { mediumDate } from '../../core/date-words.ts';
import { partsOfSubject, type Subject, type SubjectKind } from '../../core/subject.ts';
import { pick } from '../../core/words.ts';
import { LinkButton, Submit } from '../../ui/buttons.tsx';
import { Checkbox, Form, Select } from '../../ui/forms.tsx';
import { Pagination, pageOf } from '../../ui/pagination.tsx';
import { PageHead, Panel, Rows } from '../../ui/parts.tsx';
import { Status } from '../../ui/status.tsx';
import { DataTable } from '../../ui/table.tsx';
import { officeName, officeOf } from '../people/views.ts';
import { forumWords } from './page-words.ts';
import { mayRead, type NameOf, ThreadLink, type V } from './post-part-page.tsx';
import { mentionsOf, standingOf, standings, type Thread, threadsAbout, threadsOf, tookPart } from './views.ts';
import { audienceWords, standingMark, standingWords, subjectKindWords } from './words.ts';

const pageSize = 50;

/** The threads the reader may read, as asked for: by state, kind of subject, subject, and one's own. */
export function listedThreads(visit: V): readonly Thread[] {
  const { url, world, day } = visit;
  const asked = (name: string) => url.searchParams.get(name) ?? '';
  const [standing, kind, subject] = [asked('estado'), asked('tipo'), asked('asunto')];
  const own = asked('mios') === 'si' ? isOwn(visit) : () => true;
  return threadsOf(world.forum).filter(
    (one) =>
      mayRead(visit, one) &&
      (standing === '' || standingOn(one, standing, day)) &&
      (kind === '' || partsOfSubject(one.subject).kind === kind) &&
      (subject === '' || one.subject === subject || one.subject.startsWith(`${subject}/`)) &&
      own(one),
  );
}

/** «Open question» asks for all that wait, in time or not. */
const standingOn = (thread: Thread, asked: string, day: string): boolean => {
  const standing = standingOf(thread, day);
  return standing === asked || (asked === 'question' && standing === 'late');
};

function isOwn({ reader, world }: V): (thread: Thread) => boolean {
  if (reader.kind !== 'signed-in') return () => false;
  const { office } = reader.by;
  const organisation = officeOf(world.people, office)?.organisation ?? '';
  const named = new Set(mentionsOf(world.forum, { office, organisation }).map((one) => one.thread.id));
  return (thread) => named.has(thread.id) || tookPart(thread, office);
}

export function ForumPage({ visit, nameOf }: { readonly visit: V; readonly nameOf: NameOf }) {
  const { lang, world, day, url, reader } = visit;
  const t = forumWords(lang);
  const { page, pages, rows } = pageOf(listedThreads(visit), url.searchParams.get('pagina'), pageSize);
  const about = (one: Thread) => {
    const named = nameOf(one.subject);
    return named ? <a href={visit.href(named.path)}>{named.label}</a> : one.subject;
  };
  return (
    <>
      <PageHead
        title={t.forum}
        meta={t.meta}
        actions={
          visit.may('take-part') && !visit.asOf ? (
            <LinkButton href={visit.href('/foro/abrir')} kind="primary">
              {t.open}
            </LinkButton>
          ) : undefined
        }
      />
      <Filters visit={visit} />
      <DataTable
        lang={lang}
        id="hilos"
        caption={t.forum}
        columns={[
          { title: t.thread, head: true, cell: (one: Thread) => one.title },
          { title: t.about, cell: about },
          { title: t.state, keep: true, cell: (one) => <Status {...standingMark(standingOf(one, day), lang)} /> },
          { title: t.opened, cell: (one) => pick(officeName(world.people, one.by.office), lang) },
          ...(reader.kind === 'signed-in' ? [{ title: t.audience, cell: (one: Thread) => pick(audienceWords[one.audience], lang) }] : []),
          { title: t.posts, align: 'end', cell: (one) => one.posts.length },
          { title: t.last, keep: true, cell: (one) => <time datetime={one.last.on}>{mediumDate(one.last.on, lang)}</time> },
        ]}
        rows={rows}
        rowHref={(one) => visit.href(`/foro/${one.id}`)}
        empty={world.forum.threads.size > 0 ? t.noneSuch : t.none}
        downloads={(end) => withQuery(visit.href(`/foro.${end}`), url, undefined)}
        foot={<Pagination lang={lang} page={page} pages={pages} href={(n) => withQuery(visit.href('/foro'), url, n)} />}
      />
    </>
  );
}

/** The address with what was asked for. */
function withQuery(href: string, url: URL, page: number | undefined): string {
  const [path = '', query] = href.split('?');
  const next = new URLSearchParams(query);
  for (const name of ['estado', 'tipo', 'asunto', 'mios']) {
    const value = url.searchParams.get(name);
    if (value) next.set(name, value);
  }
  if (page !== undefined) next.set('pagina', String(page));
  return next.size > 0 ? `${path}?${next}` : path;
}

function Filters({ visit }: { readonly visit: V }) {
  const { lang, url, world, reader } = visit;
  const t = forumWords(lang);
  const asked = (name: string) => url.searchParams.get(name) ?? '';
  const kinds = [...new Set([...world.forum.threads.values()].filter((one) => mayRead(visit, one)).map((one) => kindOf(one.subject)))];
  return (
    <div class="act">
      <Form action={visit.href('/foro')} method="get" label={t.filter}>
        <Select
          lang={lang}
          name="estado"
          label={t.state}
          optional
          short
          options={standings.map((value) => ({ value, label: pick(standingWords[value], lang) }))}
          value={asked('estado')}
        />
        <Select
          lang={lang}
          name="tipo"
          label={t.kind}
          optional
          short
          options={kinds.map((value) => ({ value, label: pick(subjectKindWords[value], lang) }))}
          value={asked('tipo')}
        />
        {reader.kind === 'signed-in' && <Checkbox lang={lang} name="mios" label={t.mine} optional checked={asked('mios') === 'si'} />}
        {asked('asunto') !== '' && <input type="hidden" name="asunto" value={asked('asunto')} />}
        {visit.asOf?.day !== undefined && <input type="hidden" name="al" value={visit.asOf.day} />}
        <Submit>{t.filter}</Submit>
      </Form>
    </div>
  );
}

const kindOf = (subject: Subject): SubjectKind => partsOfSubject(subject).kind;

const shownInPanel = 6;

/** What is being said about a thing, on the page of that thing. Nothing for whoever could neither read nor write there. */
export function ConversationPanel({ visit, subject }: { readonly visit: V; readonly subject: Subject }) {
  const { lang, world, day } = visit;
  const t = forumWords(lang);
  const threads = threadsAbout(world.forum, subject).filter((one) => mayRead(visit, one));
  const writes = visit.may('take-part') && !visit.asOf;
  if (threads.length === 0 && !writes) return null;
  const to = (path: string) => {
    const href = visit.href(path);
    return `${href}${href.includes('?') ? '&' : '?'}asunto=${encodeURIComponent(subject)}`;
  };
  const rows = threads.slice(0, shownInPanel).map((one) => ({
    mark: standingMark(standingOf(one, day), lang),
    text: <ThreadLink visit={visit} thread={one} />,
    detail: `${pick(officeName(world.people, one.by.office), lang)} · ${t.count(one.posts.length)} · ${pick(audienceWords[one.audience], lang)}`,
    when: mediumDate(one.last.on, lang),
    dateTime: one.last.on,
  }));
  const more = threads.length > shownInPanel ? { more: { href: to('/foro'), label: t.moreThreads(threads.length) } } : {};
  return (
    <Panel id="conversacion" title={t.conversation} {...more}>
      <Rows items={rows} empty={t.noConversation} />
      {writes && (
        <p class="actions">
          <LinkButton href={to('/foro/abrir')}>{t.open}</LinkButton>
        </p>
      )}
    </Panel>
  );
}
