import type { Child } from 'hono/jsx';
import { fullDate, mediumDate } from '../../core/date-words.ts';
import { pick } from '../../core/words.ts';
import { Breadcrumbs, PageHead, Rows } from '../../ui/parts.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import type { Visit } from '../../web/visit.ts';
import { missingIn } from '../cycle/views.ts';
import { cycleWords } from '../cycle/words.ts';
import { roleWords } from '../people/words.ts';
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
      {here !== 'summary' && <Missing visit={visit} row={row} />}
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

/** What is missing of the cycle, from whom and by when, on every page of a meeting but the one that lists all of it. */
function Missing({ visit, row }: Pick<Props, 'visit' | 'row'>) {
  const { lang, world, day } = visit;
  const t = cycleWords(lang);
  // Of a day that passed and nobody vouched for nothing is known: it is not for this page to say that something is missing.
  if (outcomeOn(row, Temporal.PlainDate.from(day)) === 'unknown') return null;
  const missing = missingIn(world, row.number);
  if (missing.length === 0) return null;
  return (
    <details>
      <summary>{missing.length === 1 ? t.missingOne : t.missingMany(missing.length)}</summary>
      <Rows
        items={missing.map((need) => ({
          text: <a href={visit.href(need.path)}>{pick(need.what, lang)}</a>,
          detail: roleWords(lang)[need.from],
          when: mediumDate(need.by, lang),
          dateTime: need.by,
        }))}
        empty=""
      />
    </details>
  );
}
