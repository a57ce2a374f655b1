import type { IsoDate, IsoInstant } from '../core/event.ts';
import { vtimezone } from './vtimezone.ts';

export type CalendarFeed = {
  readonly name: string;
  /** IANA name, `America/Mexico_City`: the zone of every local time of the feed. */
  readonly timeZone: string;
  readonly events: readonly CalendarEvent[];
};

export type CalendarEvent = When & {
  /** Stable for the life of the event, and unique in the world: `reunion-6.pel-2019-2020@…`. */
  readonly uid: string;
  /** Grows by one each time date, time or status changes (RFC 5545, 3.8.7.4). */
  readonly sequence: number;
  /** When this version of the event was recorded: DTSTAMP, so that equal feeds are equal bytes. */
  readonly stampedAt: IsoInstant;
  readonly lastModified?: IsoInstant;
  readonly summary: string;
  readonly description?: string;
  readonly url?: string;
  readonly status: 'confirmed' | 'cancelled';
};

/** A whole day, or local wall-clock times without offset, `2020-03-17T10:00`, in the feed's zone; no `end`: it is not known. */
type When = { readonly date: IsoDate } | { readonly start: string; readonly end?: string };

/**
 * An iCalendar feed (RFC 5545): CRLF, lines folded at 75 octets, whole days as DATE, times with TZID and the zone's own
 * rules. Throws a RangeError when a date, a time or the zone is malformed: the caller's schema lets none through.
 */
export async function renderIcs(feed: CalendarFeed): Promise<string> {
  return withZone((await calendarWith(feed)).toString(), feed);
}

async function calendarWith(feed: CalendarFeed) {
  const { ICalCalendar, ICalEventStatus } = await import('ical-generator');
  const calendar = new ICalCalendar({ name: literal(feed.name), prodId: { company: 'Atalaya', product: 'Calendario', language: 'ES' } });
  for (const event of feed.events) {
    calendar.createEvent({
      id: oneLine(event.uid),
      sequence: event.sequence,
      stamp: Temporal.Instant.from(event.stampedAt),
      summary: event.summary,
      status: event.status === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      ...whenOf(event, feed.timeZone),
      ...(event.description === undefined ? {} : { description: event.description }),
      ...(event.url === undefined ? {} : { url: oneLine(event.url) }),
      ...(event.lastModified === undefined ? {} : { lastModified: Temporal.Instant.from(event.lastModified) }),
    });
  }
  return calendar;
}

/** One message of iMIP (RFC 6047): an event sent to those invited, or struck out; the same UID and a higher SEQUENCE replace the last one. */
export type Invitation = {
  readonly method: 'request' | 'cancel';
  readonly timeZone: string;
  readonly event: CalendarEvent;
  /** Absent: whoever sends it writes who invites and who is invited. */
  readonly organizer?: { readonly name: string; readonly email: string };
  readonly attendees?: readonly { readonly name: string; readonly email: string }[];
};

/** The body of a `text/calendar; method=…` part. Everything in it comes from the invitation, so that equal ones are equal bytes. */
export async function renderInvitation({ method, timeZone, event, organizer, attendees = [] }: Invitation): Promise<string> {
  const { ICalCalendarMethod, ICalAttendeeRole, ICalAttendeeStatus } = await import('ical-generator');
  const calendar = await calendarWith({ name: event.summary, timeZone, events: [event] });
  calendar.method(method === 'request' ? ICalCalendarMethod.REQUEST : ICalCalendarMethod.CANCEL);
  for (const one of calendar.events()) {
    if (organizer) one.organizer({ name: oneLine(organizer.name), email: oneLine(organizer.email) });
    for (const { name, email } of attendees)
      one.createAttendee({
        name: oneLine(name),
        email: oneLine(email),
        rsvp: true,
        role: ICalAttendeeRole.REQ,
        status: ICalAttendeeStatus.NEEDSACTION,
      });
  }
  return withZone(calendar.toString(), { name: event.summary, timeZone, events: [event] });
}

const whenOf = (when: When, timezone: string) =>
  'date' in when
    ? { start: Temporal.PlainDate.from(when.date), allDay: true }
    : {
        start: Temporal.PlainDateTime.from(when.start),
        ...(when.end === undefined ? {} : { end: Temporal.PlainDateTime.from(when.end) }),
        timezone,
      };

/**
 * The library would also apply a calendar's own zone to DTSTAMP, which must be UTC, so the zone is declared here:
 * after the calendar's properties and before its first component, where RFC 5545 wants both.
 */
function withZone(text: string, feed: CalendarFeed): string {
  const timed = feed.events
    .flatMap((event) => ('date' in event ? [] : [event.start.slice(0, 10), (event.end ?? event.start).slice(0, 10)]))
    .sort();
  const [first] = timed;
  const last = timed.at(-1);
  const rules = first === undefined || last === undefined ? [] : vtimezone(feed.timeZone, first, last);
  const lines = [`X-WR-TIMEZONE:${feed.timeZone}`, ...rules].map((line) => `${line}\r\n`).join('');
  const firstComponent = text.indexOf('BEGIN:', 'BEGIN:VCALENDAR'.length);
  const at = firstComponent === -1 ? text.indexOf('END:VCALENDAR') : firstComponent;
  return `${text.slice(0, at)}${lines}${text.slice(at)}\r\n`;
}

const oneLine = (text: string): string => text.replaceAll(/[\r\n]+/g, ' ');

/** The library escapes the texts of events but not the calendar's name. */
const literal = (text: string): string => oneLine(text).replaceAll(/[\\;,]/g, '\\$&');
