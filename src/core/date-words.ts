import type { AnyDate } from './dates.ts';
import type { IsoInstant } from './event.ts';
import { must } from './result.ts';
import type { Lang } from './words.ts';

/**
 * Dates in words. The tables are ours and not those of the platform's `Intl`, whose wording changes between versions:
 * a document made twice from the same facts must have the same bytes.
 */
const months: Readonly<Record<Lang, readonly string[]>> = {
  es: ['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio', 'agosto', 'septiembre', 'octubre', 'noviembre', 'diciembre'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
};
const weekdays: Readonly<Record<Lang, readonly string[]>> = {
  es: ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};

/** `month` from 1. */
export const monthName = (month: number, lang: Lang): string => must(months[lang][month - 1], `there is no month ${month}`);

/** «domingo», “Sunday”. */
export function weekdayName(date: AnyDate, lang: Lang): string {
  const day = Temporal.PlainDate.from(date).dayOfWeek;
  return must(weekdays[lang][day - 1], `there is no weekday ${day}`);
}

/** «7 de junio de 2020», “7 June 2020”. */
export function longDate(date: AnyDate, lang: Lang): string {
  const { year, month, day } = partsOf(date);
  return lang === 'es' ? `${day} de ${monthName(month, lang)} de ${year}` : `${day} ${monthName(month, lang)} ${year}`;
}

/** «domingo 7 de junio de 2020», “Sunday 7 June 2020”. */
export const fullDate = (date: AnyDate, lang: Lang): string => `${weekdayName(date, lang)} ${longDate(date, lang)}`;

/** «7 jun», “7 Jun”: for tables and axes where the year stands elsewhere. */
export function shortDate(date: AnyDate, lang: Lang): string {
  const { month, day } = partsOf(date);
  return `${day} ${monthName(month, lang).slice(0, 3)}`;
}

/** «7 jun 2020», “7 Jun 2020”. */
export const mediumDate = (date: AnyDate, lang: Lang): string => `${shortDate(date, lang)} ${partsOf(date).year}`;

/** «7 jun», or «7 jun 2020» when its year is not that of the day `of` which the page speaks. */
export const nearDate = (date: AnyDate, of: AnyDate, lang: Lang): string =>
  partsOf(date).year === partsOf(of).year ? shortDate(date, lang) : mediumDate(date, lang);

/** «septiembre de 2019», “September 2019”, from a period `YYYY-MM`. */
export function longMonth(period: string, lang: Lang): string {
  const { year, month } = partsOf(`${period}-01`);
  return lang === 'es' ? `${monthName(month, lang)} de ${year}` : `${monthName(month, lang)} ${year}`;
}

/** «7 jun 2020, 23:05:09», “7 Jun 2020, 23:05:09”: an instant (UTC) on the clocks of a zone. */
export function localInstant(at: IsoInstant, zone: string, lang: Lang): string {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(zone);
  return `${mediumDate(local.toPlainDate(), lang)}, ${local.toPlainTime().toString({ smallestUnit: 'second' })}`;
}

/** «7 jun 2020, 23:05»: the same to the minute. */
export const localMinute = (at: IsoInstant, zone: string, lang: Lang): string => localInstant(at, zone, lang).slice(0, -3);

/** A text is taken apart without making a date of it: pages print thousands. */
function partsOf(date: AnyDate): { readonly year: number; readonly month: number; readonly day: number } {
  if (typeof date !== 'string') return date;
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}
