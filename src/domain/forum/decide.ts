import type { Act, IsoDate } from '../../core/event.ts';
import { ok, type Result, refuse } from '../../core/result.ts';
import type { StoredFile } from '../../core/stored-file.ts';
import type { Subject } from '../../core/subject.ts';
import type { Audience, NewForumEvent } from './events.ts';
import type { ForumState, Post, Thread } from './state.ts';
import { acceptedOf, answerByOf, isOpenQuestion, withdrawalOf, wordingOf } from './views.ts';

export type ForumRefusal =
  | { readonly kind: 'text-missing' }
  | { readonly kind: 'thread-unknown'; readonly thread: string }
  | { readonly kind: 'post-unknown'; readonly thread: string; readonly post: number }
  | { readonly kind: 'post-withdrawn'; readonly post: number }
  | { readonly kind: 'post-standing'; readonly post: number }
  | { readonly kind: 'not-author'; readonly post: number }
  | { readonly kind: 'not-asker'; readonly thread: string }
  | { readonly kind: 'own-answer'; readonly post: number }
  | { readonly kind: 'no-question'; readonly thread: string }
  | { readonly kind: 'already-answered'; readonly post: number }
  | { readonly kind: 'already-circulated'; readonly on: IsoDate }
  | { readonly kind: 'answer-before'; readonly answerBy: IsoDate; readonly on: IsoDate }
  | { readonly kind: 'before-what-it-follows'; readonly on: IsoDate; readonly last: IsoDate }
  | { readonly kind: 'nothing-changed' };

type Decision = Result<readonly NewForumEvent[], ForumRefusal>;
type InThread = Act & { readonly thread: string };
type OfPost = InThread & { readonly post: number };
/** What a post says. `mentions` are those found in it, each an office or an organisation that there is. */
type Said = { readonly text: string; readonly mentions: readonly string[] };

export type OpenThread = Act &
  Said & {
    readonly subject: Subject;
    /** The OPL that the subject is of, if it is of one. */
    readonly opl?: string;
    readonly title: string;
    readonly audience: Audience;
    readonly question?: { readonly answerBy?: IsoDate };
    readonly files: readonly StoredFile[];
  };

export function openThread(state: ForumState, command: OpenThread): Decision {
  const { on, by, subject, opl, title, audience, question, text, mentions, files } = command;
  if (!title.trim() || !text.trim()) return refuse({ kind: 'text-missing' });
  const answerBy = question?.answerBy;
  if (answerBy !== undefined && answerBy < on) return refuse({ kind: 'answer-before', answerBy, on });
  const of = { thread: `H${state.threads.size + 1}`, audience, ...(opl === undefined ? {} : { opl }) };
  return ok([
    { type: 'ThreadOpened', on, by, data: { ...of, subject, title, ...(question === undefined ? {} : { question }) } },
    { type: 'PostWritten', on, by, data: { ...of, post: 1, text, mentions, files } },
  ]);
}

export type WritePost = InThread & Said & { readonly quotes?: number; readonly files: readonly StoredFile[] };

export const writePost = (state: ForumState, { on, by, thread, text, mentions, quotes, files }: WritePost): Decision =>
  inThread(state, { on, by, thread }, (known, of) => {
    if (!text.trim()) return refuse({ kind: 'text-missing' });
    const quoted = quotes === undefined ? undefined : known.posts[quotes - 1];
    if (quotes !== undefined && !quoted) return refuse({ kind: 'post-unknown', thread, post: quotes });
    if (quoted && withdrawalOf(quoted)) return refuse({ kind: 'post-withdrawn', post: quoted.post });
    const data = { ...of, post: known.posts.length + 1, text, mentions, files, ...(quotes === undefined ? {} : { quotes }) };
    return ok([{ type: 'PostWritten', on, by, data }]);
  });

export const editPost = (state: ForumState, { text, mentions, ...command }: OfPost & Said): Decision =>
  ofPost(state, command, (post, of) => {
    if (post.by.office !== command.by.office) return refuse({ kind: 'not-author', post: post.post });
    if (withdrawalOf(post)) return refuse({ kind: 'post-withdrawn', post: post.post });
    if (!text.trim()) return refuse({ kind: 'text-missing' });
    if (wordingOf(post)?.text === text) return refuse({ kind: 'nothing-changed' });
    return ok([{ type: 'PostEdited', on: command.on, by: command.by, data: { ...of, post: post.post, text, mentions } }]);
  });

/** By whoever opened the thread: a question from the beginning, or later; or with another day. */
export const markQuestion = (state: ForumState, { answerBy, ...command }: InThread & { readonly answerBy?: IsoDate }): Decision =>
  inThread(state, command, (known, of) => {
    const { on, by } = command;
    if (known.by.office !== by.office) return refuse({ kind: 'not-asker', thread: known.id });
    const accepted = acceptedOf(known);
    if (accepted !== undefined) return refuse({ kind: 'already-answered', post: accepted });
    if (answerBy !== undefined && answerBy < on) return refuse({ kind: 'answer-before', answerBy, on });
    if (isOpenQuestion(known) && answerByOf(known) === answerBy) return refuse({ kind: 'nothing-changed' });
    return ok([{ type: 'QuestionMarked', on, by, data: { ...of, ...(answerBy === undefined ? {} : { answerBy }) } }]);
  });

/** By the office that asked, and nobody else. */
export const acceptAnswer = (state: ForumState, command: OfPost): Decision =>
  ofPost(state, command, (post, of, thread) => {
    if (thread.question.length === 0) return refuse({ kind: 'no-question', thread: thread.id });
    if (thread.by.office !== command.by.office) return refuse({ kind: 'not-asker', thread: thread.id });
    const accepted = acceptedOf(thread);
    if (accepted !== undefined) return refuse({ kind: 'already-answered', post: accepted });
    if (post.by.office === command.by.office) return refuse({ kind: 'own-answer', post: post.post });
    if (withdrawalOf(post)) return refuse({ kind: 'post-withdrawn', post: post.post });
    return ok([{ type: 'AnswerAccepted', on: command.on, by: command.by, data: { ...of, post: post.post } }]);
  });

export const reopenQuestion = (state: ForumState, { reason, ...command }: InThread & { readonly reason: string }): Decision =>
  inThread(state, command, (known, of) => {
    if (known.by.office !== command.by.office) return refuse({ kind: 'not-asker', thread: known.id });
    if (acceptedOf(known) === undefined) return refuse({ kind: 'no-question', thread: known.id });
    return reason.trim()
      ? ok([{ type: 'QuestionReopened', on: command.on, by: command.by, data: { ...of, reason } }])
      : refuse({ kind: 'text-missing' });
  });

/** Opens an internal thread to everybody. Who may is asked before: it cannot be taken back. */
export const circulateThread = (state: ForumState, { reason, ...command }: InThread & { readonly reason: string }): Decision =>
  inThread(state, command, (known, of) => {
    if (known.audience === 'circulation') return refuse({ kind: 'already-circulated', on: known.circulated?.on ?? known.on });
    return reason.trim()
      ? ok([{ type: 'ThreadCirculated', on: command.on, by: command.by, data: { ...of, reason } }])
      : refuse({ kind: 'text-missing' });
  });

type Moderate = OfPost & { readonly reason: string };

export const withdrawPost = (state: ForumState, { reason, ...command }: Moderate): Decision =>
  ofPost(state, command, (post, of) => {
    if (withdrawalOf(post)) return refuse({ kind: 'post-withdrawn', post: post.post });
    return reason.trim()
      ? ok([{ type: 'PostWithdrawn', on: command.on, by: command.by, data: { ...of, post: post.post, reason } }])
      : refuse({ kind: 'text-missing' });
  });

export const restorePost = (state: ForumState, { reason, ...command }: Moderate): Decision =>
  ofPost(state, command, (post, of) => {
    if (!withdrawalOf(post)) return refuse({ kind: 'post-standing', post: post.post });
    return reason.trim()
      ? ok([{ type: 'PostRestored', on: command.on, by: command.by, data: { ...of, post: post.post, reason } }])
      : refuse({ kind: 'text-missing' });
  });

type Of = { readonly thread: string; readonly audience: Audience; readonly opl?: string };

/** Every as-of view must fold: nothing is dated before what it follows. */
function inThread(state: ForumState, { on, thread }: InThread, then: (known: Thread, of: Of) => Decision): Decision {
  const known = state.threads.get(thread);
  if (!known) return refuse({ kind: 'thread-unknown', thread });
  if (on < known.last.on) return refuse({ kind: 'before-what-it-follows', on, last: known.last.on });
  return then(known, { thread, audience: known.audience, ...(known.opl === undefined ? {} : { opl: known.opl }) });
}

const ofPost = (state: ForumState, command: OfPost, then: (post: Post, of: Of, thread: Thread) => Decision): Decision =>
  inThread(state, command, (known, of) => {
    const post = known.posts[command.post - 1];
    return post ? then(post, of, known) : refuse({ kind: 'post-unknown', thread: command.thread, post: command.post });
  });
