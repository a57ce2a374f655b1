import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { must } from '../core/result.ts';
import type { CalendarEvent, CalendarFeed } from './ics.ts';
import { renderIcs, renderInvitation } from './ics.ts';

const meeting: CalendarEvent = {
  uid: 'reunion-6.pel-2019-2020@example.org',
  sequence: 2,
  stampedAt: '2020-03-10T15:00:00.000Z',
  lastModified: '2020-03-11T09:30:00.000Z',
  start: '2020-03-17T10:00',
  end: '2020-03-17T12:00',
  summary: 'Sexta reunión, ordinaria; «orden del día»',
  description: 'Línea uno\nLínea dos \\ con una explicación larga, con acentos y eñes: el informe se circuló el jueves doce de marzo.',
  url: 'https://example.org/reuniones/6',
  status: 'confirmed',
};
const feedOf = (...events: readonly CalendarEvent[]): CalendarFeed => ({
  name: 'Grupo de trabajo, calendario',
  timeZone: 'America/Mexico_City',
  events,
});

async function read(feed: CalendarFeed) {
  const calendar = new ICAL.Component(ICAL.parse(await renderIcs(feed)));
  const zones = calendar.getAllSubcomponents('vtimezone').map((zone) => new ICAL.Timezone(zone));
  return { calendar, zones, events: calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event)) };
}

test('a meeting read back says the same: texts, sequence, stamps and status', async () => {
  const { calendar, events } = await read(feedOf(meeting));
  const event = must(events[0], 'one event was written');
  expect([event.uid, event.sequence, event.summary, event.description]).toEqual([meeting.uid, 2, meeting.summary, meeting.description]);
  expect(event.component.getFirstPropertyValue('status')).toBe('CONFIRMED');
  expect(String(event.component.getFirstPropertyValue('dtstamp'))).toBe('2020-03-10T15:00:00Z');
  expect(String(event.component.getFirstPropertyValue('last-modified'))).toBe('2020-03-11T09:30:00Z');
  expect(calendar.getFirstPropertyValue('x-wr-timezone')).toBe('America/Mexico_City');
  expect(String(calendar.getFirstPropertyValue('x-wr-calname'))).toContain('Grupo de trabajo');
});

test.each([
  ['America/Mexico_City', '2020-03-17T10:00', '2020-03-17T16:00:00Z'],
  ['America/Mexico_City', '2020-06-07T08:00', '2020-06-07T13:00:00Z'],
  ['America/Mexico_City', '2024-06-02T08:00', '2024-06-02T14:00:00Z'],
  ['America/Tijuana', '2024-06-02T08:00', '2024-06-02T15:00:00Z'],
  ['America/Cancun', '2024-06-02T08:00', '2024-06-02T13:00:00Z'],
  ['America/Hermosillo', '2024-06-02T08:00', '2024-06-02T15:00:00Z'],
  ['America/Mazatlan', '2021-06-06T08:00', '2021-06-06T14:00:00Z'],
])('in %s, %s is %s by the rules that the feed itself carries', async (timeZone, start, instant) => {
  const { zones, events } = await read({ ...feedOf({ ...meeting, start, end: `${start.slice(0, 11)}18:00` }), timeZone });
  const local = must(events[0], 'one event was written').startDate;
  const zone = must(zones[0], 'a feed with a timed event carries its zone');
  expect(zone.tzid).toBe(timeZone);
  local.zone = zone;
  expect(local.convertToZone(ICAL.Timezone.utcTimezone).toString()).toBe(instant);
});

test('a whole day is a date without time, and a feed of whole days needs no zone rules', async () => {
  const { sequence, stampedAt, status } = meeting;
  const { events, zones } = await read(
    feedOf({ uid: 'e14@example.org', sequence, stampedAt, status, date: '2020-02-07', summary: 'Vence E14' }),
  );
  const event = must(events[0], 'one event was written');
  expect(event.startDate.isDate).toBe(true);
  expect(event.startDate.toString()).toBe('2020-02-07');
  expect(zones).toEqual([]);
});

test('a cancelled meeting stays in the feed, cancelled', async () => {
  const { events } = await read(feedOf({ ...meeting, sequence: 3, status: 'cancelled' }));
  expect(must(events[0], 'one event was written').component.getFirstPropertyValue('status')).toBe('CANCELLED');
});

test('lines end in CRLF and none is longer than 75 octets', async () => {
  const text = await renderIcs(feedOf(meeting));
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
});

test('the calendar’s properties come before its components, as RFC 5545 orders', async () => {
  const text = await renderIcs(feedOf(meeting));
  expect(text.indexOf('X-WR-TIMEZONE')).toBeLessThan(text.indexOf('BEGIN:VTIMEZONE'));
  expect(text.indexOf('BEGIN:VTIMEZONE')).toBeLessThan(text.indexOf('BEGIN:VEVENT'));
});

test('equal feeds are equal bytes', async () => {
  expect(await renderIcs(feedOf(meeting))).toBe(await renderIcs(feedOf(meeting)));
});

test('a line break in a name or an identifier cannot add a property', async () => {
  const text = await renderIcs({
    ...feedOf({ ...meeting, uid: 'a\r\nATTENDEE:mailto:x@example.org', summary: 'b\r\nSTATUS:CANCELLED' }),
    name: 'c\r\nMETHOD:REQUEST',
  });
  expect(text).not.toMatch(/^(?:ATTENDEE|METHOD|STATUS:CANCELLED)/m);
});

test('an empty feed is still a calendar', async () => {
  const { calendar } = await read(feedOf());
  expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
});

describe('an invitation by mail', () => {
  const event = {
    uid: 'meeting-2@pel-2019-2020.atalaya',
    sequence: 3,
    stampedAt: '2019-11-07T18:00:00.000Z',
    summary: 'Reunión 2 del Grupo de Trabajo',
    start: '2019-11-12T23:30',
    end: '2019-11-13T00:30',
    status: 'confirmed',
  } as const;
  const organizer = { name: 'Secretaría Técnica', email: 'secretaria@ejemplo.mx' };
  const attendees = [{ name: 'Consejería', email: 'consejeria@ejemplo.mx' }];
  const read = async (method: 'request' | 'cancel') => {
    const text = await renderInvitation({ method, timeZone: 'America/Mexico_City', event, organizer, attendees });
    return { text, calendar: new ICAL.Component(ICAL.parse(text)) };
  };

  test.each(['request', 'cancel'] as const)(
    'says METHOD:%s, its sequence, who invites and who is invited, to another library',
    async (method) => {
      const { text, calendar } = await read(method);
      expect(calendar.getFirstPropertyValue('method')).toBe(method.toUpperCase());
      const one = calendar.getFirstSubcomponent('vevent');
      expect([one?.getFirstPropertyValue('sequence'), one?.getFirstPropertyValue('uid')]).toEqual([3, event.uid]);
      expect(one?.getFirstPropertyValue('organizer')).toBe('mailto:secretaria@ejemplo.mx');
      expect(String(one?.getFirstPropertyValue('attendee')).toLowerCase()).toBe('mailto:consejeria@ejemplo.mx');
      expect(text).toBe((await read(method)).text);
    },
  );

  test('past midnight ends on the next day, in its own zone', async () => {
    const one = (await read('request')).calendar.getFirstSubcomponent('vevent');
    expect(String(one?.getFirstPropertyValue('dtend'))).toBe('2019-11-13T00:30:00');
  });
});
