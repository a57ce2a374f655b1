import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stateAfter } from '../../../test/given.ts';
import { must } from '../../core/result.ts';
import { openThread } from './decide.ts';
import type { NewForumEvent } from './events.ts';
import { forumFold } from './state.ts';
import { accepted, asked, asker, expert, first, on, opened, reply, withdrawn } from './test-forum.ts';
import { mentionsOf, namesIn, standingOf, threadsAbout, unansweredQuestions } from './views.ts';

const folded = (...events: readonly NewForumEvent[]) => stateAfter(forumFold, events);

describe('where a thread stands', () => {
  test.each([
    ['the day it was asked', on, 'question'],
    ['the last day for the answer', '2019-11-20', 'question'],
    ['the day after', '2019-11-21', 'late'],
  ])('%s (%s): %s', (_, day, standing) => {
    expect(standingOf(must(folded(asked, first).threads.get('H1'), 'opened'), day)).toBe(standing);
  });
  test('a question with an accepted answer is late on no day; a conversation never was a question', () => {
    expect(standingOf(must(folded(asked, first, reply, accepted).threads.get('H1'), 'opened'), '2030-01-01')).toBe('answered');
    expect(standingOf(must(folded(opened, first).threads.get('H1'), 'opened'), '2030-01-01')).toBe('talk');
  });
});

test('an unanswered question says since when it waits, and since when in vain', () => {
  expect(unansweredQuestions(folded(asked, first), '2019-11-25')).toMatchObject([
    { asked: on, answerBy: '2019-11-20', lateSince: '2019-11-21' },
  ]);
  expect(unansweredQuestions(folded(asked, first), on)[0]).not.toHaveProperty('lateSince');
  expect(unansweredQuestions(folded(asked, first, reply, accepted), '2019-11-25')).toEqual([]);
});

test('threads are found from what they are about and from what that belongs to', () => {
  const about = openThread(folded(opened, first), {
    on,
    by: asker,
    subject: 'meeting:2/3',
    title: 'Punto 3',
    text: 'x',
    mentions: [],
    files: [],
    audience: 'circulation',
  });
  const state = stateAfter(forumFold, [opened, first, ...(about.ok ? about.value : [])]);
  expect(threadsAbout(state, 'meeting:2').map((one) => one.id)).toEqual(['H2']);
  expect(threadsAbout(state, 'meeting:2/3').map((one) => one.id)).toEqual(['H2']);
  expect(threadsAbout(state, 'meeting:23')).toEqual([]);
});

describe('who is named', () => {
  test('an office, by another office, while the post stands', () => {
    const utsi = { office: 'utsi', organisation: 'ine' };
    expect(mentionsOf(folded(opened, first), utsi)).toMatchObject([{ thread: { id: 'H1' }, post: { post: 1 } }]);
    expect(mentionsOf(folded(opened, first), { office: 'deoe', organisation: 'ine' })).toEqual([]);
    const own = { ...reply, data: { ...reply.data, mentions: ['office:utsi'] } };
    expect(mentionsOf(folded(opened, own), utsi)).toEqual([]);
    expect(mentionsOf(folded(opened, first, { ...withdrawn, data: { ...withdrawn.data, post: 1 } }), utsi)).toEqual([]);
  });
  test('whoever belongs to an organisation that is named', () => {
    const all = { ...first, by: expert, data: { ...first.data, mentions: ['organisation:partidos'] } };
    expect(mentionsOf(folded(opened, all), { office: 'representacion-partido', organisation: 'partidos' })).toHaveLength(1);
  });
  test.each([
    ['Pregunto a @utsi y a @enlace-ieeh.', ['utsi', 'enlace-ieeh']],
    ['(@ine)', ['ine']],
    ['Escriba a soporte@utsi.mx', []],
    ['@utsi, @utsi', ['utsi']],
    ['un correo: a.@b', []],
    ['@Utsi', []],
  ])('«%s»: %s', (text, names) => {
    expect(namesIn(text)).toEqual(names);
  });
  test('law: every name found stands in the text after its sign, and is an id', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('@', 'a', '1', '-', ' ', '.', 'ñ') }), (text) => {
        for (const name of namesIn(text)) {
          expect(text).toContain(`@${name}`);
          expect(name).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
        }
      }),
    );
  });
});
