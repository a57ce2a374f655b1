import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { addressed } from './addressed.ts';

const ics = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//Atalaya//ES',
  'METHOD:REQUEST',
  'BEGIN:VEVENT',
  'UID:meeting-2@pel.atalaya',
  'SEQUENCE:1',
  'DTSTAMP:20191107T160000Z',
  'DTSTART;VALUE=DATE:20191112',
  'SUMMARY:Reunión 2',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');

test('a calendar message says who invites and who is invited, whatever the name holds, in lines that fold where they may', () => {
  const to = { name: 'Ñandú "Pérez"; con un nombre muy largo, que no cabe en una línea:\r\nATTENDEE:x', email: 'persona@ejemplo.mx' };
  const text = addressed(ics, 'Atalaya <atalaya@ejemplo.mx>', to);
  expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  const event = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent');
  expect(event?.getFirstPropertyValue('organizer')).toBe('mailto:atalaya@ejemplo.mx');
  const attendees = event?.getAllProperties('attendee') ?? [];
  expect(attendees).toHaveLength(1);
  expect(attendees[0]?.getFirstValue()).toBe('mailto:persona@ejemplo.mx');
  expect(attendees[0]?.getParameter('cn')).toContain('Ñandú  Pérez ; con un nombre muy largo');
});
