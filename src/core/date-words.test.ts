import { describe, expect, it } from 'vitest';
import {
  fullDate,
  localInstant,
  localMinute,
  longDate,
  longMonth,
  mediumDate,
  monthName,
  nearDate,
  shortDate,
  weekdayName,
} from './date-words.ts';

const electionDay = Temporal.PlainDate.from('2020-06-07');

describe('dates in words', () => {
  it.each([
    [longDate, '7 de junio de 2020', '7 June 2020'],
    [fullDate, 'domingo 7 de junio de 2020', 'Sunday 7 June 2020'],
    [shortDate, '7 jun', '7 Jun'],
    [mediumDate, '7 jun 2020', '7 Jun 2020'],
    [weekdayName, 'domingo', 'Sunday'],
  ])('%o says the same of a date and of its text, in both languages', (say, es, en) => {
    expect([say(electionDay, 'es'), say('2020-06-07', 'es')]).toEqual([es, es]);
    expect([say(electionDay, 'en'), say('2020-06-07', 'en')]).toEqual([en, en]);
  });

  it('every month and weekday has the name the platform gives it', () => {
    const [months, days] = [Array.from({ length: 12 }, (_, i) => i), Array.from({ length: 7 }, (_, i) => i)];
    for (const date of [...months.map((i) => electionDay.add({ months: i })), ...days.map((i) => electionDay.add({ days: i }))]) {
      expect(longDate(date, 'es')).toBe(date.toLocaleString('es-MX', { day: 'numeric', month: 'long', year: 'numeric' }));
      expect(longDate(date, 'en')).toBe(date.toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' }));
      expect(weekdayName(date, 'es')).toBe(date.toLocaleString('es-MX', { weekday: 'long' }));
      expect(weekdayName(date, 'en')).toBe(date.toLocaleString('en-GB', { weekday: 'long' }));
    }
  });

  it('a month of a year', () => {
    expect(longMonth('2019-09', 'es')).toBe('septiembre de 2019');
    expect(longMonth('2019-09', 'en')).toBe('September 2019');
  });

  it('the year is said only when it is not that of the page', () => {
    expect([nearDate('2020-06-07', '2020-03-10', 'es'), nearDate('2020-06-07', '2019-12-31', 'es')]).toEqual(['7 jun', '7 jun 2020']);
  });

  it('an instant is told on the clocks of the place', () => {
    expect(localInstant('2020-06-08T04:05:09.120Z', 'America/Mexico_City', 'es')).toBe('7 jun 2020, 23:05:09');
    expect(localMinute('2020-06-08T04:05:09.120Z', 'America/Tijuana', 'en')).toBe('7 Jun 2020, 21:05');
  });

  it('a month that does not exist is a bug, not a word', () => {
    expect(() => monthName(13, 'es')).toThrow('no month 13');
  });
});
