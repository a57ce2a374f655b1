import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  daysAfter,
  daysBefore,
  isSunday,
  isWeekend,
  monthsBefore,
  monthsBetween,
  nthSundayBefore,
  parseIsoDate,
  wasClamped,
} from './dates.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const jornada = { es: 'Jornada', en: 'Election day' };
const anyDay = fc.integer({ min: 0, max: 60_000 }).map((n) => day('1980-01-01').add({ days: n }));

describe('a date is read', () => {
  it('when it is written year-month-day', () => {
    expect(parseIsoDate('2020-06-07', jornada)).toEqual({ ok: true, value: day('2020-06-07') });
    expect(parseIsoDate('2020-02-29', jornada).ok).toBe(true);
  });

  it.each(['7 de junio', '07/06/2020', '2020-6-7', '20200607', '2020-06-07T10:00', ' 2020-06-07', ''])(
    'and refused when malformed, saying where and what to write: «%s»',
    (text) => {
      const read = parseIsoDate(text, jornada);
      if (read.ok) throw new Error('was accepted');
      expect(read.error.kind).toBe('date-malformed');
      expect(read.error.message.es).toBe(`Jornada: «${text}» no es una fecha. Escriba año-mes-día, por ejemplo 2020-06-07.`);
      expect(read.error.message.en).toContain(`Election day: “${text}” is not a date. Write year-month-day`);
    },
  );

  it.each(['2019-02-29', '2020-06-31', '2020-13-01', '2020-00-10', '2020-06-00'])('and refused when there is no such day: %s', (text) => {
    const read = parseIsoDate(text, jornada);
    if (read.ok) throw new Error('was accepted');
    expect(read.error.kind).toBe('no-such-day');
    expect(read.error.message.es).toContain(text);
    expect(read.error.message.es).toContain('Revise');
  });

  it('and a long text is cut short in the message, not in the fault', () => {
    const read = parseIsoDate('x'.repeat(500), jornada);
    if (read.ok) throw new Error('was accepted');
    expect(read.error.message.es.length).toBeLessThan(150);
    expect(read.error.text).toHaveLength(500);
  });
});

describe('calendar months before', () => {
  it.each([
    ['2020-06-07', 4, '2020-02-07', false],
    ['2020-10-18', 9, '2020-01-18', false],
    ['2020-01-15', 12, '2019-01-15', false],
    ['2020-03-31', 1, '2020-02-29', true],
    ['2021-03-31', 1, '2021-02-28', true],
    ['2020-07-31', 1, '2020-06-30', true],
    ['2020-12-31', 2, '2020-10-31', false],
  ])('%s minus %i months is %s', (from, n, to, clamped) => {
    expect(monthsBefore(day(from), n).toString()).toBe(to);
    expect(wasClamped(day(from), day(to))).toBe(clamped);
  });
});

describe('Sundays before election day', () => {
  it.each([
    ['2020-10-18', 1, '2020-10-11'],
    ['2020-10-18', 3, '2020-09-27'],
    ['2020-10-19', 1, '2020-10-18'],
    ['2020-10-24', 1, '2020-10-18'],
    ['2020-10-24', 2, '2020-10-11'],
  ])('the one %s counts back, number %i, is %s: the day itself does not count', (from, n, to) => {
    expect(nthSundayBefore(day(from), n).toString()).toBe(to);
  });

  it('are Sundays, earlier than the day, and there is none between the first and the day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (date, n) => {
        const sunday = nthSundayBefore(date, n);
        const days = sunday.until(date, { largestUnit: 'days' }).days;
        expect(isSunday(sunday)).toBe(true);
        expect(days).toBeGreaterThan(7 * (n - 1));
        expect(days).toBeLessThanOrEqual(7 * n);
      }),
    );
  });
});

it('days before and after undo each other', () => {
  expect(daysBefore(day('2020-03-01'), 1).toString()).toBe('2020-02-29');
  fc.assert(fc.property(anyDay, fc.nat(2000), (date, n) => daysAfter(daysBefore(date, n), n).equals(date)));
});

it('the months between two dates include both their months', () => {
  const between = (a: string, b: string) => monthsBetween(day(a), day(b)).map(String);
  expect(between('2019-11-30', '2020-02-01')).toEqual(['2019-11', '2019-12', '2020-01', '2020-02']);
  expect(between('2020-02-01', '2020-02-28')).toEqual(['2020-02']);
  expect(between('2020-03-01', '2020-02-28')).toEqual([]);
  expect(between('2020-06-01', '2020-02-28')).toEqual([]);
});

it('Saturday and Sunday make the weekend', () => {
  const week = ['2020-06-01', '2020-06-05', '2020-06-06', '2020-06-07'].map(day);
  expect(week.map(isWeekend)).toEqual([false, false, true, true]);
  expect(week.map(isSunday)).toEqual([false, false, false, true]);
});
