import type { Act } from '../../core/event.ts';
import { ok, type Result, refuse } from '../../core/result.ts';
import { type CalendarRow, type MeetingsState, meetingOf } from '../meetings/views.ts';
import type { AgendaEvent, NewAgendaEvent, Point } from './events.ts';
import type { AgendaItem, AgendaState } from './state.ts';
import { agendaOf, convocationOf } from './views.ts';

/** What is decided about an agenda depends on its meeting too. */
export type AgendaContext = { readonly agenda: AgendaState; readonly meetings: MeetingsState };
type Command<Type extends AgendaEvent['type']> = Act & Extract<NewAgendaEvent, { type: Type }>['data'];

export type AgendaRefusal =
  | { readonly kind: 'meeting-unknown'; readonly number: number }
  | { readonly kind: 'meeting-over'; readonly number: number; readonly how: 'held' | 'cancelled' }
  | { readonly kind: 'in-session'; readonly number: number }
  | { readonly kind: 'item-unknown'; readonly meeting: number; readonly item: number }
  | { readonly kind: 'carried-already'; readonly meeting: number; readonly item: number }
  | { readonly kind: 'not-carried-forward'; readonly meeting: number; readonly from: number }
  | { readonly kind: 'place-unknown'; readonly to: number; readonly places: number }
  | { readonly kind: 'nothing-changed' }
  | { readonly kind: 'no-items'; readonly number: number }
  | { readonly kind: 'edition-needs-reason'; readonly edition: number };

type Decision = Result<readonly NewAgendaEvent[], AgendaRefusal>;

export type AddItem = Act &
  Point & { readonly meeting: number; readonly carriedFrom?: { readonly meeting: number; readonly item: number } };

/** Adds points in the order given. While the meeting is in session points may still be added, by agreement of those present. */
export function addItems(
  context: AgendaContext,
  command: Act & { meeting: number; items: readonly Omit<AddItem, keyof Act | 'meeting'>[] },
): Decision {
  const { on, by, meeting, items } = command;
  const over = whenStanding(context, meeting, false);
  if (over) return refuse(over);
  const agenda = agendaOf(context.agenda, meeting);
  for (const { carriedFrom } of items) {
    if (!carriedFrom) continue;
    const origin = agendaOf(context.agenda, carriedFrom.meeting).items.find((one) => one.item === carriedFrom.item);
    if (!origin) return refuse({ kind: 'item-unknown', ...carriedFrom });
    if (carriedFrom.meeting >= meeting) return refuse({ kind: 'not-carried-forward', meeting, from: carriedFrom.meeting });
    const same = agenda.items.find((one) => one.carriedFrom?.meeting === carriedFrom.meeting && one.carriedFrom.item === carriedFrom.item);
    if (same) return refuse({ kind: 'carried-already', meeting, item: same.item });
  }
  return ok(
    items.map((item, index) => ({ type: 'AgendaItemAdded', on, by, data: { meeting, item: agenda.lastItem + 1 + index, ...item } })),
  );
}

export const addItem = (context: AgendaContext, { on, by, meeting, ...item }: AddItem): Decision =>
  addItems(context, { on, by, meeting, items: [item] });

export function changeItem(context: AgendaContext, command: Command<'AgendaItemChanged'>): Decision {
  const { on, by, ...data } = command;
  return whenOnAgenda(context, data, (item) => {
    const { item: _, carriedFrom: __, addedOn: ___, ...was } = item;
    const { meeting: ____, item: _____, ...is } = data;
    return same(was, is) ? refuse({ kind: 'nothing-changed' }) : ok([{ type: 'AgendaItemChanged', on, by, data }]);
  });
}

export function moveItem(context: AgendaContext, command: Command<'AgendaItemMoved'>): Decision {
  const { on, by, ...data } = command;
  return whenOnAgenda(context, data, (item) => {
    const { items } = agendaOf(context.agenda, data.meeting);
    if (data.to < 1 || data.to > items.length) return refuse({ kind: 'place-unknown', to: data.to, places: items.length });
    return items[data.to - 1] === item ? refuse({ kind: 'nothing-changed' }) : ok([{ type: 'AgendaItemMoved', on, by, data }]);
  });
}

export function dropItem(context: AgendaContext, command: Command<'AgendaItemDropped'>): Decision {
  const { on, by, ...data } = command;
  return whenOnAgenda(context, data, () => ok([{ type: 'AgendaItemDropped', on, by, data }]));
}

/** Calls to the meeting as the calendar has it now. A further call says why. */
export function convene(
  context: AgendaContext,
  command: Act & { readonly meeting: number; readonly called: readonly string[]; readonly reason?: string },
): Decision {
  const { on, by, meeting, called, reason } = command;
  const over = whenStanding(context, meeting);
  if (over) return refuse(over);
  const agenda = agendaOf(context.agenda, meeting);
  if (agenda.items.length === 0) return refuse({ kind: 'no-items', number: meeting });
  const last = convocationOf(context.agenda, meeting);
  const { date, time, place } = (meetingOf(context.meetings, meeting) as CalendarRow).appointment; // `whenStanding` has found it
  if (last && !agenda.amended && last.date === date && last.time === time && last.place === place)
    return refuse({ kind: 'nothing-changed' });
  const edition = agenda.convocations.length + 1;
  const why = reason?.trim() ?? '';
  if (edition > 1 && why === '') return refuse({ kind: 'edition-needs-reason', edition });
  const data = {
    meeting,
    edition,
    date,
    called: [...called],
    ...(time === undefined ? {} : { time }),
    ...(place === undefined ? {} : { place }),
    ...(why === '' ? {} : { reason: why }),
  };
  return ok([{ type: 'MeetingConvened', on, by, data }]);
}

const same = (a: object, b: object): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
const sorted = (one: object) => Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1));

/** Why nothing may be done on the agenda of this meeting, or nothing. */
function whenStanding({ meetings }: AgendaContext, number: number, notInSession = true): AgendaRefusal | undefined {
  const row = meetingOf(meetings, number);
  if (!row) return { kind: 'meeting-unknown', number };
  if (row.status.kind === 'held' || row.status.kind === 'cancelled') return { kind: 'meeting-over', number, how: row.status.kind };
  return row.status.kind === 'open' && notInSession ? { kind: 'in-session', number } : undefined;
}

function whenOnAgenda(context: AgendaContext, at: { meeting: number; item: number }, then: (item: AgendaItem) => Decision): Decision {
  const over = whenStanding(context, at.meeting);
  if (over) return refuse(over);
  const item = agendaOf(context.agenda, at.meeting).items.find((one) => one.item === at.item);
  return item ? then(item) : refuse({ kind: 'item-unknown', meeting: at.meeting, item: at.item });
}
