import { monthsBefore } from '../../core/dates.ts';
import type { IsoDate } from '../../core/event.ts';

export type DemoDates = {
  readonly today: IsoDate;
  readonly jornada: IsoDate;
  /** The day on which the process and its plan began, before the first obligation is due. */
  readonly opened: IsoDate;
  /** Ten Tuesdays a month apart; the fourth is two to eight days ahead. Each prepares the session a week later. */
  readonly meetings: readonly { readonly number: number; readonly date: IsoDate; readonly session: IsoDate }[];
};

const tuesday = 2;
const sunday = 7;

const onOrAfter = (date: Temporal.PlainDate, dayOfWeek: number): Temporal.PlainDate =>
  date.add({ days: (dayOfWeek - date.dayOfWeek + 7) % 7 });

/** `today` in the zone of the process. */
export function demoDates(today: IsoDate): DemoDates {
  const day = Temporal.PlainDate.from(today);
  const fourth = onOrAfter(day.add({ days: 2 }), tuesday);
  const jornada = onOrAfter(day.add({ days: 12 }), sunday);
  const meetings = Array.from({ length: 10 }, (_, i) => {
    const date = onOrAfter(fourth.add({ months: i - 3 }).subtract({ days: i === 3 ? 0 : 3 }), tuesday);
    return { number: i + 1, date: date.toString(), session: date.add({ days: 7 }).toString() };
  });
  return { today, jornada: jornada.toString(), opened: monthsBefore(jornada, 9).subtract({ days: 10 }).toString(), meetings };
}
