import type { IsoDate } from './event.ts';

/**
 * Days counted on the text itself, in integers: a page of forty systems or of thirty-two OPLs counts some two thousand distances, and
 * making a calendar date of each cost more than the page. The law in `days.test.ts` holds it against the calendar of the platform.
 */
/** Whole days from `from` to `to`; negative when `to` comes first. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => dayNumber(to) - dayNumber(from);

/** So many days after a date (before it, when negative); one, unless said otherwise. */
export const dayAfter = (date: IsoDate, days = 1): IsoDate => dateOfNumber(dayNumber(date) + days);

/** Days since 1 March of the year 0: years begin in March, so that a leap day is the last of its year. */
function dayNumber(date: IsoDate): number {
  const month = twoDigits(date, 5);
  const year = twoDigits(date, 0) * 100 + twoDigits(date, 2) - (month <= 2 ? 1 : 0);
  const monthFromMarch = (month + 9) % 12;
  const days = year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return days + Math.floor((monthFromMarch * 153 + 2) / 5) + twoDigits(date, 8) - 1;
}

const twoDigits = (text: string, at: number): number => text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528; // 528: '0' is 48, eleven times

function dateOfNumber(number: number): IsoDate {
  const era = Math.floor(number / 146_097);
  const dayOfEra = number - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((dayOfYear * 5 + 2) / 153);
  const day = dayOfYear - Math.floor((monthFromMarch * 153 + 2) / 5) + 1;
  const month = ((monthFromMarch + 2) % 12) + 1;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
