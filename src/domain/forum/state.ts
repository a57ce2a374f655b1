import type { By, Fold, IsoDate, IsoInstant } from '../../core/event.ts';
import { must, unreachable } from '../../core/result.ts';
import type { StoredFile } from '../../core/stored-file.ts';
import type { Subject } from '../../core/subject.ts';
import type { Audience, ForumEvent } from './events.ts';

/** When something was said, when the log learnt it, and who said it. */
export type Told = { readonly on: IsoDate; readonly at: IsoInstant; readonly seq: number; readonly by: By };

/** A text as it stood, from the moment it was written. */
export type Wording = Told & { readonly text: string; readonly mentions: readonly string[] };
export type Moderation = Told & { readonly kind: 'withdrawn' | 'restored'; readonly reason: string };

export type Post = Told & {
  readonly post: number;
  /** The one that stands; before it, the former ones, oldest first. */
  readonly wordings: readonly Wording[];
  readonly quotes?: number;
  readonly files: readonly StoredFile[];
  /** Oldest first; withdrawn while the last one says so. */
  readonly moderation: readonly Moderation[];
};

/** What became of a question, oldest first: asked (again, with another day), answered, reopened. */
export type QuestionStep = Told &
  (
    | { readonly kind: 'asked'; readonly answerBy?: IsoDate }
    | { readonly kind: 'answered'; readonly post: number }
    | { readonly kind: 'reopened'; readonly reason: string }
  );

export type Thread = Told & {
  readonly id: string;
  readonly subject: Subject;
  readonly title: string;
  readonly audience: Audience;
  readonly opl?: string;
  /** Post n stands at n − 1. */
  readonly posts: readonly Post[];
  readonly question: readonly QuestionStep[];
  readonly circulated?: Told & { readonly reason: string };
  /** The last thing that was said or done in it. */
  readonly last: Told;
};

export type ForumState = {
  /** By id; those in which something was said or done last come last. */
  readonly threads: Map<string, Thread>;
  /** Ids of the threads about a thing, or about a part of it (a point of a meeting). */
  readonly about: Map<string, Set<string>>;
  /** Ids of the threads in which an office or an organisation was ever named. */
  readonly naming: Map<string, Set<string>>;
};

export const forumFold: Fold<ForumState, ForumEvent> = {
  initial: () => ({ threads: new Map(), about: new Map(), naming: new Map() }),
  evolve: (state, event) => {
    const told = { on: event.on, at: event.at, seq: event.seq, by: event.by };
    if (event.type === 'ThreadOpened') {
      const { thread, question, ...data } = event.data;
      const asked = question ? [{ kind: 'asked' as const, ...question, ...told }] : [];
      state.threads.set(thread, { ...data, ...told, id: thread, posts: [], question: asked, last: told });
      for (const subject of withWholes(data.subject)) listed(state.about, subject).add(thread);
      return state;
    }
    const known = must(state.threads.get(event.data.thread), `event ${event.seq} speaks of ${event.data.thread}, which was never opened`);
    if (event.type === 'PostWritten' || event.type === 'PostEdited')
      for (const name of event.data.mentions) listed(state.naming, name).add(known.id);
    state.threads.delete(known.id);
    // A new object each time: whoever was given the former one keeps what it said.
    state.threads.set(known.id, { ...known, ...changed(known, event, told), last: told });
    return state;
  },
};

function listed(index: Map<string, Set<string>>, key: string): Set<string> {
  const ids = index.get(key) ?? new Set<string>();
  index.set(key, ids);
  return ids;
}

/** `meeting:2/3` is said of `meeting:2` too. */
const withWholes = (subject: string): readonly string[] =>
  [...subject].flatMap((letter, i) => (letter === '/' ? [subject.slice(0, i)] : [])).concat(subject);

function changed(thread: Thread, event: Exclude<ForumEvent, { type: 'ThreadOpened' }>, told: Told): Partial<Thread> {
  const { posts, question } = thread;
  switch (event.type) {
    case 'PostWritten': {
      const { post, text, quotes, mentions, files } = event.data;
      const wording = { text, mentions, ...told };
      return {
        posts: [...posts, { post, wordings: [wording], files, moderation: [], ...(quotes === undefined ? {} : { quotes }), ...told }],
      };
    }
    case 'PostEdited': {
      const { post, text, mentions } = event.data;
      return { posts: withPost(posts, post, (one) => ({ ...one, wordings: [...one.wordings, { text, mentions, ...told }] })) };
    }
    case 'QuestionMarked': {
      const { answerBy } = event.data;
      return { question: [...question, { kind: 'asked', ...(answerBy === undefined ? {} : { answerBy }), ...told }] };
    }
    case 'AnswerAccepted':
      return { question: [...question, { kind: 'answered', post: event.data.post, ...told }] };
    case 'QuestionReopened':
      return { question: [...question, { kind: 'reopened', reason: event.data.reason, ...told }] };
    case 'ThreadCirculated':
      return { audience: 'circulation', circulated: { reason: event.data.reason, ...told } };
    case 'PostWithdrawn':
    case 'PostRestored': {
      const { post, reason } = event.data;
      const kind = event.type === 'PostWithdrawn' ? ('withdrawn' as const) : ('restored' as const);
      return { posts: withPost(posts, post, (one) => ({ ...one, moderation: [...one.moderation, { kind, reason, ...told }] })) };
    }
    default:
      return unreachable(event);
  }
}

const withPost = (posts: readonly Post[], post: number, change: (one: Post) => Post): readonly Post[] =>
  posts.map((one) => (one.post === post ? change(one) : one));
