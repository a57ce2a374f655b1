import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { MeetingsRefusal } from './decide.ts';
import { meetingsEvents } from './events.ts';
import { meetingsRefusalText, meetingsWords, numberingWarningText } from './words.ts';

/** One sample a refusal: the compiler counts the rows. */
const samples: { readonly [K in MeetingsRefusal['kind']]: Extract<MeetingsRefusal, { kind: K }> } = {
  'meeting-unknown': { kind: 'meeting-unknown', number: 11 },
  'number-taken': { kind: 'number-taken', number: 6 },
  'day-taken': { kind: 'day-taken', date: '2020-03-17', number: 6 },
  'open-already': { kind: 'open-already', number: 6 },
  'not-open': { kind: 'not-open', number: 6 },
  'time-out-of-order': { kind: 'time-out-of-order', time: '2020-03-17T09:00', after: '2020-03-17T10:00' },
  'held-already': { kind: 'held-already', number: 6 },
  'cancelled-already': { kind: 'cancelled-already', number: 6 },
  'reason-missing': { kind: 'reason-missing' },
  'not-before-session': { kind: 'not-before-session', date: '2020-03-24', session: '2020-03-20' },
  'before-decision': { kind: 'before-decision', date: '2020-03-09', on: '2020-03-10' },
  'before-last-decision': { kind: 'before-last-decision', on: '2020-03-09', last: '2020-03-10' },
  'not-yet-held': { kind: 'not-yet-held', date: '2020-03-17', on: '2020-03-16' },
  'no-session': { kind: 'no-session', number: 6 },
  'session-to-come': { kind: 'session-to-come', date: '2020-03-24', on: '2020-03-20' },
  'nothing-changed': { kind: 'nothing-changed' },
  'offsets-out-of-order': { kind: 'offsets-out-of-order', earlier: 'cutoffDays', later: 'freezeDays' },
};

describe('the words of the meetings', () => {
  test.each(Object.values(samples))('$kind: what was refused and what to do, in both languages', (refusal) => {
    const { es, en } = meetingsRefusalText(refusal);
    for (const text of [es, en]) {
      expect(text).toMatch(/^[\p{Lu}\d].+[.:] \p{L}.+\.$/u);
      expect(text).not.toMatch(/undefined|\d{4}-\d{2}-\d{2}/);
    }
    expect(es).not.toBe(en);
  });

  test('name the days in full', () => {
    expect(meetingsRefusalText(samples['not-before-session']).es).toContain('24 de marzo de 2020');
    expect(meetingsRefusalText(samples['not-before-session']).en).toContain('20 March 2020');
  });

  test('name the two offsets that break the order', () => {
    expect(meetingsRefusalText(samples['offsets-out-of-order']).es).toContain('el corte debe ir antes que el congelamiento del informe');
  });

  test('name both meetings of a numbering warning', () => {
    const { es, en } = numberingWarningText({ kind: 'number-out-of-order', earlier: 7, later: 6 });
    expect(es).toMatch(/7.*6/);
    expect(en).toMatch(/7.*6/);
  });

  test('pair each verb with its buttons as docs/words.md does', () => {
    const doc = readFileSync(new URL('../../../docs/words.md', import.meta.url), 'utf8');
    const [es, en] = [meetingsWords('es'), meetingsWords('en')];
    const verbs = [
      ['scheduleMeeting', 'MeetingScheduled', es.schedule, en.schedule],
      ['rescheduleMeeting', 'MeetingRescheduled', es.reschedule, en.reschedule],
      ['cancelMeeting', 'MeetingCancelled', es.cancel, en.cancel],
      ['openMeeting', 'MeetingOpened', es.open, en.open],
      ['closeMeeting', 'MeetingClosed', es.close, en.close],
      ['holdMeeting', 'MeetingHeld', es.hold, en.hold],
      ['linkSession', 'CommissionSessionLinked', es.link, en.link],
      ['recordSession', 'CommissionSessionRecorded', es.recordSession, en.recordSession],
      ['setOffsets', 'CycleOffsetsSet', es.setOffsets, en.setOffsets],
    ] as const;
    expect(verbs.map(([, event]) => event).toSorted()).toEqual(Object.keys(meetingsEvents).toSorted());
    for (const [verb, event, spanish, english] of verbs) expect(doc).toContain(`| \`${verb}\` | \`${event}\` | ${spanish} | ${english} |`);
  });
});
