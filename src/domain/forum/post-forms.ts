import { parseIsoDate } from '../../core/dates.ts';
import { proseFault, proseFaultText } from '../../core/prose.ts';
import type { Subject } from '../../core/subject.ts';
import { pick } from '../../core/words.ts';
import type { FormError } from '../../ui/forms.tsx';
import { officeOf, organisationOf } from '../people/views.ts';
import { forumWords } from './page-words.ts';
import { officeMayRead, type V } from './post-part-page.tsx';
import { type Audience, namesIn, postSubject, type Thread } from './views.ts';

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

/** The text of a post and whom it names. */
export function readText(
  { form, lang, world }: V,
  reach: { readonly audience: Audience; readonly opl?: string },
  errors: FormError[],
): { readonly text: string; readonly mentions: readonly string[] } {
  const t = forumWords(lang);
  const text = form.get('texto') ?? '';
  if (text === '') errors.push({ field: 'texto', text: t.textMissing });
  const fault = proseFault(text);
  if (fault) {
    errors.push({ field: 'texto', text: pick(proseFaultText(fault), lang) });
    return { text, mentions: [] };
  }
  const mentions: string[] = [];
  const addressee = form.get('dirigido') || undefined;
  for (const name of new Set([...namesIn(text), ...(addressee === undefined ? [] : [addressee])])) {
    const field = name === addressee ? 'dirigido' : 'texto';
    const office = officeOf(world.people, name);
    if (office && !officeMayRead(world.people, office.id, reach)) errors.push({ field, text: t.cannotRead(name) });
    if (office) mentions.push(`office:${name}`);
    else if (organisationOf(world.people, name)) mentions.push(`organisation:${name}`);
    else errors.push({ field, text: t.nobodyCalled(name) });
  }
  if (mentions.length > mostMentions) errors.push({ field: 'texto', text: t.tooMany });
  return { text, mentions };
}

/** The day by which an answer is asked for; absent when none was typed. */
export function readDay({ form, lang }: V, errors: FormError[]): string | undefined {
  const typed = form.get('plazo');
  if (!typed) return undefined;
  const read = parseIsoDate(typed, { es: forumWords('es').answerBy, en: forumWords('en').answerBy });
  if (read.ok) return read.value.toString();
  errors.push({ field: 'plazo', text: pick(read.error.message, lang) });
  return undefined;
}
