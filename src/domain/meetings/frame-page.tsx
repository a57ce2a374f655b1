import type { Child } from 'hono/jsx';
import { fullDate } from '../../core/date-words.ts';
import { Breadcrumbs, PageHead } from '../../ui/parts.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import type { Visit } from '../../web/visit.ts';
import { meetingPageWords } from './page-words.ts';
import { CycleSteps, type MeetingsWorld, outcomeMark, proofAt } from './pages.tsx';
import { type CalendarRow, cycleOfMeeting, outcomeOn } from './views.ts';
import { meetingsWords } from './words.ts';

const tabs = [
  ['', 'summary'],
  ['/orden', 'agenda'],
  ['/documentos', 'documents'],
  ['/desarrollo', 'room'],
  ['/minuta', 'minutes'],
] as const;
export type MeetingTab = (typeof tabs)[number][1];

type Props = {
  readonly visit: Visit<MeetingsWorld>;
  readonly row: CalendarRow;
  readonly here: MeetingTab;
  readonly actions?: Child;
};

/** What stands above every page of a meeting: which one, where its cycle is, and its other pages. */
export function MeetingFrame({ visit, row, here, actions }: Props) {
  const { lang, world } = visit;
  const t = meetingPageWords(lang);
  const day = Temporal.PlainDate.from(visit.day);
  const cycle = cycleOfMeeting(world.meetings, row.number, day, proofAt(world, row.dates.cutoff, row.number));
  const title = meetingsWords(lang).meetingNumber(row.number);
  const base = `/reuniones/${row.number}`;
  const { date, time } = row.appointment;
  // What is said in a meeting is for those who sit in it; its minutes say themselves what may be read.
  const shown = tabs.filter(([, name]) => name !== 'room' || visit.may('take-part'));
  const when = `${fullDate(date, lang)}${time === undefined ? '' : `, ${time}`}`;
  return (
    <>
      <PageHead
        title={here === 'summary' ? title : `${title} · ${t[here]}`}
        meta={`${when} · ${outcomeMark(outcomeOn(row, day), lang).word}`}
        trail={
          <Breadcrumbs
            lang={lang}
            items={[
              { label: t.meetings, href: visit.href('/reuniones') },
              ...(here === 'summary' ? [{ label: title }] : [{ label: title, href: visit.href(base) }, { label: t[here] }]),
            ]}
          />
        }
        actions={actions}
      />
      {cycle && <CycleSteps visit={visit} cycle={cycle} />}
      <Tabs
        label={t.pages}
        items={shown.map(([path, name]) => ({ href: visit.href(`${base}${path}`), label: t[name], current: name === here }))}
      />
    </>
  );
}

/** The name of a page of a meeting, for the browser's title. */
export const meetingTitle = (lang: 'es' | 'en', number: number, here: MeetingTab): string =>
  `${meetingsWords(lang).meetingNumber(number)} · ${meetingPageWords(lang)[here]}`;

export const unknownMeeting = { es: meetingPageWords('es').unknownMeeting, en: meetingPageWords('en').unknownMeeting };
