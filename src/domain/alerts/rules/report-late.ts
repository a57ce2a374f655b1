import { longDate } from '../../../core/date-words.ts';
import { dayAfter } from '../../../core/days.ts';
import type { IsoDate } from '../../../core/event.ts';
import { subjectOf } from '../../../core/subject.ts';
import { type CalendarRow, calendarOf } from '../../meetings/views.ts';
import { editionsOf, proofFor, type ReportsState, reportsOf } from '../../reports/views.ts';
import type { Found, Reading, Rule } from '../rule.ts';
import { latest, overlap, overlaps, runStart, type Span } from '../spans.ts';

export const reportLate: Rule = {
  id: 'report-late',
  severity: 'amber',
  owner: 'technical-secretariat',
  name: { es: 'Informe sin circular', en: 'Report not circulated' },
  about: {
    es: 'Pasó el día de circular el informe de una reunión que aún no llega. Sólo se dice donde ya se congeló algún informe: antes, el silencio no dice nada.',
    en: 'The day to circulate the report of a meeting still to come has passed. It is said only where some report was frozen before: until then silence says nothing.',
  },
  threshold: {
    unit: 'days',
    usual: 0,
    least: 0,
    most: 10,
    reason: {
      es: 'Días de gracia tras el día de circular: ninguno, porque ese día ya deja lo justo para observar.',
      en: 'Days of grace after the day to circulate: none, since that day leaves just the time to observe.',
    },
  },
  find: (reading, days) => {
    const [first] = reportsOf(reading.reports)
      .map((one) => one.frozenOn)
      .sort();
    if (first === undefined) return [];
    return calendarOf(reading.meetings).flatMap((row) => (row.status.kind === 'cancelled' ? [] : (found(row, reading, first, days) ?? [])));
  },
};

function found(row: CalendarRow, { reports, day }: Reading, firstFrozen: IsoDate, days: number): Found | undefined {
  const spans = placesOf(row).flatMap((place) => overlaps(lateDays(row, place.date, reports, firstFrozen, days), place));
  if (runStart(spans, day) === undefined) return undefined;
  const circulate = row.dates.circulate.toString();
  const [frozen] = editionsOf(reports, 'prep', row.dates.cutoff.toString());
  return {
    subject: subjectOf('meeting', String(row.number)),
    title: { es: `Reunión ${row.number}: informe de los PREP`, en: `Meeting ${row.number}: report on the PREPs` },
    spans,
    explanation: {
      es: `Debía circularse el ${longDate(circulate, 'es')} para la reunión del ${longDate(row.appointment.date, 'es')}; ${frozen ? `está congelado desde el ${longDate(frozen.frozenOn, 'es')} y sin circular.` : 'no está congelado.'}`,
      en: `It had to be circulated on ${longDate(circulate, 'en')} for the meeting of ${longDate(row.appointment.date, 'en')}; ${frozen ? `it has been frozen since ${longDate(frozen.frozenOn, 'en')} and not circulated.` : 'it is not frozen.'}`,
    },
  };
}

/** The days on which the informe is late if the meeting is on `date`: after the day to circulate, until it is circulated or the meeting is past. */
function lateDays({ dates }: CalendarRow, date: IsoDate, reports: ReportsState, firstFrozen: IsoDate, days: number): readonly Span[] {
  const from = (other: Temporal.PlainDate) =>
    Temporal.PlainDate.from(date)
      .add({ days: dates.meeting.until(other, { largestUnit: 'days' }).days })
      .toString();
  const circulate = Temporal.PlainDate.from(from(dates.circulate)).add({ days }).toString();
  // The group works here from its first informe on: a day to circulate that had passed by then was nobody's.
  if (circulate < firstFrozen) return [];
  const { circulatedOn } = proofFor(reports, from(dates.cutoff));
  const late = overlap({ from: latest(dayAfter(circulate), firstFrozen) }, { from: '0000-01-01', to: dayAfter(date) });
  return late ? overlaps([late], { from: '0000-01-01', ...(circulatedOn === undefined ? {} : { to: circulatedOn }) }) : [];
}

/** The day of the meeting, as it stood from one decision to the next. */
function placesOf({ former, appointment }: CalendarRow): readonly (Span & { readonly date: IsoDate })[] {
  const starts = ['0000-01-01', ...former.map((one) => one.replacedOn)];
  return [...former, appointment].map(({ date }, i) => {
    const to = starts[i + 1];
    return { date, from: starts[i] ?? '0000-01-01', ...(to === undefined ? {} : { to }) };
  });
}
