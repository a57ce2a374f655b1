import { describe, expect, test } from 'vitest';
import { stateAfter } from '../../../test/given.ts';
import { calendarFeed } from './calendar.ts';
import type { NewMeetingsEvent } from './events.ts';
import { meetingsFold } from './state.ts';
import { by, charterMeetings, scheduled } from './test-charter.ts';

const options = { lang: 'es', processName: 'PEL 2019-2020', uidDomain: 'pel-2019-2020.atalaya' } as const;
const feedOf = (...events: readonly NewMeetingsEvent[]) => calendarFeed(stateAfter(meetingsFold, events), options);
const reason = 'Emergencia sanitaria';
const moved: NewMeetingsEvent = { type: 'MeetingRescheduled', on: '2020-04-01', by, data: { number: 7, date: '2020-04-21', reason } };
const cancelled: NewMeetingsEvent = { type: 'MeetingCancelled', on: '2020-04-02', by, data: { number: 7, reason } };

describe('the calendar feed', () => {
  test('has the ten meetings as all-day entries in Mexico City time, since the charter gives no hour', () => {
    const feed = feedOf(...charterMeetings);
    expect(feed).toMatchObject({ name: 'Grupo de Trabajo · PEL 2019-2020', timeZone: 'America/Mexico_City' });
    expect(feed.events).toHaveLength(10);
    expect(feed.events[5]).toEqual({
      uid: 'meeting-6@pel-2019-2020.atalaya',
      sequence: 0,
      stampedAt: '2026-01-01T00:00:00.006Z',
      date: '2020-03-17',
      summary: 'Reunión 6 del Grupo de Trabajo',
      description:
        'Corte: 10 de marzo de 2020\nCirculación del informe: 12 de marzo de 2020\nObservaciones hasta: 16 de marzo de 2020\nSesión de la Comisión: sin información',
      status: 'confirmed',
    });
    expect(feed.events.every((event) => 'date' in event)).toBe(true);
  });

  test('gives hour, place and session where they are known', () => {
    const [event] = feedOf(scheduled(6, '2020-03-17', { time: '10:00', place: 'Sala 2', session: { date: '2020-03-20' } })).events;
    expect(event).toMatchObject({ start: '2020-03-17T10:00' });
    expect(event?.description).toMatch(/^Lugar: Sala 2\n/);
    expect(event?.description).toMatch(/Sesión de la Comisión: 20 de marzo de 2020$/);
  });

  test('says that a session is still to be convened only when one is tied to the meeting', () => {
    expect(feedOf(scheduled(6, '2020-03-17', { session: {} })).events[0]?.description).toMatch(/por convocar$/);
  });

  test('keeps the UID of a moved meeting, and counts the change', () => {
    const before = feedOf(...charterMeetings).events[6];
    const after = feedOf(...charterMeetings, moved).events[6];
    expect(after).toMatchObject({ uid: before?.uid, sequence: 1, date: '2020-04-21', status: 'confirmed' });
    expect(after?.stampedAt).toBe('2026-01-01T00:00:00.011Z');
  });

  test('keeps a cancelled meeting, as cancelled and with its reason', () => {
    const event = feedOf(...charterMeetings, moved, cancelled).events.find((one) => one.uid.startsWith('meeting-7@'));
    expect(event).toMatchObject({ sequence: 2, status: 'cancelled', description: 'Cancelada: Emergencia sanitaria' });
  });

  test('is not restamped when a meeting is recorded as held: the entry says the same', () => {
    const held: NewMeetingsEvent = { type: 'MeetingHeld', on: '2020-04-14', by, data: { number: 7 } };
    expect(feedOf(...charterMeetings, held)).toEqual(feedOf(...charterMeetings));
  });

  test('is restamped, without a change of its sequence, when the session is linked', () => {
    const linked: NewMeetingsEvent = { type: 'CommissionSessionLinked', on: '2020-04-01', by, data: { number: 7, date: '2020-04-20' } };
    expect(feedOf(...charterMeetings, linked).events[6]).toMatchObject({ sequence: 0, stampedAt: '2026-01-01T00:00:00.011Z' });
  });

  test('speaks English too, and links each meeting when told how', () => {
    const feed = calendarFeed(stateAfter(meetingsFold, charterMeetings), {
      ...options,
      lang: 'en',
      urlOf: (number) => `https://example.org/reuniones/${number}`,
    });
    expect(feed.events[0]).toMatchObject({ summary: 'Working group, meeting 1', url: 'https://example.org/reuniones/1' });
    expect(feed.events[0]?.description).toMatch(/^Cut-off: 8 October 2019\n/);
  });
});
