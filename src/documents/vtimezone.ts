import type { IsoDate } from '../core/event.ts';

/**
 * The rules of a time zone for the years from the first to the last date used, as an RFC 5545 VTIMEZONE: one observance
 * for what was in force on 1 January of the first year, then one for each change. Explicit changes instead of yearly
 * rules, because most of Mexico ended daylight saving time in October 2022 and its northern border did not.
 */
export function vtimezone(timeZone: string, first: IsoDate, last: IsoDate): readonly string[] {
  const start = Temporal.PlainDate.from(first).with({ month: 1, day: 1 }).toZonedDateTime(timeZone);
  const end = Temporal.PlainDate.from(last).with({ month: 12, day: 31 }).toZonedDateTime(timeZone).add({ days: 1 });
  // On 1 January every zone of the northern hemisphere is on standard time.
  const lines = observance('STANDARD', start.toPlainDateTime(), start, start);
  let before = start;
  for (let after = start.getTimeZoneTransition('next'); after !== null && Temporal.ZonedDateTime.compare(after, end) < 0; ) {
    // The local time of a change is told by the clock that was in force until then (RFC 5545, 3.6.5).
    const local = after.toInstant().toZonedDateTimeISO(before.offset).toPlainDateTime();
    lines.push(...observance(after.offsetNanoseconds > before.offsetNanoseconds ? 'DAYLIGHT' : 'STANDARD', local, before, after));
    before = after;
    after = after.getTimeZoneTransition('next');
  }
  return ['BEGIN:VTIMEZONE', `TZID:${timeZone}`, ...lines, 'END:VTIMEZONE'];
}

function observance(
  kind: 'STANDARD' | 'DAYLIGHT',
  local: Temporal.PlainDateTime,
  before: Temporal.ZonedDateTime,
  after: Temporal.ZonedDateTime,
): string[] {
  return [
    `BEGIN:${kind}`,
    `DTSTART:${local.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')}`,
    `TZOFFSETFROM:${before.offset.replace(':', '')}`,
    `TZOFFSETTO:${after.offset.replace(':', '')}`,
    `TZNAME:${nameOf(after)}`,
    `END:${kind}`,
  ];
}

/** CST, CDT, …; an abbreviation, so the same in every language. */
function nameOf(moment: Temporal.ZonedDateTime): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: moment.timeZoneId, timeZoneName: 'short' }).formatToParts(
    moment.epochMilliseconds,
  );
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? moment.offset;
}
