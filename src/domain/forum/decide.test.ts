import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { scenario, stateAfter } from '../../../test/given.ts';
import { must } from '../../core/result.ts';
import * as decide from './decide.ts';
import type { NewForumEvent } from './events.ts';
import { type ForumState, forumFold } from './state.ts';
import { accepted, asked, asker, expert, first, moderator, on, opened, reply, withdrawn } from './test-forum.ts';
import { acceptedOf, answerByOf, standingOf, withdrawalOf, wordingOf } from './views.ts';
import { forumRefusalText } from './words.ts';

const said = { text: 'Otro texto.', mentions: [] };
const of = { thread: 'H1', audience: 'internal', opl: 'ieeh' } as const;
const act = { on, thread: 'H1' };
const reason = 'Motivo';

const opening = scenario(forumFold, decide.openThread);
const writing = scenario(forumFold, decide.writePost);
const editing = scenario(forumFold, decide.editPost);
const marking = scenario(forumFold, decide.markQuestion);
const accepting = scenario(forumFold, decide.acceptAnswer);
const reopening = scenario(forumFold, decide.reopenQuestion);
const circulating = scenario(forumFold, decide.circulateThread);
const withdrawing = scenario(forumFold, decide.withdrawPost);
const restoring = scenario(forumFold, decide.restorePost);

const { subject, title } = opened.data;
const open = { on, by: asker, subject, title, opl: 'ieeh', audience: 'internal' as const, files: [] };

describe('a thread', () => {
  test('is opened with its first post, under a number of its own', () => {
    const { text, mentions } = first.data;
    opening
      .given()
      .when({ ...open, text, mentions })
      .thenRecords(opened, first);
    expect(decide.openThread(stateAfter(forumFold, [opened, first]), { ...open, ...said })).toMatchObject({
      value: [{ data: { thread: 'H2' } }, { data: { thread: 'H2', post: 1 } }],
    });
  });
  test('says that it is a question, and by when, from the beginning', () => {
    const { text, mentions } = first.data;
    opening
      .given()
      .when({ ...open, text, mentions, question: { answerBy: '2019-11-20' } })
      .thenRecords(asked, first);
    opening
      .given()
      .when({ ...open, ...said, question: { answerBy: '2019-11-11' } })
      .thenRefuses({ kind: 'answer-before', answerBy: '2019-11-11', on });
  });
  test('is not opened without a title or without a text', () => {
    opening
      .given()
      .when({ ...open, ...said, title: '  ' })
      .thenRefuses({ kind: 'text-missing' });
    opening
      .given()
      .when({ ...open, ...said, text: '' })
      .thenRefuses({ kind: 'text-missing' });
  });
  test('becomes for circulation once, with a reason, and what is written from then on says so', () => {
    const circulated = { type: 'ThreadCirculated', on, by: moderator, data: { ...of, reason } } as const satisfies NewForumEvent;
    const state = circulating
      .given(opened, first)
      .when({ ...act, by: moderator, reason })
      .thenRecords(circulated);
    const written = decide.writePost(state, { ...act, by: expert, ...said, files: [] });
    expect(written).toMatchObject({ value: [{ data: { audience: 'circulation' } }] });
    circulating
      .given(opened, first, circulated)
      .when({ ...act, by: moderator, reason })
      .thenRefuses({ kind: 'already-circulated', on });
    circulating
      .given(opened, first)
      .when({ ...act, by: moderator, reason: ' ' })
      .thenRefuses({ kind: 'text-missing' });
  });
});

describe('a post', () => {
  test('is written in its turn, quoting one that stands', () => {
    writing
      .given(opened, first)
      .when({ ...act, by: expert, text: reply.data.text, mentions: [], files: [], quotes: 1 })
      .thenRecords({ ...reply, data: { ...reply.data, quotes: 1 } });
    const next = { ...act, by: asker, ...said, files: [] };
    writing
      .given(opened, first)
      .when({ ...next, quotes: 9 })
      .thenRefuses({ kind: 'post-unknown', thread: 'H1', post: 9 });
    writing
      .given(opened, first, reply, withdrawn)
      .when({ ...next, quotes: 2 })
      .thenRefuses({ kind: 'post-withdrawn', post: 2 });
    writing
      .given(opened, first)
      .when({ ...next, text: ' ' })
      .thenRefuses({ kind: 'text-missing' });
    writing.given().when(next).thenRefuses({ kind: 'thread-unknown', thread: 'H1' });
  });
  test('is never dated before what it follows', () => {
    writing
      .given(opened, first)
      .when({ ...act, on: '2019-11-11', by: asker, ...said, files: [] })
      .thenRefuses({ kind: 'before-what-it-follows', on: '2019-11-11', last: on });
  });
  test('is edited by the office that wrote it, and its former text is kept', () => {
    const edited = { type: 'PostEdited', on, by: expert, data: { ...of, post: 2, ...said } } as const satisfies NewForumEvent;
    const state = editing
      .given(opened, first, reply)
      .when({ ...act, by: expert, post: 2, ...said })
      .thenRecords(edited);
    const post = must(state.threads.get('H1')?.posts[1], 'it is there');
    expect(post.wordings.map((one) => one.text)).toEqual(['El 29 de noviembre.', 'Otro texto.']);
    expect(wordingOf(post)?.text).toBe('Otro texto.');
    editing
      .given(opened, first, reply)
      .when({ ...act, by: asker, post: 2, ...said })
      .thenRefuses({ kind: 'not-author', post: 2 });
    const same = { ...act, by: expert, post: 2, text: reply.data.text, mentions: [] };
    editing.given(opened, first, reply).when(same).thenRefuses({ kind: 'nothing-changed' });
    editing
      .given(opened, first, reply)
      .when({ ...same, text: '' })
      .thenRefuses({ kind: 'text-missing' });
    editing
      .given(opened, first, reply, withdrawn)
      .when({ ...same, ...said })
      .thenRefuses({ kind: 'post-withdrawn', post: 2 });
  });
  test('is withdrawn with a reason, keeps its place and its text, and may be restored', () => {
    const state = withdrawing
      .given(opened, first, reply)
      .when({ ...act, by: moderator, post: 2, reason: withdrawn.data.reason })
      .thenRecords(withdrawn);
    const post = must(state.threads.get('H1')?.posts[1], 'it keeps its place');
    expect(withdrawalOf(post)).toMatchObject({ reason: 'Trae un dato personal.', by: moderator });
    expect(wordingOf(post)?.text).toBe('El 29 de noviembre.');
    withdrawing
      .given(opened, first, reply, withdrawn)
      .when({ ...act, by: moderator, post: 2, reason })
      .thenRefuses({ kind: 'post-withdrawn', post: 2 });
    withdrawing
      .given(opened, first)
      .when({ ...act, by: moderator, post: 1, reason: '' })
      .thenRefuses({ kind: 'text-missing' });
    const restore = { ...act, by: moderator, post: 2, reason };
    restoring
      .given(opened, first, reply, withdrawn)
      .when(restore)
      .thenRecords({ type: 'PostRestored', on, by: moderator, data: { ...of, post: 2, reason } });
    restoring.given(opened, first, reply).when(restore).thenRefuses({ kind: 'post-standing', post: 2 });
    restoring
      .given(opened, first, reply, withdrawn)
      .when({ ...restore, reason: '' })
      .thenRefuses({ kind: 'text-missing' });
  });
});

describe('a question', () => {
  test('is marked by whoever opened the thread, and its day may change while it is open', () => {
    const mark = { ...act, by: asker };
    const marked = { type: 'QuestionMarked', on, by: asker, data: of } as const satisfies NewForumEvent;
    marking.given(opened, first).when(mark).thenRecords(marked);
    marking
      .given(opened, first)
      .when({ ...mark, by: expert })
      .thenRefuses({ kind: 'not-asker', thread: 'H1' });
    marking
      .given(asked, first)
      .when({ ...mark, answerBy: '2019-11-20' })
      .thenRefuses({ kind: 'nothing-changed' });
    marking
      .given(asked, first)
      .when({ ...mark, answerBy: '2019-11-01' })
      .thenRefuses({ kind: 'answer-before', answerBy: '2019-11-01', on });
    const later = { ...marked, data: { ...of, answerBy: '2019-11-25' } };
    const state = marking
      .given(asked, first)
      .when({ ...mark, answerBy: '2019-11-25' })
      .thenRecords(later);
    expect(answerByOf(must(state.threads.get('H1'), 'it is there'))).toBe('2019-11-25');
    marking.given(asked, first, reply, accepted).when(mark).thenRefuses({ kind: 'already-answered', post: 2 });
  });
  test('is answered when the office that asked accepts the post of another', () => {
    const accept = { ...act, by: asker, post: 2 };
    const state = accepting.given(asked, first, reply).when(accept).thenRecords(accepted);
    expect(acceptedOf(must(state.threads.get('H1'), 'it is there'))).toBe(2);
    accepting
      .given(asked, first, reply)
      .when({ ...accept, by: expert })
      .thenRefuses({ kind: 'not-asker', thread: 'H1' });
    accepting
      .given(asked, first, reply)
      .when({ ...accept, post: 1 })
      .thenRefuses({ kind: 'own-answer', post: 1 });
    accepting.given(asked, first).when(accept).thenRefuses({ kind: 'post-unknown', thread: 'H1', post: 2 });
    accepting.given(opened, first, reply).when(accept).thenRefuses({ kind: 'no-question', thread: 'H1' });
    accepting.given(asked, first, reply, accepted).when(accept).thenRefuses({ kind: 'already-answered', post: 2 });
    accepting.given(asked, first, reply, withdrawn).when(accept).thenRefuses({ kind: 'post-withdrawn', post: 2 });
  });
  test('is reopened by the office that asked, with a reason', () => {
    const reopen = { ...act, by: asker, reason };
    reopening
      .given(asked, first, reply, accepted)
      .when(reopen)
      .thenRecords({ type: 'QuestionReopened', on, by: asker, data: { ...of, reason } });
    reopening.given(asked, first, reply).when(reopen).thenRefuses({ kind: 'no-question', thread: 'H1' });
    reopening
      .given(asked, first, reply, accepted)
      .when({ ...reopen, by: expert })
      .thenRefuses({ kind: 'not-asker', thread: 'H1' });
    reopening
      .given(asked, first, reply, accepted)
      .when({ ...reopen, reason: '' })
      .thenRefuses({ kind: 'text-missing' });
  });
});

describe('the diagrams of the README', () => {
  const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8');
  const edges = [...readme.matchAll(/^ {2}(\S+) --> (\S+): (\S+)$/gm)].map(([, from, to, verb]) => `${from} --> ${to}: ${verb}`);
  const tried = (
    worlds: Readonly<Record<string, readonly NewForumEvent[]>>,
    verbs: Readonly<Record<string, (state: ForumState) => ReturnType<typeof decide.writePost>>>,
    after: (state: ForumState) => string,
  ) =>
    Object.entries(worlds).flatMap(([from, events]) =>
      Object.entries(verbs).flatMap(([verb, ask]) => {
        const decision = ask(stateAfter(forumFold, events));
        return decision.ok ? [`${from} --> ${after(stateAfter(forumFold, [...events, ...decision.value]))}: ${verb}`] : [];
      }),
    );
  const thread = (state: ForumState) => must(state.threads.get('H1'), 'it was opened');

  test('draw exactly the changes of a thread and of a post that are allowed, each verb tried from each state', () => {
    const openedBy = (question: object) => (state: ForumState) =>
      state.threads.size > 0
        ? ({ ok: false, error: { kind: 'nothing-changed' } } as const)
        : decide.openThread(state, { ...open, ...said, ...question });
    const mark = (state: ForumState) => decide.markQuestion(state, { ...act, by: asker, answerBy: '2019-12-01' });
    const threadEdges = [
      ...tried(
        { '[*]': [], talk: [opened, first, reply], question: [asked, first, reply], answered: [asked, first, reply, accepted] },
        {
          openThread: openedBy({}),
          markQuestion: mark,
          acceptAnswer: (state) => decide.acceptAnswer(state, { ...act, by: asker, post: 2 }),
          reopenQuestion: (state) => decide.reopenQuestion(state, { ...act, by: asker, reason }),
        },
        (state) => standingOf(thread(state), on),
      ),
      ...tried({ '[*]': [] }, { openThread: openedBy({ question: {} }) }, (state) => standingOf(thread(state), on)),
    ];
    const standing = [opened, first, reply];
    const postEdges = tried(
      { '[*]': [opened, first], standing, withdrawn: [...standing, withdrawn] },
      {
        writePost: (state) =>
          thread(state).posts.length > 1
            ? ({ ok: false, error: { kind: 'nothing-changed' } } as const) // writes another one
            : decide.writePost(state, { ...act, by: expert, ...said, files: [] }),
        editPost: (state) => decide.editPost(state, { ...act, by: expert, post: 2, ...said }),
        withdrawPost: (state) => decide.withdrawPost(state, { ...act, by: moderator, post: 2, reason }),
        restorePost: (state) => decide.restorePost(state, { ...act, by: moderator, post: 2, reason }),
      },
      (state) => (withdrawalOf(must(thread(state).posts[1], 'it was written')) ? 'withdrawn' : 'standing'),
    );
    expect([...threadEdges, ...postEdges].toSorted()).toEqual(edges.toSorted());
  });
});

const samples: { readonly [K in decide.ForumRefusal['kind']]: Extract<decide.ForumRefusal, { kind: K }> } = {
  'text-missing': { kind: 'text-missing' },
  'thread-unknown': { kind: 'thread-unknown', thread: 'H9' },
  'post-unknown': { kind: 'post-unknown', thread: 'H1', post: 9 },
  'post-withdrawn': { kind: 'post-withdrawn', post: 2 },
  'post-standing': { kind: 'post-standing', post: 2 },
  'not-author': { kind: 'not-author', post: 2 },
  'not-asker': { kind: 'not-asker', thread: 'H1' },
  'own-answer': { kind: 'own-answer', post: 1 },
  'no-question': { kind: 'no-question', thread: 'H1' },
  'already-answered': { kind: 'already-answered', post: 2 },
  'already-circulated': { kind: 'already-circulated', on },
  'answer-before': { kind: 'answer-before', answerBy: '2019-11-01', on },
  'before-what-it-follows': { kind: 'before-what-it-follows', on: '2019-11-01', last: on },
  'nothing-changed': { kind: 'nothing-changed' },
};
test.each(Object.values(samples))('refused, $kind: what and what to do, in both languages', (refusal) => {
  const { es, en } = forumRefusalText(refusal);
  for (const text of [es, en]) expect(text).toMatch(/^\p{Lu}.+\.$/u);
  expect(es).not.toBe(en);
});

describe('a thread open to everybody from the beginning', () => {
  const { opl: _, ...data } = { ...opened.data, audience: 'circulation' as const };
  const general = { ...opened, data } as const satisfies NewForumEvent;
  test('is circulated already, since it was opened', () => {
    circulating
      .given(general)
      .when({ ...act, by: moderator, reason })
      .thenRefuses({ kind: 'already-circulated', on });
  });
  test('about no OPL in particular names none in what follows', () => {
    writing
      .given(general)
      .when({ ...act, by: expert, ...said, files: [] })
      .thenRecords({
        type: 'PostWritten',
        on,
        by: expert,
        data: { thread: 'H1', audience: 'circulation', post: 1, ...said, files: [] },
      });
  });
});
