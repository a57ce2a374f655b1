import { proseFault, proseFaultText } from '../../core/prose.ts';
import type { Subject } from '../../core/subject.ts';
import { pick } from '../../core/words.ts';
import type { Read } from '../../web/read-form.ts';
import { officeOf, organisationOf } from '../people/views.ts';
import { forumWords } from './page-words.ts';
import { officeMayRead, type Reach, type V } from './post-part-page.tsx';
import { namesIn, postSubject, type Thread } from './views.ts';

const mostMentions = 20;

/** Posts of the thread that name the reader's office or organisation: it is put on record that they were shown. */
export function namedHere({ reader, world }: V, thread: Thread): readonly Subject[] {
  if (reader.kind !== 'signed-in') return [];
  const { office } = reader.by;
  const organisation = officeOf(world.people, office)?.organisation ?? '';
  return thread.posts
    .filter((post) => post.wordings.at(-1)?.mentions.some((one) => one === `office:${office}` || one === `organisation:${organisation}`))
    .map((post) => postSubject(thread.id, post.post));
}

/** The text of a post and whom it names: each must be there, and able to read the thread. */
export function readText({ lang, world }: V, reach: Reach, read: Read): { readonly text: string; readonly mentions: readonly string[] } {
  const t = forumWords(lang);
  const text = read.raw('texto');
  const fault = text === '' ? undefined : proseFault(text);
  if (text === '') read.wrong('texto', t.textMissing);
  if (fault) read.wrong('texto', pick(proseFaultText(fault), lang));
  const mentions: string[] = [];
  const addressee = read.optional('dirigido');
  for (const name of new Set([...(fault ? [] : namesIn(text)), ...(addressee === undefined ? [] : [addressee])])) {
    const field = name === addressee ? 'dirigido' : 'texto';
    const office = officeOf(world.people, name);
    if (office && !officeMayRead(world.people, office.id, reach)) read.wrong(field, t.cannotRead(name));
    if (office) mentions.push(`office:${name}`);
    else if (organisationOf(world.people, name)) mentions.push(`organisation:${name}`);
    else read.wrong(field, t.nobodyCalled(name));
  }
  if (mentions.length > mostMentions) read.wrong('texto', t.tooMany);
  return { text, mentions };
}
