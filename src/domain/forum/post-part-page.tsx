import { raw } from 'hono/html';
import { mediumDate } from '../../core/date-words.ts';
import { asId, type OfficeId, type OplId } from '../../core/ids.ts';
import { proseBlocks, proseWords } from '../../core/prose.ts';
import type { Subject } from '../../core/subject.ts';
import { pick } from '../../core/words.ts';
import { blocksHtml } from '../../documents/html.ts';
import { Notice } from '../../ui/parts.tsx';
import { Status } from '../../ui/status.tsx';
import { fileSize } from '../../ui/words.ts';
import type { Visit } from '../../web/visit.ts';
import { officeMayDo } from '../people/rights.ts';
import { officeName, officeOf, organisationOf, type PeopleState } from '../people/views.ts';
import type { OpenProcess } from '../process/views.ts';
import { forumWords } from './page-words.ts';
import { acceptedOf, type ForumState, type Post, postOf, type Thread, type Wording, withdrawalOf, wordingOf } from './views.ts';

export type ForumWorld = { readonly process: OpenProcess; readonly people: PeopleState; readonly forum: ForumState };
export type V = Visit<ForumWorld>;
/** What a subject is called, where its page is, and the OPL it is of. */
export type Named = { readonly label: string; readonly path: string; readonly opl?: string };
export type NameOf = (subject: Subject) => Named | undefined;

/** Who may read a thread. */
export type Reach = Pick<Thread, 'audience' | 'opl'>;

/** Whether the reader may read a thread. */
export function mayRead({ may }: Pick<V, 'may'>, { audience, opl }: Reach): boolean {
  if (audience === 'circulation') return true;
  return opl === undefined ? may('take-part') || may('read-internal') : may('read-internal', opl);
}

/** The same of an office, whoever holds it: to name it in a thread that it cannot read would be to call nobody. */
export function officeMayRead(people: PeopleState, office: string, { audience, opl }: Reach): boolean {
  if (audience === 'circulation') return true;
  const id = asId<OfficeId>(office);
  if (opl !== undefined) return officeMayDo(people, id, 'read-internal', asId<OplId>(opl)).ok;
  return officeMayDo(people, id, 'take-part').ok || officeMayDo(people, id, 'read-internal').ok;
}

export const nameOfMention = (people: PeopleState, mention: string) => {
  const [kind, id = ''] = mention.split(':');
  return (kind === 'office' ? officeOf(people, id)?.name : organisationOf(people, id)?.name) ?? { es: id, en: id };
};

export const ThreadLink = ({ visit, thread }: { readonly visit: V; readonly thread: Thread }) => (
  <a href={visit.href(`/foro/${thread.id}`)}>{thread.title}</a>
);

/** What somebody wrote, as Markdown, set by the same rules as the minutes. */
export const Prose = ({ visit, id, text }: { readonly visit: V; readonly id: string; readonly text: string }) => (
  <div class="prose">{raw(blocksHtml(proseBlocks(text, { lang: visit.lang, id }), visit.lang))}</div>
);

/** Its text is open to its author and to whoever moderates while it is withdrawn. */
export const mayReadWithdrawn = ({ reader, may }: Pick<V, 'reader' | 'may'>, post: Post): boolean =>
  may('moderate') || (reader.kind === 'signed-in' && reader.by.office === post.by.office);

type PostProps = {
  readonly visit: V;
  readonly thread: Thread;
  readonly post: Post;
  /** Buttons and links below it. */
  readonly children?: unknown;
};

export function PostArticle({ visit, thread, post, children }: PostProps) {
  const { lang, world } = visit;
  const t = forumWords(lang);
  const wording = wordingOf(post);
  const withdrawal = withdrawalOf(post);
  const who = (office: string) => pick(officeName(world.people, office), lang);
  const mentions = wording?.mentions.map((one) => pick(nameOfMention(world.people, one), lang)) ?? [];
  const isAccepted = acceptedOf(thread) === post.post;
  return (
    <article class={isAccepted ? 'quote post accepted' : 'quote post'} id={`m${post.post}`} aria-labelledby={`m${post.post}-t`}>
      <header>
        <strong id={`m${post.post}-t`}>{who(post.by.office)}</strong>
        <small>
          <a href={visit.href(`/foro/${thread.id}/${post.post}`)}>{t.permalink(post.post)}</a>
          {' · '}
          <time datetime={post.on}>{mediumDate(post.on, lang)}</time>
          {post.wordings.length > 1 && wording && ` · ${t.edited(mediumDate(wording.on, lang))}`}
        </small>
        {isAccepted && <Status shape="done" word={t.accepted} />}
      </header>
      {post.quotes !== undefined && <Quoted visit={visit} thread={thread} quoted={post.quotes} />}
      {withdrawal ? (
        <Notice kind="note" title={t.withdrawn(who(withdrawal.by.office), mediumDate(withdrawal.on, lang))}>
          {withdrawal.reason}
        </Notice>
      ) : (
        wording && <Body visit={visit} thread={thread} post={post} wording={wording} />
      )}
      {mentions.length > 0 && !withdrawal && <p class="small">{t.mentions(mentions.join(', '))}</p>}
      {children}
    </article>
  );
}

function Body({ visit, thread, post, wording }: PostProps & { readonly wording: Wording }) {
  return (
    <>
      <Prose visit={visit} id={`m${post.post}-cuadro`} text={wording.text} />
      {post.files.length > 0 && (
        <ul class="files">
          {post.files.map((file, i) => (
            <li>
              <a href={visit.href(`/foro/${thread.id}/${post.post}/archivos/${i + 1}`)} data-turbo="false">
                {file.name}
              </a>{' '}
              <span class="small">({fileSize(file.sizeBytes, visit.lang)})</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const excerptLength = 200;

function Quoted({ visit, thread, quoted }: Pick<PostProps, 'visit' | 'thread'> & { readonly quoted: number }) {
  const { lang, world } = visit;
  const t = forumWords(lang);
  const post = postOf(thread, quoted);
  if (!post) return null;
  const text = withdrawalOf(post) ? t.withdrawnText : proseWords(wordingOf(post)?.text ?? '');
  return (
    <blockquote class="cited">
      <p class="small">
        <a href={visit.href(`/foro/${thread.id}/${quoted}`)}>{t.of(quoted, pick(officeName(world.people, post.by.office), lang))}</a>
      </p>
      <p>{text.length > excerptLength ? `${text.slice(0, excerptLength)}…` : text}</p>
    </blockquote>
  );
}
