import type { Table } from '../../core/document.ts';
import type { By } from '../../core/event.ts';
import type { Result } from '../../core/result.ts';
import { isSubject, type Subject } from '../../core/subject.ts';
import { type Lang, pick } from '../../core/words.ts';
import type { FormError } from '../../ui/forms.tsx';
import { known, readForm } from '../../web/read-form.ts';
import { tableRoutes } from '../../web/table-routes.ts';
import { fileOf } from '../../web/uploads.ts';
import type { Answer, Route, Visit } from '../../web/visit.ts';
import { officeName } from '../people/views.ts';
import * as decide from './decide.ts';
import { audiences, type NewForumEvent } from './events.ts';
import { ForumPage, listedThreads } from './list-page.tsx';
import { type Choice, OpenThreadPage } from './open-page.tsx';
import { forumWords } from './page-words.ts';
import { namedHere, readText } from './post-forms.ts';
import { PostPage } from './post-page.tsx';
import { type ForumWorld, mayRead, mayReadWithdrawn, type Named, type V } from './post-part-page.tsx';
import { mostBytes, mostFiles, placeOfPost, ThreadPage } from './thread-page.tsx';
import {
  answerByOf,
  type ForumState,
  moderatedAsNow,
  type Post,
  postOf,
  postSubject,
  standingOf,
  type Thread,
  threadOf,
  threadSubject,
  withdrawalOf,
} from './views.ts';
import { audienceWords, forumRefusalText, standingWords } from './words.ts';

export type ForumTools<W> = {
  readonly nameSubject: (world: W, subject: Subject, lang: Lang) => Named | undefined;
  /** What a thread may be about when nobody came from a page. */
  readonly choices: (world: W, lang: Lang) => readonly Choice[];
  /** The forum of the process as it is now, whatever day the page is of. */
  readonly present: (world: W) => ForumState;
};

const here = 'foro';
const unknown = { es: forumWords('es').unknown, en: forumWords('en').unknown };
type Decided = Result<readonly NewForumEvent[], decide.ForumRefusal>;
type Failure = { readonly errors: readonly FormError[]; readonly status: 409 | 422 };

export function forumRoutes<W extends ForumWorld>({ nameSubject, choices, present }: ForumTools<W>): readonly Route<W>[] {
  type Asked = Visit<W>;
  const nameOf = (visit: Asked) => (subject: Subject) => nameSubject(visit.world, subject, visit.lang);

  /** What the reader may not read is not there. */
  const inThread = (visit: Asked, then: (thread: Thread) => Answer | Promise<Answer>): Answer | Promise<Answer> => {
    const thread = threadOf(visit.world.forum, visit.params.thread ?? '');
    if (!thread || !mayRead(visit, thread)) return { kind: 'not-found', what: unknown };
    return then(visit.asOf ? moderatedAsNow(thread, threadOf(present(visit.world), thread.id)) : thread);
  };
  const ofPost = (visit: Asked, then: (thread: Thread, post: Post) => Answer | Promise<Answer>): Answer | Promise<Answer> =>
    inThread(visit, (thread) => {
      const post = postOf(thread, Number(visit.params.post));
      return post ? then(thread, post) : { kind: 'not-found', what: unknown };
    });

  const openPage = (visit: Asked, { errors, status }: Failure | { errors: []; status: 200 }): Answer => {
    const asked = visit.form.get('asunto') ?? visit.url.searchParams.get('asunto') ?? '';
    const subject = isSubject(asked) && nameOf(visit)(asked) ? asked : undefined;
    const body = (
      <OpenThreadPage visit={visit} nameOf={nameOf(visit)} subject={subject} choices={choices(visit.world, visit.lang)} errors={errors} />
    );
    return { kind: 'page', title: forumWords(visit.lang).open, here, status, body };
  };
  const threadPage = (visit: Asked, thread: Thread, failure?: Failure): Answer => ({
    kind: 'page',
    title: thread.title,
    here,
    status: failure?.status ?? 200,
    shown: [threadSubject(thread.id), ...namedHere(visit, thread)],
    body: <ThreadPage visit={visit} nameOf={nameOf(visit)} thread={thread} errors={failure?.errors ?? []} />,
  });
  const postPage = (visit: Asked, thread: Thread, post: Post, failure?: Failure): Answer => ({
    kind: 'page',
    title: forumWords(visit.lang).permalink(post.post),
    here,
    status: failure?.status ?? 200,
    shown: [postSubject(thread.id, post.post)],
    body: <PostPage visit={visit} thread={thread} post={post} errors={failure?.errors ?? []} />,
  });

  /** Decides, and goes back to the thread; or the form comes back with the reason, beside `field` if it is of one. */
  async function act(
    visit: Asked,
    to: string,
    again: (failure: Failure) => Answer,
    ask: (world: W, by: By) => Decided,
    field?: string,
  ): Promise<Answer> {
    const done = await visit.execute(ask);
    if (done.ok) return { kind: 'redirect', to: visit.href(to) };
    const text = done.error.kind === 'conflict' ? forumWords(visit.lang).conflict : pick(forumRefusalText(done.error), visit.lang);
    return again({ errors: [field === undefined ? { text } : { field, text }], status: 409 });
  }

  async function open(visit: Asked): Promise<Answer> {
    const { lang, today, uploads } = visit;
    const t = forumWords(lang);
    const read = readForm(visit);
    const asked = read.raw('asunto');
    const named = isSubject(asked) ? nameOf(visit)(asked) : undefined;
    if (!named) read.wrong('asunto', t.subjectMissing);
    const title = read.raw('titulo');
    if (title === '' || title.length > 200) read.wrong('titulo', t.titleMissing);
    const audience = read.oneOf('lectura', audiences, t.audienceMissing);
    const reach = { audience: audience ?? ('circulation' as const), ...known('opl', named?.opl) };
    if (audience === 'internal' && !mayRead(visit, reach)) read.wrong('lectura', t.notYours);
    const said = readText(visit, reach, read);
    const answerBy = read.optionalDate('plazo', t.answerBy);
    const isQuestion = read.isTicked('pregunta') || answerBy !== undefined;
    if (!isSubject(asked) || read.errors.length > 0) return openPage(visit, { errors: read.errors, status: 422 });
    const question = isQuestion ? { question: known('answerBy', answerBy) } : {};
    const command = { on: today, subject: asked, title, ...reach, ...said, ...question, files: uploads.of('archivo').map(fileOf) };
    let opened = '';
    const answer = await act(
      visit,
      '/foro',
      (failure) => openPage(visit, failure),
      (world, by) => {
        const decided = decide.openThread(world.forum, { ...command, by });
        opened = decided.ok ? (decided.value[0]?.data.thread ?? '') : '';
        return decided;
      },
      'plazo',
    );
    return answer.kind === 'redirect' ? { kind: 'redirect', to: visit.href(`/foro/${opened}`) } : answer;
  }

  const write = (visit: Asked, thread: Thread): Answer | Promise<Answer> => {
    const read = readForm(visit);
    const said = readText(visit, thread, read);
    const quotes = read.optional('cita') === undefined ? undefined : read.integer('cita', 1, thread.posts.length);
    if (read.errors.length > 0) return threadPage(visit, thread, { errors: read.errors, status: 422 });
    const files = visit.uploads.of('archivo').map(fileOf);
    const command = { on: visit.today, thread: thread.id, ...said, ...known('quotes', quotes), files };
    const to = `/foro/${thread.id}#m${thread.posts.length + 1}`;
    return act(
      visit,
      to,
      (failure) => threadPage(visit, thread, failure),
      (world, by) => decide.writePost(world.forum, { ...command, by }),
    );
  };

  const mark = (visit: Asked, thread: Thread): Answer | Promise<Answer> => {
    const read = readForm(visit);
    const answerBy = read.optionalDate('plazo', forumWords(visit.lang).answerBy);
    if (read.errors.length > 0) return threadPage(visit, thread, { errors: read.errors, status: 422 });
    const command = { on: visit.today, thread: thread.id, ...known('answerBy', answerBy) };
    const again = (failure: Failure) => threadPage(visit, thread, failure);
    return act(visit, `/foro/${thread.id}`, again, (world, by) => decide.markQuestion(world.forum, { ...command, by }), 'plazo');
  };

  const accept = (visit: Asked, thread: Thread): Answer | Promise<Answer> => {
    const post = Number(visit.form.get('mensaje')) || 0;
    return act(
      visit,
      placeOfPost(thread, post),
      (failure) => threadPage(visit, thread, failure),
      (world, by) => decide.acceptAnswer(world.forum, { on: visit.today, by, thread: thread.id, post }),
    );
  };

  /** A step that asks for nothing but its reason. */
  const withReason = (
    visit: Asked,
    field: string,
    to: string,
    again: (failure: Failure) => Answer,
    ask: (world: W, by: By, reason: string) => Decided,
  ): Answer | Promise<Answer> => {
    const reason = visit.form.get(field) ?? '';
    if (reason === '' || reason.length > 2000)
      return again({ errors: [{ field, text: forumWords(visit.lang).reasonMissing }], status: 422 });
    return act(visit, to, again, (world, by) => ask(world, by, reason));
  };

  const edit = (visit: Asked, thread: Thread, post: Post): Answer | Promise<Answer> => {
    const read = readForm(visit);
    const said = readText(visit, thread, read);
    if (read.errors.length > 0) return postPage(visit, thread, post, { errors: read.errors, status: 422 });
    const command = { on: visit.today, thread: thread.id, post: post.post, ...said };
    return act(
      visit,
      `/foro/${thread.id}/${post.post}`,
      (failure) => postPage(visit, thread, post, failure),
      (world, by) => decide.editPost(world.forum, { ...command, by }),
      'texto',
    );
  };

  const moderate =
    (field: string, verb: typeof decide.withdrawPost) =>
    (visit: Asked): Answer | Promise<Answer> =>
      ofPost(visit, (thread, post) => {
        const of = { on: visit.today, thread: thread.id, post: post.post };
        return withReason(
          visit,
          field,
          `/foro/${thread.id}/${post.post}`,
          (failure) => postPage(visit, thread, post, failure),
          (world, by, reason) => verb(world.forum, { ...of, by, reason }),
        );
      });

  const serve = (visit: Asked, thread: Thread, post: Post): Answer => {
    const file = post.files[Number(visit.params.file) - 1];
    if (!file || (withdrawalOf(post) && !mayReadWithdrawn(visit, post))) return { kind: 'not-found', what: unknown };
    return { kind: 'stored', file, shown: [postSubject(thread.id, post.post)] };
  };

  const takesPart = { right: 'take-part' } as const;
  const moderates = { right: 'moderate' } as const;
  const uploads = { maxBytes: mostBytes, maxFiles: mostFiles };
  const base = '/:process/foro';
  const ofThread = `${base}/:thread{H[0-9]+}`;
  const onePost = `${ofThread}/:post{[0-9]+}`;
  return [
    {
      method: 'GET',
      path: base,
      may: 'anyone',
      answer: (visit) => ({
        kind: 'page',
        title: forumWords(visit.lang).forum,
        here,
        body: <ForumPage visit={visit} nameOf={nameOf(visit)} />,
      }),
    },
    ...tableRoutes<W>(base, 'anyone', threadsTable),
    { method: 'GET', path: `${base}/abrir`, may: takesPart, answer: (visit) => openPage(visit, { errors: [], status: 200 }) },
    { method: 'POST', path: `${base}/abrir`, may: takesPart, uploads, answer: open },
    { method: 'GET', path: ofThread, may: 'anyone', answer: (visit) => inThread(visit, (thread) => threadPage(visit, thread)) },
    {
      method: 'POST',
      path: `${ofThread}/escribir`,
      may: takesPart,
      uploads,
      answer: (visit) => inThread(visit, (thread) => write(visit, thread)),
    },
    { method: 'POST', path: `${ofThread}/marcar`, may: takesPart, answer: (visit) => inThread(visit, (thread) => mark(visit, thread)) },
    { method: 'POST', path: `${ofThread}/aceptar`, may: takesPart, answer: (visit) => inThread(visit, (thread) => accept(visit, thread)) },
    {
      method: 'POST',
      path: `${ofThread}/reabrir`,
      may: takesPart,
      answer: (visit) =>
        inThread(visit, (thread) =>
          withReason(
            visit,
            'motivo-reabrir',
            `/foro/${thread.id}`,
            (failure) => threadPage(visit, thread, failure),
            (world, by, reason) => decide.reopenQuestion(world.forum, { on: visit.today, by, thread: thread.id, reason }),
          ),
        ),
    },
    {
      method: 'POST',
      path: `${ofThread}/circular`,
      may: moderates,
      answer: (visit) =>
        inThread(visit, (thread) =>
          withReason(
            visit,
            'motivo-circular',
            `/foro/${thread.id}`,
            (failure) => threadPage(visit, thread, failure),
            (world, by, reason) => decide.circulateThread(world.forum, { on: visit.today, by, thread: thread.id, reason }),
          ),
        ),
    },
    { method: 'GET', path: onePost, may: 'anyone', answer: (visit) => ofPost(visit, (thread, post) => postPage(visit, thread, post)) },
    {
      method: 'POST',
      path: `${onePost}/editar`,
      may: takesPart,
      answer: (visit) => ofPost(visit, (thread, post) => edit(visit, thread, post)),
    },
    { method: 'POST', path: `${onePost}/retirar`, may: moderates, answer: moderate('motivo-retirar', decide.withdrawPost) },
    { method: 'POST', path: `${onePost}/restituir`, may: moderates, answer: moderate('motivo-restituir', decide.restorePost) },
    {
      method: 'GET',
      path: `${onePost}/archivos/:file{[0-9]+}`,
      may: 'anyone',
      answer: (visit) => ofPost(visit, (thread, post) => serve(visit, thread, post)),
    },
  ];
}

function threadsTable(visit: V): Table {
  const { lang, world, day } = visit;
  const t = forumWords(lang);
  const rows = listedThreads(visit).map((one) => [
    one.id,
    one.title,
    one.subject,
    pick(standingWords[standingOf(one, day)], lang),
    answerByOf(one) ?? null,
    pick(officeName(world.people, one.by.office), lang),
    one.on,
    pick(audienceWords[one.audience], lang),
    one.posts.length,
    one.last.on,
  ]);
  const titles = ['id', t.title, t.about, t.state, t.answerBy, t.opened, t.thread, t.audience, t.posts, t.last];
  const columns = titles.map((title) => ({ title }));
  return { kind: 'table', id: 'hilos', caption: t.forum, columns, rows };
}
