import type { CalendarRow } from './views.ts';

/** The local hour of an instant: what a field for an hour proposes. */
export const hourOf = (now: string, zone: string): string =>
  Temporal.Instant.from(now).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });

/**
 * The moment an hour stands for: today's, or yesterday's when today's has not come yet (past midnight people speak of the evening before);
 * on a meeting that is over, that of its day, or of the night after it.
 */
export function momentOf(hour: string, now: { readonly day: string; readonly hour: string }, row: CalendarRow): string {
  const { status, appointment } = row;
  if (status.kind !== 'held') return hour > now.hour ? `${after(now.day, -1)}T${hour}` : `${now.day}T${hour}`;
  const moment = `${appointment.date}T${hour}`;
  return status.from !== undefined && moment < status.from ? `${after(appointment.date, 1)}T${hour}` : moment;
}

const after = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();

/** An hour as a person types it. */
export const isHour = (text: string): boolean => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text);
