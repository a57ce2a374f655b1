import { longDate, nearDate } from '../core/date-words.ts';
import type { IsoDate } from '../core/event.ts';
import { type Subject, subjectOf } from '../core/subject.ts';
import { type Lang, pick } from '../core/words.ts';
import { type Alert, alertsOn } from '../domain/alerts/views.ts';
import { pendingCommitments } from '../domain/commitments/views.ts';
import { remindersOn } from '../domain/cycle/views.ts';
import { mentionsOf, postSubject, threadSubject, tookPart, unansweredQuestions } from '../domain/forum/views.ts';
import { type Office, officeName, officeOf } from '../domain/people/views.ts';
import { dueSoon, matrixOn, obligationSubject } from '../domain/plan/views.ts';
import { wasShown } from '../domain/receipts/views.ts';
import { reportsOf } from '../domain/reports/views.ts';
import { digestWords } from './mail-words.ts';
import type { OpenWorld } from './site.tsx';
import { nameSubject } from './subjects.ts';

/** One thing that waits for somebody. `key` stays the same from day to day while it does. */
export type DigestItem = { readonly key: string; readonly text: string; readonly path: string; readonly subject: Subject };
export type DigestSection = { readonly title: string; readonly items: readonly DigestItem[] };

const daysAhead = 7;

/** What waits for whoever holds the office on `day`, in a few sections; those with nothing are left out. */
export function digestOf(
  world: OpenWorld,
  holder: { readonly office: string; readonly person: string },
  day: IsoDate,
  lang: Lang,
): readonly DigestSection[] {
  const office = officeOf(world.people, holder.office);
  if (!office) return [];
  const t = digestWords(lang);
  const item = (key: string, text: string, subject: Subject): readonly DigestItem[] => {
    const named = nameSubject(world, subject, lang);
    return named ? [{ key: `${key} ${subject}`, text, path: named.path, subject }] : [];
  };
  const nearby = (date: IsoDate) => nearDate(date, day, lang);
  const ownItems = office.opl === undefined ? [] : (matrixOn(world, day).find(({ opl }) => office.opl === opl.id)?.items ?? []);
  const sections: readonly DigestSection[] = [
    {
      title: t.alerts,
      items: alertsOn(world, day)
        .filter((alert) => concerns(office, alert) && alert.severity !== 'note' && alert.acknowledged.length === 0)
        .flatMap((alert) => item(`alert ${alert.id}`, t.since(pick(alert.title, lang), nearby(alert.since)), alert.subject)),
    },
    {
      title: t.observed,
      items: ownItems
        .filter((one) => one.status === 'observed')
        .flatMap((one) => item('observed', `${one.obligation.code} · ${pick(one.obligation.title, lang)}`, obligationSubject(one))),
    },
    {
      title: t.due,
      items: dueSoon(ownItems, day, daysAhead).flatMap((one) =>
        item(
          'due',
          t.dueOn(`${one.obligation.code} · ${pick(one.obligation.title, lang)}`, nearby(one.obligation.due)),
          obligationSubject(one),
        ),
      ),
    },
    ...forumSections(world, holder, day, lang, item),
    {
      title: t.cycle,
      items: remindersOn(world, day)
        .filter(({ need }) => need.from === office.role)
        .flatMap(({ number, need }) => {
          const subject = subjectOf('meeting', String(number));
          return [
            {
              key: `cycle ${need.id} ${need.by} ${subject}`,
              text: t.dueOn(pick(need.what, lang), nearby(need.by)),
              path: need.path,
              subject,
            },
          ];
        }),
    },
    {
      title: t.commitments,
      items: pendingCommitments(world.commitments)
        .filter((one) => one.owner === office.id)
        .flatMap((one) => item('commitment', t.dueOn(one.text.slice(0, 120), nearby(one.due)), subjectOf('commitment', one.id))),
    },
    {
      title: t.unread,
      items: reportsOf(world.reports)
        .filter((one) => one.state === 'circulated' && !wasShown(world.receipts, holder, subjectOf('report', one.id)))
        .slice(0, 5)
        .flatMap((one) => item('report', t.circulated(longDate(one.cutoff, lang)), subjectOf('report', one.id))),
    },
  ];
  return sections.filter((section) => section.items.length > 0);
}

/**
 * What the forum asks of the office: questions addressed to it that it has not answered yet, answers to its own that wait to be accepted,
 * and posts that name it until they are shown to whoever holds it. Each leads back to where it stands.
 */
function forumSections(
  { forum, people, receipts }: OpenWorld,
  holder: { readonly office: string; readonly person: string },
  day: IsoDate,
  lang: Lang,
  item: (key: string, text: string, subject: Subject) => readonly DigestItem[],
): readonly DigestSection[] {
  const t = digestWords(lang);
  const organisation = officeOf(people, holder.office)?.organisation ?? '';
  const named = mentionsOf(forum, { office: holder.office, organisation });
  const open = unansweredQuestions(forum, day);
  const addressed = open.filter(
    ({ thread }) => named.some((one) => one.thread.id === thread.id && one.post.post === 1) && !tookPart(thread, holder.office),
  );
  const own = open.filter(({ thread }) => thread.by.office === holder.office && thread.posts.at(-1)?.by.office !== holder.office);
  const unseen = named.filter(
    ({ thread, post }) =>
      !wasShown(receipts, holder, postSubject(thread.id, post.post)) && !addressed.some((one) => one.thread.id === thread.id),
  );
  const by = ({ thread, answerBy }: (typeof open)[number]) =>
    answerBy === undefined ? thread.title : t.answerBy(thread.title, nearDate(answerBy, day, lang));
  return [
    {
      title: t.questions,
      items: [
        ...addressed.flatMap((one) => item('question', by(one), threadSubject(one.thread.id))),
        ...own.flatMap(({ thread }) => item('answer', t.toAccept(thread.title), threadSubject(thread.id))),
      ],
    },
    {
      title: t.mentions,
      items: unseen.flatMap(({ thread, post }) =>
        item('mention', t.mentionedBy(thread.title, pick(officeName(people, post.by.office), lang)), postSubject(thread.id, post.post)),
      ),
    },
  ];
}

/** An alert is told to whose it is; of an OPL's own offices, to those of that OPL alone. */
export const concerns = (office: Office, alert: Alert): boolean =>
  alert.office === undefined
    ? office.role === alert.owner && (office.opl === undefined || office.opl === alert.opl)
    : office.id === alert.office;

/** The same for the same things waiting: a digest that would say what the last one said is not sent. */
export const digestMark = (sections: readonly DigestSection[]): string =>
  sections
    .flatMap((section) => section.items.map((one) => one.key))
    .toSorted()
    .join('\n');

/** The digest as the text of a message. */
export function digestText(sections: readonly DigestSection[], address: (path: string) => string, lang: Lang, choices: string): string {
  const t = digestWords(lang);
  const parts = sections.map(({ title, items }) => [title, ...items.map((one) => `- ${one.text}\n  ${address(one.path)}`)].join('\n'));
  return `${[...parts, t.foot(choices)].join('\n\n')}\n`;
}
