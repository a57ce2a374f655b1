import { dayAfter } from '../../core/days.ts';
import type { IsoDate } from '../../core/event.ts';
import { type Subject, subjectOf } from '../../core/subject.ts';
import type { Audience } from './events.ts';
import type { ForumState, Moderation, Post, QuestionStep, Thread, Told, Wording } from './state.ts';

export type { Audience, ForumState, Moderation, Post, QuestionStep, Thread, Told, Wording };

/** A thread asks for nothing, waits for its answer, waits in vain (its day has passed), or has it. */
export type Standing = 'talk' | 'question' | 'late' | 'answered';
export const standings = ['talk', 'question', 'late', 'answered'] as const satisfies readonly Standing[];

export const threadOf = (state: ForumState, id: string): Thread | undefined => state.threads.get(id);
export const postOf = (thread: Thread, post: number): Post | undefined => thread.posts[post - 1];

/** Those in which something was said or done last come first. */
export const threadsOf = (state: ForumState): readonly Thread[] => [...state.threads.values()].reverse();

/** Threads about a thing, or about a part of it (a point of a meeting, a section of an informe). */
export const threadsAbout = (state: ForumState, subject: Subject): readonly Thread[] =>
  threadsNamed(state, state.about.get(subject) ?? []).sort((a, b) => b.last.seq - a.last.seq);

export const wordingOf = ({ wordings }: Post): Wording | undefined => wordings.at(-1);

/** Who withdrew it and why, while it is withdrawn. */
export function withdrawalOf({ moderation }: Post): Moderation | undefined {
  const last = moderation.at(-1);
  return last?.kind === 'withdrawn' ? last : undefined;
}

/** The thread with what moderation says of its posts now: what was withdrawn since is not read in the past either. */
export function moderatedAsNow(thread: Thread, now: Thread | undefined): Thread {
  const posts = thread.posts.map((post) => {
    const present = now?.posts[post.post - 1];
    return present && withdrawalOf(present) ? { ...post, moderation: present.moderation } : post;
  });
  return { ...thread, posts };
}

export const acceptedOf = ({ question }: Thread): number | undefined => {
  const last = question.at(-1);
  return last?.kind === 'answered' ? last.post : undefined;
};

/** The day by which the question is to be answered, as last said. */
export const answerByOf = ({ question }: Thread): IsoDate | undefined => {
  const asked = question.findLast((one) => one.kind === 'asked');
  return asked?.kind === 'asked' ? asked.answerBy : undefined;
};

export const isOpenQuestion = (thread: Thread): boolean => thread.question.length > 0 && acceptedOf(thread) === undefined;

export function standingOf(thread: Thread, day: IsoDate): Standing {
  if (thread.question.length === 0) return 'talk';
  if (acceptedOf(thread) !== undefined) return 'answered';
  const answerBy = answerByOf(thread);
  return answerBy !== undefined && answerBy < day ? 'late' : 'question';
}

/** A question without an accepted answer: since when it waits, and since when in vain. For alerts, agendas and digests. */
export type Unanswered = { readonly thread: Thread; readonly asked: IsoDate; readonly answerBy?: IsoDate; readonly lateSince?: IsoDate };

/** Open questions on `day`, those that wait longest first. */
export const unansweredQuestions = (state: ForumState, day: IsoDate): readonly Unanswered[] =>
  [...state.threads.values()]
    .filter(isOpenQuestion)
    .sort((a, b) => a.seq - b.seq)
    .map((thread) => {
      const answerBy = answerByOf(thread);
      const asked = thread.question[0]?.on ?? thread.on;
      if (answerBy === undefined) return { thread, asked };
      const late = answerBy < day ? { lateSince: dayAfter(answerBy) } : {};
      return { thread, asked, answerBy, ...late };
    });

export const threadSubject = (id: string): Subject => subjectOf('thread', id);
export const postSubject = (thread: string, post: number): Subject => subjectOf('thread', thread, String(post));

/** As they stand in a text: `@utsi`. Not within a word, so that no mail address is taken for one. */
const named = /(?<![\w@.])@([a-z0-9]+(?:-[a-z0-9]+)*)/gu;
export const namesIn = (text: string): readonly string[] => [...new Set([...text.matchAll(named)].map((match) => match[1] ?? ''))];

/** Posts that name the office or its organisation, and were written by another office; withdrawn ones name nobody. */
export const mentionsOf = (
  state: ForumState,
  who: { readonly office: string; readonly organisation: string },
): readonly { readonly thread: Thread; readonly post: Post }[] =>
  threadsNamed(
    state,
    [`office:${who.office}`, `organisation:${who.organisation}`].flatMap((name) => [...(state.naming.get(name) ?? [])]),
  )
    .sort((a, b) => a.seq - b.seq)
    .flatMap((thread) =>
      thread.posts
        .filter(
          (post) =>
            post.by.office !== who.office &&
            !withdrawalOf(post) &&
            wordingOf(post)?.mentions.some((one) => one === `office:${who.office}` || one === `organisation:${who.organisation}`),
        )
        .map((post) => ({ thread, post })),
    );

const threadsNamed = (state: ForumState, ids: Iterable<string>): Thread[] => [...new Set(ids)].flatMap((id) => state.threads.get(id) ?? []);

/** Whether the office took part: opened the thread or wrote in it. */
export const tookPart = (thread: Thread, office: string): boolean =>
  thread.by.office === office || thread.posts.some((post) => post.by.office === office);
