import type { By } from '../../core/event.ts';
import type { NewMeetingsEvent } from './events.ts';

/** The calendar of the working group's charter (Table 1): ten numbered days, no hour and no place. */
export const charterDates = [
  '2019-10-15',
  '2019-11-12',
  '2019-12-17',
  '2020-01-14',
  '2020-02-18',
  '2020-03-17',
  '2020-04-14',
  '2020-05-19',
  '2020-06-16',
  '2020-07-14',
] as const;

export const by: By = { office: 'secretaria-tecnica' };

/** The charter bears no date of its own: for the tests the calendar is decided a fortnight before the first meeting. */
export const decidedOn = '2019-10-01';

export const scheduled = (number: number, date: string, more: { time?: string; place?: string; session?: { date?: string } } = {}) =>
  ({ type: 'MeetingScheduled', on: decidedOn, by, data: { number, date, ...more } }) satisfies NewMeetingsEvent;

export const charterMeetings: readonly NewMeetingsEvent[] = charterDates.map((date, index) => scheduled(index + 1, date));

export const plain = (iso: string): Temporal.PlainDate => Temporal.PlainDate.from(iso);
