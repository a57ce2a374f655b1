import { longDate } from '../../core/date-words.ts';
import type { IsoDate, IsoInstant } from '../../core/event.ts';
import type { Lang } from '../../core/words.ts';
import type { MeetingsState } from './state.ts';
import { type CalendarRow, calendarOf } from './views.ts';
import { meetingsWords } from './words.ts';

/** The group meets at the institute's seat: times are local to it (UTC−6; with summer time until October 2022). */
export const workingGroupTimeZone = 'America/Mexico_City';

/** A whole day while the hour is not known; otherwise local `YYYY-MM-DDTHH:MM`. */
type When = { readonly date: IsoDate } | { readonly start: string };
export type FeedEvent = When & {
  /** The same for ever: clients recognise a moved meeting by it. */
  readonly uid: string;
  /** Reschedulings and the cancellation so far (RFC 5545 §3.8.7.4). */
  readonly sequence: number;
  readonly stampedAt: IsoInstant;
  readonly summary: string;
  readonly description: string;
  readonly url?: string;
  readonly status: 'confirmed' | 'cancelled';
};
export type Feed = { readonly name: string; readonly timeZone: string; readonly events: readonly FeedEvent[] };

export type FeedOptions = {
  readonly lang: Lang;
  /** The process as people call it, for the feed's name. */
  readonly processName: string;
  /** Right part of every UID, e.g. `pel-2019-2020.atalaya`. Never to change once the feed has been published. */
  readonly uidDomain: string;
  /** Absolute address of a meeting's page. */
  readonly urlOf?: (number: number) => string;
};

/** The meetings as a calendar feed: one entry a meeting, cancelled ones kept as such so that clients strike them out. */
export function calendarFeed(state: MeetingsState, options: FeedOptions): Feed {
  return {
    name: meetingsWords(options.lang).feedName(options.processName),
    timeZone: workingGroupTimeZone,
    events: calendarOf(state).map((row) => feedEvent(row, options)),
  };
}

function feedEvent(row: CalendarRow, { lang, uidDomain, urlOf }: FeedOptions): FeedEvent {
  const { date, time } = row.appointment;
  return {
    uid: `meeting-${row.number}@${uidDomain}`,
    sequence: row.changes,
    stampedAt: row.stampedAt,
    ...(time === undefined ? { date } : { start: `${date}T${time}` }),
    summary: meetingsWords(lang).feedSummary(row.number),
    description: describe(row, lang),
    ...(urlOf === undefined ? {} : { url: urlOf(row.number) }),
    status: row.status.kind === 'cancelled' ? 'cancelled' : 'confirmed',
  };
}

function describe(row: CalendarRow, lang: Lang): string {
  const words = meetingsWords(lang);
  const { status, dates, appointment, session } = row;
  const place = appointment.place === undefined ? [] : [words.place(appointment.place)];
  if (status.kind === 'cancelled') return [words.cancelledBecause(status.reason), ...place].join('\n');
  return [
    ...place,
    words.cutoffOn(longDate(dates.cutoff, lang)),
    words.circulatesOn(longDate(dates.circulate, lang)),
    words.observeUntil(longDate(dates.observeUntil, lang)),
    session?.date ? words.sessionOn(longDate(session.date, lang)) : session ? words.sessionToConvene : words.sessionUnknown,
  ].join('\n');
}

/** One meeting as it goes to those invited: a request while it stands, a cancellation once it does not. */
export function invitationOf(
  state: MeetingsState,
  number: number,
  options: FeedOptions,
): { readonly method: 'request' | 'cancel'; readonly event: FeedEvent } | undefined {
  const row = calendarOf(state).find((one) => one.number === number);
  return row && { method: row.status.kind === 'cancelled' ? 'cancel' : 'request', event: feedEvent(row, options) };
}
