import type { IsoDate } from '../../core/event.ts';
import type { Subject } from '../../core/subject.ts';
import type { Agenda, AgendaItem, AgendaState, Convocation, DroppedItem } from './state.ts';

export type { Agenda, AgendaItem, AgendaState, Convocation, DroppedItem };

/** The agenda of a meeting; one that nobody began is empty. */
export const agendaOf = (state: AgendaState, meeting: number): Agenda =>
  state.agendas.get(meeting) ?? { meeting, items: [], dropped: [], convocations: [], amended: false, lastItem: 0 };

export const itemOf = (state: AgendaState, meeting: number, item: number): AgendaItem | undefined =>
  agendaOf(state, meeting).items.find((one) => one.item === item);

/** The call in force. */
export const convocationOf = (state: AgendaState, meeting: number): Convocation | undefined => agendaOf(state, meeting).convocations.at(-1);

/** When a meeting was first called. */
export const convenedOn = (state: AgendaState, meeting: number): IsoDate | undefined => agendaOf(state, meeting).convocations[0]?.on;

/** The meetings that have copied this point. */
export const copiesOf = (state: AgendaState, meeting: number, item: number): readonly { meeting: number; item: number }[] =>
  [...state.agendas.values()].flatMap((agenda) =>
    agenda.items
      .filter((one) => one.carriedFrom?.meeting === meeting && one.carriedFrom.item === item)
      .map((one) => ({ meeting: agenda.meeting, item: one.item })),
  );

/** The points of every meeting that are about something. */
export const itemsAbout = (state: AgendaState, subject: Subject): readonly { meeting: number; item: AgendaItem }[] =>
  [...state.agendas.values()].flatMap(({ meeting, items }) =>
    items.filter((one) => one.subject === subject || one.documents.includes(subject)).map((item) => ({ meeting, item })),
  );

export type TimedItem = { readonly item: AgendaItem /** `10:20`, with the days after the first: `00:10 (+1)`. */; readonly from?: string };

/** Each point with the hour at which it begins: known as long as the meeting's hour and the minutes of all points before it are. */
export function timedItems(items: readonly AgendaItem[], time: string | undefined): readonly TimedItem[] {
  let minute = time === undefined ? undefined : Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  return items.map((item) => {
    const from = minute === undefined ? {} : { from: clock(minute) };
    minute = minute === undefined || item.minutes === undefined ? undefined : minute + item.minutes;
    return { item, ...from };
  });
}

const two = (n: number): string => String(n).padStart(2, '0');
function clock(minute: number): string {
  const days = Math.floor(minute / 1440);
  const text = `${two(Math.floor((minute % 1440) / 60))}:${two(minute % 60)}`;
  return days === 0 ? text : `${text} (+${days})`;
}

/** Minutes of the whole agenda; absent while a point has none. */
export const totalMinutes = (items: readonly AgendaItem[]): number | undefined =>
  items.length === 0 || items.some((one) => one.minutes === undefined)
    ? undefined
    : items.reduce((sum, one) => sum + (one.minutes ?? 0), 0);
