import type { NewForumEvent } from './events.ts';

export const on = '2019-11-12';
export const asker = { office: 'consejeria' };
export const expert = { office: 'utsi' };
export const moderator = { office: 'secretaria-tecnica' };
const of = { thread: 'H1', audience: 'internal', opl: 'ieeh' } as const;
const plain = { mentions: [], files: [] } as const;

/** A thread about an obligation of Hidalgo's OPL, as it grows. */
export const opened = {
  type: 'ThreadOpened',
  on,
  by: asker,
  data: { ...of, subject: 'obligation:ieeh/E14', title: '¿Quién firma el contrato?' },
} as const satisfies NewForumEvent;
export const asked = { ...opened, data: { ...opened.data, question: { answerBy: '2019-11-20' } } } as const satisfies NewForumEvent;
export const first = {
  type: 'PostWritten',
  on,
  by: asker,
  data: { ...of, post: 1, text: 'Falta la fecha, @utsi.', ...plain, mentions: ['office:utsi'] },
} as const satisfies NewForumEvent;
export const reply = {
  type: 'PostWritten',
  on,
  by: expert,
  data: { ...of, post: 2, text: 'El 29 de noviembre.', ...plain },
} as const satisfies NewForumEvent;
export const accepted = { type: 'AnswerAccepted', on, by: asker, data: { ...of, post: 2 } } as const satisfies NewForumEvent;
export const withdrawn = {
  type: 'PostWithdrawn',
  on,
  by: moderator,
  data: { ...of, post: 2, reason: 'Trae un dato personal.' },
} as const satisfies NewForumEvent;
