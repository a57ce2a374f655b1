import { describe, expect, test } from 'vitest';
import { must } from '../../core/result.ts';
import { demoDates } from './dates.ts';

describe('the calendar of the demonstration', () => {
  const year = Array.from({ length: 366 }, (_, i) => Temporal.PlainDate.from('2027-02-20').add({ days: i }).toString());
  const day = (text: string) => Temporal.PlainDate.from(text);

  test('on any day, the fourth of ten meetings is two to eight days ahead and election day is a Sunday after it', () => {
    for (const one of year) {
      const { meetings, jornada } = demoDates(one);
      const ahead = day(one).until(day(must(meetings[3], 'there are ten').date)).days;
      expect(ahead, one).toBeGreaterThanOrEqual(2);
      expect(ahead, one).toBeLessThanOrEqual(8);
      expect(day(jornada).dayOfWeek).toBe(7);
    }
  });
  test('on any day, meetings are Tuesdays, in order, in months that follow each other', () => {
    for (const one of year) {
      const dates = demoDates(one).meetings.map((meeting) => day(meeting.date));
      expect(dates.every((date) => date.dayOfWeek === 2)).toBe(true);
      for (const [i, date] of dates.entries()) {
        const before = dates[i - 1];
        if (before) expect(before.until(date).days, one).toBeGreaterThanOrEqual(21);
        if (before) expect(before.until(date).days, one).toBeLessThanOrEqual(42);
      }
    }
  });
});
