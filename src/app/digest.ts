import { longDate, nearDate } from '../core/date-words.ts';
import type { IsoDate } from '../core/event.ts';
import { type Subject, subjectOf } from '../core/subject.ts';
import { type Lang, pick } from '../core/words.ts';
import { type Alert, alertsOn } from '../domain/alerts/views.ts';
import { pendingCommitments } from '../domain/commitments/views.ts';
import { type Office, officeOf } from '../domain/people/views.ts';
import { dueSoon, matrixOf, obligationSubject } from '../domain/plan/views.ts';
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
  const ownItems = matrixOf(world.process, world.plan, day)
    .filter(({ opl }) => office.opl === opl.id)
    .flatMap((row) => row.items);
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

/** An alert is told to whose it is; of an OPL's own offices, to those of that OPL alone. */
const concerns = (office: Office, alert: Alert): boolean =>
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
