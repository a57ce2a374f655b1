import { z } from 'zod';
import type { EventOf, NewEventOf } from '../../core/event.ts';
import { storedFile } from '../../core/stored-file.ts';
import { isSubject, type Subject } from '../../core/subject.ts';
import { id, isoDate } from '../process/events.ts';

/** `H1`, `H2`… within the process. */
export const threadId = z.string().regex(/^H[1-9]\d{0,6}$/);
const post = z.int().min(1).max(100_000);
const text = z.string().regex(/\S/).max(100_000);
const reason = z.string().regex(/\S/).max(2000);
const subject = z.string().refine((value): value is Subject => isSubject(value), 'a kind and an id: obligation:ieeh/E14');
/** Who is named: `office:utsi`, `organisation:ine`. */
const mention = z.string().regex(/^(?:office|organisation):[a-z0-9]+(?:-[a-z0-9]+)*$/);

/** Read by those who sit in the group, or by everybody. */
export const audiences = ['internal', 'circulation'] as const;
export type Audience = (typeof audiences)[number];

/** Every event of a thread says who may read it, so that the log can be shown without folding it. `opl`: the one it is about. */
const of = { thread: threadId, audience: z.enum(audiences), opl: id.exactOptional() } as const;

export const forumEvents = {
  /** `question`: whoever opened it waits for an answer, perhaps by a day. */
  ThreadOpened: z.strictObject({
    ...of,
    subject,
    title: z.string().regex(/\S/).max(200),
    question: z.strictObject({ answerBy: isoDate.exactOptional() }).exactOptional(),
  }),
  PostWritten: z.strictObject({
    ...of,
    post,
    text,
    /** An earlier post of the thread. */
    quotes: post.exactOptional(),
    mentions: z.array(mention).max(20).readonly(),
    files: z.array(storedFile).max(5).readonly(),
  }),
  /** The text that stands from now on; the former ones stay on record. */
  PostEdited: z.strictObject({ ...of, post, text, mentions: z.array(mention).max(20).readonly() }),
  QuestionMarked: z.strictObject({ ...of, answerBy: isoDate.exactOptional() }),
  AnswerAccepted: z.strictObject({ ...of, post }),
  QuestionReopened: z.strictObject({ ...of, reason }),
  ThreadCirculated: z.strictObject({ ...of, reason }),
  PostWithdrawn: z.strictObject({ ...of, post, reason }),
  PostRestored: z.strictObject({ ...of, post, reason }),
} as const;

export type ForumEvent = EventOf<typeof forumEvents>;
export type NewForumEvent = NewEventOf<typeof forumEvents>;
