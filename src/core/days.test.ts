import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayAfter, daysBetween } from './days.ts';

const start = Temporal.PlainDate.from('1900-01-01');
const date = fc.integer({ min: 0, max: 146_097 }).map((days) => start.add({ days }));

test('law: days counted on the text are those of the calendar', () => {
  fc.assert(
    fc.property(date, date, (a, b) => {
      expect(daysBetween(a.toString(), b.toString())).toBe(a.until(b, { largestUnit: 'days' }).days);
    }),
  );
});

test('law: so many days after a date is the date of the calendar', () => {
  fc.assert(
    fc.property(date, fc.integer({ min: -800, max: 800 }), (a, days) => {
      expect(dayAfter(a.toString(), days)).toBe(a.add({ days }).toString());
    }),
  );
});
