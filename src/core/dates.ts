import type { IsoDate } from './event.ts';
import { ok, type Result, refuse } from './result.ts';
import type { Bilingual } from './words.ts';

/** A date as text or as a value; both are proleptic Gregorian calendar dates without a time zone. */
export type AnyDate = Temporal.PlainDate | IsoDate;

/** Why a text is not a date. `message` names the text, where it stood, and what to write instead. */
export type DateFault = {
  readonly kind: 'date-malformed' | 'no-such-day';
  readonly text: string;
  readonly where: Bilingual;
  readonly message: Bilingual;
};

/** Reads `YYYY-MM-DD` and nothing else. `where` names the field, option or column, so that the fault can say it. */
export function parseIsoDate(text: string, where: Bilingual): Result<Temporal.PlainDate, DateFault> {
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) {
    const message = {
      es: `${where.es}: «${shown}» no es una fecha. Escriba año-mes-día, por ejemplo 2020-06-07.`,
      en: `${where.en}: “${shown}” is not a date. Write year-month-day, for example 2020-06-07.`,
    };
    return refuse({ kind: 'date-malformed', text, where, message });
  }
  const days = daysInMonth(Number(year), Number(month));
  if (Number(day) < 1 || Number(day) > days) {
    const message = {
      es: `${where.es}: el día «${shown}» no existe en el calendario. Revise el mes y el día.`,
      en: `${where.en}: there is no such day as “${shown}”. Check the month and the day.`,
    };
    return refuse({ kind: 'no-such-day', text, where, message });
  }
  return ok(Temporal.PlainDate.from(text));
}

/** 0 when there is no such month. */
const daysInMonth = (year: number, month: number): number =>
  month < 1 || month > 12 ? 0 : Temporal.PlainYearMonth.from({ year, month }).daysInMonth;

/**
 * `n` calendar months before: the same day number of an earlier month (7 June − 4 months = 7 February). A month that has
 * no such day gives its last one (31 March − 1 month = 28 or 29 February); `wasClamped` tells when that happened.
 */
export const monthsBefore = (date: Temporal.PlainDate, n: number): Temporal.PlainDate => date.subtract({ months: n });

/** Whether going from `from` to `to` by whole months had to take the last day of a shorter month. */
export const wasClamped = (from: Temporal.PlainDate, to: Temporal.PlainDate): boolean => from.day !== to.day;

export const daysBefore = (date: Temporal.PlainDate, n: number): Temporal.PlainDate => date.subtract({ days: n });
export const daysAfter = (date: Temporal.PlainDate, n: number): Temporal.PlainDate => date.add({ days: n });

/** The `n`th Sunday before `date`, counting back from 1; `date` itself does not count, even when it is a Sunday. */
export const nthSundayBefore = (date: Temporal.PlainDate, n: number): Temporal.PlainDate =>
  date.subtract({ days: date.dayOfWeek + 7 * (n - 1) });

/** Calendar months from that of `first` to that of `last`, both included; empty when `last` comes earlier. */
export function monthsBetween(first: Temporal.PlainDate, last: Temporal.PlainDate): readonly Temporal.PlainYearMonth[] {
  const start = first.toPlainYearMonth();
  const count = (last.year - first.year) * 12 + last.month - first.month + 1;
  return Array.from({ length: Math.max(0, count) }, (_, i) => start.add({ months: i }));
}

export const isSunday = (date: Temporal.PlainDate): boolean => date.dayOfWeek === 7;
export const isWeekend = (date: Temporal.PlainDate): boolean => date.dayOfWeek > 5;
